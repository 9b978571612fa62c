"""A figure numbered in arabic, or the only figure with a number.

Figures are numbered in roman numerals (in Chinese, in Chinese numerals), in arabic only where there
are more than twenty; a single figure has no number. Looked at in a final report: other parts of a
draft may hold the other figures, and papers that are no reports follow their author's usage.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import NumeralForm, ReferenceList, RefKind, by_code
from toolkit.model import Block, Document, Kind, Profile

_MANY = 20  # figures above which arabic numerals are used


def _figures(document: Document) -> Iterator[tuple[Block, ReferenceList]]:
    """Yield the captions that open with the number of a figure."""
    language = by_code(document.language)
    for block in document.blocks:
        found = language.reference_lists(block.text)[:1] if block.kind is Kind.CAPTION else ()
        for one in found:
            if one.kind is RefKind.FIGURE and one.span.start == 0 and one.members:
                yield block, one


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each figure with a number."""
    figures = list(_figures(document))
    for block, one in figures:
        arabic = one.members[0].form is NumeralForm.FIGURES and len(figures) <= _MANY
        if arabic or len(figures) == 1:
            yield rule.at(
                document, block, (one.span.start, one.span.end), label=one.span.of(block.text)
            )
        else:
            yield FINE


RULE = Rule(
    code="NUM111",
    name="figure-numeral",
    severity=Severity.WARNING,
    summary="A figure is numbered in arabic, or is the only one and has a number",
    message="“{label}”: figures are numbered in roman (in Chinese, in Chinese) numerals, and a "
    "single one not at all. Change the number, or take it out.",
    authority="Editorial Manual, Maps and figures",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        en("## I. Debate\n\n1. It met.\n\nFigure 1\n\nFigure 2\n"),
        en("## I. Debate\n\n1. It met.\n\nFigure I\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n图 1\n\n图 2\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met (see figure 2).\n\nFigure I\n\nFigure II\n\nTable 1\n"),
        zh("## 一. 审议情况\n\n1. 开会（见图 2）。\n\n图一\n\n图二\n\n表 1\n"),
    ),
)
