"""Files read to be changed: the same document as the reader gives, from one look at the file."""

import io
import zipfile
from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.ooxml import opened
from toolkit.ooxml.package import open_package
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.checking.mending import Mending, mend
from toolkit.workflows.documents.files import Input
from toolkit.workflows.editing.opening import read_to_change
from toolkit.workflows.renumbering.renumbering import Wishes, renumber

SAMPLES = Path(__file__).parents[2] / "samples"
WORD = sorted(SAMPLES.glob("*.docx"))
OPTIONS = ReadOptions()


def damaged(path: Path) -> bytes:
    """Return a file whose main part ends too early."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            made.writestr(name, part[:-200] if name == "word/document.xml" else part)
    return out.getvalue()


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.stem)
def test_the_document_is_that_of_the_reader(path: Path) -> None:
    data = path.read_bytes()
    taken = read_to_change(data, str(path), None, OPTIONS)
    assert taken.file is not None
    assert taken.document == read_bytes(data, str(path)).document


def test_text_has_nothing_to_be_open() -> None:
    taken = read_to_change(b"1. A paragraph.\n", "r.txt", None, OPTIONS)
    assert taken.file is None
    assert taken.document.blocks[0].text == "A paragraph."


def test_a_damaged_file_is_read_and_says_why_it_cannot_be_changed() -> None:
    data = damaged(WORD[0])
    taken = read_to_change(data, "r.docx", None, OPTIONS)
    assert taken.file is None
    assert taken.document == read_bytes(data, "r.docx").document
    with pytest.raises(InputError, match="save it anew"):
        taken.open_again()


def test_tracked_changes_read_as_before_are_not_read_from_what_is_open() -> None:
    before = ReadOptions(revisions="original")
    assert read_to_change(WORD[0].read_bytes(), "r.docx", None, before).file is None


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with every Word file opened."""
    found: list[str] = []

    def watched(data: bytes, path: str) -> object:
        found.append(path)
        return open_package(data, path)

    monkeypatch.setattr(opened, "open_package", watched)
    monkeypatch.setattr("toolkit.ooxml.document.open_package", watched)
    return found


def test_a_renumbering_opens_a_file_of_typed_numbers_once(seen: list[str]) -> None:
    path = str(next(one for one in WORD if one.name.endswith("2025_6.en.docx")))
    wishes = Wishes(on_dropped=OnDropped.KEEP)
    outcome = renumber([path], parse_operations(Counted.PARAGRAPH, drop=("2",)), wishes)
    assert outcome.versions[0].changed
    assert seen == [path]


def test_mending_opens_a_file_once_a_round(seen: list[str]) -> None:
    path = SAMPLES / "faulty" / "CSIW_COP_WG.3_2025_6_faulty.en.docx"
    mended = mend(Input(path.name, path.read_bytes()), Mending(select=("LST101",)))
    assert mended.changed
    assert seen == [path.name] * 2


def test_what_was_used_is_opened_again() -> None:
    taken = read_to_change(WORD[0].read_bytes(), "r.docx", None, OPTIONS)
    first = taken.open_again()
    assert taken.open_again() is first
    first.apply([])
    assert taken.open_again() is not first
