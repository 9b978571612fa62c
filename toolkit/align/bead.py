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

    @property
    def alone(self) -> str:
        """The side that the other does not translate: "source" or "target", "" for a pair."""
        if self.source and self.target:
            return ""
        return "source" if self.source else "target"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that cover every segment of both sides exactly once.

    They are in source order; a 0-1 bead stands after the bead of the target segment before it.
    """

    beads: tuple[Bead, ...]

    @property
    def confidence(self) -> float:
        """How sure the whole is, 0-1.

        The share of segments that sit in a bead with both sides, each weighed by its bead's
        confidence. 0 for an empty alignment. Two documents that are
        not translations of each other stay below about 0.5.
        """
        return mean_confidence(self.beads)


def mean_confidence(beads: tuple[Bead, ...]) -> float:
    """Return the mean confidence per segment, where an omitted segment counts 0."""
    segments = sum(len(b.source) + len(b.target) for b in beads)
    paired = (b for b in beads if b.source and b.target)
    sure = sum(b.confidence * (len(b.source) + len(b.target)) for b in paired)
    return sure / segments if segments else 0.0
