"""What holds for every page that a command writes, whoever reads it and with what."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tests.cli.conftest import LAST_YEAR, THIS_YEAR, Ran

PAGES = {
    "align": f"align {THIS_YEAR}.en.md {THIS_YEAR}.zh.md",
    "lineage": f"lineage {LAST_YEAR}.zh.md {THIS_YEAR}.zh.md --lang zh",
    "compare": f"compare {LAST_YEAR}.en.md {THIS_YEAR}.en.md",
    "check": "check samples/faulty --format html --lang zh --fail-on never",
    "pretranslate": f"pretranslate {THIS_YEAR}.en.md --tm tm/last-year.tmx",
    "convert": f"convert {LAST_YEAR}.zh.md",
}
SPOKEN = {"lineage": "zh", "check": "zh", "convert": "zh"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_keyboards_readers_and_narrow_screens(
    name: str, undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    ran = undraft(f"undraft {PAGES[name]} -o {path}")
    assert ran.code == 0, ran.err
    page = html.fromstring(path.read_text(encoding="utf-8"))
    assert page.get("lang") == SPOKEN.get(name, "en")
    assert page.xpath("//meta[@name='viewport']")
    assert len(page.xpath("//main")) == 1
    assert len(page.xpath("//h1")) == 1
    regions = "self::main|self::header|self::nav|self::footer|self::section[@aria-label]"
    outside = page.xpath(f"/html/body/*[not({regions})]")
    assert [one.tag for one in outside if one.get("class") != "skip"] == []
    assert page.xpath("//th[not(@scope)]") == []
    for link in page.xpath("//a[@aria-label]"):
        assert link.text_content() in link.get("aria-label")
    assert page.xpath("//script|//link|//img|//iframe|//*[starts-with(@src, 'http')]") == []
