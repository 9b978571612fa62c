"""What a data file gives and no clause says is told, with its line and what it would need."""

import pytest

from tests.assemble.folders import made, paragraph, said
from toolkit.assemble import fill
from toolkit.errors import TemplateError
from toolkit.languages import by_code


def told(path, text, data):
    with pytest.raises(TemplateError) as caught:
        fill(*made(path, text, data), by_code("en"))
    return str(caught.value).split("\n")


def test_a_value_whose_clause_is_left_out_is_told_with_what_it_needs(tmp_path):
    text = "[[clause]]\nid = 'one'\nwhen = 'name and day'\nboth = '{{ name }}, {{ day }}'\n"
    text += paragraph("Always.").replace("'one'", "'two'")
    assert told(tmp_path, text, "\nday = 2026-09-09") == [
        "meeting.toml, line 2: the field “day” is filled in, but nothing in the document says it. "
        "It belongs to clause “one”, which is there only when “name and day”; make that "
        "hold, or take this out."
    ]


def test_a_value_that_no_clause_names_is_told(tmp_path):
    (line,) = told(tmp_path, paragraph("Always."), "states = ['Austria']")
    assert line.startswith("meeting.toml, line 1: the field “states” is filled in")
    assert line.endswith("no clause of the template does. Take it out.")


def test_inside_a_record_of_a_list_it_is_told_which_member(tmp_path):
    text = "[[clause]]\neach = 'row in rows'\nid = 'row'\nboth = '{{ row.title }}'\n"
    data = "[[rows]]\ntitle = 'A'\n[[rows]]\ntitle = 'B'\ncells = ['x']\n"
    (line,) = told(tmp_path, text, data)
    assert "line 5: the field “rows”, no. 2, “cells” is filled in" in line


def test_what_a_condition_asks_for_is_said_where_it_is_no_text(tmp_path):
    text = (
        "[[clause]]\nid = 'one'\nwhen = \"done and kind == 'agenda' and number > 1\"\nboth = 'X.'\n"
    )
    assert said(tmp_path, text, "done = true\nkind = 'agenda'\nnumber = 2") == ["X."]
    assert "“kind” is filled in" in told(tmp_path, text + paragraph("Y."), "kind = 'paper'")[0]


def test_a_text_that_only_a_condition_asks_for_is_not_said(tmp_path):
    text = "[[clause]]\nid = 'one'\nwhen = 'name or day'\nboth = 'X.'\n"
    assert "“name” is filled in" in told(tmp_path, text, "name = 'Vienna'")[0]


def test_a_heading_that_is_left_out_says_nothing(tmp_path):
    text = "[[clause]]\nid = 'h'\nkind = 'heading'\nboth = '{{ name }}'\n"
    assert "“name” is filled in" in told(tmp_path, text, "name = 'Empty chapter'")[0]


def test_what_stands_in_the_masthead_is_said(tmp_path):
    text = "[masthead]\ntitle = '{{ name }}'\n" + paragraph("X.")
    assert said(tmp_path, text, "name = 'Vienna'") == ["X."]


def test_a_person_is_said_by_any_part_and_a_record_by_its_form(tmp_path):
    person = "person = { name = 'Ana Ruiz', title = 'Ms.', state = 'Spain' }"
    assert said(tmp_path, paragraph("{{ person.surname }}"), person) == ["Ruiz"]
    text = "[form.row]\nboth = '{{ it.title }}'\n" + paragraph("{{ rows|form('row') }}")
    assert said(tmp_path, text, "[[rows]]\ntitle = 'A'\ncells = ['x']\n") == ["A"]


def test_what_is_false_or_empty_is_not_given(tmp_path):
    assert said(tmp_path, paragraph("X."), "done = false\nname = ''\nstates = []") == ["X."]


def test_a_list_that_a_form_picks_from_is_not_said_as_a_whole(tmp_path):
    text = "[form.row]\nboth = '{{ it.title }}'\n"
    text += paragraph("{{ rows|having('continued')|form('row') }}")
    data = "[[rows]]\ntitle = 'A'\ncontinued = true\n[[rows]]\ntitle = 'B'\n"
    assert said(tmp_path, text, data) == ["A"]
    (line,) = told(tmp_path, text, data + "cells = ['x']\n")
    assert "line 6: the field “rows”, no. 2, “cells”" in line
    with pytest.raises(TemplateError, match="having: there is no field “continud”"):
        said(tmp_path, paragraph("{{ rows|having('continud')|form('row') }}"), data)


def test_a_yes_that_only_a_condition_asks_for_names_that_clause(tmp_path):
    text = "[[clause]]\nid = 'one'\nwhen = 'done and day'\nboth = 'X.'\n" + paragraph("Y.")
    (line,) = told(tmp_path, text.replace("'one'", "'a'", 1), "done = true")
    assert "It belongs to clause “a”, which is there only when “done and day”" in line


def test_an_empty_field_in_a_repeat_is_told_with_the_member_of_the_list(tmp_path):
    text = "[[clause]]\neach = 'row in rows'\nid = 'row'\nboth = '{{ row.title }} {{ name }}'\n"
    (line,) = told(tmp_path, text, "[[rows]]\ntitle = 'A'\n")
    assert line.endswith(
        "“name” is empty; fill it in, or give the clause a when. In the data file "
        "this is “rows”, no. 1."
    )
