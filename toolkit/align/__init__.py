"""Two language versions to beads: structure first, then sentences by dynamic programming."""

from toolkit.align.aids import Aids
from toolkit.align.bead import Alignment, Bead
from toolkit.align.chunks import Segment
from toolkit.align.differences import Difference
from toolkit.align.documents import DocumentAlignment, align_documents
from toolkit.align.scorers import Encoder, installed_scorers, load_scorer
from toolkit.align.segments import align_segments

__all__ = [
    "Aids",
    "Alignment",
    "Bead",
    "Difference",
    "DocumentAlignment",
    "Encoder",
    "Segment",
    "align_documents",
    "align_segments",
    "installed_scorers",
    "load_scorer",
]
