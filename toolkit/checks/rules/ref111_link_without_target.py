"""A link that leads nowhere, or to another document than the symbol it covers.

A target of "#" or none at all is a leftover of a conversion. An address that ends in a symbol must
end in the one it covers. Other addresses are not opened: no check uses the network.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, MarkKind
from toolkit.symbols.find import find

_ADDRESS = re.compile(r"undocs\.org/(?:[a-z]{2}/)?(?P<symbol>[^?#\s]{3,80})$", re.IGNORECASE)


def _leads_to(target: str, words: str) -> str:
    """Return where a link leads instead of where it should; "" for a good one."""
    if target.strip() in ("", "#"):
        return target or "–"
    address = _ADDRESS.search(unquote(target))
    cited = [str(one.symbol) for one in find(words) if one.symbol]
    if address is None or len(cited) != 1:
        return ""
    named = address["symbol"]
    return named if named.casefold() != cited[0].casefold() else ""


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each link."""
    for block in document.blocks:
        for mark in block.marks:
            if mark.kind is not MarkKind.LINK:
                continue
            words = block.text[mark.start : mark.end]
            wrong = _leads_to(mark.target, words)
            if wrong:
                span = (mark.start, mark.end)
                yield rule.at(document, block, span, found=words, target=wrong)
            else:
                yield FINE


_EN = "## I. Papers\n\n1. It read [A/71/119]({}).\n"
_ZH = "## 一. 文件\n\n1. 工作组收到了 [A/71/119]({}) 号文件。\n"

RULE = Rule(
    code="REF111",
    name="link-without-target",
    severity=Severity.WARNING,
    summary="A link leads nowhere, or to another document",
    message="The link on “{found}” leads to {target}. Correct its address, or take it off.",
    authority="Usage of electronic documents: links on symbols",
    check=check,
    bad=(
        en(_EN.format("#")),
        en(_EN.format("https://undocs.org/en/A/71/191")),
        zh(_ZH.format("#")),
    ),
    good=(
        en(_EN.format("https://undocs.org/en/A/71/119")),
        zh(_ZH.format("https://undocs.org/zh/A/71/119")),
    ),
)
