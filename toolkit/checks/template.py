"""Faults of templates as cases of the rules about them."""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule, TemplateInput


def told(rule: Rule, template: TemplateInput, looked_at: int) -> Iterator[Case]:
    """Yield the faults that a rule is about, and a case for each thing that was in order."""
    found = [one for one in template.findings if one.code == rule.code]
    yield from (Case(one) for one in found)
    yield from [FINE] * max(0, looked_at - len(found))
