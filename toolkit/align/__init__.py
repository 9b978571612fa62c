"""Two language versions to beads: structure first, then sentences by dynamic programming."""

from toolkit.align.bead import Alignment, Bead

__all__ = ["Alignment", "Bead"]
