"""The HTML report as a reader with a keyboard and a screen reader meets it."""

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from toolkit.checks.run import run
from toolkit.diagnostics.render.html import findings_as_html
from toolkit.diagnostics.render.outline import outlined
from toolkit.readers.registry import read_bytes

FAULTY = "CSIW_COP_WG.3_2025_6_faulty"


class Page(HTMLParser):
    """What matters of a page: ids, links, headings, landmarks, languages."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.labelled: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        if given.get("aria-labelledby"):
            self.labelled.append(str(given["aria-labelledby"]))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(params=["en", "zh"])
def report(request: pytest.FixtureRequest, samples: Path) -> tuple[str, int]:
    path = samples / "faulty" / f"{FAULTY}.{request.param}.docx"
    document = read_bytes(path.read_bytes(), path.name).document
    result = run([document])
    page = findings_as_html(result.findings, result.checked, request.param, [document])
    return page, len(result.findings)


def test_every_tag_is_closed_and_every_name_is_there_once(report: tuple[str, int]) -> None:
    page = Page(report[0])
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_finding_has_a_link_in_the_outline_and_every_link_leads_somewhere(
    report: tuple[str, int],
) -> None:
    page = Page(report[0])
    assert {one.removeprefix("#") for one in page.links} <= set(page.ids)
    articles = [one for one in page.links if "n" in one and "c" in one and one != "#found"]
    assert len(articles) == report[1]
    assert set(page.labelled) <= set(page.ids)


def test_headings_begin_with_one_first_and_skip_no_level(report: tuple[str, int]) -> None:
    levels = Page(report[0]).headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_has_landmarks_a_title_a_language_and_rules_for_print(
    report: tuple[str, int],
) -> None:
    page = Page(report[0])
    assert {"html", "title", "header", "nav", "main"} <= set(page.tags)
    assert page.tags.count("main") == 1
    assert '<html lang="' in report[0]
    assert "@media print" in report[0]
    assert "focus-visible" in report[0]


def test_the_outline_is_that_of_the_document_with_chapters_without_findings(
    samples: Path,
) -> None:
    path = samples / "faulty" / f"{FAULTY}.en.docx"
    document = read_bytes(path.read_bytes(), path.name).document
    findings = run([document]).findings
    chapters = outlined(findings, document)
    titles = [one.title for one in chapters]
    assert "II. Recommendations" in titles
    assert sum(len(one.findings) for one in chapters) == len(findings)
    (gap,) = [one for one in chapters if any(f.code == "REC101" for f in one.findings)]
    assert gap.title == "A. General recommendations"
    assert any(not one.findings for one in chapters)
