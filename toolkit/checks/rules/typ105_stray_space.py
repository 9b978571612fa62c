"""Two spaces in a row, a space before a closing mark, or a space inside a Chinese phrase.

In Chinese a space is usual between a figure or Latin word and the characters beside it, and is
left alone there; so are two spaces after a full stop, as typists set them. Between two Chinese
characters, or before a full-width mark, a space is a leftover of a line break.
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
_DOUBLE = r"(?<!^\w)(?<=[^\s.!?:])[ \u00a0]{2,}(?=\S)"
_BEFORE = r"(?<=\w) +(?=[,;:!?](?:\s|$)|\.(?:\s*$|\s+[A-Z]))"
_INSIDE = rf"(?<=[{_HAN}]) (?=[{_HAN}，。、；：）》”])|(?<=[，。、；：（《“]) (?=[{_HAN}])"
_DOUBLE_ONLY = re.compile(rf"{_DOUBLE}(?![,;:!?])")
_STRAY = re.compile(f"{_DOUBLE}|{_BEFORE}|{_INSIDE}")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has text."""
    for block in prose(document):
        found = []
        for m in _STRAY.finditer(block.text):
            start, end = m.span()
            around = block.text[max(0, start - 6) : end + 6]
            double = end - start > 1 and _DOUBLE_ONLY.match(block.text, start)
            fix = put(block, (start, end), " " if double else "")
            found.append(rule.at(document, block, (start, end), fix, around=around))
        yield from found or (FINE,)


RULE = Rule(
    code="TYP105",
    name="stray-space",
    severity=Severity.WARNING,
    summary="A space stands where none belongs, or two stand in a row",
    message="There is a space too many in “{around}”. Take it out.",
    authority="Usage of typed text",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. The Working  Group met.\n"),
        zh("## 一. 导言\n\n1. 工作组通过了会议的 报告。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The Working Group met.\n"),
        zh("## 一. 导言\n\n1. 工作组在 2030 年通过了 Keller 女士的报告。\n"),
    ),
)
