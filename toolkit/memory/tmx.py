"""TMX: what reading gives, and the two directions in one place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Finding
from toolkit.memory.unit import TranslationUnit


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


def read_tmx(
    data: bytes | Path, *, source_lang: str = "en", target_lang: str = "zh", file: str = ""
) -> TmxResult:
    """Read a TMX."""
    raise NotImplementedError((data, source_lang, target_lang, file))


def write_tmx(units: Iterable[TranslationUnit], *, source_lang: str, target_lang: str) -> bytes:
    """Return a canonical TMX."""
    raise NotImplementedError((units, source_lang, target_lang))
