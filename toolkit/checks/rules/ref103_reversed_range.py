"""A range of numbers that goes down: paragraphs 14-12."""

from collections.abc import Iterator

from toolkit.checks.references import own_references, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages.referring import ranges
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each range in a reference within the document."""
    for block, one in own_references(document):
        for first, last in ranges(one.found.members):
            if first == last:
                continue
            if first < last:
                yield FINE
            else:
                yield rule.at(document, block, span_of(one), first=first, last=last)


RULE = Rule(
    code="REF103",
    name="reversed-range",
    severity=Severity.ERROR,
    summary="A range of numbers goes down",
    message="The range goes down, from {first} to {last}. Write the lower number first, or "
    "correct one of the two.",
    authority="Usage of references",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It met.\n\n2. See paragraphs 2 to 1.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n2. 见第 2 至 1 段。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met.\n\n2. See paragraphs 1 to 2.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n2. 见第 1 至 2 段。\n"),
    ),
)
