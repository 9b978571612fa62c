"""The numbers of the one report: one series each, annexes their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.languages import Language, RefKind
from toolkit.model import Block, Kind
from toolkit.references.places import annex_of
from toolkit.text.numerals import letter_value, roman_value

_COUNTED = {Kind.PARAGRAPH: RefKind.PARAGRAPH, Kind.RECOMMENDATION: RefKind.RECOMMENDATION}


@dataclass(frozen=True, slots=True)
class Numbers:
    """New numbers: of blocks by id, of notes by block id and place.

    ``blocks`` has paragraphs, recommendations, headings, and captions by the number in their words.
    """

    blocks: Mapping[str, int]
    notes: Mapping[tuple[str, int], int]


@dataclass(slots=True)
class _Count:
    series: dict[tuple[RefKind, str], int] = field(default_factory=dict)

    def next(self, kind: RefKind, scope: str) -> int:
        number = self.series[kind, scope] = self.series.get((kind, scope), 0) + 1
        return number


def count(placed: Sequence[tuple[Block, str]], language: Language) -> Numbers:
    """Return the numbers of blocks, each given with the path of its heading, in their new order."""
    counts = _Count()
    blocks: dict[str, int] = {}
    notes: dict[tuple[str, int], int] = {}
    for block, path in placed:
        scope = annex_of(Block(id="", kind=block.kind, text="", path=path))
        kind = _COUNTED.get(block.kind) or captioned(block, language)
        if kind is not None and (block.number is not None or block.kind is Kind.CAPTION):
            blocks[block.id] = counts.next(kind, scope)
        for place, note in enumerate(block.notes):
            if note.number.isdecimal():
                notes[block.id, place] = counts.next(RefKind.FOOTNOTE, "")
    return Numbers(blocks, notes)


def captioned(block: Block, language: Language) -> RefKind | None:
    """Return what a caption names at its head: a table or a figure, with one plain number."""
    if block.kind is not Kind.CAPTION:
        return None
    for one in language.reference_lists(block.text)[:1]:
        known = one.kind in (RefKind.TABLE, RefKind.FIGURE)
        if known and one.span.start == 0 and len(one.members) == 1:
            return one.kind
    return None


def chapter_number(step: str) -> int | None:
    """Return the number of a chapter or annex in a path: "II" is 2; None without one."""
    return roman_value(step)


def section_number(step: str) -> int | None:
    """Return the number of a section in a path: "C" is 3, not a hundred; None without one."""
    return letter_value(step)
