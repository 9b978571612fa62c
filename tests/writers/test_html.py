"""HTML: every word once and in order, links that lead somewhere, nothing from outside."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from papers import paper

from toolkit.model import Block, Document, Kind, Mark, MarkKind, Note, Profile
from toolkit.readers.registry import read_bytes
from toolkit.writers.html import write


class Page(HTMLParser):
    """What a page says and where it leads, read without the writer's help."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.main: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.languages: list[str] = []
        self.headings: list[int] = []
        self._open: list[str] = []
        self.torn: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        self.links += [given["href"]] if tag == "a" and given.get("href") else []  # type: ignore[list-item]
        self.sources += [str(given[k]) for k in ("src", "data") if k in given]
        self.languages += [str(given["lang"])] if "lang" in given else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in ("br", "meta"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.torn.append(tag)

    def handle_data(self, data: str) -> None:
        if "main" in self._open and "sup" not in self._open:
            self.main.append(data)


def words(text: str) -> str:
    return "".join(text.split())


def expected(document: Document) -> str:
    parts: list[str] = []
    for block in document.blocks:
        if block.kind is Kind.FOOTNOTE:
            continue
        parts += [block.label or "", block.text]
        parts += (
            ["(continued)" if document.language == "en" else "（续）"] if block.continued else []
        )
    return words("".join(parts))


def of_blocks(*blocks: Block) -> Document:
    return Document(profile=Profile.REPORT, language="en", blocks=blocks)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_word_stands_once_and_in_order(language: str) -> None:
    document = paper(language)
    page = Page(write(document))
    assert words("".join(page.main)) == expected(document)
    assert not page.torn


def test_samples_are_complete_well_formed_and_in_their_language(samples: Path) -> None:
    for path in sorted(samples.glob("*.??.md")):
        document = read_bytes(path.read_bytes(), str(path)).document
        html = write(document)
        page = Page(html)
        assert words("".join(page.main)) == expected(document), path
        assert not page.torn
        assert page.languages == [document.language]
        for block in document.blocks:
            for note in block.notes:
                assert words(note.text) in words(re.sub("<[^>]*>", "", html))


def test_every_link_leads_somewhere_and_no_name_stands_twice(samples: Path) -> None:
    for path in sorted(samples.glob("*.??.md")):
        page = Page(write(read_bytes(path.read_bytes(), str(path)).document))
        assert len(page.ids) == len(set(page.ids)), path
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids), path


def test_a_reference_leads_to_what_it_names() -> None:
    page = write(
        of_blocks(
            Block(id="b1", kind=Kind.PARAGRAPH, label="1.", number=1, path="I/para 1",
                  text="See paragraph 2 below and recommendation 9."),
            Block(id="b2", kind=Kind.PARAGRAPH, label="2.", number=2, path="I/para 2", text="Two."),
        )
    )  # fmt: skip
    assert '<a href="#para-2">paragraph 2' in page
    assert "#rec-9" not in page


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    block = Block(
        id="b1", kind=Kind.TEXT, text="here and there <script>alert(1)</script>",
        marks=(Mark(kind=MarkKind.LINK, start=0, end=4, target="javascript:alert(1)"),
               Mark(kind=MarkKind.LINK, start=9, end=14, target="https://example.org/?a=1&b=2")),
    )  # fmt: skip
    page = write(of_blocks(block))
    read = Page(page)
    assert not read.sources
    assert "<script" not in page
    assert "@import" not in page
    assert not any(link.startswith("javascript") for link in read.links)
    assert "https://example.org/?a=1&b=2" in read.links


def test_looks_notes_and_links_may_overlap() -> None:
    block = Block(
        id="b1", kind=Kind.TEXT, text="one two three",
        marks=(Mark(kind=MarkKind.BOLD, start=0, end=7),
               Mark(kind=MarkKind.ITALIC, start=4, end=13),
               Mark(kind=MarkKind.LINK, start=2, end=9, target="https://example.org")),
        notes=(Note(number="*", at=7, text="Said twice."),),
    )  # fmt: skip
    page = Page(write(of_blocks(block)))
    assert not page.torn
    assert words("".join(page.main)) == "onetwothree"


def test_a_table_has_its_head_and_its_notes_in_their_cells() -> None:
    rows = (("Item", "Sum"), ("Boats", "7"))
    table = Block(id="b1", kind=Kind.TABLE, text="Item\tSum\nBoats\t7", rows=rows,
                  notes=(Note(number="a", at=14, text="In 2030."),))  # fmt: skip
    page = write(of_blocks(table))
    assert '<th scope="col">Item</th>' in page
    assert re.search(r"<td>Boats<sup>.*?</sup></td>", page)


def test_headings_nest_in_the_contents() -> None:
    headings = [
        Block(id=f"b{at}", kind=Kind.HEADING, level=level, text=f"H{at}", path="")
        for at, level in enumerate((1, 3, 2, 1))
    ]
    page = Page(write(of_blocks(*headings)))
    assert not page.torn
    assert [link for link in page.links if link != "#text"] == ["#b0", "#b1", "#b2", "#b3"]


def test_a_chapter_continued_says_so() -> None:
    block = Block(id="b1", kind=Kind.HEADING, level=1, label="I.", text="Work", continued=True)
    assert "Work (continued)" in write(of_blocks(block))
    assert "Work（续）" in write(replace(of_blocks(block), language="zh")).replace(
        "> ", ">"
    ).replace(" （", "（")
