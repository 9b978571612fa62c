"""Reviews as files: what goes out comes back, and what is no review is one clear sentence."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.workflows.reviews import aligned
from toolkit.errors import InputError, UsageError
from toolkit.workflows.alignment.aligning import Aligned
from toolkit.workflows.alignment.files import as_tmx
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.files import (
    apply_review_file,
    read_review,
    review_as_tsv,
    review_as_xlsx,
)
from toolkit.workflows.review.rows import COLUMNS, rows_of

WRITERS = {"xlsx": review_as_xlsx, "review": review_as_tsv}
HOSTILE = ('=HYPERLINK("http://x","y")', "+1", "-2", "@SUM(A1)", "'=1", "''-x", '"quoted"', "#x")
Writer = Callable[[Aligned], bytes]


def came_back(data: bytes) -> Input:
    return Input("back", data)


def cells_of(what: Aligned) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(what)]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_review_comes_back_as_it_went(write: Writer) -> None:
    what = aligned(sure=0.5)
    rows = read_review(came_back(write(what)))
    assert [row.cells for row in rows] == cells_of(what)
    assert as_tmx(apply_review_file(what, came_back(write(what)))) == as_tmx(what)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_the_same_alignment_is_the_same_bytes(write: Writer) -> None:
    assert write(aligned()) == write(aligned())


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_text_that_looks_like_a_formula_stays_text(write: Writer) -> None:
    what = aligned(source=HOSTILE, target=HOSTILE)
    assert [row.cells for row in read_review(came_back(write(what)))] == cells_of(what)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6))
def test_any_text_comes_back_as_it_was_as_far_as_the_pair_goes(texts: list[str]) -> None:
    what = aligned(source=texts, target=texts[::-1])
    for write in WRITERS.values():
        done = apply_review_file(what, came_back(write(what)))
        assert done.review is not None
        assert (done.review.applied, done.review.lost) == (0, ())


def test_no_cell_of_the_text_begins_a_formula() -> None:
    text = review_as_tsv(aligned(source=HOSTILE, target=HOSTILE)).decode("utf-8-sig")
    cells = [cell for line in text.splitlines() for cell in line.split("\t")]
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(review_as_xlsx(aligned(source=HOSTILE, target=HOSTILE))))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert kinds <= {"s", "inlineStr", "n"}
    shown = {cell.value: cell.quotePrefix for cell in book["Review"]["F"]}
    assert shown["+1"]
    assert not shown["#x"]


def test_the_workbook_is_ready_to_be_filled_in() -> None:
    book = load_workbook(io.BytesIO(review_as_xlsx(aligned(sure=0.5))))
    guide, sheet = book.worksheets
    assert "status" in str(guide["A3"].value)
    assert "status" in str(guide["B3"].value)
    assert "审校" in str(guide["B1"].value)
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    assert sheet.freeze_panes == "A2"
    assert sheet["F2"].alignment.wrap_text
    assert sheet["F2"].fill.fgColor.rgb == "00FFF2CC"
    assert sheet.column_dimensions["L"].hidden
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"ok,approved,wrong"'
    assert "E2" in choice.sqref
    sure = load_workbook(io.BytesIO(review_as_xlsx(aligned())))["Review"]
    assert sure["F2"].fill.fgColor.rgb != "00FFF2CC"


def test_rows_are_as_high_as_their_text() -> None:
    what = aligned(source=["Lamp.", "word " * 60, "Lamp."], target=["灯。", "灯。", "灯" * 400])
    sheet = load_workbook(io.BytesIO(review_as_xlsx(what)))["Review"]
    heights = [sheet.row_dimensions[row].height or 0 for row in (2, 3, 4)]
    assert heights[0] < heights[1] < heights[2] <= 409


def edited(data: bytes, **cells: object) -> Input:
    """Return a workbook as a person saved it, with cells of the review changed."""
    book = load_workbook(io.BytesIO(data))
    for place, value in cells.items():
        book["Review"][place] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return came_back(buffer.getvalue())


def test_a_workbook_filled_in_by_a_person_is_put_in() -> None:
    what = aligned()
    back = edited(review_as_xlsx(what), E2="ok", H3=1.0, K4="Read twice.", H8=None, I8=None)
    with pytest.raises(UsageError, match="segment 5, which row 7 had") as caught:
        apply_review_file(what, edited(review_as_xlsx(what), H7=None, I7=None))
    assert str(caught.value).startswith("back: ")
    done = apply_review_file(what, back)
    assert [verdict.status for verdict in done.verdicts][:3] == ["reviewed", "aligned", "aligned"]
    assert done.verdicts[2].note == "Read twice."


def test_figures_that_a_spreadsheet_would_rewrite_are_kept_as_text() -> None:
    source = ["10", "3/4", "8 September 2025", "1-2", "'7", "''3/4", "0012", "Lamps"]
    what = aligned(
        source=source, target=["十", "3/4", "2025年9月8日", "1—2", "七", "3/4", "12", "灯"]
    )
    text = review_as_tsv(what).decode("utf-8-sig")
    cells = {cell for line in text.splitlines()[3:] for cell in line.split("\t")[5:7]}
    assert {"'10", "'3/4", "'8 September 2025", "'1-2", "''7", "Lamps"} <= cells
    assert not cells & {"10", "3/4", "8 September 2025", "1-2", "0012", "12"}
    assert [row.cells for row in read_review(came_back(text.encode()))] == cells_of(what)


def test_a_date_that_a_spreadsheet_made_of_numbers_is_refused_with_its_row() -> None:
    back = edited(review_as_xlsx(aligned()), H3=datetime(2026, 3, 4))
    with pytest.raises(UsageError, match="row 3: “2026-03-04” in source segments is not"):
        apply_review_file(aligned(), back)


def test_text_as_spreadsheets_save_it_with_rows_gone_and_sorted() -> None:
    lines = review_as_tsv(aligned()).decode("utf-8-sig").split("\r\n")[2:-1]
    header, *rows = [line.split("\t") for line in lines]
    rows[1][header.index("status")] = "OK "
    rows[4][header.index("target")] = rows[4][header.index("target")][:-1] + "，各区“都”涨。"
    kept = [rows[4], rows[1], rows[0]]
    saved = "\r\n".join(
        "\t".join(f'"{cell}"' if "," in cell or "，" in cell else cell for cell in cells)
        for cells in (header, *kept, [""] * len(header))
    )
    done = apply_review_file(aligned(), came_back(b"\xff\xfe" + saved.encode("utf-16-le")))
    said = [verdict.status for verdict in done.verdicts]
    assert said == ["aligned", "reviewed", "aligned", "aligned", "reviewed", "aligned"]
    assert done.verdicts[4].translation == "各区的油价都上涨了，各区“都”涨。"


def test_a_formula_in_a_workbook_is_refused() -> None:
    back = edited(review_as_xlsx(aligned()), G3="=1+1")
    with pytest.raises(UsageError, match="row 3: there is a formula"):
        read_review(back)


def test_what_a_spreadsheet_saves_as_unicode_text_is_read() -> None:
    text = review_as_tsv(aligned()).decode("utf-8-sig")
    rows = read_review(came_back(text.encode("utf-16")))
    assert [row.cells for row in rows] == cells_of(aligned())


def test_columns_may_stand_in_another_order_and_rows_be_sorted() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    order = sorted(range(len(COLUMNS)), key=lambda k: COLUMNS[k])
    sheet.append([COLUMNS[k].upper() for k in order])
    for cells in reversed(cells_of(aligned())):
        sheet.append([cells[k] for k in order])
    buffer = io.BytesIO()
    book.save(buffer)
    rows = read_review(came_back(buffer.getvalue()))
    assert [row.cells for row in reversed(rows)] == cells_of(aligned())
    assert rows[0].line == 2


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def foreign() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Lamps", "=1+1"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def swollen() -> bytes:
    """Return a workbook whose sheet is small packed and enormous unpacked."""
    members = unpacked(review_as_xlsx(aligned()))
    members["xl/worksheets/sheet2.xml"] += b" " * (40 * 2**20)
    return zipped(members)


def with_doctype() -> bytes:
    members = unpacked(review_as_xlsx(aligned()))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    members["xl/worksheets/sheet2.xml"] = bomb + members["xl/worksheets/sheet2.xml"]
    return zipped(members)


def without(column: str) -> bytes:
    text = review_as_tsv(aligned()).decode("utf-8-sig")
    return text.replace(f"\t{column}\t", "\tother\t", 1).encode("utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (foreign(), "no review"),
        (b"a\tb\nc\td\n", "no review"),
        (b'<?xml version="1.0"?><tmx/>', "no review"),
        (without("status"), "column status is missing"),
        (without("target segments"), "column target segments is missing"),
    ],
    ids=["workbook", "table", "tmx", "no status", "no target segments"],
)
def test_a_file_that_is_no_review_is_a_wrong_file(data: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_review(came_back(data))


@pytest.mark.parametrize(
    "data",
    [
        swollen(),
        with_doctype(),
        review_as_xlsx(aligned())[:2000],
        zipped({"word/document.xml": b"<w:document/>"}),
        zipped({"xl/workbook.xml": b"<workbook"}),
        zipped({"xl/workbook.xml": b"<workbook/>"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "审校".encode("gbk"),
    ],
    ids=["bomb", "doctype", "cut", "word", "broken", "hollow", "locked", "pdf", "gbk"],
)
def test_a_file_that_cannot_be_read_is_said_so(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_review(came_back(data))
    assert str(caught.value).startswith("back")
    assert "\n" not in str(caught.value)


PARTS = unpacked(review_as_xlsx(aligned()))


@given(st.sampled_from(sorted(PARTS)), st.integers(0, 100_000), st.binary(min_size=1, max_size=4))
def test_no_damage_inside_a_workbook_is_our_fault(name: str, at: int, garbage: bytes) -> None:
    part = PARTS[name]
    at %= len(part)
    data = zipped({**PARTS, name: part[:at] + garbage + part[at + len(garbage) :]})
    with contextlib.suppress(InputError, UsageError):
        read_review(came_back(data))


def test_a_segment_longer_than_a_cell_is_refused_and_not_cut() -> None:
    long = aligned(source=["x" * 40_000], target=["y"])
    with pytest.raises(UsageError, match="longer than a cell"):
        review_as_xlsx(long)
    assert read_review(came_back(review_as_tsv(long)))[0].source == "x" * 40_000
    with pytest.raises(UsageError, match="too long"):
        review_as_tsv(aligned(source=["x" * 140_000], target=["y"]))


def test_a_row_of_one_s_own_needs_no_id() -> None:
    what = aligned([((0, 1), (0, 1)), *(((i,), (i,)) for i in range(2, 6))])
    rows = rows_of(what)
    mine = replace(rows[0], source_segments="0", target_segments="0")
    cells = [COLUMNS, mine.cells, *(row.cells for row in rows[1:])]
    lines = ["\t".join(line) for line in cells]
    lines.append("\t".join(["", "", "", "", "approved", "", "", "1", "1", "", ""]))
    done = apply_review_file(what, came_back("\n".join(lines).encode("utf-8")))
    assert [v.status for v in done.verdicts][:3] == ["reviewed", "approved", "aligned"]
