"""What is held in memory of one language of a memory."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.memory.index.ask import Segment


@dataclass(slots=True)
class Shelf:
    """The segments of the index, and by number the texts that are in none yet."""

    segments: "list[Segment]" = field(default_factory=list)
    fresh: dict[int, str] = field(default_factory=dict)
