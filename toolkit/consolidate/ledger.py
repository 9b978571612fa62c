"""The ledger: every block of every part, and where it went; its sums balance."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.consolidate.part import Part
from toolkit.model import Document


class Fate(StrEnum):
    """What became of a block.

    KEPT: it stands in the report, in its section and order. MOVED: it stands elsewhere than its
    part had it. JOINED: its list of States is in that of another. MERGED: a heading that another
    part opened. DROPPED: the plan leaves it out.
    """

    KEPT = "kept"
    MOVED = "moved"
    JOINED = "joined"
    MERGED = "merged"
    DROPPED = "dropped"


IN_REPORT = (Fate.KEPT, Fate.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One block of a part.

    ``path``, ``label`` and ``place`` are those in its part; ``block_id`` its id in the report, and
    of the block that stands for it where it was joined or merged; ``to`` and ``to_label`` are that
    block's, empty for one that was dropped. ``reworded``: words of it changed, beside its label.
    """

    part: str
    kind: str
    path: str
    label: str | None
    place: str
    words: str
    notes: int
    fate: Fate
    block_id: str = ""
    to: str = ""
    to_label: str | None = None
    reworded: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """One account: blocks that went in, and how many came to each fate."""

    name: str
    given: int
    fates: Mapping[Fate, int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows, part by part in reading order; ``parts`` names those without any block too."""

    rows: tuple[Row, ...]
    parts: tuple[str, ...] = ()

    def sums(self) -> tuple[Sum, ...]:
        """Return the account of each part, and that of all."""
        names = dict.fromkeys((*self.parts, *(row.part for row in self.rows)))
        return tuple(_sum(name, self.rows) for name in names)

    def total(self) -> Sum:
        """Return the account of all parts together."""
        counts = Counter(row.fate for row in self.rows)
        return Sum("total", len(self.rows), {fate: counts[fate] for fate in Fate})


def _sum(name: str, rows: Sequence[Row]) -> Sum:
    counts = Counter(row.fate for row in rows if row.part == name)
    return Sum(name, sum(counts.values()), {fate: counts[fate] for fate in Fate})


def unbalanced(ledger: Ledger, parts: Sequence[Part], report: Document) -> Iterator[str]:
    """Yield what does not add up, in words; nothing when every block is accounted for.

    Counted anew from the parts and the report, not from what the rows were made of.
    """
    told = Counter(row.part for row in ledger.rows)
    for one in parts:
        given = len(one.document.blocks)
        if given != told[one.name]:
            yield f"{one.name}: {given} blocks were given and {told[one.name]} are in the ledger"
    stand = [row.block_id for row in ledger.rows if row.fate in IN_REPORT]
    there = [block.id for block in report.blocks]
    if sorted(stand) != sorted(there):
        yield f"{len(stand)} blocks are said to stand in the report, which has {len(there)}"
    ids = set(there)
    for row in ledger.rows:
        if row.fate in (Fate.JOINED, Fate.MERGED) and row.block_id not in ids:
            yield f"{row.part}, {row.path}: what it went into is not in the report"
    notes = sum(row.notes for row in ledger.rows if row.fate in IN_REPORT)
    kept = sum(len(block.notes) for block in report.blocks)
    if notes != kept:
        yield f"{notes} notes are said to stand in the report, which has {kept}"
