"""A report that lists itself among the documents before the meeting."""

from collections.abc import Iterator

from toolkit.checks.citations import cited
from toolkit.checks.meeting import own_symbol
from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol in the list of documents."""
    own = own_symbol(document)
    opening = words(document.language).documents
    for index, block in enumerate(document.blocks):
        if own is None or not opening.search(block.text):
            continue
        for one in (block, *belonging(document, index)):
            for symbol in cited(one):
                yield rule.at(document, one, symbol=symbol) if symbol == own else FINE


RULE = Rule(
    code="SYM108",
    name="own-symbol-listed",
    severity=Severity.ERROR,
    summary="The document lists itself among the documents before the meeting",
    message="{symbol} is the symbol of this very document, which cannot have been before the "
    "meeting. Correct the symbol.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en("## I. Papers\n\n1. It had before it:\n\n(a) Its agenda (XYZ/COP/WG.1/2030/6).\n"),
        zh("## 一. 文件\n\n1. 工作组收到了下列文件：\n\n(a) 议程（XYZ/COP/WG.1/2030/6）。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It had before it:\n\n(a) Its agenda (XYZ/COP/WG.1/2030/1).\n"),
        zh("## 一. 文件\n\n1. 工作组收到了下列文件：\n\n(a) 议程（XYZ/COP/WG.1/2030/1）。\n"),
    ),
)
