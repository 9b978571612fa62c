"""Two language versions to beads: structure first, then sentences by dynamic programming."""

from toolkit.align.bead import Alignment, Bead
from toolkit.align.chunks import Segment
from toolkit.align.differences import Difference
from toolkit.align.documents import DocumentAlignment, align_documents
from toolkit.align.segments import align_segments

__all__ = [
    "Alignment",
    "Bead",
    "Difference",
    "DocumentAlignment",
    "Segment",
    "align_documents",
    "align_segments",
]
