"""Writing the numbers of a reference anew, in the way its author wrote them.

Nothing is printed here that the author or the language's usage did not print before: signs between
numbers, the range sign and repeated nouns are taken from the mention itself where it has them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toolkit.languages import Direction, Language, ListingWords, NumeralForm, ReferenceList
from toolkit.references.entries import Number, entries_of, expanded, kept_as_is, ordered
from toolkit.references.style import Style, style_of
from toolkit.text.numerals import chinese, letter, roman
from toolkit.text.spans import Span

__all__ = ["Edit", "Number", "applied", "direction_edit", "number_edits"]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text`` to stand where ``span`` was; an empty span inserts."""

    span: Span
    text: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits carried out; they must not overlap."""
    pieces, at = [], 0
    for one in sorted(edits):
        pieces += [text[at : one.span.start], one.text]
        at = one.span.end
    return "".join(pieces) + text[at:]


def number_edits(
    found: ReferenceList,
    text: str,
    language: Language,
    becomes: Callable[[int], Sequence[int]],
) -> tuple[Edit, ...] | None:
    """Return the edits that give a reference its new numbers.

    ``becomes`` says what each old number is now: one number, none when it is dropped, several
    when it is split. Where the list keeps its shape only the figures change, each where it
    stands. Otherwise the list is written anew: without doubles, rising if it rose before, with
    ranges where its author used ranges and three numbers or more follow each other, and with its
    noun (and in English the verb right behind it) in the singular or plural. No edits when all
    stays as it is; None when no number is left, so that there is no reference any more.
    """
    entries = entries_of(found.members)
    if not entries:
        return ()
    same = kept_as_is(entries, becomes)
    if same is not None:
        return tuple(
            Edit(member.number, numeral(value, member.form))
            for member, value in same
            if value != member.value
        )
    numbers = ordered(expanded(entries, text, becomes), entries)
    if not numbers or found.listing is None:
        return None
    style = style_of(found, entries, text, language.listing)
    printed = _listed(numbers, style, any(one.last for one in entries))
    listing = Edit(found.listing, printed)
    many = len({one.value for one in numbers}) > 1
    was_many = len(found.members) > 1
    agreeing = _agreement(found, text, language.listing, many) if many != was_many else ()
    return tuple(sorted((listing, *agreeing)))


def direction_edit(
    found: ReferenceList, text: str, language: Language, direction: Direction
) -> Edit | None:
    """Return the edit that makes a reference say ``direction``; None where it says none or that."""
    if found.direction_span is None or found.direction is direction:
        return None
    word = found.direction_span.of(text)
    for one, other in language.listing.opposites:
        if word.lower() == one:
            return Edit(found.direction_span, _cased(other, word))
    return None


def numeral(value: int, form: NumeralForm) -> str:
    """Return a number in the form in which it was printed before."""
    match form:
        case NumeralForm.ROMAN:
            return roman(value)
        case NumeralForm.LETTER:
            return letter(value).upper()
        case NumeralForm.HAN:
            return chinese(value)
    return str(value)


def _listed(numbers: Sequence[Number], style: Style, ranges: bool) -> str:
    runs = _runs(numbers) if ranges else [[one] for one in numbers]
    printed = [
        _printed(run[0]) + (style.to + _printed(run[-1]) if len(run) > 1 else "") for run in runs
    ]
    if len(printed) == 1:
        return printed[0]
    last = style.conjunction_of_two if len(printed) == 2 else style.conjunction
    return style.comma.join(printed[:-1]) + last + printed[-1]


def _printed(one: Number) -> str:
    return numeral(one.value, one.form) + one.tail


def _runs(numbers: Sequence[Number]) -> list[list[Number]]:
    """Return numbers in runs of three or more that follow each other, and single ones."""
    runs: list[list[Number]] = []
    for one in numbers:
        if runs and runs[-1][-1].value + 1 == one.value and not (runs[-1][-1].tail or one.tail):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[one] for one in run])]


def _agreement(
    found: ReferenceList, text: str, words: ListingWords, many: bool
) -> tuple[Edit, ...]:
    """Return the edits that put the noun, and the verb right behind, in singular or plural."""
    if found.noun is None:
        return ()
    noun = _exchanged(found.noun, text, words.plurals, many)
    verb = _verb(found, text, words, many) if noun else None
    return tuple(one for one in (noun, verb) if one)


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
            return Edit(span, _cased(new, word))
    return None


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
