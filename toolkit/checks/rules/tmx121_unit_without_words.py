"""A unit with a side that has no letter or figure.

Such a unit is offered for nothing, and counts as translated.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "The Working Group met."
_ZH = "工作组举行了会议。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "empty")


RULE = Rule(
    code="TMX121",
    name="unit-without-words",
    severity=Severity.ERROR,
    summary="A unit has no words on one side",
    message="A side of this unit has no words. Complete it, or delete it.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other="——"),),
    good=(Example(text=_EN, other=_ZH),),
)
