"""What is held in memory of one language of a memory."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.memory.index.ask import Segment
    from toolkit.memory.sql.rows import SegmentRows


@dataclass(slots=True)
class Shelf:
    """The segments of the index with their postings; by number the texts that are in none yet."""

    segments: "list[tuple[Segment, SegmentRows]]" = field(default_factory=list)
    fresh: dict[int, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many texts the segments have."""
        return sum(len(segment.texts) for segment, _ in self.segments)
