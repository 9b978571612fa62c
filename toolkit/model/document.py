"""A document: masthead, blocks in reading order, and where it came from."""

from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.blocks import Block


class Profile(StrEnum):
    """What kind of paper it is; decides what is legitimate in it."""

    REPORT = "report"
    DRAFT = "draft"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    NOTE = "note"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The first-page block; a field that is not printed is None.

    ``distribution``, ``language`` and ``original`` are as printed ("Limited", "Chinese",
    "English"); ``language`` is None in originals. ``date`` is ISO. ``job_number`` has no language
    letter; ``barcode`` is digits only. ``venue`` is place and dates as one printed string.
    ``agenda_title`` is what the agenda calls the item, a line for each where there are several.
    The asterisk of a title-page note stays where it is printed; the notes are the first blocks.
    ``stamps`` are the ddmmyy figures behind the job number, ``job_letter`` the letter in it.
    """

    organ: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    date: str | None = None
    language: str | None = None
    original: str | None = None
    job_number: str | None = None
    job_letter: str | None = None
    stamps: tuple[str, ...] = ()
    barcode: str | None = None
    body: str | None = None
    session: str | None = None
    venue: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    title: str | None = None
    subtitle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file a document was read from: ``path`` as the user gave it, ``sha256`` of its bytes."""

    path: str = ""
    format: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader makes of a file. ``language`` is a BCP-47 code such as ``en`` or ``zh``."""

    profile: Profile
    language: str
    masthead: Masthead = field(default_factory=Masthead)
    blocks: tuple[Block, ...] = ()
    origin: Origin = field(default_factory=Origin)
