"""Example data from which no draft can be made.

The example is what a new data file begins with, and the proof that the template works.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import HELD, WITH_PLACE, told
from toolkit.diagnostics import Severity


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at the example."""
    return told(rule, template, template.examples)


RULE = Rule(
    code="TPL104",
    name="example-that-does-not-build",
    severity=Severity.ERROR,
    summary="The example data of a template do not build",
    message="The example does not build: {text}",
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(
        Example(
            text=HELD,
            other=WITH_PLACE,
            data="""palce = "Vienna"
""",
        ),
    ),
    good=(
        Example(
            text=HELD,
            other=WITH_PLACE,
            data="""place = { en = "Vienna", zh = "维也纳" }
""",
        ),
    ),
)
