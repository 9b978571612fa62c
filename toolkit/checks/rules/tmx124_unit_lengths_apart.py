"""Two sides of which one is more than four times as long as usual.

Mostly a pair that was cut at the wrong place. Short units are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "The Working Group held its tenth meeting in the old harbour of Vienna and elected a Chair."
_ZH = "工作组在维也纳旧港举行了第十次会议，并选举了一名主席。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "length")


RULE = Rule(
    code="TMX124",
    name="unit-lengths-apart",
    severity=Severity.WARNING,
    summary="One side of a unit is far longer than the other",
    message="One side of this unit is far longer than the other. Align the two again.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other="开会。"),),
    good=(Example(text=_EN, other=_ZH),),
)
