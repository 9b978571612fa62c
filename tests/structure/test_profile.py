"""What kind of paper it is."""

import pytest

from toolkit.languages import by_code
from toolkit.model import Block, Kind, Masthead, Profile
from toolkit.structure.profile import recognise


@pytest.mark.parametrize(
    ("masthead", "profile"),
    [
        (Masthead(symbol="XYZ/2030/L.1"), Profile.DRAFT),
        (Masthead(symbol="XYZ/2030/L.1/Add.2", title="Draft report"), Profile.ADDENDUM),
        (Masthead(symbol="XYZ/2030/L.1/Rev.1", title="Draft report"), Profile.DRAFT),
        (Masthead(symbol="XYZ/2030/4/Corr.1", title="Report of the Group"), Profile.CORRIGENDUM),
        (Masthead(symbol="XYZ/2030/4/Add.1/Corr.1"), Profile.CORRIGENDUM),
        (Masthead(title="Draft report"), Profile.DRAFT),
        (Masthead(title="Draft report", subtitle="Addendum"), Profile.ADDENDUM),
        (Masthead(title="Corrigendum"), Profile.CORRIGENDUM),
        (Masthead(title="Report on the meeting of the Group"), Profile.REPORT),
        (
            Masthead(symbol="XYZ/2030/4", title="Lamps", subtitle="Note by the Secretariat"),
            Profile.NOTE,
        ),
        (Masthead(symbol="XYZ/2030/4", title="Lamps"), Profile.OTHER),
        (Masthead(), Profile.OTHER),
    ],
)
def test_english_papers_are_told_apart(masthead: Masthead, profile: Profile) -> None:
    assert recognise(masthead, (), by_code("en")) is profile


@pytest.mark.parametrize(
    ("masthead", "profile"),
    [
        (Masthead(title="报告草稿"), Profile.DRAFT),
        (Masthead(title="报告草稿", subtitle="增编"), Profile.ADDENDUM),
        (Masthead(title="2030年6月3日举行的灯油工作组会议的报告"), Profile.REPORT),
        (Masthead(title="灯油", subtitle="秘书处的说明"), Profile.NOTE),
        (Masthead(title="报告", subtitle="更正"), Profile.CORRIGENDUM),
    ],
)
def test_chinese_papers_are_told_apart(masthead: Masthead, profile: Profile) -> None:
    assert recognise(masthead, (), by_code("zh")) is profile


def heading(number: int, *, continued: bool = False) -> Block:
    return Block(id="", kind=Kind.HEADING, text="x", number=number, level=1, continued=continued)


def test_without_a_masthead_the_headings_tell() -> None:
    recommendation = Block(id="", kind=Kind.RECOMMENDATION, text="x", number=1)
    english = by_code("en")
    assert recognise(Masthead(), (heading(2, continued=True),), english) is Profile.ADDENDUM
    whole = (heading(1), heading(2), recommendation)
    assert recognise(Masthead(), whole, english) is Profile.REPORT
    assert recognise(Masthead(), (heading(1),), english) is Profile.OTHER
