"""Two papers of one language that bear the same symbol and are not the same.

An addendum is made out of the one before it, and its symbol stays as it was; then two parts of a
report bear one symbol. Copies with the same words are left alone.
"""

from collections.abc import Iterator
from pathlib import PurePath

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Example, Rule, Scope, SetInput
from toolkit.checks.specimens import addendum, parts
from toolkit.diagnostics import Severity
from toolkit.model import Document


def _words(document: Document) -> tuple[tuple[str | None, str], ...]:
    return tuple((one.label, one.text) for one in document.blocks)


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at each paper with a symbol."""
    first: dict[tuple[str, str], Document] = {}
    for one in given.documents:
        symbol = own_symbol(one)
        if symbol is None:
            continue
        other = first.setdefault((str(symbol), one.language), one)
        if other is one or _words(other) == _words(one):
            yield FINE
        else:
            name = PurePath(other.origin.path).name
            yield rule.at(one, None, symbol=symbol, file=name)


_EN = "## I. Summary\n\n{}\n"

RULE = Rule(
    code="SYM124",
    name="one-symbol-on-two-papers",
    severity=Severity.WARNING,
    scope=Scope.SET,
    summary="Two papers that are not the same bear one symbol",
    message="This paper and {file} bear the same symbol, {symbol}, and are not the same. Correct "
    "the symbol of one of them, or take the older one away.",
    authority="ST/AI/189/Add.3/Rev.2: a symbol is that of one document",
    check=check,
    bad=(
        Example(
            text=addendum(_EN.format("1. It met in Vienna.")),
            other=addendum(_EN.format("1. It closed its meeting.")),
        ),
        Example(
            text=addendum("## 一. 概述\n\n1. 工作组举行了会议。\n", "zh"),
            other=addendum("## 一. 概述\n\n1. 会议闭幕。\n", "zh"),
            language="zh",
        ),
    ),
    good=(
        parts(_EN.format("1. It met in Vienna."), _EN.format("1. It closed its meeting.")),
        parts("## 一. 概述\n\n1. 工作组举行了会议。\n", "## 一. 概述\n\n1. 会议闭幕。\n", "zh"),
    ),
)
