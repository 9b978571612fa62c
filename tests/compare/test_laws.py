"""What holds of every redline."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings

from tests.compare.versions import Line, markdown, versions
from tests.validity import faults
from toolkit.compare import pairs_of, redline
from toolkit.model import Document
from toolkit.model.redline import Op, Redline
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revisions import accept_all, reject_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.drafts.comparing import kind_of
from toolkit.writers.docx_redline import write_redline
from toolkit.writers.html_redline import write_page

SOME = settings(max_examples=6, phases=(Phase.explicit, Phase.generate), deadline=None)
MANY = settings(max_examples=15, phases=(Phase.explicit, Phase.generate), deadline=None)
LANGUAGES = ("en", "zh")
Two = tuple[tuple[Line, ...], tuple[Line, ...]]


def read(data: bytes, name: str, language: str) -> Document:
    return read_bytes(data, name, options=ReadOptions(language=language)).document


def compared(both: Two, language: str) -> Redline:
    old, new = (read(markdown(one, language).encode(), "v.md", language) for one in both)
    return redline(old, new, pairs_of(old, new))


def shown(document: Document) -> list[tuple[object, ...]]:
    return [(b.kind, b.level, b.label, b.text, b.rows, b.marks, b.notes) for b in document.blocks]


@pytest.mark.parametrize("moves", [True, False], ids=["as moves", "as edits"])
@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(both=versions())
def test_accepting_gives_the_new_version_and_rejecting_the_old(
    language: str, moves: bool, both: Two
) -> None:
    found = compared(both, language)
    data = write_redline(found, Tracking("A", moves=moves))
    assert not faults(data)
    assert shown(read(accept_all(data, "r.docx"), "r.docx", language)) == shown(found.new)
    assert shown(read(reject_all(data, "r.docx"), "r.docx", language)) == shown(found.old)


@pytest.mark.parametrize("language", LANGUAGES)
@MANY
@given(both=versions())
def test_every_block_of_both_stands_in_one_row_in_its_order(language: str, both: Two) -> None:
    found = compared(both, language)
    assert [row.old for row in found.rows if row.old] == list(found.old.blocks)
    assert [row.new for row in found.rows if row.new] == list(found.new.blocks)
    left = Counter(row.move for row in found.rows if row.move and row.old)
    assert left == Counter(row.move for row in found.rows if row.move and row.new)


@pytest.mark.parametrize("language", LANGUAGES)
@MANY
@given(both=versions())
def test_the_pieces_of_a_row_are_both_of_its_texts(language: str, both: Two) -> None:
    for row in compared(both, language).rows:
        if row.old and row.new and not row.new.rows:
            old = "".join(one.text for one in row.pieces if one.op is not Op.COME)
            new = "".join(one.text for one in row.pieces if one.op is not Op.GONE)
            assert (old, new) == (row.old.text, row.new.text)


@pytest.mark.parametrize("language", LANGUAGES)
@MANY
@given(both=versions())
def test_a_version_against_itself_has_no_change(language: str, both: Two) -> None:
    found = compared((both[0], both[0]), language)
    assert {kind_of(row) for row in found.rows} <= {"same"}
    data = write_redline(found, Tracking("A"))
    assert accept_all(data, "r.docx") == data


class _Page(HTMLParser):
    """Reads the words of a page that stand in its main part, without what went or what came."""

    def __init__(self, skip: str) -> None:
        super().__init__()
        self.skip = skip
        self.depth = 0
        self.inside = False
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.inside = self.inside or tag == "main"
        classes = dict(attrs).get("class") or ""
        self.depth += tag == self.skip or (tag == "p" and classes == "where")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside and self.skip not in self.open:
            self.words += data


@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(both=versions())
def test_the_page_holds_both_versions(language: str, both: Two) -> None:
    found = compared(both, language)
    page = write_page(found, [], "", [], "en").decode()
    for skip, document in (("del", found.new), ("ins", found.old)):
        parser = _Page(skip)
        text = re.sub(r"<(meta|!DOCTYPE)[^>]*>", "", page)
        text = re.sub(r'<p class="where">.*?</p>', "", text)
        parser.feed(text)
        words = "".join(parser.words.split())
        for block in document.blocks:
            if not block.rows:
                assert "".join(block.text.split()) in words
