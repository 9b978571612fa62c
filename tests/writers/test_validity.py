"""Every Word file we write is sound, by our own judge and by the schemas."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from papers import paper

from tests.validity import faults, schema_faults
from toolkit.readers.registry import read_bytes
from toolkit.writers import docx


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return made.getvalue()


@pytest.mark.parametrize("numbers", ["typed", "live"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_written_document_is_sound(language: str, numbers: str, shared: Path) -> None:
    data = docx.write(paper(language), numbers=numbers)
    assert faults(data) == []
    assert schema_faults(data, shared) == []


@pytest.mark.slow
def test_all_samples_are_sound_typed_and_live(samples: Path, shared: Path) -> None:
    for path in sorted(samples.glob("*.??.md")):
        document = read_bytes(path.read_bytes(), str(path)).document
        for numbers in ("typed", "live"):
            data = docx.write(document, numbers=numbers)
            assert faults(data) == [], (path, numbers)
            assert schema_faults(data, shared) == [], (path, numbers)


SPOILT: dict[str, tuple[str, Callable[[str], str]]] = {
    "a style": ("word/document.xml", lambda x: x.replace('pStyle w:val="', 'pStyle w:val="Z', 1)),
    "a relationship": ("word/document.xml", lambda x: x.replace('r:id="', 'r:id="z', 1)),
    "a target": ("word/_rels/document.xml.rels", lambda x: x.replace('Target="', 'Target="z', 1)),
    "a bookmark": ("word/document.xml", lambda x: x.replace("<w:bookmarkEnd", "<w:proofErr", 1)),
    "a note": ("word/document.xml", lambda x: x.replace("Reference w:id=", 'Reference w:x=', 1)),
    "a type": ("[Content_Types].xml", lambda x: x.replace("/word/styles.xml", "/word/zzz.xml", 1)),
    "a field": ("word/footer1.xml", lambda x: x.replace('"end"', '"separate"', 1)),
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_the_judge_sees_what_is_spoilt(what: str) -> None:
    data = docx.write(paper("en"), numbers="live")
    part, change = SPOILT[what]
    spoilt = changed(data, part, change)
    if spoilt == changed(data, part, str):
        pytest.fail(f"nothing to spoil in {part}")
    assert faults(spoilt)


def test_the_schema_sees_what_is_out_of_order(shared: Path) -> None:
    data = docx.write(paper("en"))
    spoilt = changed(
        data, "word/document.xml", lambda x: x.replace("<w:pPr>", "<w:pPr><w:jc w:val='left'/>")
    )
    assert schema_faults(spoilt, shared)
