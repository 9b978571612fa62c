"""A field that somebody has to fill in and no clause uses.

Either a clause lost it, or it need not be asked for.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import HELD, LAMPS, WITH_PLACE, told
from toolkit.diagnostics import Severity


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at each field."""
    return told(rule, template, template.fields)


RULE = Rule(
    code="TPL105",
    name="field-that-no-clause-uses",
    severity=Severity.WARNING,
    summary="A field is asked for and used nowhere",
    message="The field “{field}” is asked for, but no clause uses it.",
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(Example(text=LAMPS, other=WITH_PLACE),),
    good=(Example(text=HELD, other=WITH_PLACE),),
)
