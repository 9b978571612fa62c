"""The layout of plain text: how far apart lines stand, how wide they run, where they break."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.structure.marking import is_contents_line
from toolkit.structure.para import Para
from toolkit.text.columns import columns

_WIDEST: Final = 160
_ENDS: Final = "。．.!?！？”’"
_CLOSED: Final = _ENDS + ":：;；"
_CLAUSES: Final = ",，"
_INDENT: Final = 3
_FIRST: Final = 12  # first lines stand in no further; what does is centred
_FULL: Final = 0.85


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: its number from 1, its words, its indent, the blank lines before it.

    The indent counts columns, of which a full-width space takes two.
    """

    number: int
    text: str
    indent: int
    gap: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text was laid out.

    ``spacing``: the blank lines between the lines of one paragraph (0, or 1 in text that has a
    blank line after each). ``width``: columns of a full line, 0 when nothing was wrapped.
    ``first``: the indent of first lines where an indent begins each paragraph.
    """

    spacing: int
    width: int
    first: int | None = None


def lines_of(text: str) -> list[Line]:
    """Return the lines that have words; rules of dashes and underscores have none."""
    found: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if not words.strip("_-—–=* "):
            gap += 1
            continue
        indent = columns(raw[: len(raw) - len(raw.lstrip())])
        found.append(Line(number, words, indent, gap))
        gap = 0
    return found


def measure(lines: Sequence[Line]) -> Layout:
    """Tell the layout from all lines of a text."""
    widths = sorted(columns(line.text) for line in lines)
    if not widths or widths[-1] > _WIDEST:
        return Layout(0, 0)
    widest = widths[len(widths) * 9 // 10]  # a few lines of a masthead may run wider
    if _is_spaced(lines, widest):
        return Layout(1, widest)
    return Layout(0, widest, _first_indent(lines, widest))


def _first_indent(lines: Sequence[Line], widest: int) -> int | None:
    """Return the indent from which a line of text goes back to the margin, more than once."""
    found = Counter(
        line.indent
        for line, below in pairwise(lines)
        if below.gap == 0 and below.indent == 0 and _INDENT <= line.indent <= _FIRST
        if line.indent + columns(line.text) >= _FULL * widest
    )
    indent, times = found.most_common(1)[0] if found else (0, 0)
    return indent if times > 1 else None


def _is_spaced(lines: Sequence[Line], widest: int) -> bool:
    """Return whether blank lines stand between the lines of a paragraph too.

    Then hardly any lines touch, many are one blank line apart, some are more, and a good number
    of full lines break off in a sentence before a single blank line.
    """
    gaps = Counter(min(line.gap, 2) for line in lines[1:])
    total = gaps.total()
    if gaps[0] > 0.1 * total or gaps[1] < 0.4 * total or not gaps[2]:
        return False
    cut = sum(
        later.gap == 1 and columns(line.text) >= 0.85 * widest and line.text[-1] not in _CLOSED
        for line, later in pairwise(lines)
    )
    return cut >= max(3, 0.05 * total)


def groups(
    lines: Sequence[Line], layout: Layout, *, alone: Callable[[Line], bool] = lambda _: False
) -> Iterator[list[Line]]:
    """Yield the lines that stand together: a paragraph, or paragraphs that nothing sets apart.

    ``alone`` tells the lines that are paragraphs of their own whatever stands beside them.
    """
    group: list[Line] = []
    for line in lines:
        apart = group and (line.gap > layout.spacing or _is_indented(group[-1], line, layout))
        if group and (apart or alone(line) or alone(group[-1])):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_indented(before: Line, line: Line, layout: Layout) -> bool:
    """Return whether an indent alone begins a paragraph."""
    if layout.spacing:
        return False
    if line.indent == layout.first and before.indent in (0, line.indent):
        return before.text[-1] in _CLOSED + _CLAUSES
    return line.indent >= before.indent + _INDENT and before.text[-1] in _ENDS


def breaker(layout: Layout) -> Callable[[Para, Para], bool]:
    """Return the test whether a line was ended early, so that the next begins a paragraph."""

    def ended_early(before: Para, after: Para) -> bool:
        if not layout.width:
            return True
        if is_contents_line(before.text):
            return True
        used = columns(before.text) / layout.width
        first = columns(after.text.split(" ", 1)[0][:20]) / layout.width
        sentence = before.text[-1] in _ENDS
        clause = before.text[-1] in _CLOSED + _CLAUSES
        if after.text[0].islower():
            return False
        room = 1 - used - min(first, 0.3)
        return used < 0.45 or (sentence and room > 0.15) or (clause and room > 0.3)

    return ended_early


def page_turner(layout: Layout) -> Callable[[Para, Para], bool]:
    """Return the test whether the line above a page break was full, so that more may follow."""

    def is_full(above: Para, below: Para) -> bool:  # noqa: ARG001
        return layout.width > 0 and columns(above.text) >= _FULL * layout.width

    return is_full
