"""Tables of terms: a line a form or a line a concept, with commas, tabs or semicolons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import InputError
from toolkit.terms import Concept, Section, Status, Termbase, read_termbase, term_of
from toolkit.terms.table import read_table, write_table

LONG = """concept,language,term,status,body,part of speech,note,definition
lamp,en,lamp,preferred,,noun,,A light that is carried
lamp,en,lantern,deprecated,LB/COP|LB/EX,,"only, in poems",
lamp,zh,灯,,,,,
fog,en,fog signal,admitted,,,,
"""


def read(text: str, file: str = "terms.csv") -> Termbase:
    return read_termbase(text.encode(), file).termbase


def test_lines_of_one_concept_belong_together() -> None:
    base = read(LONG)
    assert [one.id for one in base.concepts] == ["lamp", "fog"]
    lamp, lantern = base.concepts[0].terms("en")
    assert (lamp.text, lamp.status) == ("lamp", Status.PREFERRED)
    assert (lantern.status, lantern.bodies) == (Status.DEPRECATED, ("LB/COP", "LB/EX"))
    assert base.concepts[0].said("definition") == "A light that is carried"
    assert [one.text for one in base.concepts[0].terms("zh-CN")] == ["灯"]
    assert not base.concepts[0].terms("zh-Hant")


def test_a_line_a_concept_has_several_forms_in_a_cell() -> None:
    base = read("en\ten deprecated\tzh\nlamp\tlantern|lantern light\t灯\n", "terms.tsv")
    (one,) = base.concepts
    assert [(term.text, term.status) for term in one.terms("en")] == [
        ("lamp", None),
        ("lantern", Status.DEPRECATED),
        ("lantern light", Status.DEPRECATED),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_out_of_a_spreadsheet_is_read(encoding: str) -> None:
    data = "en;zh\r\nlamp;灯\r\n".encode(encoding)
    base = read_termbase(data, "terms.csv").termbase
    assert base.concepts[0].terms("zh")[0].text == "灯"


@pytest.mark.parametrize(
    "table",
    [
        "English,Chinese\nlamp,灯\n",
        "英文;中文;note\nlamp;灯;a, b, c\n",
        "sep=;\r\nen;zh\r\nlamp, lit;灯\r\n",
        "sep=|\nen|zh\nlamp|灯\n",
    ],
)
def test_columns_may_have_the_names_of_languages_and_spreadsheets_their_own_signs(
    table: str,
) -> None:
    base = read_table(table.encode(), "terms.csv")[0]
    assert base.concepts[0].terms("en")[0].text.startswith("lamp")
    assert base.concepts[0].terms("zh")[0].text == "灯"


def test_a_line_without_words_and_a_bad_code_are_told() -> None:
    found = read_table(b"language,term,status\nen,,\n../x,lamp,\nen,lamp,odd\n", "t.csv")[1]
    assert [(one.code, one.place) for one in found] == [
        ("TRM201", "line 2"),
        ("TRM202", "line 3"),
        ("TRM206", "line 4"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no line that names"),
        (b"name;value\n1;2\n", "name no language"),
        (b"en,zh\nlamp,\xff\n", "line 2: not UTF-8"),
        (b'en,zh\n"lamp,x\n', "Is a quotation mark missing"),
        (b"en,zh\na\x00b,c\n", "NUL"),
        (b"en,zh\n" + b"a" * 20_000 + b",b\n", "a cell of more than 10,000"),
        (b"%PDF-1.4 nothing", "name no language"),
    ],
)
def test_what_is_no_table_of_terms_is_refused_in_a_line(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_table(data, "terms.csv")
    assert "terms.csv" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_what_is_neither_is_told_how_it_might_be_read() -> None:
    with pytest.raises(InputError, match="--via translate"):
        read_termbase(b"msgid", "terms.po")


def test_a_cell_is_no_formula_and_comes_back() -> None:
    base = Termbase(concepts=(Concept("c1", (Section("en", (term_of("=1+1"), term_of(".*"))),)),))
    out, lost = write_table(base)
    assert b"'=1+1" in out
    assert lost == ()
    assert read_table(out, "t.csv")[0].concepts == base.concepts


def test_what_a_table_cannot_hold_is_counted() -> None:
    base, _ = read_table(LONG.encode(), "t.csv")
    assert write_table(base)[1] == ()
    more = term_of("lamp", source="Almanac", note="a")
    twice = Concept("c1", (Section("en", (term_of("x"),), more.details),))
    (told,) = write_table(Termbase(concepts=(twice,)))[1]
    assert told.message == "2 details cannot be held by a table and were left out."


# A word with a letter or a figure: signs alone are no term.
_FORMS = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po", "Sm")), min_size=1).map(
    lambda text: f"a{text}"
)


@given(st.lists(_FORMS, min_size=1, max_size=5), st.sampled_from(["en", "zh", "fr"]))
def test_what_is_written_is_read_again(forms: list[str], lang: str) -> None:
    terms = tuple(term_of(form, status=Status.ADMITTED) for form in forms)
    base = Termbase(concepts=(Concept("c1", (Section(lang, terms),)),))
    for separator in (",", "\t"):
        out, lost = write_table(base, separator=separator)
        assert lost == ()
        assert read_table(out, "t.tsv")[0].concepts == base.concepts
