"""Letters broken by a wrong encoding, one sign many times over, or markup left among the words."""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "The Working Group met in the harbour."
_ZH = "工作组在港口举行了会议。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "garbage")


RULE = Rule(
    code="TMX125",
    name="garbled-unit",
    severity=Severity.ERROR,
    summary="A side of a unit is garbled",
    message="This unit has broken characters, or markup among its words. Correct it, or delete it.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text="The Working Group met&nbsp;in the harbour.", other=_ZH),),
    good=(Example(text=_EN, other=_ZH),),
)
