"""Cells of a table that are one over several columns or rows come out as they went in."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx as python_docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from tests.validity import faults, schema_faults
from tests.writers.papers import paper
from toolkit.compare import pairs_of, redline
from toolkit.model import Block, Document, Kind, Merged, Note, Profile
from toolkit.model.merged import laid_out
from toolkit.ooxml.changes import Tracking
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.writers import akn, docx, html, markdown
from toolkit.writers.docx_redline import write_redline
from toolkit.writers.html_redline import write_page

ROWS = (
    ("Programme", "Lamps", "Remarks"),
    ("", "2029", "2030", ""),
    ("Harbours", "12", "14", "Two closed"),
    ("All", "14", ""),
)
MERGED = (
    Merged(row=0, cell=0, down=2),
    Merged(row=0, cell=1, across=2),
    Merged(row=0, cell=2, down=2),
    Merged(row=3, cell=0, across=2),
)


def table(
    rows: tuple[tuple[str, ...], ...] = ROWS, merged: tuple[Merged, ...] = MERGED, **more: object
) -> Document:
    text = "\n".join("\t".join(row) for row in rows)
    one = Block(
        id="b2", kind=Kind.TABLE, text=text, rows=rows, merged=merged, path="para 1", **more
    )
    first = Block(
        id="b1", kind=Kind.PARAGRAPH, text="The Group met.", label="1.", number=1, path="para 1"
    )
    return replace(paper("en"), profile=Profile.REPORT, blocks=(first, one))


def read(data: bytes) -> Block:
    blocks = READER.read(data, "r.docx", ReadOptions()).document.blocks
    return next(one for one in blocks if one.kind is Kind.TABLE)


def spans(table_element: etree._Element) -> list[list[tuple[str, str, str]]]:
    return [
        [
            ("".join(cell.itertext()), cell.get("colspan", "1"), cell.get("rowspan", "1"))
            for cell in row
        ]
        for row in table_element.iter("{*}tr", "tr")
    ]


SHOWN = [
    [("Programme", "1", "2"), ("Lamps", "2", "1"), ("Remarks", "1", "2")],
    [("2029", "1", "1"), ("2030", "1", "1")],
    [("Harbours", "1", "1"), ("12", "1", "1"), ("14", "1", "1"), ("Two closed", "1", "1")],
    [("All", "2", "1"), ("14", "1", "1"), ("", "1", "1")],
]


def test_a_word_file_has_them_and_gives_them_back(shared: Path) -> None:
    data = docx.write(table())
    assert faults(data) == []
    assert schema_faults(data, shared) == []
    again = read(data)
    assert (again.rows, again.merged) == (ROWS, MERGED)


def test_another_library_sees_the_same_cells_as_one() -> None:
    (seen,) = python_docx.Document(io.BytesIO(docx.write(table()))).tables
    assert seen.cell(0, 0)._tc is seen.cell(1, 0)._tc
    assert seen.cell(0, 1)._tc is seen.cell(0, 2)._tc
    assert seen.cell(3, 1).text == "All"
    assert [cell.text for cell in seen.rows[1].cells] == ["Programme", "2029", "2030", "Remarks"]


def test_what_another_library_merges_is_read() -> None:
    made = python_docx.Document()
    cells = made.add_table(rows=3, cols=3)
    for at in range(9):
        cells.cell(at // 3, at % 3).text = f"c{at}" if at in (0, 2, 5, 6, 7, 8) else ""
    cells.cell(0, 0).merge(cells.cell(1, 1))
    out = io.BytesIO()
    made.save(out)
    got = read(out.getvalue())
    assert got.rows == (("c0", "c2"), ("", "c5"), ("c6", "c7", "c8"))
    assert got.merged == (Merged(row=0, cell=0, across=2, down=2),)


def test_a_page_spans_them_under_a_head_of_two_rows() -> None:
    page = lxml_html.fromstring(html.write(table()))
    (found,) = page.iter("table")
    assert spans(found) == SHOWN
    assert len(found.findall("thead/tr")) == 2
    assert {cell.tag for cell in found.findall("thead/tr")[1]} == {"th"}


def test_akoma_ntoso_spans_them() -> None:
    root = etree.fromstring(akn.write(table()))
    (found,) = root.iter("{*}table")
    assert spans(found) == SHOWN


def test_markdown_keeps_what_follows_in_its_column() -> None:
    lines = [one for one in markdown.write(table()).splitlines() if one.startswith("|")]
    assert lines[0] == "| Programme | Lamps |  | Remarks |"
    assert lines[1] == "| --- | --- | --- | --- |"
    assert lines[-1] == "| All |  | 14 |  |"


def test_words_or_a_note_under_a_merged_cell_end_it() -> None:
    rows = (("a", "b"), ("here", "c"))
    (block,) = (one for one in table(rows, (Merged(row=0, cell=0, down=2),)).blocks if one.rows)
    assert [one.down for one in laid_out(block)[0]] == [1, 1]
    noted = replace(
        block,
        rows=(("a", "b"), ("", "c")),
        text="a\tb\n\tc",
        notes=(Note(number="1", at=4, text="See c."),),
    )
    assert not laid_out(noted)[1][0].covered
    assert laid_out(replace(noted, notes=()))[1][0].covered


def test_tables_that_merge_other_cells_are_shown_whole() -> None:
    old, new = table(), table(merged=MERGED[1:])
    found = [
        (bool(one.old), bool(one.new))
        for one in redline(old, new, pairs_of(old, new)).rows
        if _table(one)
    ]
    assert found == [(True, False), (False, True)]


def test_a_changed_word_is_shown_in_its_cell_and_the_cells_stay_merged() -> None:
    rows = (*ROWS[:3], ("Total", "14", ""))
    old, new = table(), table(rows)
    found = redline(old, new, pairs_of(old, new))
    page = lxml_html.fromstring(write_page(found, (), "", (), "en").decode("utf-8"))
    assert [[cell[1:] for cell in row] for row in spans(next(page.iter("table")))] == [
        [cell[1:] for cell in row] for row in SHOWN
    ]
    data = write_redline(found, Tracking("A", "2030-01-01T00:00:00Z"))
    assert (read(data).rows, read(data).merged) == (rows, MERGED)
    before = READER.read(data, "r.docx", ReadOptions(revisions="original")).document.blocks
    assert [(one.rows, one.merged) for one in before if one.rows] == [(ROWS, MERGED)]


def _table(row: object) -> bool:
    block = getattr(row, "new", None) or getattr(row, "old", None)
    return isinstance(block, Block) and block.kind is Kind.TABLE


def test_a_number_of_columns_that_no_word_has_is_held_back() -> None:
    data = docx.write(table())
    hostile = _with(data, b'<w:gridSpan w:val="2"/>', b'<w:gridSpan w:val="2000000000"/>')
    assert max(one.across for one in read(hostile).merged) == 63


def _with(data: bytes, old: bytes, new: bytes) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(old, new))
    return out.getvalue()


@st.composite
def merged_tables(draw: st.DrawFn) -> Document:
    """Draw a table cut into rectangles, each of which is one cell."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(height) for column in range(width)}
    owner: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for row, column in sorted(free):
        if (row, column) in owner:
            continue
        across, down = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        places = [
            (y, x)
            for y in range(row, min(row + down, height))
            for x in range(column, min(column + across, width))
        ]
        whole = {place for place in places if place not in owner}
        if len(whole) < len(places):
            places, across, down = [(row, column)], 1, 1
        rect = (row, column, max(y for y, _ in places) + 1 - row, max(x for _, x in places) + 1)
        owner.update(dict.fromkeys(places, rect))
    rows: list[tuple[str, ...]] = []
    found: list[Merged] = []
    for row in range(height):
        cells: list[str] = []
        for column in range(width):
            top, left, down, right = owner[row, column]
            if column != left:
                continue
            if row == top and (down > 1 or right - left > 1):
                found.append(Merged(row=row, cell=len(cells), across=right - left, down=down))
            cells.append(f"r{row}c{column}" if row == top else "")
        rows.append(tuple(cells))
    return table(tuple(rows), tuple(found))


@given(merged_tables())
@settings(max_examples=60, deadline=None)
def test_any_table_of_rectangles_comes_back_from_word(document: Document) -> None:
    block = document.blocks[1]
    again = read(docx.write(document))
    assert (again.rows, again.merged) == (block.rows, block.merged)


@given(merged_tables())
@settings(max_examples=60, deadline=None)
def test_any_table_of_rectangles_fills_its_page_without_gap_or_overlap(document: Document) -> None:
    (found,) = lxml_html.fromstring(html.write(document)).iter("table")
    taken: set[tuple[int, int]] = set()
    lines = spans(found)
    width = max(one.column + one.across for row in laid_out(document.blocks[1]) for one in row)
    for row, cells in enumerate(lines):
        column = 0
        for _, across, down in cells:
            while (row, column) in taken:
                column += 1
            places = {(row + y, column + x) for y in range(int(down)) for x in range(int(across))}
            assert not places & taken
            taken |= places
    assert taken == {(row, column) for row in range(len(lines)) for column in range(width)}
