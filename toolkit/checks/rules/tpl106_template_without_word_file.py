"""A template without the Word file that gives its drafts their looks."""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import told
from toolkit.diagnostics import Severity

_MANIFEST = """languages = ["en", "zh"]
profile = "note"
"""


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look for the Word file."""
    return told(rule, template, template.examples)


RULE = Rule(
    code="TPL106",
    name="template-without-word-file",
    severity=Severity.ERROR,
    summary="A template has no Word file",
    message="The template has no {name}.",
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
            without="template.docx",
        ),
    ),
    good=(
        Example(
            text="""[[clause]]
id = "one"
en = "The lamps were lit."
zh = "灯已点亮。"
""",
            other=_MANIFEST,
        ),
    ),
)
