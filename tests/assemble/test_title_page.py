"""Title-page notes and titles of agenda items in templates."""

from pathlib import Path

import pytest

from toolkit.assemble.data import read_data
from toolkit.assemble.fill import fill
from toolkit.assemble.template import load
from toolkit.assemble.translate import translate
from toolkit.errors import TemplateError
from toolkit.languages import by_code
from toolkit.model import Document, Kind

TEMPLATES = Path(__file__).parents[2] / "templates"
ADDED = """reissued = 2030-06-07
late = { en = "Submitted late so that replies could be included.", zh = "因纳入答复而迟交。" }
"""


def built(name: str, added: str = "", removed: str = "") -> tuple[Document, Document]:
    template = load(TEMPLATES / name)
    example = (TEMPLATES / name / "example.toml").read_text(encoding="utf-8")
    lines = [line for line in example.split("\n") if not removed or not line.startswith(removed)]
    values = read_data(added + "\n".join(lines), "data.toml", template)
    english = fill(template, values, by_code("en"))
    chinese = translate(english, template, values, by_code("zh"), lambda *_, **__: None)
    return english.document, chinese.document


def notes(document: Document) -> list[tuple[str | None, str]]:
    return [(one.label, one.text) for one in document.blocks if one.kind is Kind.FOOTNOTE]


def test_asterisks_are_counted_in_the_order_of_the_notes_that_are_there() -> None:
    english, chinese = built("note", ADDED)
    head = english.masthead
    assert (head.symbol or "").endswith("/5*")
    assert head.agenda_item == "Items 2 and 3 of the provisional agenda**"
    assert head.subtitle == "Note by the Secretariat***"
    assert notes(english) == [
        ("*", "Reissued for technical reasons on 7 June 2030."),
        ("**", "CSIW/COP/WG.3/2026/1."),
        ("***", "Submitted late so that replies could be included."),
    ]
    assert chinese.masthead.agenda_item == "临时议程** 项目 2 和 3"
    assert notes(chinese) == [
        ("*", "由于技术原因于 2030 年 6 月 7 日重新印发。"),
        ("**", "CSIW/COP/WG.3/2026/1。"),
        ("***", "因纳入答复而迟交。"),
    ]


def test_without_its_note_a_line_has_no_asterisk() -> None:
    english, chinese = built("note", removed="agenda_document")
    assert english.masthead.agenda_item == "Items 2 and 3 of the provisional agenda"
    assert chinese.masthead.agenda_item == "临时议程项目 2 和 3"
    assert notes(english) == notes(chinese) == []


def test_each_agenda_item_has_its_title_on_a_line() -> None:
    english, chinese = built("note")
    assert (english.masthead.agenda_title or "").split("\n") == [
        "Pilotage during floods and low water",
        "Alert systems and the first hour of a rescue operation",
    ]
    assert (chinese.masthead.agenda_title or "").count("\n") == 1


@pytest.mark.parametrize(
    ("clause", "complaint"),
    [
        ('kind = "note"\nen = "Late."', "says at which line"),
        ('kind = "note"\nat = "symbl"\nen = "Late."', "no masthead field “symbl”"),
        ('kind = "text"\nat = "symbol"\nen = "Late."', "says at which line"),
    ],
)
def test_a_note_says_at_which_line_it_stands(tmp_path: Path, clause: str, complaint: str) -> None:
    with pytest.raises(TemplateError, match=complaint):
        load(small(tmp_path, f'[[clause]]\nid = "late"\n{clause}\n'))


def test_a_note_behind_the_text_is_refused(tmp_path: Path) -> None:
    text = """[[clause]]
id = "opening"
en = "It met."

[[clause]]
id = "late"
kind = "note"
at = "symbol"
en = "Late."
"""
    with pytest.raises(TemplateError, match="before all other clauses"):
        load(small(tmp_path, text))


def small(folder: Path, text: str) -> Path:
    source = TEMPLATES / "note"
    for name in ("template.docx", "template.toml", "example.toml"):
        (folder / name).write_bytes((source / name).read_bytes())
    (folder / "text.toml").write_text(text, encoding="utf-8")
    return folder
