"""Data files: what is read, and what an editor is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assemble.folders import MANIFEST, folder, made, paragraph
from toolkit.assemble import load, read_data
from toolkit.assemble.new import toml
from toolkit.assemble.values import Days, Words
from toolkit.errors import Exit, TemplateError


@pytest.fixture
def template(tmp_path):
    return made(tmp_path, paragraph("Something."))[0]


def fault(template, text):
    with pytest.raises(TemplateError) as caught:
        read_data(text, "meeting.toml", template)
    return str(caught.value)


SENTENCES = {
    'nam = "x"': "meeting.toml, line 1: the template has no field “nam”. Did you mean “name”?",
    "day = 2026-02-30": (
        "meeting.toml, line 1: the field “day”: 2026-02-30 does not exist: "
        "February 2026 has 28 days."
    ),
    "day = 2026-13-01": (
        "meeting.toml, line 1: the field “day”: 2026-13-01 does not exist: there is no month 13."
    ),
    'day = "7 September"': (
        "meeting.toml, line 1: the field “day”: “7 September” is not a date; "
        "write year-month-day, such as 2026-09-07."
    ),
    "days = { from = 2026-09-09, to = 2026-09-07 }": (
        "meeting.toml, line 1: the field “days”: the range is the wrong way round: "
        "it ends (2026-09-07) before it begins (2026-09-09)."
    ),
    "days = { from = 2026-09-09 }": (
        "meeting.toml, line 1: the field “days”: expected from and to: "
        "{ from = 2026-09-07, to = 2026-09-09 }."
    ),
    "days = [2026-09-09, 2026-09-07]": (
        "meeting.toml, line 1: the field “days”: the days are not in order, or one stands twice."
    ),
    'name = "港口安全工作组"': (
        "meeting.toml, line 1: the field “name”: “港口安全工作组” stands there as English, and is "
        'not; give each language its own: { en = "…", zh = "…" }.'
    ),
    'name = { en = "Other matters", zh = "Other matters" }': (
        "meeting.toml, line 1: the field “name”: “Other matters” is not Chinese. Leave zh out: the "
        "memory is asked then, and what it does not have is marked."
    ),
    'name = "Lamps\\u0007"': (
        "meeting.toml, line 1: the field “name”: a sign that cannot be printed (U+0007) stands in "
        "it; type it anew."
    ),
    'since = "2026-1"': (
        "meeting.toml, line 1: the field “since”: “2026-1” is not a month; "
        'write year-month in quotation marks: "2026-01".'
    ),
    'since = "2026-13"': (
        "meeting.toml, line 1: the field “since”: 2026-13 does not exist: there is no month 13."
    ),
    'states = ["Austria"]\nobservers = ["Zambia",\n  "Austria"]': (
        "meeting.toml, line 3: the field “observers”: Austria stands in “states” too; "
        "keep it in one of the two."
    ),
    'number = "five"': (
        "meeting.toml, line 1: the field “number”: “five” does not fit; "
        "write a whole number from 0 on, in figures."
    ),
    'states = ["Austria",\n  "Swaziland"]': (
        "meeting.toml, line 2: the field “states”, no. 2: there is no State “Swaziland”. "
        "Did you mean Eswatini / 斯威士兰? (the name changed in 2018)"
    ),
    'states = ["Austria", "Austria"]': (
        "meeting.toml, line 1: the field “states”: Austria stands twice in the list."
    ),
    'states = "Austria"': "meeting.toml, line 1: “states” is a list; put its members in [ ].",
    'kind = "papers"': (
        "meeting.toml, line 1: the field “kind”: “papers” is not one of the choices. "
        "Did you mean “paper”?"
    ),
    'done = "yes"': (
        "meeting.toml, line 1: the field “done”: “yes” is not true or false "
        "(without quotation marks)."
    ),
    'name = { de = "x" }': (
        "meeting.toml, line 1: the field “name”: “de” is not a language here. Known here: en, zh."
    ),
    'name = { zh = "名" }': (
        "meeting.toml, line 1: the field “name”: the words in en are missing."
    ),
    "[[rows]]\ncontinued = true": (
        "meeting.toml, line 1: the field “rows”, no. 1, “title” is missing; fill it in."
    ),
    '[[rows]]\ntitle = ""': (
        "meeting.toml, line 2: the field “rows”, no. 1, “title” is still empty; fill it in."
    ),
    'name = "x': (
        "meeting.toml, line 1: this is not TOML (Illegal character '\\n'); close the quotation "
        "marks on the same line, or use three of them."
    ),
    "name = Vienna": (
        "meeting.toml, line 1: this is not TOML (Invalid value); "
        'put text in straight quotation marks, like "this".'
    ),
}


@pytest.mark.parametrize("text", SENTENCES)
def test_an_editor_is_told_where_and_what(template, text):
    assert fault(template, text + "\n") == SENTENCES[text]


def test_a_bad_symbol_is_explained_in_the_words_of_the_symbols(template):
    said = fault(template, 'symbol = "ABC/COP/WG1/2030/1"')
    assert said.startswith("meeting.toml, line 1: the field “symbol”: “ABC/COP/WG1/2030/1” is not")
    assert "WG.1" in said


def test_all_faults_are_told_together_and_end_the_command_with_2(template):
    with pytest.raises(TemplateError) as caught:
        read_data("nam = 1\nday = 2026-02-30\nnumber = -1\n", "m.toml", template)
    assert [line.split(":")[0] for line in str(caught.value).split("\n")] == [
        "m.toml, line 1",
        "m.toml, line 2",
        "m.toml, line 3",
    ]
    assert caught.value.exit_code == Exit.USAGE


def test_what_is_not_given_is_none_empty_or_false(template):
    values = read_data("", "m.toml", template).values
    assert (values["name"], values["states"], values["done"]) == (None, (), False)


def test_free_text_without_a_language_is_in_the_first(template):
    assert read_data('name = "Ferry"', "m.toml", template).values["name"] == Words({"en": "Ferry"})


def test_a_name_is_the_same_in_every_language_and_ends_with_the_surname(template):
    text = 'person = { name = "Ana Ruiz", state = "Spain" }'
    person = read_data(text, "m.toml", template).values["person"]
    assert person["name"] == Words({"en": "Ana Ruiz", "zh": "Ana Ruiz"})
    assert person["surname"] == Words({"en": "Ruiz", "zh": "Ruiz"})


def test_a_name_in_two_scripts_needs_its_surname(template):
    text = 'person = { name = { en = "Wang Min", zh = "王敏" } }'
    assert "say which part of the name is the surname" in fault(template, text)


def test_a_state_may_be_named_in_any_language(template):
    text = 'states = ["中国", "the Netherlands", "Iran (Islamic Republic of)"]'
    states = read_data(text, "m.toml", template).values["states"]
    assert [state.code for state in states] == ["CHN", "NLD", "IRN"]


def test_a_record_that_is_mostly_words_or_cells_may_be_written_as_them(template):
    text = "points = ['A;', { en = 'B', zh = '乙' }, { text = 'C:', items = ['D'] }]"
    points = read_data(text, "m.toml", template).values["points"]
    assert [one["text"].by_language for one in points] == [
        {"en": "A;"},
        {"en": "B", "zh": "乙"},
        {"en": "C:"},
    ]
    assert [len(one["items"]) for one in points] == [0, 0, 1]
    assert "no field “xx”" in fault(template, "points = [{ xx = 'A' }]")


def test_states_may_be_kept_apart_from_lists_beside_them_only(tmp_path):
    manifest = MANIFEST.replace('apart = ["states"]', 'apart = ["stats"]')
    with pytest.raises(TemplateError, match="“stats” is no list of States beside it"):
        load(folder(tmp_path / "t", paragraph("X."), manifest))


def test_what_is_no_state_is_kept_out_of_lists_of_states_only(tmp_path):
    only = MANIFEST.replace('apart = ["states"]', "states_only = true")
    template = load(folder(tmp_path / "t", paragraph("X."), only))
    for name in ("European Union", "欧盟", "Sovereign Order of Malta"):
        told = fault(template, f"observers = ['Austria', '{name}']")
        assert f"no. 2: “{name}” is no State" in told
    found = read_data("observers = ['Holy See', 'Cook Islands']", "m.toml", template)
    assert len(found.values["observers"]) == 2
    wrong = MANIFEST.replace('type = "month"', 'type = "month"\nstates_only = true')
    with pytest.raises(TemplateError, match="field “since”: states_only is for States"):
        load(folder(tmp_path / "u", paragraph("X."), wrong))


@given(st.dates(), st.dates())
def test_a_range_holds_when_it_does_not_end_before_it_begins(tmp_path_factory, first, last):
    template = made(tmp_path_factory.mktemp("t"), paragraph("Something."))[0]
    text = f"days = {{ from = {first}, to = {last} }}"
    if last < first:
        assert "wrong way round" in fault(template, text)
    else:
        days = read_data(text, "m.toml", template).values["days"]
        beyond = (last - first).days > 1
        assert days == Days((first, last) if first < last else (first,), through=beyond)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_place(tmp_path_factory, text):
    template = made(tmp_path_factory.mktemp("t"), paragraph("Something."))[0]
    try:
        read_data(text, "m.toml", template)
    except TemplateError as error:
        said = str(error)
    else:
        said = "m.toml"
    assert said.startswith("m.toml")


def test_a_file_of_deeply_nested_brackets_is_one_clear_error(template):
    assert "m" in fault(template, "name = " + "[" * 100_000)


@pytest.mark.parametrize(
    "words",
    [
        "Lin (林) of Harbour 7",
        {"en": "OECD", "zh": "OECD"},
        {"en": "Ana Ruiz", "zh": "Ana Ruiz"},
        {"en": "10 a.m.", "zh": "10 a.m."},
        {"en": "Harbour", "zh": "港口 (harbour)"},
    ],
)
def test_a_foreign_word_or_a_name_stands_in_any_language(template, words):
    made = read_data(f"name = {toml(words)}", "meeting.toml", template).values["name"]
    assert made.by_language["en"]


def test_a_tab_in_a_text_is_a_space(template):
    made = read_data('name = "10\ta.m. \t sharp"', "meeting.toml", template).values["name"]
    assert made == Words({"en": "10 a.m. sharp"})
