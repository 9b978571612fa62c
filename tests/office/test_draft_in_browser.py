"""A draft as a page in a browser: looked over, used by keyboard alone, and printed."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.office.browser import Page, driven
from toolkit.cli.app import run

pytestmark = [pytest.mark.office, pytest.mark.slow]

TEMPLATES = SAMPLES.parent / "templates"
FOCUS = "document.activeElement.getAttribute('href') || document.activeElement.tagName"
OUTLINED = "getComputedStyle(document.activeElement).outlineStyle"
SEEN = """(() => {
  const box = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
})()"""
# What is wrong for readers who do not see the page as we do: headings that skip a depth, links
# that lead nowhere or say nothing, tables without heads, words too pale (WCAG 2.1, 1.4.3).
FAULTS = """(() => {
  const out = [], all = names => [...document.querySelectorAll(names)];
  if (all('h1').length !== 1) out.push('first headings: ' + all('h1').length);
  let last = 0;
  for (const one of all('h1,h2,h3,h4,h5,h6')) {
    if (+one.tagName[1] > last + 1) out.push('skipped above: ' + one.textContent);
    last = +one.tagName[1];
  }
  const names = all('[id]').map(one => one.id);
  if (new Set(names).size !== names.length) out.push('a name stands twice');
  for (const one of all('a')) {
    const to = one.getAttribute('href');
    if (to.startsWith('#') && !names.includes(decodeURIComponent(to.slice(1)))) out.push(to);
    if (!one.textContent.trim() && !one.getAttribute('aria-label')) out.push('mute: ' + to);
  }
  for (const one of all('table')) if (!one.querySelector('th[scope]')) out.push('no head');
  for (const one of ['header', 'main', 'nav']) if (all('body > ' + one).length !== 1) out.push(one);
  const figures = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => figures(colour).slice(0, 3).map(one => one / 255)
    .map(one => one <= .03928 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  const ground = matchMedia('(prefers-color-scheme: dark)').matches ? light('rgb(18,18,18)') : 1;
  for (const one of all('body *')) {
    if (![...one.childNodes].some(text => text.nodeType === 3 && text.data.trim())) continue;
    const two = [light(getComputedStyle(one).color), ground].sort((a, b) => b - a);
    if ((two[0] + .05) / (two[1] + .05) < 4.5) out.push('pale: ' + one.textContent);
  }
  if (document.documentElement.scrollWidth > innerWidth) out.push('wider than the window');
  if (performance.getEntriesByType('resource').length) out.push('fetches something');
  return JSON.stringify(out);
})()"""


@pytest.fixture(params=["en", "zh"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    data = tmp_path / "note.toml"
    example = (TEMPLATES / "note" / "example.toml").read_text(encoding="utf-8")
    data.write_text("reissued = 2026-06-16\n" + example, encoding="utf-8")
    words = ["build", str(TEMPLATES / "note"), "--data", str(data), "--lang", "en,zh"]
    assert run([*words, "--also", "html", "-o", str(tmp_path / "out")]) == 0
    (found,) = (tmp_path / "out").glob(f"*.{request.param}.html")
    return found


def test_a_draft_has_no_fault_and_is_used_and_printed_without_a_mouse(
    chromium: str, page: Path, tmp_path: Path
) -> None:
    printed = tmp_path / "draft.pdf"

    async def use(shown: Page) -> None:
        assert json.loads(await shown.tell(FAULTS)) == []
        dark = [{"name": "prefers-color-scheme", "value": "dark"}]
        await shown.call("Emulation.setEmulatedMedia", features=dark)
        assert json.loads(await shown.tell(FAULTS)) == []
        await shown.call("Emulation.setEmulatedMedia", features=[])
        phone = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}
        await shown.call("Emulation.setDeviceMetricsOverride", **phone)
        assert json.loads(await shown.tell(FAULTS)) == []
        await shown.call("Emulation.clearDeviceMetricsOverride")

        await shown.press("Tab")
        assert await shown.tell(FOCUS) == "#text"  # the link that skips masthead and contents
        await shown.press("Tab")
        note = await shown.tell(FOCUS)  # the asterisk of the symbol
        assert await shown.tell(OUTLINED) != "none"
        await shown.press("Enter")
        assert await shown.tell("location.hash") == note
        assert await shown.tell(SEEN)
        await shown.press("Tab")
        assert await shown.tell(FOCUS) == "#star-1"
        await shown.press("Enter")
        assert await shown.tell(SEEN)
        assert await shown.tell("location.hash") == "#star-1"
        printed.write_bytes(await shown.printed())

    driven(chromium, page, tmp_path / "profile", use)
    words = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "CSIW/COP/WG.3/2026/5" in words
    for unprinted in ("Contents", "目录", "Go to the text"):
        assert unprinted not in words
