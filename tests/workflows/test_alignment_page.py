"""The page of an alignment: whole, linked, in the right languages, and nothing that runs."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.conftest import SAMPLES
from tests.workflows.reviews import CHINESE, ENGLISH, LANGUAGES, aligned, given_out
from toolkit.workflows.alignment.aligning import Aligned, align_files
from toolkit.workflows.alignment.page import as_html
from toolkit.workflows.review.reviewing import apply_review

NAME = "CSIW_COP_WG.3_2026_L.1_Add.1"


class Page(HTMLParser):
    """The elements of a page, with a check that they nest."""

    EMPTY = ("meta", "col", "br")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


def page_of(what: Aligned) -> tuple[str, Page]:
    html = as_html(what).decode("utf-8")
    return html, Page(html)


@pytest.fixture(scope="module")
def changed_pair(tmp_path_factory: pytest.TempPathFactory) -> Aligned:
    """Return a sample pair whose translation lacks a paragraph and has another date."""
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    parts = text.split("\n\n")
    gone = next(part for part in parts if "缔约国应确保引航员" in part)
    text = "\n\n".join(part for part in parts if part != gone).replace("9 月 7 日", "9 月 6 日")
    target = tmp_path_factory.mktemp("page") / "changed.zh.md"
    target.write_text(text, encoding="utf-8")
    return align_files(str(SAMPLES / f"{NAME}.en.md"), str(target), LANGUAGES)


def test_every_link_leads_to_one_place_and_nothing_leads_out(changed_pair: Aligned) -> None:
    html, page = page_of(changed_pair)
    names = Counter(page.values("id"))
    assert set(names.values()) == {1}
    links = page.values("href")
    assert len(links) > 5
    assert all(link.startswith("#") and link[1:] in names for link in links)
    assert not re.search(r"<script|<img|<link|url\(|https?:|@import|\son\w+=", html)


def test_omissions_and_differences_are_listed_with_the_row_they_are_in(
    changed_pair: Aligned,
) -> None:
    html, _ = page_of(changed_pair)
    head = html[: html.index('id="pairs"')]
    missing = [i for i, bead in enumerate(changed_pair.beads) if not bead.target]
    assert missing
    for i in missing:
        assert f'href="#b{i}"' in head
    assert changed_pair.documents is not None
    assert "dates" in {one.kind for one in changed_pair.documents.differences}
    assert head.count(": dates: ") >= 1
    for i in re.findall(r'href="#b(\d+)">[^<]*</a>: dates', head):
        assert "2026" in changed_pair.beads[int(i)].source_texts[0]


def test_texts_are_marked_with_their_language_and_cannot_be_markup() -> None:
    html, page = page_of(aligned(source=["<b>Lamps</b> & oil"], target=["灯"]))
    assert "<b>Lamps" not in html
    assert "&lt;b&gt;Lamps" in html
    assert {"en", "zh"} <= set(page.values("lang"))
    assert page.tags[0] == ("html", {"lang": "en"})


def test_doubtful_pairs_are_listed_the_worst_first() -> None:
    what = aligned()
    sure = (0.95, 0.8, 0.99, 0.3, 0.95, 0.95)
    beads = tuple(replace(b, confidence=c) for b, c in zip(what.beads, sure, strict=True))
    html, _ = page_of(replace(what, beads=beads))
    head = html[html.index('id="doubtful"') : html.index('id="pairs"')]
    assert re.findall(r'href="#(b\d)"', head) == ["b3", "b1"]
    assert html.count("<p>doubtful</p>") == 2


def test_plain_segments_are_compared_too() -> None:
    source, target = ["It bought 12 lamps.", *ENGLISH], ["它买了 13 盏灯。", *CHINESE]
    html, _ = page_of(aligned(source=source, target=target))
    assert '<a href="#b0">pair 1</a>: numbers: 12 | 13' in html


def test_what_a_reviewer_said_is_shown() -> None:
    what = aligned()
    rows = given_out(what)
    rows["1"] = replace(rows["1"], status="wrong")
    rows["2"] = replace(rows["2"], status="approved", target="另选两名助手。", note="Shorter.")
    html, _ = page_of(apply_review(what, rows.values()))
    assert '<tr id="b1" class="wrong">' in html
    assert '<tr id="b2" class="approved">' in html
    assert "另选两名助手。" in html
    assert "Shorter." in html


def test_a_page_prints_and_knows_the_dark() -> None:
    html, _ = page_of(aligned())
    assert "@media print" in html
    assert "prefers-color-scheme: dark" in html
    assert "color-scheme: light dark" in html


def test_every_bead_has_its_row(changed_pair: Aligned) -> None:
    _, page = page_of(changed_pair)
    rows = [attributes for tag, attributes in page.tags if tag == "tr" and "id" in attributes]
    assert [row["id"] for row in rows] == [f"b{i}" for i in range(len(changed_pair.beads))]
