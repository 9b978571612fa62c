"""What every exchange format holds: units in two languages, and what is said of the file."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.diagnostics import Finding
from toolkit.inline import Segment


class State(StrEnum):
    """How far a translation is; formats have finer steps, which map onto these."""

    NEW = "new"
    REVIEW = "needs-review"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A translation offered beside the unit's own; ``score`` is 0-100, None where none is told."""

    source: Segment | None
    target: Segment
    score: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeUnit:
    """One segment in two languages.

    Attributes:
        id: what the file calls it; of a file with parts, unique in its part only.
        part: the ``file`` element, or what else the unit stands in; "" where there are no parts.
        source: words and inline codes.
        target: None where there is none; may be blank.
        state: as near as the steps above come.
        translate: False where the file says that it is not for translation.
        notes: remarks, in order, without who made them.
        context: what the file says to tell equal sources apart (``msgctxt`` of another's PO).
        path: where the unit stands in its document, as far as the file tells.
        matches: other translations that the file offers.
        segmented: the source with marks around its segments, where a tool cut it so.
        langs: source and target language where its part has others than the file, else ("", "").
        line: where the unit stands in the file, 0 for nowhere; makes no difference.
    """

    id: str
    source: Segment
    target: Segment | None = None
    part: str = ""
    state: State = State.NEW
    translate: bool = True
    notes: tuple[str, ...] = ()
    context: str = ""
    path: str = ""
    matches: tuple[Match, ...] = ()
    segmented: Segment | None = None
    langs: tuple[str, str] = ("", "")
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFile:
    """A file read.

    ``format`` is "xliff 1.2", "xliff 2.1", "po", "tsv", "xlsx" or the like; languages are as the
    file spells them, "" where it does not say. ``original`` is the name of the document, and
    ``sha256`` its digest where the file was written here. ``symbol`` is the document's.
    ``findings`` are what reading had to say.
    """

    format: str
    units: tuple[ExchangeUnit, ...]
    source_lang: str = ""
    target_lang: str = ""
    original: str = ""
    sha256: str = ""
    symbol: str = ""
    findings: tuple[Finding, ...] = ()
