"""A clause that says nothing in one of the languages of the template.

Its sentences will be asked of the translation memory, and stay in the first language where that
has nothing. An approved wording is surer.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import LAMPS, PLAIN, told
from toolkit.diagnostics import Severity


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at each clause."""
    return told(rule, template, template.clauses)


RULE = Rule(
    code="TPL102",
    name="clause-without-approved-wording",
    severity=Severity.NOTE,
    summary="A clause has no approved wording in a language",
    message=(
        "Clause “{clause}” has no approved wording in {language_word}; "
        "it will be asked of the memory."
    ),
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(
        Example(
            text="""[[clause]]
id = "one"
en = "The lamps were lit."
""",
            other=PLAIN,
        ),
    ),
    good=(Example(text=LAMPS, other=PLAIN),),
)
