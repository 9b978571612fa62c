"""A single annex that carries a number.

Annexes are numbered in roman numerals when there are two or more; a single one is just "Annex".
Looked at only in a final report: the other annexes of a draft may be in another part.
"""

from collections.abc import Iterator

from toolkit.checks.places import annex_of, headings
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the headings of the annexes."""
    annexes = [
        block for block in headings(document) if block.path and block.path == annex_of(block)
    ]
    for block in annexes:
        if len(annexes) == 1 and block.number is not None:
            yield rule.at(document, block, label=block.label)
        else:
            yield FINE


RULE = Rule(
    code="NUM113",
    name="lone-annex-number",
    severity=Severity.WARNING,
    summary="The only annex carries a number",
    message="“{label}” is the only annex, and a single annex has no number. Take the number "
    "out, or restore the other annexes.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        en("## I. Debate\n\n1. It met.\n\n## Annex I\n\n### List\n\n1. Lamp.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n## 附件一\n\n### 清单\n\n1. 灯具。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met.\n\n## Annex\n\n### List\n\n1. Lamp.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n## 附件\n\n### 清单\n\n1. 灯具。\n"),
    ),
)
