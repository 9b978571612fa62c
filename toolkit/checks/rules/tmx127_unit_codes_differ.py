"""Inline codes (bold, links, fields) that one side has and the other lacks.

A translation that is filled in would lose or break the formatting.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

# A code stands where the braces are.
_EN = "The {Working} Group met."
_ZH = "{工作}组举行了会议。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "codes")


RULE = Rule(
    code="TMX127",
    name="unit-codes-differ",
    severity=Severity.WARNING,
    summary="The two sides of a unit have other inline codes",
    message="The two sides of this unit have other inline codes. Put them right.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other="工作组举行了会议。"),),
    good=(Example(text=_EN, other=_ZH),),
)
