"""What looks like a symbol and cannot be one, and of which nobody can tell what was meant.

A number that is missing, a modifier with the number 0, a part in the wrong place: only the cited
document itself can tell. The reason in brackets says what is wrong.
"""

from collections.abc import Iterator

from toolkit.checks.citations import Slip, at, of_slip
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol, well-formed or not."""
    for block, mention, wrong in of_slip(document, Slip.UNKNOWN):
        if wrong:
            yield rule.at(
                document, block, at(block, mention), found=mention.text, why=mention.error
            )
        else:
            yield FINE


RULE = Rule(
    code="SYM111",
    name="unreadable-symbol",
    severity=Severity.ERROR,
    summary="A symbol cannot be read",
    message="“{found}” cannot be read as a symbol ({why}). Compare it with the document it cites.",
    authority="Document symbols: components and their form",
    check=check,
    bad=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/L.1/Add.0.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/L.1/Add.0 号文件。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It read XYZ/COP/WG.1/2030/2, A/RES/77/16 and/or the index.\n"),
        zh("## 一. 文件\n\n1. 工作组收到了 XYZ/COP/WG.1/2030/INF/1 号文件。\n"),
    ),
)
