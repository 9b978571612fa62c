"""A unit whose target is its source.

Names, figures and symbols are the same in every language and are left alone; a sentence that is
the same was not translated.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "The Working Group met in the harbour."
_ZH = "工作组在港口举行了会议。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "same")


RULE = Rule(
    code="TMX122",
    name="untranslated-unit",
    severity=Severity.WARNING,
    summary="The two sides of a unit are the same",
    message="The two sides of this unit are the same: it is not translated. Translate it, or "
    "delete it.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other=_EN),),
    good=(Example(text=_EN, other=_ZH),),
)
