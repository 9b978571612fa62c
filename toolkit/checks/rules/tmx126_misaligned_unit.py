"""Two sides that cite other documents, or have no figure in common.

A pair of which the aligner itself was not sure is reported too.
"""

from collections.abc import Iterator

from toolkit.checks.hygiene import faulty
from toolkit.checks.rule import Case, Example, MemoryInput, Rule, Scope
from toolkit.diagnostics import Severity

_EN = "It read document A/71/119 on 24 lamps and 36 buoys."
_ZH = "工作组审议了关于 24 盏灯具和 36 个浮标的 A/71/119 号文件。"


def check(rule: Rule, memory: MemoryInput) -> Iterator[Case]:
    """Look at each unit."""
    return faulty(rule, memory, "misaligned")


RULE = Rule(
    code="TMX126",
    name="misaligned-unit",
    severity=Severity.WARNING,
    summary="The two sides of a unit do not belong together",
    message="The two sides of this unit seem to be of two pairs. Align them again, or delete it.",
    authority="Care of translation memories",
    check=check,
    scope=Scope.MEMORY,
    bad=(Example(text=_EN, other="工作组审议了 A/72/5 号文件所述的 51 艘船和 77 名船员。"),),
    good=(Example(text=_EN, other=_ZH),),
)
