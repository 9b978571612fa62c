"""Two language versions with different numbers of headings, paragraphs, recommendations or items.

The finding stands at the first one that the other version lacks.
"""

from collections.abc import Iterator

from toolkit.checks.pairs import unmatched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind

_KINDS = {
    Kind.HEADING: "headings",
    Kind.PARAGRAPH: "paragraphs",
    Kind.RECOMMENDATION: "recommendations",
    Kind.ITEM: "items of lists",
}


def _of(document: Document, kind: Kind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each of four kinds of blocks that at least one version has."""
    for kind, word in _KINDS.items():
        source, target = _of(pair.source, kind), _of(pair.target, kind)
        if not source and not target:
            continue
        if len(source) == len(target):
            yield FINE
            continue
        longer, document = (
            (source, pair.source) if len(source) > len(target) else (target, pair.target)
        )
        lone = unmatched(longer, target if longer is source else source)
        first = lone[0] if lone else longer[-1]
        yield rule.at(
            document, first, kind_word=word, source=len(source), target=len(target), path=first.path
        )


RULE = Rule(
    code="PAR101",
    name="counts-differ",
    severity=Severity.ERROR,
    summary="Two versions differ in the number of headings, paragraphs, recommendations or items",
    message="The versions differ in the number of {kind_word}: {source} in the source, "
    "{target} in the target. The first that only one of them has is {path}; restore it in the "
    "other.",
    authority="Editorial Manual, Paragraphs: the same references in every language",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Introduction\n\n1. It met.\n\n2. It rose.\n",
            "## 一. 导言\n\n1. 开会。\n",
        ),
    ),
    good=(
        both(
            "## I. Introduction\n\n1. It met.\n\n2. It rose.\n",
            "## 一. 导言\n\n1. 开会。\n\n2. 休会。\n",
        ),
    ),
)
