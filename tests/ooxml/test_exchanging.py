"""The short way of a tracked change makes what the long way makes, sign for sign."""

import pytest
from wordxml import p, r, word

from toolkit.ooxml import runs
from toolkit.ooxml.changes import ReplaceText, Tracking
from toolkit.ooxml.package import open_package
from toolkit.ooxml.revising import WordText

TRACKED = Tracking("Editor", "2026-03-01T00:00:00Z")
OLD = "See recommendations 12 and 14 below. "
BODIES = {
    "a plain run": p(r(OLD)),
    "a run with looks": p(r(OLD, "<w:b/><w:i/>")),
    "a tab behind": p(f"<w:r><w:t>{OLD.strip()}</w:t><w:tab/></w:r>" + r("More.")),
    "a tab before": p(f"<w:r><w:tab/><w:t>{OLD.strip()}</w:t></w:r>"),
    "set on lines": p(f"<w:r>\n <w:t>{OLD.strip()}</w:t>\n </w:r>\n <w:r><w:t>!</w:t></w:r>\n"),
    "inserted words": p(f'<w:ins w:id="4" w:author="A">{r(OLD)}</w:ins>'),
    "a soft hyphen": p(r(OLD.replace("men", "\u00admen"))),
    "two runs": p(r(OLD[:22]) + r(OLD[22:])),
}  # fmt: skip
EDITS = {
    "inside": ("12", "11"),
    "at the beginning": ("See", "Note"),
    "at the end": ("below.", "above."),
    "all of it": (OLD.strip(), "Gone"),
    "spaces": (" and ", " or "),
    "a break": ("12", "1\t2"),
    "taken out": ("12 and ", ""),
    "over both runs": ("ns 12 an", "x"),
}


def marked(data: bytes, changes: list[ReplaceText]) -> bytes:
    package = open_package(WordText.open(data, "t.docx").apply(changes, TRACKED), "t.docx")
    return package.parts[package.main]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_the_short_way_makes_what_the_long_way_makes(
    body: str, edit: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = word(body)
    words = WordText.open(data, "t.docx").paragraphs[0].text
    start = words.index(edit[0])
    changes = [ReplaceText(0, start, start + len(edit[0]), edit[1])]
    if start + len(edit[0]) < words.index("14"):
        changes.append(ReplaceText(0, words.index("14"), words.index("14") + 2, "13"))
    short = marked(data, changes)
    monkeypatch.setattr(runs, "exchange", lambda *_: False)
    assert short == marked(data, changes)


def test_a_plain_change_goes_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bool] = []
    real = runs.exchange
    monkeypatch.setattr(runs, "exchange", lambda *given: taken.append(real(*given)) or taken[-1])
    marked(word(BODIES["a tab behind"]), [ReplaceText(0, 20, 22, "11")])
    assert taken == [True]
