"""A figure set off from Chinese characters by a space where the rest is not, or the other way.

Both are found in official documents; one document should keep to one. Reported only where at
least nine in ten of its figures keep to one way: a document that has no rule is left alone.
"""

import re
from collections.abc import Iterator

from toolkit.checks.mending import put
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages.mentions import hide, symbol_spans
from toolkit.model import Block, Document

_HAN = "\u4e00-\u9fff"
_BESIDE = re.compile(rf"(?<=[{_HAN}])[ \u00a0]?(?=\d)|(?<=\d)[ \u00a0]?(?=[{_HAN}])")
_FEWEST = 10  # places that must be there to see a rule
_CLEAR = 0.9


def _places(document: Document) -> Iterator[tuple[Block, int, int]]:
    for block in prose(document):
        text = hide(block.text, symbol_spans(block.text))
        for found in _BESIDE.finditer(text):
            yield block, found.start(), found.end()


def _wanted(choice: str, spaced: int, total: int) -> bool | None:
    """Return whether figures are to be set off; None where there is no way to keep to."""
    if choice in ("spaced", "joined"):
        return choice == "spaced"
    share = spaced / total if total else 0.0
    if total < _FEWEST or 1 - _CLEAR < share < _CLEAR:
        return None
    return share > 0.5


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each place where a figure meets a Chinese character."""
    if not document.language.startswith("zh"):
        return
    every = list(_places(document))
    spaced = sum(end > start for _, start, end in every)
    wanted = _wanted(rule.choice, spaced, len(every))
    if wanted is None:
        return
    for block, start, end in every:
        if (end > start) == wanted:
            yield FINE
            continue
        found = block.text[max(0, start - 4) : end + 4]
        fix = put(block, (start, end), " " if wanted else "")
        span = (max(0, start - 1), min(end + 1, len(block.text)))
        yield rule.at(document, block, span, fix, found=found)


_YEAR = "会议于 2030 年 6 月 3 日举行，" * 3

RULE = Rule(
    code="TYP104",
    name="mixed-digit-spacing",
    severity=Severity.NOTE,
    summary="A figure is set off from Chinese in another way than the rest",
    message="“{found}”: figures are set off from Chinese characters in another way in the rest of "
    "the document. Keep to one way.",
    authority="Consistency within a document",
    house="digit_spacing",
    check=check,
    bad=(zh(f"## 一. 导言\n\n1. {_YEAR}于 5日闭幕。\n"),),
    good=(
        zh(f"## 一. 导言\n\n1. {_YEAR}于 5 日闭幕。\n"),
        zh("## 一. 导言\n\n1. 会议于 2030年6月3日举行。\n"),
        en("## I. Introduction\n\n1. The meeting was held on 3 June 2030.\n"),
    ),
)
