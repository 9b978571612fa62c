"""Faults of templates as cases of the rules about them, and small templates for their examples."""

from collections.abc import Iterator
from typing import Final

from toolkit.checks.rule import FINE, Case, Rule, TemplateInput

PLAIN: Final = """languages = ["en", "zh"]
profile = "note"
"""
WITH_PLACE: Final = f"""{PLAIN}[field.place]
type = "words"
required = false
help = "Where it is held"
"""
LAMPS: Final = """[[clause]]
id = "one"
en = "The lamps were lit."
zh = "灯已点亮。"
"""
HELD: Final = """[[clause]]
id = "one"
en = "The meeting is held in {{ place }}."
zh = "会议在{{ place }}举行。"
"""


def told(rule: Rule, template: TemplateInput, looked_at: int) -> Iterator[Case]:
    """Yield the faults that a rule is about, and a case for each thing that was in order."""
    found = [one for one in template.findings if one.code == rule.code]
    yield from (Case(one) for one in found)
    yield from [FINE] * max(0, looked_at - len(found))
