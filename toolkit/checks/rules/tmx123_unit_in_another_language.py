"""A side whose letters are not those of its language.

Names and symbols in Latin letters are usual in Chinese and are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "The Working Group met in the harbour."
_ZH = "工作组在港口举行了会议。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "language")


RULE = Rule(
    code="TMX123",
    name="unit-in-another-language",
    severity=Severity.WARNING,
    summary="A side of a unit is in another language",
    message="A side of this unit is not in its language. Correct it, or delete it.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other="Le groupe de travail a tenu sa réunion au port."),),
    good=(Example(text=_EN, other=_ZH),),
)
