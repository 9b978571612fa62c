"""A document symbol with a part that no symbol has: WG4 for WG.4, Revision.1 for Rev.1.

Only what can hardly be anything but a symbol is looked at; web addresses and words joined by a
stroke are left alone. Slips of dot and stroke are SYM102, of width, case and space SYM103.
"""

from collections.abc import Iterator

from toolkit.checks.citations import Slip, at, of_slip, respelt
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol, well-formed or not."""
    for block, mention, wrong in of_slip(document, Slip.PARTS):
        if wrong:
            span = at(block, mention)
            fix = respelt(block, mention, safe=False)
            yield rule.at(
                document, block, span, fix, found=mention.text, expected=mention.suggestion
            )
        else:
            yield FINE


RULE = Rule(
    code="SYM101",
    name="malformed-symbol",
    severity=Severity.ERROR,
    summary="A symbol is not well-formed",
    message="“{found}” is not a well-formed symbol; “{expected}” was expected. Correct it.",
    authority="Document symbols: components and their form",
    check=check,
    bad=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG1/2030/2.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG1/2030/2 号文件。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2, A/RES/77/16 and/or the index.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/INF/1 号文件。\n"),
    ),
)
