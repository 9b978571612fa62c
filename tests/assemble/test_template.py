"""Template folders: found, loaded, and what their authors are told."""

import pytest

from tests.assemble.folders import MANIFEST, folder, paragraph
from toolkit.assemble import find, load
from toolkit.assemble.fields import FieldType
from toolkit.errors import TemplateError

TEXTS = {
    "[[claus]]\nid = 'a'": "line 1: “claus” is not known here. Did you mean “clause”?",
    "[[clause]]\nid = 'a'\nboth = 'x'\nlevle = 1": (
        "line 4: “levle” is not known for a clause. Did you mean “level”?"
    ),
    "[[clause]]\nid = 'a'\nkind = 'heding'\nboth = 'x'": (
        "line 3: “heding” is no kind of clause. Did you mean “heading”?"
    ),
    "[[clause]]\nid = 'a'\nzh = '文'": ('line 1: this clause says nothing in en: add en = "…".'),
    "[[clause]]\nid = 'a'\nboth = 'x'\neach = 'row'": (
        'line 4: write each = "NAME in FIELD", such as "item in documents".'
    ),
    "[[clause]]\nboth = 'x'": (
        'line 1: this clause has no id; give it a short name, such as id = "opening".'
    ),
    "[masthead]\nsymbl = 'x'": "line 2: no masthead field “symbl”. Did you mean “symbol”?",
    "[start]\nrecomendation = 'x'": (
        "line 2: no series “recomendation”. Did you mean “recommendation”?"
    ),
}


@pytest.mark.parametrize("text", TEXTS)
def test_an_author_is_told_file_line_and_nearest_name(tmp_path, text):
    with pytest.raises(TemplateError) as caught:
        load(folder(tmp_path / "t", text))
    assert str(caught.value) == f"{tmp_path / 't' / 'text.toml'}, {TEXTS[text]}"


def test_clauses_of_the_second_table_have_the_lines_of_the_second(tmp_path):
    text = (
        paragraph("One.") + "[[clause]]\nid = 'two'\n" + "[[clause.part]]\nid = 'in'\nboth = 'x'\n"
    )
    clauses = load(folder(tmp_path / "t", text)).text.clauses
    assert [clause.place for clause in clauses] == ["line 1", "line 4"]
    assert clauses[1].parts[0].place == "line 6"


def test_a_manifest_is_held_to_its_keys_types_and_profiles(tmp_path):
    manifest = 'titel = "x"\nprofile = "draught"\n[field.x]\ntype = "dat"\nhlep = "y"\n'
    with pytest.raises(TemplateError) as caught:
        load(folder(tmp_path / "t", paragraph("x"), manifest))
    said = [line.partition("template.toml")[2] for line in str(caught.value).split("\n")]
    assert said == [
        ": “titel” is not known. Did you mean “title”?",
        ': say which languages there are: languages = ["en", "zh"].',
        ", field “x”: “hlep” is not known for a field. Did you mean “help”?",
        ", field “x”: “dat” is not a type. Did you mean “date”?",
        ": “draught” is not a profile. Did you mean “draft”?",
    ]


def test_a_folder_without_its_files_says_which_are_missing(tmp_path):
    with pytest.raises(TemplateError) as caught:
        load(tmp_path)
    assert "template.toml: this file is missing from the template." in str(caught.value)
    assert "text.toml: this file is missing from the template." in str(caught.value)


def test_a_template_is_found_by_path_then_in_the_folders_in_order(tmp_path):
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for parent in (own, shipped):
        parent.mkdir()
    folder(shipped / "letter", paragraph("x"))
    assert find("letter", (own, shipped)) == shipped / "letter"
    folder(own / "letter", paragraph("x"))
    assert find("letter", (own, shipped)) == own / "letter"
    assert find(str(shipped / "letter"), (own,)) == shipped / "letter"


def test_a_template_that_is_not_there_is_answered_with_the_nearest(tmp_path):
    folder(tmp_path / "letter", paragraph("x"))
    with pytest.raises(TemplateError) as caught:
        find("leter", (tmp_path,))
    assert str(caught.value) == "There is no template “leter”. Did you mean “letter”?"


def test_fields_are_in_the_order_of_the_manifest_with_their_types(tmp_path):
    fields = load(folder(tmp_path / "t", paragraph("x"), MANIFEST)).fields
    assert [field.name for field in fields][:3] == ["name", "day", "days"]
    rows = next(field for field in fields if field.name == "rows")
    assert (rows.type, rows.many) == (FieldType.RECORD, True)
    assert [field.name for field in rows.fields] == ["title", "continued", "cells"]


def test_a_file_that_is_not_text_is_one_sentence(tmp_path):
    made = folder(tmp_path / "t", paragraph("x"))
    (made / "example.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match=r"example\.toml: this file cannot be read as UTF-8"):
        load(made)


def test_a_mark_at_the_start_that_windows_editors_write_does_not_matter(tmp_path):
    made = folder(tmp_path / "t", paragraph("x"))
    (made / "text.toml").write_text(paragraph("x"), encoding="utf-8-sig")
    assert len(load(made).text.clauses) == 1
