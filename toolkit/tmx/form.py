"""What is said of a TMX as a whole, and which of its properties are fields of a unit."""

from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.entry import Note, Prop

NAMESPACE = "http://www.lisa.org/tmx14"

# The properties that carry the fields of a unit, in the order they are written.
FIELDS: tuple[tuple[str, str], ...] = (
    ("x-symbol", "symbol"),
    ("x-target-symbol", "target_symbol"),
    ("x-path", "path"),
    ("x-status", "status"),
    ("x-confidence", "confidence"),
    ("x-aligner", "aligner"),
    ("x-previous", "previous"),
    ("x-following", "following"),
)
ATTRIBUTE = "@"  # a property named "@usagecount" is an attribute of the tu or tuv
NOTE = "#note"  # a property so named is a note of the tuv
NOTE_LANG = "@note-lang:"  # then a language; the value is the text of a note in it
NOTE_ENCODING = "@note-o-encoding:"  # the same for the encoding it once was in
PROP_LANG = "@prop-lang:"  # then a language; the value is type, "=" and text of a property in it
PROP_ENCODING = "@prop-o-encoding:"
LANG = "@xml:lang"  # the code of a language as the file had it
LANG_PROP = "x-lang"  # what carries it when all units are written under one code

HEADER_ATTRIBUTES = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)
MORE_HEADER_ATTRIBUTES = ("o-encoding", "creationdate", "creationid", "changedate", "changeid")


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxHeader:
    """The header of a TMX as it stands in the file; a missing attribute is "".

    ``attributes`` are those of ``MORE_HEADER_ATTRIBUTES`` that are there.
    """

    version: str = ""
    source_lang: str = ""
    admin_lang: str = ""
    segtype: str = ""
    datatype: str = ""
    creationtool: str = ""
    creationtoolversion: str = ""
    o_tmf: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    props: tuple[Prop, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxResult:
    """What was read: the units in file order, the header, and what was lost or repaired."""

    units: tuple[TranslationUnit, ...]
    header: TmxHeader
    findings: tuple[Finding, ...] = ()
