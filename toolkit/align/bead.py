"""A bead: one group of an alignment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Segments that translate each other.

    ``source`` and ``target`` are segment indexes from 0, ascending; one side may be empty (an
    omission). ``confidence`` is 0-1. ``path`` is the place of the source side (of the target for
    a 0-1 bead), "" for plain segment files. ``anchors`` name what ties the sides ("para 12",
    "2019-09-09", "1193").
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    source_texts: tuple[str, ...]
    target_texts: tuple[str, ...]
    confidence: float
    path: str = ""
    anchors: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The sizes of the two sides: "1-1", "2-1", "0-1"."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that cover every segment of both sides exactly once, in source order; a 0-1 bead
    stands after the bead of the target segment before it."""

    beads: tuple[Bead, ...]
