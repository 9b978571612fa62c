"""A clause that passes on a value in one language and not in another.

One version of the document would say less than the other.
"""

from collections.abc import Iterator

from toolkit.checks.rule import Case, Example, Rule, Scope, TemplateInput
from toolkit.checks.template import HELD, WITH_PLACE, told
from toolkit.diagnostics import Severity


def check(rule: Rule, template: TemplateInput) -> Iterator[Case]:
    """Look at each clause."""
    return told(rule, template, template.clauses)


RULE = Rule(
    code="TPL107",
    name="wordings-with-unequal-fields",
    severity=Severity.WARNING,
    summary="The wordings of a clause do not name the same fields",
    message="Clause “{clause}” names {fields} in one language and not in {other_word}.",
    authority="Care of templates",
    check=check,
    scope=Scope.TEMPLATE,
    bad=(
        Example(
            text="""[[clause]]
id = "one"
en = "The meeting is held in {{ place }}."
zh = "会议已举行。"

[[clause]]
id = "two"
en = "It is held in {{ place }}."
zh = "会议在{{ place }}举行。"
""",
            other=WITH_PLACE,
        ),
    ),
    good=(Example(text=HELD, other=WITH_PLACE),),
)
