"""A State that stands twice in one list."""

from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each State of each formal list."""
    for listed in formal_lists(document):
        seen: set[str] = set()
        for mention in listed.run.mentions:
            if mention.state.code in seen:
                span = (mention.span.start, mention.span.end)
                found = mention.span.of(listed.block.text)
                yield rule.at(document, listed.block, span, state=found)
            else:
                yield FINE
            seen.add(mention.state.code)


RULE = Rule(
    code="LST102",
    name="state-listed-twice",
    severity=Severity.ERROR,
    summary="A State stands twice in one list",
    message="{state} stands twice in this list. Take one out, or see which State was meant.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en("## I. Statements\n\n1. Statements were made by: Egypt, Egypt, Kenya and Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列国家作了发言：埃及、埃及、肯尼亚和挪威。\n"),
    ),
    good=(
        en("## I. Statements\n\n1. Statements were made by: Egypt, Kenya and Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列国家作了发言：埃及、肯尼亚和挪威。\n"),
    ),
)
