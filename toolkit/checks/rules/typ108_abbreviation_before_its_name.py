"""An abbreviation that is used before it is introduced.

"The Harbour Safety Office (HSO)" must come before the first "HSO" alone. Abbreviations that a
document never introduces are left alone: many need no introduction.
"""

from collections.abc import Iterator

from toolkit.checks.abbreviations import introduced
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each abbreviation that the document introduces."""
    for one in introduced(document):
        if one.before is None:
            yield FINE
        else:
            block, span = one.before
            yield rule.at(document, block, span, short=one.short, name=one.name)


_EN = "## I. Debate\n\n1. {}\n\n2. {}\n"
_FULL_EN = "The Harbour Safety Office (HSO) was heard."
_SHORT_EN = "The staff of HSO left."
_ZH = "## 一. 审议情况\n\n1. {}\n\n2. {}\n"
_FULL_ZH = "听取了国际港口安全办公室（以下简称“港安办”）的汇报。"
_SHORT_ZH = "港安办作了说明。"

RULE = Rule(
    code="TYP108",
    name="abbreviation-before-its-name",
    severity=Severity.WARNING,
    summary="An abbreviation is used before it is introduced",
    message="“{short}” is used here, and introduced only later ({name}). Introduce it where it is "
    "first used.",
    authority="Editorial Manual, About United Nations editors",
    check=check,
    bad=(en(_EN.format(_SHORT_EN, _FULL_EN)), zh(_ZH.format(_SHORT_ZH, _FULL_ZH))),
    good=(en(_EN.format(_FULL_EN, _SHORT_EN)), zh(_ZH.format(_FULL_ZH, _SHORT_ZH))),
)
