"""What changed its name between two versions of a text: 会员国 → 缔约国.

Words that went are held against the words that came in their place. What is a figure, a date or
a reference, and what says little by itself, is no change of name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel

from toolkit.languages import Language
from toolkit.terms.empty import edges, empty_words, numerals
from toolkit.terms.inflection import key
from toolkit.terms.matching import Finder
from toolkit.text.spans import Span

LONGEST: Final = 5  # words that may change at one place and still be a name
SIGNS: Final = 12  # characters of them, in a language without spaces
MOST: Final = 5_000  # words of one text; a longer one is not held against another


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same place in two versions; ``path`` names it in the new one."""

    path: str
    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A name that changed.

    Attributes:
        old: what it was, as it was written most often.
        new: what it is.
        count: places where the one stands for the other.
        places: of those, as (path, place) in the new version, in order.
        before: how often the old name stands in the whole old version.
        left: how often it stands in the whole new version.
    """

    old: str
    new: str
    count: int
    places: tuple[tuple[str, str], ...]
    before: int
    left: int


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    span: Span


_GATHERED: Final = 2_000  # different changes; beyond it they are told as they are

Cut = Callable[[str], Sequence[Span]]
Name = tuple[str, str]


def drift(
    passages: Sequence[Passage],
    language: Language,
    cut: Cut,
    *,
    whole: tuple[Sequence[str], Sequence[str]],
) -> tuple[Drift, ...]:
    """Return what changed its name, the most frequent first.

    Args:
        passages: the two versions, place by place.
        language: theirs.
        cut: gives the words of a text.
        whole: all texts of the old and of the new version, to count the names in.
    """
    forms: dict[Name, Counter[Name]] = {}
    places: dict[Name, list[Name]] = {}
    for one in passages:
        for old, new in _changes(one, language, cut):
            name = (_key(old, language), _key(new, language))
            if name[0] != name[1]:
                forms.setdefault(name, Counter())[old, new] += 1
                places.setdefault(name, []).append((one.path, one.place))
    _gather(forms, places, language)
    found = [_told(forms[name], places[name], whole, language) for name in forms]
    return tuple(sorted(found, key=lambda one: (-one.count, one.left, -one.before, one.old)))


def _gather(
    forms: dict[Name, Counter[Name]], places: dict[Name, list[Name]], language: Language
) -> None:
    """Count a change that holds another one inside it as that one."""
    if len(forms) > _GATHERED:
        return
    space = " " if language.spaced else ""
    for name in sorted(forms, key=lambda one: -len(one[0]) - len(one[1])):
        inner = [one for one in forms if one != name and _within(one, name, space)]
        if inner:
            best = max(inner, key=lambda one: (len(places[one]), len(one[0]) + len(one[1])))
            places[best] += places.pop(name)
            del forms[name]


def _within(one: Name, other: Name, space: str) -> bool:
    pairs = zip(one, other, strict=True)
    return all(f"{space}{part}{space}" in f"{space}{whole}{space}" for part, whole in pairs)


def _told(
    forms: Counter[Name],
    places: Sequence[Name],
    whole: tuple[Sequence[str], Sequence[str]],
    language: Language,
) -> Drift:
    (old, new), _ = forms.most_common(1)[0]
    finder = Finder([(old, None)], language.code)
    return Drift(
        old=old,
        new=new,
        count=len(places),
        places=tuple(places),
        before=_count(finder, whole[0]),
        left=_count(finder, whole[1]),
    )


def _count(finder: Finder[None], texts: Iterable[str]) -> int:
    return sum(1 for text in texts for _ in finder.find(text))


def _key(text: str, language: Language) -> str:
    if not language.spaced:
        return text
    return " ".join(key(word) for word in text.split())


# -- words that changed --------------------------------------------------------------------
def _changes(one: Passage, language: Language, cut: Cut) -> Iterator[tuple[str, str]]:
    before, after = _words(one.old, language, cut), _words(one.new, language, cut)
    if max(len(before), len(after)) > MOST:
        return
    figures = _figures(one.old, language), _figures(one.new, language)
    for gone, come in _hunks(before, after):
        if not gone or not come:
            continue
        left, right = _whole(gone), _whole(come)
        if any(left.overlaps(span) for span in figures[0]) or any(
            right.overlaps(span) for span in figures[1]
        ):
            continue
        old, new = left.of(one.old), right.of(one.new)
        if _is_name(old, len(gone), language) and _is_name(new, len(come), language):
            yield old, new


def _words(text: str, language: Language, cut: Cut) -> list[_Word]:
    fold = key if language.code == "en" else str.casefold
    return [_Word(fold(span.of(text)), span) for span in cut(text)]


def _figures(text: str, language: Language) -> list[Span]:
    found = [one.span for one in language.numbers(text)]
    found += [one.span for one in language.dates(text)]
    return found + [one.span for one in language.references(text)]


def _whole(words: Sequence[_Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _hunks(
    before: Sequence[_Word], after: Sequence[_Word]
) -> Iterator[tuple[list[_Word], list[_Word]]]:
    """Yield words that went with those that came; one word that stayed parts them not.

    "Member States" becomes "States parties": the word between a loss and a gain belongs to both.
    """
    gone: list[_Word] = []
    come: list[_Word] = []
    codes = Indel.opcodes([one.key for one in before], [one.key for one in after])
    for code in codes:
        left = [*before[code.src_start : code.src_end]]
        right = [*after[code.dest_start : code.dest_end]]
        if code.tag != "equal":
            gone, come = gone + left, come + right
            continue
        if len(left) == 1 and bool(gone) != bool(come):
            gone, come = gone + left, come + right
            continue
        yield _trimmed(gone, come)
        gone, come = [], []
    yield _trimmed(gone, come)


def _trimmed(gone: list[_Word], come: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    """Return a change without the words at its ends that stayed."""
    while gone and come and gone[-1].key == come[-1].key:
        gone, come = gone[:-1], come[:-1]
    while gone and come and gone[0].key == come[0].key:
        gone, come = gone[1:], come[1:]
    return gone, come


_SIGNS: Final = frozenset('.,;:!?/\n"，。；：、！？（）()“”《》')


def _is_name(text: str, words: int, language: Language) -> bool:
    """Return whether words can be the name of a thing."""
    if words > LONGEST or any(sign.isdigit() or sign in _SIGNS for sign in text):
        return False
    empty = empty_words(language.code)
    if language.spaced:
        parts = [part.casefold() for part in text.split()]
        return parts[0] not in empty and parts[-1] not in empty
    if not 2 <= len(text) <= SIGNS or set(text) <= empty | numerals():
        return False
    return text[0] not in edges() and text[-1] not in edges()
