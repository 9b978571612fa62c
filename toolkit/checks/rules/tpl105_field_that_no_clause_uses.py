"""A field that somebody has to fill in and no clause uses.

Either a clause lost it, or it need not be asked for.
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
    bad=(
        Example(
            text="""[[clause]]
id = "one"
en = "The lamps were lit."
zh = "灯已点亮。"
""",
            other=_MANIFEST,
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
        ),
    ),
)
