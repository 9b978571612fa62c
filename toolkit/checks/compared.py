"""What two versions of one block say in figures, dates, symbols and references."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from toolkit.checks.pairs import is_loose, matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule
from toolkit.languages import NumberMention, ReferenceMention, RefKind, by_code
from toolkit.model import Block
from toolkit.symbols.find import find

NOTHING = "–"  # what is shown where one side has nothing of its own


def numbers(block: Block, language: str) -> tuple[NumberMention, ...]:
    """Return the numbers of a block, those in words included."""
    return _numbers(block.text, language)


@lru_cache(maxsize=20_000)
def _numbers(text: str, language: str) -> tuple[NumberMention, ...]:
    """Several rules look at the same figures one after the other."""
    return by_code(language).numbers(text)


def lone_figures(
    ours: Iterable[NumberMention], theirs: Iterable[NumberMention]
) -> list[NumberMention]:
    """Return the numbers in figures that the other side has neither in figures nor in words."""
    known: Counter[Fraction] = Counter(one.value for one in theirs)
    lone = []
    for one in ours:
        if known[one.value]:
            known[one.value] -= not one.in_words
        elif not one.in_words:
            lone.append(one)
    return lone


def lone_words(
    ours: Iterable[NumberMention], theirs: Iterable[NumberMention]
) -> tuple[list[NumberMention], list[NumberMention]]:
    """Return the one number in words that each side has alone; nothing unless both have one.

    Ones are left out: they mostly count nothing.
    """
    left, right = _alone(ours, theirs), _alone(theirs, ours)
    if len(left) == len(right) == 1 and left[0].kind == right[0].kind:
        return left, right
    return [], []


Numbers = list[NumberMention]


def unequal(
    ours: Sequence[NumberMention], theirs: Sequence[NumberMention]
) -> tuple[Numbers, Numbers]:
    """Return the numbers that only one side has.

    Those in words count where they stand against another: against a figure, or where each side
    has a single one alone.
    """
    left, right = lone_figures(ours, theirs), lone_figures(theirs, ours)
    if not left and not right:
        return lone_words(ours, theirs)
    return left or _alone(ours, theirs), right or _alone(theirs, ours)


def _alone(ours: Iterable[NumberMention], theirs: Iterable[NumberMention]) -> list[NumberMention]:
    known: Counter[Fraction] = Counter(one.value for one in theirs)
    lone = []
    for one in ours:
        if known[one.value]:
            known[one.value] -= 1
        elif one.value != 1:
            lone.append(one)
    return lone


def days(block: Block, language: str) -> Counter[str]:
    """Return the days and ranges of days of a block, as ISO dates."""
    found = by_code(language).dates(block.text)
    return Counter(
        f"{one.first}/{one.last}"
        if one.last
        else str(one.first)
        if one.day_known
        else f"{one.first:%Y-%m}"
        for one in found
    )


def symbols(block: Block, _language: str) -> Counter[str]:
    """Return the symbols of a block and its footnotes, miswritten ones as they are meant."""
    texts = [block.text, *(note.text for note in block.notes)]
    return Counter(
        str(one.symbol or one.suggestion or one.text) for text in texts for one in find(text)
    )


_NUMBERED = {
    RefKind.PARAGRAPH: "¶",
    RefKind.RECOMMENDATION: "rec. ",
    RefKind.AGENDA_ITEM: "item ",
    RefKind.RESOLUTION: "",
    RefKind.DECISION: "",
}


@lru_cache(maxsize=20_000)
def mentions(text: str, language: str) -> tuple[ReferenceMention, ...]:
    """Return the references in a text; several rules look at them one after the other."""
    return by_code(language).references(text)


def references(block: Block, language: str) -> Counter[str]:
    """Return the paragraphs, recommendations, items and resolutions that a block refers to."""
    found: Counter[str] = Counter()
    for one in mentions(block.text, language):
        if one.kind not in _NUMBERED:
            continue
        numbers_of_it = [
            f"{first}-{last}" if first != last else str(first) for first, last in one.ranges
        ] or [one.part]
        found.update(f"{_NUMBERED[one.kind]}{number}" for number in numbers_of_it)
    return found


def differences(ours: Counter[str], theirs: Counter[str]) -> tuple[str, str] | None:
    """Return what only one side has, each as a list to show; None when they agree."""
    left, right = ours - theirs, theirs - ours
    if not left and not right:
        return None
    return shown(left.elements()), shown(right.elements())


def shown(values: Iterable[str]) -> str:
    """Return values as one list, or a dash for none."""
    return ", ".join(values) or NOTHING


def disagreements(
    rule: Rule, pair: PairInput, values: Callable[[Block, str], Counter[str]]
) -> Iterator[Case]:
    """Yield a case for each matched block that has any ``values`` in either version."""
    for source, target in matched(pair):
        ours = values(source, pair.source.language)
        theirs = values(target, pair.target.language)
        if not ours and not theirs:
            continue
        apart = differences(ours, theirs)
        # Without a number of its own a block may hold a line that is one of its own over there.
        if apart is None or (NOTHING in apart and is_loose(target)):
            yield FINE
        else:
            yield rule.at(pair.target, target, source=apart[0], target=apart[1])
