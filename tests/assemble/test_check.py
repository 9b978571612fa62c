"""Findings about a template."""

from dataclasses import replace
from pathlib import Path

from tests.assemble.folders import MANIFEST, folder, paragraph
from toolkit.assemble import load
from toolkit.assemble.check import check_template
from toolkit.diagnostics import Severity
from toolkit.errors import TemplateError

ROOT = Path(__file__).parents[2]


def findings(path, text, example="", **more):
    made = folder(path / "t", text, more.pop("manifest", MANIFEST))
    (made / "example.toml").write_text(example)
    for name, content in more.items():
        (made / f"template.{name}").write_bytes(content)
    return check_template(load(made), lambda _: {"Normal"})


def codes(found):
    return sorted({one.code for one in found})


ROLES = MANIFEST.replace("[field.name]", "[roles]\ntext = 'Normal'\nchapter = 'Big'\n[field.name]")


def test_a_clause_without_chinese_is_a_note_with_its_place(tmp_path):
    found = findings(tmp_path, "[[clause]]\nid = 'one'\nen = 'Text.'\n", docx=b"x")
    note = next(one for one in found if one.code == "TPL102")
    assert (note.severity, note.path, note.place) == (Severity.NOTE, "one", "line 1")
    assert note.message == (
        "Clause “one” has no approved wording in Chinese; it will be asked of the memory."
    )


def test_an_unknown_field_is_an_error_with_the_nearest(tmp_path):
    text = "[[clause]]\nid = 'one'\neach = 'row in rows'\nboth = '{{ row.titel }}'\n"
    found = [one for one in findings(tmp_path, text, docx=b"x") if one.code == "TPL101"]
    assert [one.message for one in found] == [
        "The template cannot be used: there is no field “row.titel”. Did you mean “title”?"
    ]
    assert found[0].place == "line 1, clause “one”"


def test_each_needs_a_list_and_a_list_needs_each(tmp_path):
    text = "[[clause]]\nid = 'a'\neach = 'x in name'\nboth = 'x'\n" + paragraph("{{ rows.title }}")
    messages = [one.message for one in findings(tmp_path, text, docx=b"x")]
    assert "The template cannot be used: each needs a list, and “name” is none." in messages
    assert "The template cannot be used: “rows” is a list; go through it with each." in messages


def test_an_example_that_does_not_build_says_so_line_by_line(tmp_path):
    found = findings(tmp_path, paragraph("x"), "nam = 1\nday = 2026-02-30\n", docx=b"x")
    assert [one.code for one in found if one.severity is Severity.ERROR] == ["TPL104", "TPL104"]


def test_a_field_that_no_clause_uses_is_a_warning(tmp_path):
    found = findings(tmp_path, paragraph("{{ name }}"), "name = 'x'", docx=b"x")
    unused = [one.values["field"] for one in found if one.code == "TPL105"]
    assert "day" in unused
    assert "name" not in unused


def test_a_role_must_have_its_style_in_the_word_file(tmp_path):
    found = findings(tmp_path, paragraph("Text."), manifest=ROLES, docx=b"x")
    roles = [one.message for one in found if one.code == "TPL103"]
    assert roles == ["The role “chapter” is to have the style “Big”, which template.docx has not."]


def test_a_template_needs_its_word_file(tmp_path):
    assert "TPL106" in codes(findings(tmp_path, paragraph("Text.")))


def test_the_most_serious_come_first(tmp_path):
    ranks = [one.severity.rank for one in findings(tmp_path, paragraph("{{ nam }}"))]
    assert ranks == sorted(ranks, reverse=True)


def test_a_language_that_leaves_a_value_out_is_found(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = '{{ name }} on {{ day }}'\nzh = '{{ name }}'\n"
    found = [one for one in findings(tmp_path, text, docx=b"x") if one.code == "TPL107"]
    assert [one.message for one in found] == [
        "Clause “one” names day in one language and not in Chinese."
    ]


def test_an_example_that_cannot_be_written_says_what_the_word_file_lacks(tmp_path):
    def write(document):
        raise TemplateError("the Word template has no place for the text")

    made = folder(tmp_path / "t", paragraph("{{ name }}"), MANIFEST)
    (made / "example.toml").write_text("name = 'x'\n")
    (made / "template.docx").write_bytes(b"x")
    (found,) = [one for one in check_template(load(made), None, write) if one.code == "TPL104"]
    assert (
        found.message == "The example does not build: the Word template has no place for the text"
    )
    assert found.file.endswith("template.docx")


def test_a_fault_of_the_example_has_its_line_as_place(tmp_path):
    found = findings(tmp_path, paragraph("x"), "nam = 1\n", docx=b"x")
    fault = next(one for one in found if one.code == "TPL104")
    assert fault.place == "line 1"
    assert fault.message.startswith("The example does not build: the template has no field “nam”")


def test_a_template_without_an_example_is_told_in_one_finding():
    shipped = load(ROOT / "templates" / "note")
    (found,) = [one for one in check_template(replace(shipped, example="")) if one.code == "TPL104"]
    assert "there is none, or it is empty; undraft new makes a data file" in found.message
