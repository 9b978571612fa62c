from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.model import Kind
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER


def real(shared: Path, name: str):
    path = next((shared / "data" / "un-docx").glob(name))
    return READER.read(path.read_bytes(), path.name, ReadOptions())


def test_the_masthead_of_new_york_is_read_from_header_and_footer(shared: Path) -> None:
    masthead = real(shared, "A_80_604_Add.1.docx").document.masthead
    assert masthead.symbol == "A/80/604/Add.1"
    assert masthead.organ == "General Assembly"
    assert (masthead.distribution, masthead.date) == ("General", "2026-04-07")
    assert (masthead.job_number, masthead.barcode) == ("26-04887", "2604887")


def test_the_masthead_of_geneva_is_read_from_the_first_table(shared: Path) -> None:
    masthead = real(shared, "cma2021.docx").document.masthead
    assert masthead.symbol == "FCCC/PA/CMA/2021/10/Add.3"
    assert (masthead.distribution, masthead.date) == ("General", "2022-03-08")


@pytest.mark.parametrize(("part", "last"), [(1, 44), (2, 56), (3, 37), (4, 56), (5, 63), (6, 40)])
def test_typed_paragraph_numbers_run_through_a_real_paper(
    shared: Path, part: int, last: int
) -> None:
    document = real(shared, f"A_80_604_Add.{part}.docx").document
    numbers = [one.number for one in document.blocks if one.kind is Kind.PARAGRAPH]
    assert numbers == list(range(1, last + 1))


def test_chapters_of_a_real_paper_are_headings(shared: Path) -> None:
    blocks = real(shared, "A_80_604_Add.1.docx").document.blocks
    headings = [one for one in blocks if one.kind is Kind.HEADING]
    chapters = [one.label for one in headings if one.label and one.level == 1]
    assert chapters[:4] == ["I.", "II.", "III.", "IV."]


def test_what_is_not_kept_is_said(shared: Path) -> None:
    codes = {one.code for one in real(shared, "A_80_604_Add.1.docx").findings}
    assert {"RDR302", "RDR303"} <= codes


def test_what_is_no_word_file_is_refused() -> None:
    assert not READER.recognises(b"# Markdown")
    with pytest.raises(InputError, match=r"^x\.docx: "):
        READER.read(b"PK\x03\x04 nonsense", "x.docx", ReadOptions())
