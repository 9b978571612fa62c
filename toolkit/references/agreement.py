"""The words around a reference that agree with how many it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.languages import HowMany, Language, ListingWords, ReferenceList
from toolkit.references.edit import Edit, cased
from toolkit.text.spans import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things a mention names, before and now."""

    old: int
    new: int


def agreement(
    found: ReferenceList, text: str, language: Language, counts: Counts
) -> Iterator[Edit]:
    """Yield the edits of the noun, the verb right behind and the words that count the list."""
    words = language.listing
    many = counts.new > 1
    noun = verb = None
    if found.noun is not None and many != (counts.old > 1):
        noun = _exchanged(found.noun, text, words.plurals, many)
        verb = _verb(found, text, words, many) if noun else None
    gone = []
    for one in found.how_many:
        edit = _counted(one, text, language, counts)
        gone += [one.whole] if edit is not None and not edit.text else []
        if edit is not None:
            yield edit
    if noun is None and found.noun is not None and gone:
        noun = Edit(found.noun, found.noun.of(text))
    if noun is not None:
        yield from _opening(noun, gone, text)
    if verb is not None:
        yield verb


def _opening(noun: Edit, gone: Sequence[Span], text: str) -> Iterator[Edit]:
    """Yield the edit of a noun, with a capital where it opens the sentence now."""
    capital = any(one.end == noun.span.start and text[one.start].isupper() for one in gone)
    word = noun.text[:1].upper() + noun.text[1:] if capital else noun.text
    if word != noun.span.of(text):
        yield Edit(noun.span, word)


def _counted(one: HowMany, text: str, language: Language, counts: Counts) -> Edit | None:
    """Return what becomes of a word that counts: another number, or nothing where none fits."""
    if counts.old == counts.new or (one.value is not None and one.value != counts.old):
        return None
    if one.value is None:
        return Edit(one.whole, "") if counts.new == 1 else None
    if counts.new == 1 or one.number is None:
        return Edit(one.whole, "")
    return Edit(one.number, cased(language.cardinal(counts.new), one.number.of(text)))


def _verb(found: ReferenceList, text: str, words: ListingWords, many: bool) -> Edit | None:
    if text[: found.span.start].rstrip().rpartition(" ")[2].lower() in words.governing:
        return None  # the verb belongs to what is said of the reference
    rest = text[found.span.end :]
    if not rest.startswith((" ", "\u00a0")):
        return None
    end = next((at for at, ch in enumerate(rest[1:], 1) if not ch.isalpha()), len(rest))
    start = found.span.end + 1
    return _exchanged(Span(start, found.span.end + end), text, words.verbs, many)


def _exchanged(span: Span, text: str, pairs: Sequence[tuple[str, str]], many: bool) -> Edit | None:
    word = span.of(text)
    for one, several in pairs:
        old, new = (one, several) if many else (several, one)
        if word.lower() == old and old != new:
            return Edit(span, cased(new, word))
    return None
