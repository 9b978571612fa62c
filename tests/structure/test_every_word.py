"""Every word of the accepted text is in the document, or a finding says why not."""

import calendar
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from toolkit.errors import InputError
from toolkit.readers import ReadResult
from toolkit.readers.registry import read_bytes

pytestmark = pytest.mark.slow

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GONE = {"del", "moveFrom", "rt", "instrText", "delText", "delInstrText"}


def name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words_of(data: bytes) -> Iterator[str]:
    """Yield what stands in w:t of the text and of the notes that it points to."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {one.lower().lstrip("/"): one for one in archive.namelist()}
        main = names.get("word/document.xml")
        if main is None:
            return
        parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
        root = etree.fromstring(archive.read(main).replace(STRICT, MAIN), parser)
        yield from text_of(root)
        for kind in ("footnote", "endnote"):
            part = names.get(f"word/{kind}s.xml")
            wanted = {one.get(key) for one in root.iter() if name(one) == f"{kind}Reference"
                      for key in one if key.endswith("}id")}  # fmt: skip
            if part is None or not wanted:
                continue
            notes = etree.fromstring(archive.read(part).replace(STRICT, MAIN), parser)
            for note in notes:
                number = next((v for k, v in note.items() if k.endswith("}id")), None)
                if number in wanted and name(note) == kind:
                    yield from text_of(note)


def text_of(root: etree._Element) -> Iterator[str]:
    waiting = [root]
    while waiting:
        one = waiting.pop()
        tag = name(one)
        if tag in GONE or not tag or is_hidden(one):
            continue
        if tag == "t":
            yield one.text or ""
        children = list(one)
        if tag == "AlternateContent":
            spoken = [child for child in children if any(name(x) == "t" for x in child.iter())]
            children = spoken[:1]
        waiting.extend(reversed(children))


def is_hidden(run: etree._Element) -> bool:
    if name(run) != "r":
        return False
    found = [one for one in run.iter() if name(one) in ("vanish", "webHidden")]
    return any(not set(one.values()) & {"0", "false", "off"} for one in found)


def read_words(result: ReadResult) -> Iterator[str]:
    masthead = result.document.masthead
    for field in masthead.__slots__:
        value = getattr(masthead, field)
        yield " ".join(value) if isinstance(value, tuple) else value or ""
    if masthead.date:  # ISO in the model
        yield calendar.month_name[int(masthead.date[5:7])]
    for block in result.document.blocks:
        yield f"{block.label or ''} {block.text}"
        yield from (f"{note.number} {note.text}" for note in block.notes)
    for finding in result.findings:
        yield from finding.values.values()
        yield finding.snippet


def letters(texts: Iterator[str]) -> Counter[str]:
    """Count letters and figures: words may be parted among runs, and dates be written anew."""
    return Counter(one for text in texts for one in re.sub(r"[\W_]", "", text).casefold())


def sources(shared: Path) -> list[Path]:
    corpora = (shared / "corpora" / "docx").rglob("*.docx")
    # The LIR files count some thousand lines each in one format; two of them say it all.
    short = [one for one in corpora if not one.name.startswith(("LIR00", "LIR02"))]
    return [*sorted(short), *sorted((shared / "data" / "un-docx").glob("*.docx"))]


# The fixed words of a masthead, which its fields stand for.
FIXED = letters(iter(["United Nations Distr.: Original: (continued) (续) （续） Word" * 2]))


def test_every_letter_of_the_accepted_text_is_read_or_told(shared: Path) -> None:
    lost: dict[str, str] = {}
    total = 0
    for path in sources(shared):
        data = path.read_bytes()
        try:
            result = read_bytes(data, path.name)
        except InputError:
            continue
        expected = letters(words_of(data))
        missing = expected - letters(read_words(result)) - FIXED
        total += expected.total()
        if missing:
            lost[path.name] = "".join(sorted(missing.elements()))[:60]
    assert lost == {}
    assert total > 300_000
