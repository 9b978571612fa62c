"""Document variables fill what the pages do not say, in both languages."""

import pytest

from toolkit.languages import by_code
from toolkit.model import Masthead
from toolkit.structure.variables import fill_missing

VARIABLES = {
    "sss1": "XYZ/2030/4",
    "Symbol1": "-",
    "Session1": "Fourth session",
    "Agenda1": "Agenda item 3 (a)",
    "Barcode": "*3001234*",
    "jobn": "V.30-01234 (E)",
    "Title1": "Report on lamps",
    "Title2": "Note by the Secretariat",
}


def test_variables_fill_an_empty_masthead() -> None:
    found = fill_missing(Masthead(), VARIABLES, by_code("en"))
    assert (found.symbol, found.session) == ("XYZ/2030/4", "Fourth session")
    assert (found.agenda_item, found.barcode) == ("Agenda item 3 (a)", "3001234")
    assert (found.job_number, found.job_letter) == ("V.30-01234", "E")
    assert (found.title, found.subtitle) == ("Report on lamps", "Note by the Secretariat")


def test_chinese_variables_fill_it_too() -> None:
    chinese = {"Session1": "第四届会议", "Agenda1": "议程项目 3", "Title1": "灯塔报告"}
    found = fill_missing(Masthead(), chinese, by_code("zh"))
    assert (found.session, found.agenda_item) == ("第四届会议", "议程项目 3")
    assert found.title == "灯塔报告"


def test_what_is_printed_is_never_overruled() -> None:
    printed = Masthead(symbol="XYZ/2030/5", title="Draft report", barcode="1", job_number="V.1")
    found = fill_missing(printed, VARIABLES, by_code("en"))
    assert (found.symbol, found.title, found.subtitle) == ("XYZ/2030/5", "Draft report", None)
    assert (found.barcode, found.job_number) == ("1", "V.1")


@pytest.mark.parametrize("value", ["", "-", "Vienna", "see below"])
def test_a_variable_without_the_form_of_its_field_is_none(value: str) -> None:
    given = {"Symbol1": value, "Session1": value, "Barcode": value, "jobn": value}
    assert fill_missing(Masthead(), given, by_code("en")) == Masthead()
