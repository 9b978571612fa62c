"""A code with a dot that takes none, or without a dot that takes one: INF.1, CRP/3.

INF, RES, NGO and a few others stand bare between strokes; L., CRP., Add., WG. and others take a
dot and a number.
"""

from collections.abc import Iterator

from toolkit.checks.citations import Slip, at, of_slip, respelt
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol, well-formed or not."""
    for block, mention, wrong in of_slip(document, Slip.DOTS):
        if wrong:
            span = at(block, mention)
            fix = respelt(block, mention, safe=False)
            yield rule.at(
                document, block, span, fix, found=mention.text, expected=mention.suggestion
            )
        else:
            yield FINE


RULE = Rule(
    code="SYM102",
    name="dot-for-stroke-in-symbol",
    severity=Severity.ERROR,
    summary="A dot and a stroke are confused in a symbol",
    message="“{found}” has a dot and a stroke confused; “{expected}” was expected. Correct it.",
    authority="Document symbols: components and their form",
    check=check,
    bad=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/INF.1.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/CRP/3 号文件。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2, A/RES/77/16 and/or the index.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/INF/1 号文件。\n"),
    ),
)
