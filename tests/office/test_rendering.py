"""What LibreOffice shows of our Word files is what the document says."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import SAMPLES
from tests.programs import needs
from toolkit.languages import by_code
from toolkit.model import Block, Document, Kind
from toolkit.workflows.building.building import BuildOptions, build, find_template
from toolkit.workflows.documents.converting import TargetFormat, convert
from toolkit.workflows.documents.reading import load

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.fixture
def pdf_text(tmp_path: Path) -> Callable[[bytes], str]:
    """Return a function that renders a Word file and gives the words on its pages."""
    program, _ = needs("soffice"), needs("pdftotext")

    def render(data: bytes) -> str:
        (tmp_path / "draft.docx").write_bytes(data)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        office = [program, profile, "--headless", "--convert-to", "pdf", "draft.docx"]
        subprocess.run(office, cwd=tmp_path, check=True, capture_output=True, timeout=240)
        # Narrow and wide spaces come from justification; only the words matter here.
        command = ["pdftotext", "-layout", "draft.pdf", "-"]
        shown = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        return shown.stdout.decode("utf-8")

    return render


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s+", "", text)


def labels(document: Document) -> list[str]:
    """Return each numbered block's label with its first words, as they stand side by side."""
    numbered = [b for b in document.blocks if b.label and b.kind is not Kind.TABLE]
    return [squeezed(f"{b.label}{_beginning(b)}") for b in numbered]


def _beginning(block: Block) -> str:
    # A note mark may stand within the first words; text before it is enough to know the place.
    end = min([12, *(note.at for note in block.notes)])
    return block.text[:end]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("live", [False, True], ids=["typed", "live"])
def test_every_label_of_the_final_report_is_shown_beside_its_words(
    language: str, live: bool, pdf_text: Callable[[bytes], str]
) -> None:
    document = load(str(SAMPLES / f"CSIW_COP_WG.3_2025_6.{language}.md")).document
    shown = squeezed(pdf_text(convert(document, TargetFormat.DOCX, live=live)))
    missing = [label for label in labels(document) if label not in shown]
    assert missing == []
    assert squeezed(document.masthead.organ or "") in shown


@pytest.mark.parametrize(
    ("language", "marks"), [("en", "comments"), ("zh", "comments"), ("zh", "colour")]
)
def test_a_draft_with_marks_shows_its_words_and_its_notes(
    language: str, marks: Literal["comments", "colour"], pdf_text: Callable[[bytes], str]
) -> None:
    template = find_template("draft-report", "no-such-folder")
    text = (SAMPLES / "meeting-2026.toml").read_text(encoding="utf-8")
    built = build(
        template,
        (text, "meeting-2026.toml"),
        [by_code(language)],
        BuildOptions(memories=(str(SAMPLES.parent / "tm" / "sample.tmx"),), marks=marks),
    )
    document = built[0].filled.document
    shown = squeezed(pdf_text(built[0].data))
    assert [label for label in labels(document) if label not in shown] == []
    notes = [note for block in document.blocks for note in block.notes]
    assert len(notes) >= 2
    # LibreOffice 7.4 loses footnotes that have a comment between them; `build` warns of it.
    if language == "en" or marks != "comments":
        assert [note for note in notes if squeezed(note.text) not in shown] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["note", "corrigendum", "final-report"])
def test_every_label_and_cell_of_a_shipped_example_is_shown(
    name: str, language: str, pdf_text: Callable[[bytes], str]
) -> None:
    template = find_template(name, "no-such-folder")
    options = BuildOptions(memories=(str(SAMPLES.parent / "tm" / "sample.tmx"),), marks="none")
    built = build(template, (template.example, "example.toml"), [by_code(language)], options)
    document = built[0].filled.document
    shown = squeezed(pdf_text(built[0].data))
    assert [label for label in labels(document) if label not in shown] == []
    cells = [cell for block in document.blocks for row in block.rows for cell in row]
    assert cells
    assert [cell for cell in cells if squeezed(cell) not in shown] == []
    head = document.masthead
    lines = (head.body, head.venue, head.agenda_item, head.title, head.subtitle)
    assert [line for line in lines if line and squeezed(line) not in shown] == []
