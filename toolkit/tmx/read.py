"""Reading TMX 1.1 to 1.4b as it is met: one bad unit costs that unit, not the file.

Streamed: a unit is forgotten as soon as it is read. Namespaces or none, ``lang`` for
``xml:lang``, incomplete headers, several languages and inline codes are all taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from toolkit.diagnostics import Finding
from toolkit.errors import MemoryStoreError
from toolkit.languages.tags import base, tag
from toolkit.model.identity import unit_id
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.events import MalformedError, events, forget
from toolkit.tmx.findings import Findings
from toolkit.tmx.form import NAMESPACE, TmxHeader, TmxResult
from toolkit.tmx.metadata import unit_metadata
from toolkit.tmx.seg import DamagedSegmentError, local_name, segment_text
from toolkit.tmx.source import CHINESE_ENCODINGS, TmxSource, open_source

MOST_CHARACTERS = 1_000_000  # of one segment
HEADER_ATTRIBUTES = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class _Variant:
    """One ``tuv`` that could be read."""

    lang: str
    text: str
    codes: int


def read_tmx(
    data: bytes | Path, *, source_lang: str = "en", target_lang: str = "zh", file: str = ""
) -> TmxResult:
    """Read a TMX, plain or gzipped.

    Units come out from ``source_lang`` to ``target_lang``, whichever of them the file calls its
    source, and one for each segment in the target language; regions are set aside (``zh-CN`` is
    ``zh``), but Traditional Chinese is not ``zh``. ``file`` is the name in messages.

    Raises:
        MemoryStoreError: not TMX, malformed, or unsafe; the message names the line.
    """
    name = file or (str(data) if isinstance(data, Path) else "the TMX")
    with open_source(data, name) as stream:
        reading = _Reading(name, base(source_lang), base(target_lang))
        try:
            units = tuple(reading.units(stream))
        except MalformedError as error:
            raise MemoryStoreError(_malformed(name, error, reading.count)) from error
        return TmxResult(units=units, header=reading.header, findings=reading.all_findings(stream))


class _Reading:
    """The state of reading one file."""

    def __init__(self, file: str, source: str, target: str) -> None:
        self.header = TmxHeader()
        self.count = 0
        self._findings = Findings(file)
        self._langs = (source, target)
        self._namespace = ""
        self._first: dict[str, tuple[int, int]] = {}  # code: first line, how many

    def units(self, stream: TmxSource) -> Iterator[TranslationUnit]:
        inside = 0
        for event, element in events(stream):
            name = local_name(element, self._namespace)
            if event == "start":
                inside += name == "tu" or bool(inside)
                self._open(name, element)
            elif inside > 1:
                inside -= 1
            elif inside:
                inside = 0
                yield from self._unit(element)
                forget(element)
            elif name in ("header", ""):
                forget(element)

    def all_findings(self, stream: TmxSource) -> tuple[Finding, ...]:
        if CHINESE_ENCODINGS.match(stream.encoding):
            self._findings.add("TMX107", None, encoding=stream.encoding)
        for code, (line, count) in self._first.items():
            source, target = self._langs
            self._findings.add(code, line, count=count, source=source, target=target)
        return self._findings.all()

    def _open(self, name: str, element: etree._Element) -> None:
        if element.getparent() is None:
            namespace = etree.QName(element).namespace or ""
            if namespace not in ("", NAMESPACE):
                raise MemoryStoreError(
                    f"The root element is <tmx> of the namespace {namespace}, which is not TMX."
                )
            self._namespace = namespace
            self.header = TmxHeader(version=element.get("version", ""))
        elif name == "header":
            self._read_header(element)

    def _read_header(self, element: etree._Element) -> None:
        missing = [key for key in HEADER_ATTRIBUTES if not element.get(key)]
        if missing:
            self._findings.add("TMX106", _line(element), missing=", ".join(missing))
        self.header = replace(
            self.header,
            source_lang=element.get("srclang", ""),
            admin_lang=element.get("adminlang", ""),
            segtype=element.get("segtype", ""),
            datatype=element.get("datatype", ""),
            creationtool=element.get("creationtool", ""),
            creationtoolversion=element.get("creationtoolversion", ""),
            o_tmf=element.get("o-tmf", ""),
        )

    def _unit(self, tu: etree._Element) -> list[TranslationUnit]:
        self.count += 1
        line = _line(tu)
        try:
            variants = self._variants(tu)
        except DamagedSegmentError as error:
            self._findings.add("TMX101", line, reason=error)
            return []
        sources = [v for v in variants if base(v.lang) == self._langs[0] and v.text]
        targets = [v for v in variants if base(v.lang) == self._langs[1] and v.text]
        if not sources or not targets:
            self._note("TMX103", line)
            return []
        if any(variant.codes for variant in (sources[0], *targets)):
            self._note("TMX104", line)
        blank = unit_metadata(tu, self._namespace, self._langs)
        if base(tu.get("srclang") or self.header.source_lang) == self._langs[1]:
            blank = replace(blank, previous="", following="")  # they are in the other language
        made = (replace(blank, source=sources[0].text, target=v.text) for v in targets)
        return [replace(u, id="") if u.id == unit_id(u) else u for u in made]

    def _variants(self, tu: etree._Element) -> list[_Variant]:
        tuvs = [child for child in tu if local_name(child, self._namespace) == "tuv"]
        if not tuvs:
            raise DamagedSegmentError("it has no segments")
        found = (self._variant(tuv) for tuv in tuvs)
        return [variant for variant in found if variant]

    def _variant(self, tuv: etree._Element) -> _Variant | None:
        segs = [child for child in tuv if local_name(child, self._namespace) == "seg"]
        if len(segs) != 1:
            raise DamagedSegmentError(f"a language has {len(segs) or 'no'} segments, not one")
        code = tuv.get(XML_LANG) or tuv.get("lang") or ""
        lang = tag(code)
        if lang is None:
            self._findings.add("TMX102", _line(tuv), given=repr(code[:40]))
            return None
        read = segment_text(segs[0], self._namespace)
        if len(read.text) > MOST_CHARACTERS:
            raise DamagedSegmentError(f"a segment has more than {MOST_CHARACTERS:,} characters")
        for element in read.foreign:
            self._findings.add("TMX105", _line(tuv), element=element)
        return _Variant(lang, read.text.strip(), read.codes)

    def _note(self, code: str, line: int) -> None:
        first, count = self._first.get(code, (line, 0))
        self._first[code] = (first, count + 1)


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _malformed(file: str, error: MalformedError, count: int) -> str:
    said = " ".join((str(error) or "not well-formed").split(", line ")[0].split()).rstrip(". ")
    hint = "repair the file there and try again"
    if "encoding" in said.lower() or "utf-8" in said.lower():
        hint = "it may be in another encoding, such as GB 18030: save it as UTF-8 and try again"
    elif "huge" in said.lower() or "depth" in said.lower():
        hint = "a segment or its nesting is beyond every limit: take that unit out and try again"
    return (
        f"{file} is not well-formed XML at line {error.line} ({said}), after {count} units; {hint}."
    )
