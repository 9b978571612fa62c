"""TMX: what reading gives. Reading is ``read``, writing ``write``."""

from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.model.unit import TranslationUnit

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
ATTRIBUTE = "@"  # a property named "@usagecount" is an attribute of the tu


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxHeader:
    """The header of a TMX as it stands in the file; a missing attribute is ""."""

    version: str = ""
    source_lang: str = ""
    admin_lang: str = ""
    segtype: str = ""
    datatype: str = ""
    creationtool: str = ""
    creationtoolversion: str = ""
    o_tmf: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxResult:
    """What was read: the units in file order, the header, and what was lost or repaired."""

    units: tuple[TranslationUnit, ...]
    header: TmxHeader
    findings: tuple[Finding, ...] = ()
