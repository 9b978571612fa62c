"""Where a numbered series breaks: values only; what to say of it is the checker's business."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.model import Block, Document, Kind
from toolkit.numbering.schemes import SeriesRule, scheme_for


class Series(StrEnum):
    """The series of a document."""

    PARAGRAPH = "paragraph"
    RECOMMENDATION = "recommendation"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"


class BreakKind(StrEnum):
    """How a series breaks."""

    GAP = "gap"  # 12, 14
    REPEAT = "repeat"  # 12, 12
    RESTART = "restart"  # 12, 1
    BACKWARDS = "backwards"  # 12, 10
    START = "start"  # the first is not 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One break: ``found`` stands on ``block`` where ``expected`` should.

    ``previous`` is the block before it in the same series, None at a start.
    """

    kind: BreakKind
    block: Block
    expected: int
    found: int
    previous: Block | None = None


def sequence_breaks(document: Document, series: Series) -> tuple[tuple[Break, ...], int]:
    """Return the breaks of a series, in reading order, and how many numbers were looked at.

    What the scheme of the document's profile allows is no break: an addendum's recommendations
    begin where the last part ended. Numbers with "bis" or "ter" go with the number before
    them. Annexes have their own series; after a break the series goes on from what was found.
    """
    rule = scheme_for(document.profile)[series.value]
    breaks: list[Break] = []
    cases = 0
    for run in _runs(document, series):
        cases += len(run)
        breaks.extend(_breaks(run, rule))
    return tuple(breaks), cases


def _runs(document: Document, series: Series) -> list[list[Block]]:
    """Group the blocks of a series into runs that each count from one, in order of appearance."""
    runs: dict[str, list[Block]] = {}
    above: list[Block] = []  # the open headings, from the top
    opened = ""  # the paragraph, recommendation or heading an item stands under
    for block in document.blocks:
        if block.kind is Kind.HEADING:
            while above and (above[-1].level or 1) >= (block.level or 1):
                above.pop()
        if block.number is not None and _belongs(block, series):
            runs.setdefault(_key(block, series, opened, above), []).append(block)
        if block.kind is Kind.HEADING:
            above.append(block)
        if block.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.RECOMMENDATION):
            opened = block.id
    return list(runs.values())


def _belongs(block: Block, series: Series) -> bool:
    if series is Series.CHAPTER:
        return block.kind is Kind.HEADING and block.level == 1 and not _is_annex(block)
    if series is Series.SECTION:
        return block.kind is Kind.HEADING and (block.level or 0) > 1
    return block.kind.value == series.value


def _key(block: Block, series: Series, opened: str, above: Sequence[Block]) -> str:
    """Return what a block counts under: its heading, its paragraph, its annex or the document."""
    if series is Series.SECTION:
        return f"{above[-1].id} {block.level}" if above else ""
    if series is Series.ITEM:
        return f"{opened} {block.path.rpartition('/')[0]} {block.level}"
    if above and _is_annex(above[0]):
        return above[0].id
    root = block.path.split("/")[0]
    return root if root.startswith("annex") else ""


def _is_annex(block: Block) -> bool:
    return block.path.split("/")[-1].startswith("annex")


def _breaks(run: list[Block], rule: SeriesRule) -> Iterator[Break]:
    previous: Block | None = None
    last = highest = 0
    for block in run:
        found = block.number or 0
        if previous is not None and found == last and _is_alternative(block):
            continue
        kind = _kind(found, last, highest, previous is None)
        if kind is not None and not _allowed(kind, rule):
            expected = 1 if previous is None else last + 1
            yield Break(kind=kind, block=block, expected=expected, found=found, previous=previous)
        previous, last = block, found
        highest = found if kind is BreakKind.RESTART else max(highest, found)


def _kind(found: int, last: int, highest: int, first: bool) -> BreakKind | None:
    if first:
        return BreakKind.START if found != 1 else None
    if found in (last + 1, highest + 1):
        return None
    if found == last:
        return BreakKind.REPEAT
    if found == 1:
        return BreakKind.RESTART
    return BreakKind.GAP if found > last else BreakKind.BACKWARDS


def _allowed(kind: BreakKind, rule: SeriesRule) -> bool:
    if kind is BreakKind.START:
        return rule.any_start
    return kind is BreakKind.GAP and rule.skips


def _is_alternative(block: Block) -> bool:
    label = block.label or ""
    return any(word in label for word in ("bis", "ter", "quater", "quinquies", "之"))
