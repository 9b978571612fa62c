"""A half-width comma, semicolon, colon, question or exclamation mark between Chinese words.

Chinese text is set with full-width marks. Marks inside figures, symbols and Latin names are left
alone: only one that has Chinese on both sides is reported.
"""

import re
from collections.abc import Iterator

from toolkit.checks.mending import put
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = re.compile(rf"(?<=[{_HAN}》）”’、])\s?([,;:?!])\s?(?=[{_HAN}《（“‘])")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block of a Chinese document."""
    if not document.language.startswith("zh"):
        return
    for block in prose(document):
        found = [
            rule.at(
                document,
                block,
                m.span(1),
                put(block, m.span(), _FULL[m[1]]),
                found=m[1],
                expected=_FULL[m[1]],
            )
            for m in _HALF.finditer(block.text)
        ]
        yield from found or (FINE,)


RULE = Rule(
    code="TYP101",
    name="half-width-punctuation",
    severity=Severity.WARNING,
    summary="A half-width mark stands between Chinese words",
    message="The half-width “{found}” stands between Chinese words. Write “{expected}”.",
    authority="Usage of Chinese documents: full-width punctuation",
    check=check,
    bad=(zh("## 一. 导言\n\n1. 工作组举行了会议,并通过了报告。\n"),),
    good=(
        zh("## 一. 导言\n\n1. 工作组举行了会议，1,193 人参加。\n"),
        en("## I. Introduction\n\n1. The Working Group met, and it adopted the report.\n"),
    ),
)
