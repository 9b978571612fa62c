"""A segment is text with codes at positions; the codes are plain values, whatever the format.

The words never contain a code, so that matching, counting and checking see words only.
"""

from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """What a code does."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One inline code.

    Attributes:
        at: how many code points of the words stand before it.
        id: shared by the two halves of a pair, else unique in its segment or "".
        match: what it is called in the other language, where a format tells ("" unknown).
        type: what it is for ("bold", "link"), as the format says it.
        native: what the original format has in its place ("<b>").
        equivalent: words it stands for to a reader, "" for none.
        isolated: a half whose other half is in another segment.
        mark: a remark on the words between (a term, a comment); it is no formatting.
        extra: what else the format says, for writing it back.
        subflows: translatable text inside the code, such as a footnote or a link's title.
    """

    at: int
    kind: CodeKind
    id: str = ""
    match: str = ""
    type: str = ""
    native: str = ""
    equivalent: str = ""
    isolated: bool = False
    mark: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    subflows: tuple["Subflow", ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with codes among them; codes at one position are in the order they stand in."""

    text: str
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subflow:
    """Translatable text within a code; ``at`` counts code points of the code's ``native``."""

    at: int
    segment: Segment
    type: str = ""
    datatype: str = ""
