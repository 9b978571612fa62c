"""A list of numbers printed anew, by as few changes of the old one as there can be."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from toolkit.languages import Member, NumeralForm
from toolkit.references.edit import Edit, cased
from toolkit.references.entries import Number
from toolkit.references.style import Style
from toolkit.text.number_words import in_words
from toolkit.text.numerals import chinese, letter, roman
from toolkit.text.spans import Span

_TOKENS: Final = re.compile(r"\d+|\w+|\s|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the new list; a number that takes the place of a printed one has ``source``."""

    text: str
    source: Member | None = None


def numeral(value: int, form: NumeralForm) -> str:
    """Return a number in the form in which it was printed before."""
    return _PRINTED[form](value)


def _capital(value: int) -> str:
    return letter(value).upper()


_PRINTED: Final[Mapping[NumeralForm, Callable[[int], str]]] = MappingProxyType(
    {
        NumeralForm.FIGURES: str,
        NumeralForm.ROMAN: roman,
        NumeralForm.LETTER: _capital,
        NumeralForm.HAN: chinese,
        NumeralForm.WORDS: in_words,
    }
)


def listed(numbers: Sequence[Number], style: Style, *, ranges: bool) -> tuple[Segment, ...]:
    """Return numbers with the signs between them, in ranges where the list had any."""
    runs = _runs(numbers) if ranges else [[one] for one in numbers]
    found: list[Segment] = []
    for at, run in enumerate(runs):
        if at:
            last = at == len(runs) - 1
            two = style.conjunction_of_two if len(runs) == 2 else style.conjunction
            found.append(Segment(two if last else style.comma))
        found += _number(run[0])
        if len(run) > 1:
            found += [Segment(style.to), *_number(run[-1])]
    return tuple(found)


def list_edits(text: str, listing: Span, printed: Sequence[Segment]) -> Iterator[Edit]:
    """Yield the edits that make the list at ``listing`` what is ``printed``.

    A number that stays has an edit of its own, so that what a file knows of it (a field, its
    looks) stays with it.
    """
    at, pending = listing.start, ""
    for one in printed:
        if one.source is None or one.source.number.start < at:
            pending += one.text
            continue
        place = one.source.number
        yield from _exchange(text, Span(at, place.start), pending)
        words = one.source.form is NumeralForm.WORDS
        yield from _exchange(text, place, cased(one.text, place.of(text)) if words else one.text)
        at, pending = place.end, ""
    yield from _exchange(text, Span(at, listing.end), pending)


def _exchange(text: str, span: Span, new: str) -> Iterator[Edit]:
    """Yield the edit of a stretch, without the whole words and signs that stay at its ends."""
    old = span.of(text)
    if old == new:
        return
    ours, theirs = _TOKENS.findall(old), _TOKENS.findall(new)
    before = _alike(ours, theirs)
    most = min(len(ours), len(theirs)) - before
    behind = min(_alike(ours[::-1], theirs[::-1]), most)
    start = span.start + len("".join(ours[:before]))
    end = span.end - len("".join(ours[len(ours) - behind :]))
    yield Edit(Span(start, end), "".join(theirs[before : len(theirs) - behind]))


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(ours), len(theirs)))


def _number(one: Number) -> list[Segment]:
    number = Segment(numeral(one.value, one.form), one.source)
    return [number, Segment(one.tail)] if one.tail else [number]


def _runs(numbers: Sequence[Number]) -> list[list[Number]]:
    """Return numbers in runs of three or more that follow each other, and single ones."""
    runs: list[list[Number]] = []
    for one in numbers:
        if runs and runs[-1][-1].value + 1 == one.value and not (runs[-1][-1].tail or one.tail):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[one] for one in run])]
