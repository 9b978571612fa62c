"""A template without the Word file that gives its drafts their looks."""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import LAMPS, PLAIN, told
from toolkit.diagnostics import Severity


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
            text=LAMPS,
            other=PLAIN,
            without="template.docx",
        ),
    ),
    good=(Example(text=LAMPS, other=PLAIN),),
)
