"""Mastheads and outlines of real Word files of other houses than the one we know best."""

from pathlib import Path

import pytest

from toolkit.model import Document, Kind, Profile
from toolkit.numbering import Series, sequence_breaks
from toolkit.readers.registry import read_bytes


def read(shared: Path, name: str) -> Document:
    path = shared / "data" / "un-docx" / name
    return read_bytes(path.read_bytes(), name).document


@pytest.mark.parametrize(
    ("part", "item", "job", "paragraphs"),
    [
        (1, "Agenda item 156 (a)", "26-04887", 44),
        (2, "Agenda item 151", "26-05079", 56),
        (4, "Agenda item 148", "26-04990", 56),
        (6, "Agenda item 154", "26-04865", 40),
    ],
)
def test_new_york_reports_are_read_whole(
    shared: Path, part: int, item: str, job: str, paragraphs: int
) -> None:
    document = read(shared, f"A_80_604_Add.{part}.docx")
    masthead = document.masthead
    assert (masthead.organ, masthead.symbol) == ("General Assembly", f"A/80/604/Add.{part}")
    assert (masthead.session, masthead.agenda_item) == ("Eightieth session", item)
    assert (masthead.job_number, masthead.barcode) == (job, job.replace("-", ""))
    assert masthead.agenda_title is not None
    assert "financing of" in masthead.agenda_title.casefold()
    assert masthead.title is not None
    assert masthead.title.startswith("Budget performance for the period")
    assert masthead.subtitle is not None
    assert masthead.subtitle.startswith("Report of the Advisory Committee")
    numbers = [b.number for b in document.blocks if b.kind is Kind.PARAGRAPH]
    assert numbers == list(range(1, paragraphs + 1))
    for series in Series:
        assert sequence_breaks(document, series)[0] == ()


def test_a_section_in_brackets_belongs_to_the_symbol(shared: Path) -> None:
    masthead = read(shared, "A_80_6_SECT.35.docx").masthead
    assert (masthead.organ, masthead.symbol) == ("General Assembly", "A/80/6 (Sect. 35)")
    assert masthead.agenda_item == "Item 137 of the preliminary list*"
    assert masthead.agenda_title == "Proposed programme budget for 2026"


def test_notes_set_at_the_foot_of_a_first_page_are_notes(shared: Path) -> None:
    notes = [one for one in read(shared, "A_80_6_SECT.35.docx").blocks if one.kind is Kind.FOOTNOTE]
    assert [one.label for one in notes[:2]] == ["*", "**"]
    assert notes[0].text == "A/80/50."
    assert notes[1].text.startswith("In keeping with paragraph 10")


def test_each_annex_of_a_volume_of_decisions_has_its_own_sections(shared: Path) -> None:
    document = read(shared, "cma2021.docx")
    assert document.profile is Profile.ADDENDUM
    assert document.masthead.symbol == "FCCC/PA/CMA/2021/10/Add.3"
    restarts = [
        one
        for one in sequence_breaks(document, Series.SECTION)[0]
        if one.kind == "restart" and one.block.path.startswith("annex")
    ]
    assert restarts == []
