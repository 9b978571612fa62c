"""A space, a full-width stroke or a letter in the wrong case inside a symbol.

Such a symbol reads right on paper but is found by no search and followed by no link.
"""

from collections.abc import Iterator

from toolkit.checks.citations import Slip, at, of_slip, respelt
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol, well-formed or not."""
    for block, mention, wrong in of_slip(document, Slip.SIGNS):
        if wrong:
            span = at(block, mention)
            fix = respelt(block, mention, safe=True)
            yield rule.at(
                document, block, span, fix, found=mention.text, expected=mention.suggestion
            )
        else:
            yield FINE


RULE = Rule(
    code="SYM103",
    name="wrong-sign-in-symbol",
    severity=Severity.ERROR,
    summary="A symbol has a space, a full-width sign or a letter in the wrong case",
    message="“{found}” has a space, a full-width sign or a letter in the wrong case; "
    "“{expected}” was expected. Correct it.",
    authority="Document symbols: components and their form",
    check=check,
    bad=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/L.1/ADD.2.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ／COP／WG.1／2030／2 号文件。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2, A/RES/77/16 and/or the index.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/INF/1 号文件。\n"),
    ),
)
