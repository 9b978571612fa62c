"""Documents before the meeting that are not listed in the order of their symbols.

Compared are documents of one body, year and kind; corrigenda and addenda follow what they change.
"""

from collections.abc import Iterator

from toolkit.checks.citations import cited
from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.symbols.relations import same_series, serial
from toolkit.symbols.symbol import Symbol


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol of the list that has one of its own series before it."""
    opening = words(document.language).documents
    for index, block in enumerate(document.blocks):
        if not opening.search(block.text):
            continue
        last: Symbol | None = None
        for item in belonging(document, index):
            for symbol in cited(item)[:1]:
                if last and same_series(last, symbol) and serial(symbol) < serial(last):
                    yield rule.at(document, item, symbol=symbol, before=last)
                else:
                    yield FINE
                last = symbol


RULE = Rule(
    code="LST109",
    name="documents-out-of-order",
    severity=Severity.WARNING,
    summary="Documents are not listed in the order of their symbols",
    message="{symbol} is listed after {before}. List the documents in the order of their symbols.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en(
            "## I. Papers\n\n1. It had before it:\n\n(a) A note (XYZ/COP/WG.1/2030/3);\n\n"
            "(b) A paper (XYZ/COP/WG.1/2030/2).\n"
        ),
        zh(
            "## 一. 文件\n\n1. 工作组收到了下列文件：\n\n(a) 说明（XYZ/COP/WG.1/2030/3）；\n\n"
            "(b) 文件（XYZ/COP/WG.1/2030/2）。\n"
        ),
    ),
    good=(
        en(
            "## I. Papers\n\n1. It had before it:\n\n(a) A note (XYZ/COP/WG.1/2030/2);\n\n"
            "(b) A paper (XYZ/COP/WG.1/2030/3).\n"
        ),
        zh(
            "## 一. 文件\n\n1. 工作组收到了下列文件：\n\n(a) 说明（XYZ/COP/WG.1/2030/2）；\n\n"
            "(b) 文件（XYZ/COP/WG.1/2030/3）。\n"
        ),
    ),
)
