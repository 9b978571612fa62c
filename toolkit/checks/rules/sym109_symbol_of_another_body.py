"""A document of another body among those before the meeting: WG.3/2019/4 among WG.4.

Documents of other organs are often listed. Reported is only a symbol that is that of the
meeting's own body but for the number of the body, which is mostly a slip of the finger.
"""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.checks.citations import cited
from toolkit.checks.meeting import own_symbol
from toolkit.checks.places import belonging
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.symbols.relations import family
from toolkit.symbols.symbol import Symbol


def _as_ours(one: Symbol, ours: Symbol) -> bool:
    """Return whether a symbol would be of our family if its bodies had our numbers."""
    if len(one.bodies) != len(ours.bodies):
        return False
    codes = ([body.rstrip("0123456789") for body in side.bodies] for side in (one, ours))
    return next(codes) == next(codes) and family(replace(one, bodies=ours.bodies)) == family(ours)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol of the list of documents."""
    ours, opening = own_symbol(document), words(document.language).documents
    if ours is None:
        return
    for index, block in enumerate(document.blocks):
        items = belonging(document, index) if opening.search(block.text) else ()
        for item in items:
            for symbol in cited(item):
                if symbol.bodies != ours.bodies and _as_ours(symbol, ours):
                    yield rule.at(document, item, symbol=symbol, family=family(ours))
                else:
                    yield FINE


_EN = (
    "## I. Documents\n\n1. The Working Group had before it:\n\n"
    "(a) Agenda (XYZ/COP/WG.1/2030/1);\n\n(b) A note ({}).\n"
)
_ZH = (
    "## 一. 文件\n\n1. 工作组收到了下列文件：\n\n"
    "(a) 议程（XYZ/COP/WG.1/2030/1）；\n\n(b) 说明（{}）。\n"
)

RULE = Rule(
    code="SYM109",
    name="symbol-of-another-body",
    severity=Severity.WARNING,
    summary="A document before the meeting has the symbol of another body",
    message="{symbol} is of another body; the documents of this meeting begin with {family}. "
    "See whether the number of the body is right.",
    authority="Document symbols: components and their form",
    check=check,
    bad=(en(_EN.format("XYZ/COP/WG.2/2030/2")), zh(_ZH.format("XYZ/COP/WG.2/2030/2"))),
    good=(
        en(_EN.format("XYZ/COP/WG.1/2030/2")),
        en(_EN.format("XYZ/COP/2030/7")),
        zh(_ZH.format("XYZ/COP/WG.1/2030/2")),
        zh(_ZH.format("A/71/119")),
    ),
)
