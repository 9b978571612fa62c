"""What editors get by mail: converted, pasted, with breaks and mark-up where none belong."""

import io

import docx
import pytest

from toolkit.model import Document, Kind
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import loaded
from toolkit.workflows.documents.receipt import receipt

HEAD = "联合国 XYZ/2031/L.4\n灯塔大会 Distr.: Limited\n12 May 2031\nChinese\nOriginal: English\n"


def shape(document: Document) -> list[tuple[Kind, str | None, str]]:
    return [(one.kind, one.label, one.text) for one in document.blocks]


def test_text_pasted_without_blank_lines_is_read_by_its_labels() -> None:
    text = (
        f"{HEAD}灯油工作组\n2031年5月5日至9日，日内瓦\n报告草稿\n一、导言\n1．工作组举行会议。\n"
        "建议1\n各国应：\n（a）清点灯具；\n（b）储存灯油。\n建议2\n秘书处应编写报告。\n附件\n灯具清单\n"
        "1．北码头的灯具。\n"
    )
    document = read_bytes(text.encode("gb18030"), "a.txt").document
    masthead = document.masthead
    assert (masthead.organ, masthead.body, masthead.title) == ("灯塔大会", "灯油工作组", "报告草稿")
    assert (masthead.distribution, masthead.language) == ("Limited", "Chinese")
    assert shape(document) == [
        (Kind.HEADING, "一、", "导言"),
        (Kind.PARAGRAPH, "1．", "工作组举行会议。"),
        (Kind.RECOMMENDATION, "建议1", "各国应："),
        (Kind.ITEM, "（a）", "清点灯具；"),
        (Kind.ITEM, "（b）", "储存灯油。"),
        (Kind.RECOMMENDATION, "建议2", "秘书处应编写报告。"),
        (Kind.HEADING, "附件", "灯具清单"),
        (Kind.PARAGRAPH, "1．", "北码头的灯具。"),
    ]


@pytest.mark.parametrize(
    ("label", "words"),
    [("Recommendation 4", "States should count lamps."), ("建议 4", "各国应清点灯具。")],
)
def test_a_recommendation_may_stand_above_its_body_in_one_paragraph(label: str, words: str) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(f"\n{words}")
    buffer = io.BytesIO()
    file.save(buffer)
    document = read_bytes(buffer.getvalue(), "a.docx").document
    assert shape(document) == [(Kind.RECOMMENDATION, label, words)]


def test_markup_that_a_converter_leaves_is_no_word() -> None:
    text = (
        '<span id="_top" class="abbr"></span>**United Nations** XYZ/2031/L.4\n\n'
        "Distr.: Limited\n\n# Draft report\n\n"
        '1. They met<a href="#n1">.</a> <font color="red">They parted.</font>\n'
    )
    given = Input("a.md", text.encode())
    found = loaded(given)
    assert found.document.masthead.symbol == "XYZ/2031/L.4"
    assert shape(found.document) == [(Kind.PARAGRAPH, "1.", "They met. They parted.")]
    assert receipt(found, ReadOptions())["complete"]


def test_small_letters_with_stops_go_on_a_list_line_by_line() -> None:
    text = "1. They parted:\na. at noon;\nb. in haste.\n2. They wrote.\n"
    document = read_bytes(text.encode(), "a.txt").document
    assert [(one.kind, one.label) for one in document.blocks] == [
        (Kind.PARAGRAPH, "1."),
        (Kind.ITEM, "a."),
        (Kind.ITEM, "b."),
        (Kind.PARAGRAPH, "2."),
    ]
