"""The number of a reference in square brackets: what it led to was dropped, or is not agreed.

``undraft renumber --on-dropped mark`` and ``undraft consolidate`` leave such a number where nothing
is left that it could lead to. Also looked for in footnotes and tables.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has text, and at its footnotes."""
    pattern = words(document.language).unsettled
    for block in document.blocks:
        if not block.text:
            continue
        found = [
            rule.at(document, block, m.span(), found=m.group())
            for m in pattern.finditer(block.text)
        ]
        for note in block.notes:
            found += [
                rule.at(document, block, found=m.group()) for m in pattern.finditer(note.text)
            ]
        yield from found or (FINE,)


RULE = Rule(
    code="REF120",
    name="reference-in-brackets",
    severity=Severity.ERROR,
    summary="The number of a reference stands in square brackets",
    message="“{found}” leads nowhere as long as its number stands in brackets: what it named was "
    "dropped, or is not agreed. Give the number it has now, or take the reference out.",
    authority="Usage of final reports: no bracket of a negotiation is left",
    check=check,
    bad=(
        en("## I. Lamps\n\n1. States should keep oil, as in recommendation [9].\n"),
        en("## I. Lamps\n\n1. See paragraphs [7, 9 and 10] above.\n"),
        zh("## 一. 灯具\n\n1. 各国应按照建议 [9] 储备灯油。\n"),
        zh("## 一. 灯具\n\n1. 见上文第 [7、9 和 10] 段。\n"),
    ),
    good=(
        en("## I. Lamps\n\n1. The keepers [9 of them] read every recommendation [sic].\n"),
        zh("## 一. 灯具\n\n1. 各国应考虑该建议[原文如此]，共[9]条。\n"),
    ),
)
