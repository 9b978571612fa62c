"""Example data from which no draft can be made.

The example is what a new data file begins with, and the proof that the template works.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import told
from toolkit.diagnostics import Severity

_MANIFEST = """languages = ["en", "zh"]
profile = "note"
[field.place]
type = "words"
required = false
help = "Where it is held"
"""


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
            text="""[[clause]]
id = "one"
en = "The meeting is held in {{ place }}."
zh = "会议在{{ place }}举行。"
""",
            other=_MANIFEST,
            data="""palce = "Vienna"
""",
        ),
    ),
    good=(
        Example(
            text="""[[clause]]
id = "one"
en = "The meeting is held in {{ place }}."
zh = "会议在{{ place }}举行。"
""",
            other=_MANIFEST,
            data="""place = { en = "Vienna", zh = "维也纳" }
""",
        ),
    ),
)
