"""Reading TMX 1.1 to 1.4b as it is met: one bad unit costs that unit, not the file.

Streamed: a unit is forgotten as soon as it is read. Namespaces or none, ``lang`` for
``xml:lang``, incomplete headers, any number of languages and inline codes are all taken.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from toolkit.diagnostics import Finding
from toolkit.errors import MemoryStoreError
from toolkit.languages.tags import base, tag
from toolkit.model.unit import TranslationUnit
from toolkit.text.xml_files import line_of
from toolkit.tmx.canonical import spelt
from toolkit.tmx.entry import Entry, Variant
from toolkit.tmx.events import MalformedError, events, forget
from toolkit.tmx.findings import Findings
from toolkit.tmx.form import HEADER_ATTRIBUTES, NAMESPACE, TmxHeader, TmxResult
from toolkit.tmx.metadata import XML_LANG, Named, header_of, metadata, named
from toolkit.tmx.pairs import units_of
from toolkit.tmx.seg import DamagedSegmentError, local_name, read_segment
from toolkit.tmx.source import CHINESE_ENCODINGS, TmxSource, open_source

MOST_CHARACTERS = 1_000_000  # of one segment
MOST_LANGUAGES = 40  # that are counted each by itself; all of them have to be among the findings

Tick = Callable[[int], None]


def _quiet(_: int) -> None:
    """Tell nobody."""


def read_tmx(
    data: bytes | Path, *, source_lang: str = "en", target_lang: str = "zh", file: str = ""
) -> TmxResult:
    """Read a TMX, plain or gzipped, in two languages.

    Units come out from ``source_lang`` to ``target_lang``, whichever of them the file calls its
    source, and one for each segment in the target language; regions are set aside (``zh-CN`` is
    ``zh``), but Traditional Chinese is not ``zh``. ``file`` is the name in messages.

    Raises:
        MemoryStoreError: not TMX, malformed, or unsafe; the message names the line.
    """
    reading = TmxReading(data, file)
    units = tuple(reading.units(source_lang, target_lang))
    return TmxResult(units=units, header=reading.header, findings=reading.findings)


class TmxReading:
    """One file, read once, as a stream of entries or of units.

    Attributes:
        header: complete once the first entry has come, and after the end.
        count: how many units were met so far, damaged ones too.
    """

    def __init__(self, data: bytes | Path, file: str = "") -> None:
        """Name what to read; nothing is opened yet. ``file`` is the name in messages."""
        self.header = TmxHeader()
        self.count = 0
        self._data = data
        self._file = file or (str(data) if isinstance(data, Path) else "the TMX")
        self._findings = Findings(self._file)
        self._namespace = ""
        # By code and language: first line, how many.
        self._first: dict[tuple[str, str], tuple[int, int]] = {}
        self._langs = ("", "")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading had to say up to now."""
        source, target = self._langs
        whole = self._findings.copy()
        for (code, lang), (line, count) in self._first.items():
            said = {"language": lang} if lang else {}
            whole.add(code, line, count=count, source=source, target=target, **said)
        return whole.all()

    def units(
        self,
        source_lang: str = "en",
        target_lang: str = "zh",
        tick: Tick = _quiet,
    ) -> Iterator[TranslationUnit]:
        """Yield the units of two languages; what is left out is counted in findings.

        Raises:
            MemoryStoreError: as ``entries``.
        """
        self._langs = (base(source_lang), base(target_lang))
        for entry in self.entries(tick):
            made = units_of(entry, self._langs, self.header.source_lang)
            if not made:
                langs = {base(variant.lang) for variant in entry.variants}
                both = langs.issuperset(self._langs)
                self._note("TMX110" if both else "TMX103", entry.line)
            self._count_left_out(entry, bool(made))
            yield from made

    def _count_left_out(self, entry: Entry, taken: bool) -> None:
        """Count the segments in other languages, and the sources beside the one that was taken."""
        sources = 0
        for variant in entry.variants:
            lang = base(variant.lang)
            if lang not in self._langs:
                self._note("TMX109", entry.line, spelt(variant.lang))
            elif lang == self._langs[0] and variant.segment.text.strip():
                sources += 1
        for _ in range(sources - 1 if taken else 0):
            self._note("TMX111", entry.line)

    def entries(self, tick: Tick = _quiet) -> Iterator[Entry]:
        """Yield every ``tu`` with all its languages; damaged ones become findings.

        ``tick`` is told the number of bytes read, now and then.

        Raises:
            MemoryStoreError: not TMX, malformed, or unsafe; the message names the line.
        """
        with open_source(self._data, self._file) as stream:
            if CHINESE_ENCODINGS.match(stream.encoding):
                self._findings.add("TMX107", None, encoding=stream.encoding)
            try:
                yield from self._entries(stream, tick)
            except MalformedError as error:
                raise MemoryStoreError(_malformed(self._file, error, self.count)) from error
            except DamagedSegmentError as error:
                raise MemoryStoreError(
                    f"The header of {self._file} is damaged: {error}."
                ) from error

    def _entries(self, stream: TmxSource, tick: Tick) -> Iterator[Entry]:
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
                if entry := self._entry(element):
                    yield entry
                forget(element)
                if not self.count % 1000:
                    tick(stream.given)
            elif name == "header":
                self._read_header(element)
                forget(element)

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
            missing = [key for key in HEADER_ATTRIBUTES if not element.get(key)]
            if missing:
                self._findings.add("TMX106", line_of(element), missing=", ".join(missing))

    def _read_header(self, element: etree._Element) -> None:
        if any(local_name(child, self._namespace) == "ude" for child in element):
            self._findings.add("TMX108", line_of(element))
        self.header = replace(header_of(element, self._namespace), version=self.header.version)

    def _entry(self, tu: etree._Element) -> Entry | None:
        self.count += 1
        children = named(tu, self._namespace)
        try:
            variants = self._variants(children)
            said = metadata(tu, "tu", children)
        except DamagedSegmentError as error:
            self._findings.add("TMX101", line_of(tu), reason=error)
            return None
        return Entry(
            variants=variants,
            id=tu.get("tuid", ""),
            attributes=said.attributes,
            props=said.props,
            notes=said.notes,
            line=line_of(tu),
        )

    def _variants(self, children: list[Named]) -> tuple[Variant, ...]:
        tuvs = [child for name, child in children if name == "tuv"]
        if not tuvs:
            raise DamagedSegmentError("it has no segments")
        found = (self._variant(tuv) for tuv in tuvs)
        return tuple(variant for variant in found if variant)

    def _variant(self, tuv: etree._Element) -> Variant | None:
        children = named(tuv, self._namespace)
        segs = [child for name, child in children if name == "seg"]
        if len(segs) != 1:
            raise DamagedSegmentError(f"a language has {len(segs) or 'no'} segments, not one")
        code = (tuv.get(XML_LANG) or tuv.get("lang") or "").strip()
        if tag(code) is None:
            self._findings.add("TMX102", line_of(tuv), given=repr(code[:40]))
            return None
        segment, foreign = read_segment(segs[0], self._namespace)
        if len(segment.text) > MOST_CHARACTERS:
            raise DamagedSegmentError(f"a segment has more than {MOST_CHARACTERS:,} characters")
        for element in foreign:
            self._findings.add("TMX105", line_of(tuv), element=element)
        if segment.codes:
            self._note("TMX104", line_of(tuv))
        said = metadata(tuv, "tuv", children)
        return Variant(
            lang=code,
            segment=segment,
            attributes=said.attributes,
            props=said.props,
            notes=said.notes,
        )

    def _note(self, code: str, line: int, lang: str = "") -> None:
        if lang and (code, lang) not in self._first and len(self._first) >= MOST_LANGUAGES:
            lang = "other languages"
        first, count = self._first.get((code, lang), (line, 0))
        self._first[code, lang] = (first, count + 1)


def _malformed(file: str, error: MalformedError, count: int) -> str:
    said = " ".join((str(error) or "not well-formed").split(", line ")[0].split()).rstrip(". ")
    hint = "repair the file there and try again"
    if "encoding" in said.lower() or "utf-8" in said.lower():
        hint = "it may be in another encoding, such as GB 18030: save it as UTF-8 and try again"
    elif "huge" in said.lower() or "depth" in said.lower():
        hint = "a segment or its nesting is beyond every limit: take that unit out and try again"
    where = f"is not well-formed XML at line {error.line}" if error.line else "is no usable TMX"
    return f"{file} {where} ({said}), after {count} units; {hint}."
