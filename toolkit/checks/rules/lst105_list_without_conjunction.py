"""A list of States whose last item follows a comma, without "and".

A list that has not ended yet, because a placeholder or another item follows, is left alone.
"""

from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists
from toolkit.checks.mending import put
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def _usual(language: str) -> str:
    """Return the conjunction of a language, as its own lists show it."""
    return by_code(language).join_list(("1", "2")).strip("12 ")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the end of each finished formal list."""
    conjunction = words(document.language).conjunction
    for listed in formal_lists(document):
        if not listed.closed:
            continue
        before, last = listed.run.mentions[-2:]
        between = listed.block.text[before.span.end : last.span.start]
        if conjunction.search(between):
            yield FINE
        else:
            joint = by_code(document.language).join_list(("1", "2"))[1:-1]
            yield rule.at(
                document,
                listed.block,
                (before.span.end, last.span.end),
                put(listed.block, (before.span.end, last.span.start), joint, safe=False),
                last=last.span.of(listed.block.text),
                expected=_usual(document.language),
            )


RULE = Rule(
    code="LST105",
    name="list-without-conjunction",
    severity=Severity.WARNING,
    summary="The last State of a list is not joined by “and”",
    message="“{expected}” is missing before the last item, {last}. Add it.",
    authority="Editorial Manual, Punctuation",
    check=check,
    bad=(
        en("## I. Statements\n\n1. Statements were made by: Egypt, Kenya, Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列国家作了发言：埃及、肯尼亚、挪威。\n"),
    ),
    good=(
        en("## I. Statements\n\n1. Statements were made by: Egypt, Kenya and Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列国家作了发言：埃及、肯尼亚和挪威。\n"),
    ),
)
