"""Signs of a markup language in the text: asterisks in pairs, link brackets, HTML tags.

They come from a conversion and would be printed as they stand.
"""

import re
from collections.abc import Iterator
from html import unescape

from toolkit.checks.mending import put
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Fix, Severity
from toolkit.model import Block, Document

_MARKUP = re.compile(
    r"(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?=\w)|__(?=\w)|\]\((?:#|https?:|mailto:)[^)\s]{0,200}\)|\[\^\w+\]"
    r"|</?(?:a|b|br|div|em|i|p|span|strong|su[bp]|t[dr]|u)\b[^<>]{0,80}>"
    r"|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});"
)


def _without(block: Block, found: re.Match[str]) -> Fix | None:
    """Return the fix that takes a sign out; one that stands for a character becomes that.

    None for half of a link, whose other half would stay.
    """
    if found[0].startswith(("]", "[")):
        return None
    return put(block, found.span(), unescape(found[0]) if found[0][0] == "&" else "", safe=False)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has text."""
    for block in prose(document):
        found = [
            rule.at(document, block, m.span(), _without(block, m), found=m.group())
            for m in _MARKUP.finditer(block.text)
        ]
        yield from found or (FINE,)


RULE = Rule(
    code="TYP112",
    name="leftover-markup",
    severity=Severity.WARNING,
    summary="Signs of a markup language stand in the text",
    message="“{found}” is a sign of markup left over from a conversion. Take it out.",
    authority="Usage of typed text",
    check=check,
    bad=(
        en("## I. Introduction\n\n1. The Group&nbsp;met on **Monday.\n"),
        zh("## 一. 导言\n\n1. 工作组**举行了会议。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The **Group** met* (5 < 6).\n"),
        zh("## 一. 导言\n\n1. **工作组**举行了会议。\n"),
    ),
)
