"""A style that the template names and its Word file does not have.

Paragraphs of that role would stand in the text without their looks.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import LAMPS, PLAIN, told
from toolkit.diagnostics import Severity

_MANIFEST = f"""{PLAIN}[roles]
paragraph = "Lamp Style"
"""


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at each role that is given a style."""
    return told(rule, template, template.roles)


RULE = Rule(
    code="TPL103",
    name="role-without-style",
    severity=Severity.ERROR,
    summary="A style that the template names is not in its Word file",
    message="The role “{role}” is to have the style “{style}”, which {name} has not.",
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(Example(text=LAMPS, other=_MANIFEST),),
    good=(Example(text=LAMPS, other=_MANIFEST.replace("Lamp Style", "Normal")),),
)
