"""The report of findings in a browser: by keyboard alone, and printed."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.office.browser import Page, driven
from toolkit.cli.app import run

pytestmark = [pytest.mark.office, pytest.mark.slow]

FAULTY = SAMPLES / "faulty" / "CSIW_COP_WG.3_2025_6_faulty.zh.md"
FOCUS = "document.activeElement.getAttribute('href') || document.activeElement.tagName"
SEEN = """(() => {
  const box = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
})()"""
OUTLINED = "getComputedStyle(document.activeElement).outlineStyle"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "report.html"
    words = ["check", str(FAULTY), "--format", "html", "--fail-on", "never", "-o", str(file)]
    assert run(words) == 0
    return file


def test_a_finding_is_reached_opened_and_printed_without_a_mouse(
    chromium: str, page: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "report.pdf"

    async def use(shown: Page) -> None:
        await shown.press("Tab")
        assert await shown.tell(FOCUS) == "#found"  # the link that skips the outline comes first
        reached = []
        while not (reached and "n" in reached[-1]) and len(reached) < 60:
            await shown.press("Tab")
            reached.append(str(await shown.tell(FOCUS)))
        assert reached[-1].startswith("#f")
        assert await shown.tell(OUTLINED) != "none"  # one sees where one is
        await shown.press("Enter")
        assert await shown.tell("location.hash") == reached[-1]
        assert await shown.tell(SEEN)
        assert await shown.tell("document.querySelectorAll('script').length") == 0
        wide = await shown.tell("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0  # nothing has to be moved aside to be read
        printed.write_bytes(await shown.printed())

    driven(chromium, page, tmp_path / "profile", use)
    assert printed.read_bytes().startswith(b"%PDF")
    words = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "LST101" in words
    assert "[TYP" in words or "TYP1" in words
