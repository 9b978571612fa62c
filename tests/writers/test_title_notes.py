"""Title-page notes and titles of agenda items: written in every format, read back where we read."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from papers import paper

from toolkit.model import Block, Document, Kind, Remark
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER as WORD
from toolkit.readers.markdown import READER as MARKDOWN
from toolkit.writers import akn, docx, html, markdown
from toolkit.writers.house_style import house_style

WORDS = {
    "en": ("Second session", "Items 3 and 4 of the provisional agenda**",
           "Lighthouse keepers\nLamp oil", "Reissued for technical reasons on 5 June 2030.",
           "XYZ/COP/WG.1/2030/1."),
    "zh": ("第二届会议", "临时议程** 项目 3 和 4", "灯塔看守员\n灯油",
           "由于技术原因于 2030 年 6 月 5 日重新印发。", "XYZ/COP/WG.1/2030/1。"),
}  # fmt: skip


def starred(language: str) -> Document:
    document = paper(language)
    session, agenda, titles, reissued, provisional = WORDS[language]
    head = replace(
        document.masthead,
        symbol="XYZ/COP/WG.1/2030/L.1/Add.2*",
        session=session,
        agenda_item=agenda,
        agenda_title=titles,
    )
    notes = [
        Block(id=f"n{at}", kind=Kind.FOOTNOTE, label="*" * at, text=text)
        for at, text in enumerate((reissued, provisional), 1)
    ]
    return replace(document, masthead=head, blocks=(*notes, *document.blocks))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [one for one in package.namelist() if one.startswith("word/") and "xml" in one[-4:]]
        roots = {one: etree.fromstring(package.read(one)) for one in names}
    return {name: "".join(map(str, root.itertext())) for name, root in roots.items()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_word_and_markdown_give_back_what_they_were_given(language: str) -> None:
    document = starred(language)
    shown = [(one.kind, one.label, one.text) for one in document.blocks]
    for found in (
        WORD.read(docx.write(document), "a.docx", ReadOptions()).document,
        MARKDOWN.read(markdown.write(document).encode(), "a.md", ReadOptions()).document,
    ):
        assert found.masthead == document.masthead
        assert [(one.kind, one.label, one.text) for one in found.blocks] == shown


def test_in_word_the_notes_stand_at_the_foot_of_the_first_page_and_nowhere_else() -> None:
    found = parts(docx.write(starred("en")))
    places = [name for name, text in found.items() if "Reissued" in text]
    assert len(places) == 1
    assert places[0].startswith("word/footer")
    assert "V.30-01234" in found[places[0]]
    bare = parts(docx.write(paper("en")))
    assert "\u00a0" not in bare[places[0]]  # the rule above the notes goes with them


def test_a_note_that_must_be_marked_stays_where_word_has_comments() -> None:
    remark = Remark(block_id="n2", start=0, end=3, text="not translated", tone="untranslated")
    found = parts(docx.write(starred("en"), remarks=[remark], marks="comments"))
    assert "Reissued" in found["word/document.xml"]
    assert "not translated" in found["word/comments.xml"]


def test_a_template_without_a_place_for_notes_has_them_in_its_text() -> None:
    base = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(house_style("en"))) as old, zipfile.ZipFile(base, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{title_notes}}", b""))
    found = parts(docx.write(starred("en"), base=base.getvalue()))
    assert "Reissued" in found["word/document.xml"]


def test_on_a_page_the_asterisk_leads_to_its_note_and_back() -> None:
    page = html.write(starred("en"))
    assert '2030/L.1/Add.2<sup><a id="star-1"' in page
    assert 'agenda<sup><a id="star-2"' in page
    for at in (1, 2):
        (name,) = {piece.split('"')[0] for piece in page.split(f'id="star-{at}" href="#')[1:]}
        assert f'<li id="{name}">' in page
        assert page.count(f'href="#star-{at}"') == 1
    assert '<p class="item-title">Lamp oil</p>' in page


def test_akoma_ntoso_names_each_item() -> None:
    root = etree.fromstring(akn.write(starred("zh")))
    named = [one.text for one in root.iter("{*}inline") if one.get("name") == "agendaTitle"]
    assert named == ["灯塔看守员", "灯油"]
