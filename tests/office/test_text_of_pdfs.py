"""Text that pdftotext takes out of our samples' PDFs has the outline of the samples."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.programs import needs
from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.documents.reading import load
from toolkit.workflows.documents.receipt import receipt

pytestmark = [pytest.mark.office, pytest.mark.slow]

SOURCES = sorted(SAMPLES.glob("CSIW*.??.docx"))
# LibreOffice lets Chinese stops hang over the edge of a line, where pdftotext loses some; and it
# sets the cells of a narrow table no more than a space apart.
_UNSURE = re.compile(r"[\s，、]")


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the samples as PDFs."""
    program, _ = needs("soffice"), needs("pdftotext")
    folder = tmp_path_factory.mktemp("pdfs")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, *map(str, SOURCES)], check=True, capture_output=True, timeout=240)
    return folder


def printed(pdfs: Path, sample: Path, option: str) -> Path:
    """Return the text of a sample's PDF, as pdftotext writes it."""
    pdf = pdfs / sample.with_suffix(".pdf").name
    out = pdf.with_name(f"{pdf.stem}{option}.txt")
    subprocess.run(["pdftotext", option, str(pdf), str(out)], check=True, capture_output=True)
    return out


def outline(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            one.kind,
            one.level,
            one.label,
            one.number,
            one.path,
            words(one.text, document.language),
            one.continued,
            tuple((note.number, words(note.text, document.language)) for note in one.notes),
        )
        for one in document.blocks
    ]


def words(text: str, language: str) -> str:
    return _UNSURE.sub("", text) if language == "zh" else " ".join(text.split())


@pytest.mark.parametrize("sample", SOURCES, ids=lambda path: path.name)
def test_text_with_its_layout_has_the_samples_outline(pdfs: Path, sample: Path) -> None:
    expected = read_bytes(sample.read_bytes(), sample.name).document
    found = load(str(printed(pdfs, sample, "-layout"))).document
    for mine, theirs in zip(outline(found), outline(expected), strict=False):
        assert mine == theirs
    assert len(found.blocks) == len(expected.blocks)
    assert found.masthead == expected.masthead
    assert found.profile == expected.profile


@pytest.mark.parametrize("sample", SOURCES, ids=lambda path: path.name)
def test_raw_text_has_the_samples_outline_but_for_tables(pdfs: Path, sample: Path) -> None:
    """Raw text has the rows of a table as lines that nothing sets in columns."""
    expected = read_bytes(sample.read_bytes(), sample.name).document
    found = load(str(printed(pdfs, sample, "-raw"))).document
    tables = [at for at, one in enumerate(expected.blocks) if one.kind is Kind.TABLE]
    mine, theirs = outline(found), outline(expected)
    if not tables:
        assert mine == theirs
    else:
        (at,) = tables
        rest = len(theirs) - at - 1
        assert mine[: at - 1] == theirs[: at - 1]
        assert mine[at - 1][:5] == theirs[at - 1][:5]
        assert mine[-rest:] == theirs[-rest:]
    assert found.masthead == expected.masthead
    assert found.profile == expected.profile


@pytest.mark.parametrize("option", ["-layout", "-raw", "-nodiag"])
def test_no_word_of_a_pdf_is_lost(pdfs: Path, option: str) -> None:
    for sample in SOURCES:
        found = load(str(printed(pdfs, sample, option)))
        assert receipt(found, ReadOptions())["unaccounted"] == []
