"""Alignment of two language versions of a document: structure first, then sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.align.bead import Bead, mean_confidence
from toolkit.align.segments import align_segments
from toolkit.languages import by_code
from toolkit.model import Block, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One segment of a document: its words, the block it stands in, and what it is there.

    ``kind`` is the kind of the block, or "title", "cell" or "footnote".
    """

    text: str
    path: str
    block_id: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs inside one bead.

    ``kind`` is numbers, dates, symbols or states; ``source`` and
    ``target`` are the values that the other side does not have, as plain text.
    """

    path: str
    kind: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAlignment:
    """Two documents, aligned.

    Every index of ``source`` and ``target`` is in exactly one of ``beads``. Unpaired blocks are
    those none of whose segments has a partner.
    """

    beads: tuple[Bead, ...]
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    unpaired_source: tuple[Block, ...] = ()
    unpaired_target: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def confidence(self) -> float:
        """As ``Alignment.confidence``."""
        return mean_confidence(self.beads)

    @property
    def summary(self) -> Mapping[str, int]:
        """Counts: beads, paired, omitted_source, omitted_target, unpaired_blocks, differences."""
        return {
            "beads": len(self.beads),
            "paired": sum(1 for b in self.beads if b.source and b.target),
            "omitted_source": sum(len(b.source) for b in self.beads if not b.target),
            "omitted_target": sum(len(b.target) for b in self.beads if not b.source),
            "unpaired_blocks": len(self.unpaired_source) + len(self.unpaired_target),
            "differences": len(self.differences),
        }


def align_documents(source: Document, target: Document) -> DocumentAlignment:
    """Align two language versions of one document."""
    left = tuple(
        Segment(text=b.text, path=b.path, block_id=b.id, kind=b.kind) for b in source.blocks
    )
    right = tuple(
        Segment(text=b.text, path=b.path, block_id=b.id, kind=b.kind) for b in target.blocks
    )
    beads = align_segments(
        [s.text for s in left],
        [s.text for s in right],
        by_code(source.language),
        by_code(target.language),
    ).beads
    return DocumentAlignment(beads=beads, source=left, target=right)
