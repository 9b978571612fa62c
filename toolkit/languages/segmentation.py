"""Cutting a text at given places, and the pairs of brackets that no cut may part.

A language names the places; what is common to all of them is here. Everything is linear in the
length of the text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

BRACKETS: Mapping[str, str] = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}
# What may stand between the stop and the cut: note marks, as printed or as Markdown has them.
NOTE_MARK = r"(?:\[\^[^\]\s]{1,20}\]|[¹²³⁰⁴-⁹]{1,4}|\*{1,3})"
LABEL = Pattern(
    r"\s*(?:[(（]?(?:\d{1,3}|[IVXLC]{1,7}|[ivxlc]{1,7}|[A-Za-z]{1,2}|[一二三四五六七八九十]{1,4})"
    r"(?:\s(?:bis|ter))?[.)）．、](?!\d)[)）]?\s*){1,2}"
)
_LIST_MARK = Pattern(r"\s*(?:(?:and|or|和|以及|及|或)\s?)?[(（](?:[a-z]{1,2}|[ivx]{1,5})[)）]")


def cut(text: str, places: Iterable[int]) -> tuple[Span, ...]:
    """Cut ``text`` before each of ``places`` (ascending offsets), trim white space, drop blanks."""
    spans = []
    start = 0
    for place in (*places, len(text)):
        piece = text[start:place]
        left = len(piece) - len(piece.lstrip())
        kept = piece.strip()
        if kept:
            spans.append(Span(start + left, start + left + len(kept)))
        start = place
    return tuple(spans)


def pairs(text: str, marks: Mapping[str, str]) -> tuple[Span, ...]:
    """Return the outermost well-matched pairs of opening and closing ``marks``, marks included.

    A closing mark without its opening one, or the other way round, is no pair and hides nothing.
    """
    stack: list[tuple[str, int]] = []
    found: list[Span] = []
    closers = set(marks.values())
    for at, ch in enumerate(text):
        if ch in marks:
            stack.append((marks[ch], at))
        elif ch in closers and stack and stack[-1][0] == ch:
            found.append(Span(stack.pop()[1], at + 1))
    return _outermost(found)


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


class Inside:
    """Answers whether a place lies inside one of some spans, in logarithmic time."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def around(self, place: int) -> Span | None:
        """Return the span that ``place`` is strictly inside of, None when there is none."""
        at = bisect_right(self._starts, place - 1) - 1
        if at < 0 or self._spans[at].end <= place:
            return None
        return self._spans[at]


def begins_item(text: str, place: int) -> bool:
    """Return whether the mark of a run-in list item, such as (b), stands at ``place``."""
    return _LIST_MARK.match(text, place) is not None


def is_label(text: str, start: int, place: int) -> bool:
    """Return whether all from ``start`` to ``place`` is a label: "12.", "II.", "(a)"."""
    return place - start < 40 and LABEL.fullmatch(text, start, place) is not None
