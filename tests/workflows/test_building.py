"""Drafts from the shipped templates, through the whole job: build, write, read back, check."""

import io
import zipfile
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import ROOT, SAMPLES
from tests.validity import faults, schema_faults
from toolkit.checks.rule import PairInput
from toolkit.checks.run import run
from toolkit.errors import TemplateError, UsageError
from toolkit.languages import by_code
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.stripping import strip_marks
from toolkit.symbols.find import find as find_symbols
from toolkit.workflows.building.building import BuildOptions, Built, build, find_template
from toolkit.workflows.documents.converting import TargetFormat, other_formats
from toolkit.workflows.documents.files import write_outputs
from toolkit.workflows.documents.reading import LoadedPair, load, order_pair
from toolkit.writers.docx_runs import TONES

TEMPLATES = sorted(path.parent.name for path in (ROOT / "templates").glob("*/template.toml"))
LANGUAGES = (by_code("en"), by_code("zh"))
OPTIONS = BuildOptions(memories=(str(ROOT / "tm" / "sample.tmx"),))


def drafts(name: str, data: Path, options: BuildOptions = OPTIONS) -> tuple[Built, ...]:
    text = data.read_text(encoding="utf-8")
    return build(find_template(name, "no-such-folder"), (text, data.name), LANGUAGES, options)


def read_back(built: tuple[Built, ...], folder: Path) -> LoadedPair:
    write_outputs({folder / one.file_name: one.data for one in built})
    names = [str(folder / one.file_name) for one in built]
    return order_pair(load(names[0]), load(names[1]), "en", "zh")


@pytest.mark.parametrize("marks", ["comments", "colour", "none"])
@pytest.mark.parametrize("numbers", ["typed", "live"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_an_example_builds_reads_back_and_checks_clean(
    name: str, numbers: str, marks: str, tmp_path: Path
) -> None:
    options = BuildOptions(memories=OPTIONS.memories, numbers=numbers, marks=marks)  # type: ignore[arg-type]
    built = drafts(name, ROOT / "templates" / name / "example.toml", options)
    pair = read_back(built, tmp_path)
    for one, loaded in zip(built, (pair.source, pair.target), strict=True):
        assert [b.path for b in loaded.document.blocks] == [
            b.path for b in one.filled.document.blocks
        ]
        assert faults(one.data) == []
    found = run((), [PairInput(pair.source.document, pair.target.document)]).findings
    assert [f"{f.message} {f.path}" for f in found] == []


@pytest.mark.parametrize("numbers", ["typed", "live"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_what_an_example_makes_holds_to_the_schemas(
    name: str, numbers: Literal["typed", "live"], shared: Path
) -> None:
    options = BuildOptions(memories=OPTIONS.memories, numbers=numbers, marks="comments")
    for one in drafts(name, ROOT / "templates" / name / "example.toml", options):
        assert schema_faults(one.data, shared) == []


def test_this_years_chinese_comes_from_template_and_memory_with_its_values_set() -> None:
    built = drafts("draft-report", SAMPLES / "meeting-2026.toml")
    counts = built[1].filled.counts()
    assert counts["exact"] + counts["context"] >= 8
    assert counts["substituted"] >= 3
    assert 1 <= counts["untranslated"] <= 5
    english, chinese = LANGUAGES
    for one in built[1].filled.sentences:
        if one.origin == "substituted":
            assert [d.first for d in chinese.dates(one.target)] == [
                d.first for d in english.dates(one.source)
            ]
            assert [m.text for m in find_symbols(one.target)] == [
                m.text for m in find_symbols(one.source)
            ]


def test_files_are_called_after_symbol_and_language() -> None:
    built = drafts("draft-report", SAMPLES / "meeting-2026.toml")
    assert [one.file_name for one in built] == [
        "CSIW_COP_WG.3_2026_L.1.en.docx",
        "CSIW_COP_WG.3_2026_L.1.zh.docx",
    ]


def test_a_language_the_template_is_not_made_for_is_refused() -> None:
    template = find_template("draft-report", "no-such-folder")
    one = by_code("en")
    other = type("Other", (type(one),), {"code": "xx"})()
    with pytest.raises(UsageError, match="not made for xx"):
        build(template, ("", "x.toml"), (other,), OPTIONS)


def test_a_faulty_data_file_names_every_fault_with_its_line() -> None:
    text = (SAMPLES / "meeting-2026.toml").read_text(encoding="utf-8")
    text = text.replace('"Albania"', '"Swaziland"', 1).replace("symbol = ", "simbol = ", 1)
    template = find_template("draft-report", "no-such-folder")
    with pytest.raises(TemplateError) as raised:
        build(template, (text, "meeting.toml"), LANGUAGES, OPTIONS)
    message = str(raised.value)
    assert "Eswatini" in message
    assert "simbol" in message
    assert "meeting.toml, line" in message


def test_other_formats_are_named_once_each_and_by_their_short_names() -> None:
    assert other_formats("html, md,akn,html") == (
        TargetFormat.HTML, TargetFormat.MARKDOWN, TargetFormat.AKN,
    )  # fmt: skip
    assert other_formats("") == ()
    for name in ("pdf", "docx"):
        with pytest.raises(UsageError, match=name):
            other_formats(name)


@pytest.mark.parametrize("marks", ["comments", "colour"])
@pytest.mark.parametrize("numbers", ["typed", "live"])
@pytest.mark.parametrize("name", ["note", "addendum"])
def test_a_draft_without_its_marks_is_what_no_marks_would_have_given(
    name: str, numbers: Literal["typed", "live"], marks: Literal["comments", "colour"]
) -> None:
    example = ROOT / "templates" / name / "example.toml"
    memories = OPTIONS.memories
    marked, plain = (
        drafts(name, example, BuildOptions(memories=memories, numbers=numbers, marks=one))[1].data
        for one in (marks, "none")
    )
    done = strip_marks(marked, "marked.docx", OUR_AUTHOR, frozenset(TONES.values()))
    assert done.comments + done.colours > 10
    assert faults(done.data) == []
    stripped, without = (zipfile.ZipFile(io.BytesIO(data)) for data in (done.data, plain))
    assert set(stripped.namelist()) == set(without.namelist())
    other = [one for one in without.namelist() if stripped.read(one) != without.read(one)]
    assert set(other) <= {"word/_rels/document.xml.rels"}  # the ids of relationships


def test_a_comment_of_a_person_stays_when_ours_go() -> None:
    example = ROOT / "templates" / "note" / "example.toml"
    marked = drafts("note", example)[1].data
    archive = zipfile.ZipFile(io.BytesIO(marked))
    parts = {name: archive.read(name) for name in archive.namelist()}
    ours = f'w:author="{OUR_AUTHOR}"'.encode()
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(ours, b'w:author="A. B."', 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
    done = strip_marks(buffer.getvalue(), "x.docx", OUR_AUTHOR, frozenset(TONES.values()))
    assert faults(done.data) == []
    left = zipfile.ZipFile(io.BytesIO(done.data))
    assert left.read("word/comments.xml").count(b"<w:comment ") == 1
    assert left.read("word/document.xml").count(b"<w:commentReference ") == 1
