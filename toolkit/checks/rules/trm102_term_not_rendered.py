"""A term of the original whose word in the termbase is not in the translation.

Looked for in the paragraph that faces the sentence, once for each term of a sentence. Any form
that the termbase admits will do; where it gives up the form that stands there, that is told by
itself. A term that means several things is kept when a word for one of them is there.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule, Scope, TermsInput
from toolkit.checks.terms import facing, listed
from toolkit.diagnostics import Severity


def check(rule: Rule, given: TermsInput) -> Iterator[Case]:
    """Look at each term of the original that the termbase has a word for."""
    blocks = {block.id: block for block in given.document.blocks}
    for one in given.facings:
        if one.kept:
            yield FINE
        else:
            block = blocks.get(one.block_id)
            expected = listed(one.expected)
            yield rule.at(given.document, block, source=one.said, expected=expected)


_TERMS = "en\tzh\tzh admitted\nfog signal\t雾号\t音响航标\n"
_EN = "## I. Debate\n\n1. The Working Group discussed fog signals at length.\n"
_ZH = "## 一. 审议情况\n\n1. 工作组详细讨论了{}问题。\n"

RULE = Rule(
    code="TRM102",
    name="term-not-rendered",
    severity=Severity.WARNING,
    summary="A term of the original is not translated as the termbase says",
    message="The original has “{source}”, for which the termbase has {expected}; neither that nor "
    "another form of it is here. Use it, or put what is written here into the termbase.",
    authority="Termbase of the project",
    check=check,
    scope=Scope.TERMS,
    bad=(facing(_EN, _ZH.format("雾天汽笛"), _TERMS),),
    good=(
        facing(_EN, _ZH.format("雾号"), _TERMS),
        facing(_EN, _ZH.format("音响航标"), _TERMS),
    ),
)
