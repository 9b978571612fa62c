"""A clause of a template that cannot be filled.

A field that the template does not ask for, a sign that is not closed, a condition that is none: no
draft can be made from it, in any language.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import HELD, WITH_PLACE, told
from toolkit.diagnostics import Severity


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at each clause."""
    return told(rule, template, template.clauses)


RULE = Rule(
    code="TPL101",
    name="clause-that-does-not-hold",
    severity=Severity.ERROR,
    summary="A clause of a template cannot be filled",
    message="The template cannot be used: {text}",
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(
        Example(
            text="""[[clause]]
id = "one"
en = "The meeting is held in {{ palce }}."
zh = "会议在{{ palce }}举行。"
""",
            other=WITH_PLACE,
        ),
    ),
    good=(Example(text=HELD, other=WITH_PLACE),),
)
