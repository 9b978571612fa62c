"""A number of States announced that is not the number listed.

Looked at where one figure stands in the words that open a formal list ("the following 24 States
parties:"), and every name of the list is known.
"""

from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.languages import NumberKind, by_code
from toolkit.model import Document

_FEWEST = 3  # a smaller figure may be part of something else


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each formal list whose opening has one figure."""
    language = by_code(document.language)
    listed_words = words(document.language).counted
    for listed in formal_lists(document):
        counted = listed_words.search(listed.lead)
        numbers = language.numbers(counted.group()) if counted else ()
        whole = [int(n.value) for n in numbers if n.kind is NumberKind.CARDINAL]
        if len(whole) != 1 or whole[0] < _FEWEST or listed.run.unknown or not listed.closed:
            continue
        if whole[0] == len(listed.run.mentions):
            yield FINE
        else:
            span = (listed.run.span.start, listed.run.span.end)
            found = len(listed.run.mentions)
            yield rule.at(document, listed.block, span, stated=whole[0], found=found)


RULE = Rule(
    code="CNT101",
    name="stated-count-differs",
    severity=Severity.ERROR,
    summary="A list has more or fewer States than it says",
    message="The text announces {stated}, but the list has {found}. Correct the figure or "
    "the list.",
    authority="Agreement of figures within a document",
    check=check,
    bad=(
        en("## I. Statements\n\n1. The following 4 States spoke: Egypt, Kenya and Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列 4 个国家作了发言：埃及、肯尼亚和挪威。\n"),
    ),
    good=(
        en("## I. Statements\n\n1. The following 3 States spoke: Egypt, Kenya and Norway.\n"),
        zh("## 一. 发言情况\n\n1. 下列三个国家作了发言：埃及、肯尼亚和挪威。\n"),
    ),
)
