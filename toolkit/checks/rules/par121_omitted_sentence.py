"""A sentence of a paragraph that the other version leaves out, or adds.

The sentences of both versions are aligned first. Reported are whole sentences in a paragraph that
is otherwise translated, and paragraphs without a number that have nothing against them; numbered
ones that are missing as a whole are PAR101. A sentence that may only have been joined to its
neighbour is left alone: it must be as long as a third of its paragraph's usual sentence, and have
words of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, Facing, PairInput, Rule, Scope, Sentence
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind

_SURE = 0.8  # confidence of what faces nothing, and of the pairs before and behind it
_SHORTEST = {"en": 25, "zh": 9}  # characters; shorter ones are easily joined to the next


def _counterparts(pair: PairInput) -> tuple[Mapping[str, Block], Mapping[str, Block]]:
    """Return by id the block of the other version for each block, in both directions."""
    both_ways = [(one, other) for one, other in matched(pair) if one.text and other.text]
    return (
        {one.id: other for one, other in both_ways},
        {other.id: one for one, other in both_ways},
    )


def _alone(
    document: Document, sentences: tuple[Sentence, ...], known: Mapping[str, Block]
) -> Iterator[tuple[Block, tuple[int, int]]]:
    """Yield where sentences stand whose paragraph has a counterpart."""
    blocks = {block.id: block for block in document.blocks}
    for one in sentences:
        block = blocks.get(one.block_id)
        long = len(one.text.strip()) >= _SHORTEST.get(document.language, 25)
        if block is None or block.id not in known or not long:
            continue
        at = block.text.find(one.text)
        if at >= 0 and len(one.text) < len(block.text.strip()):
            yield block, (at, at + len(one.text))


def _whole(document: Document, facing: Sequence[Facing], side: str) -> Iterator[Block]:
    """Yield the unnumbered paragraphs that surely have no sentence facing any of the other's."""
    faced: set[str] = set()
    lone: set[str] = set()
    for one, company in zip(facing, _company(facing), strict=True):
        ours: tuple[Sentence, ...] = getattr(one, side)
        alone = not (one.source and one.target) and min(one.confidence, company) >= _SURE
        (lone if alone else faced).update(sentence.block_id for sentence in ours)
    shortest = 2 * _SHORTEST.get(document.language, 25)
    for block in document.blocks:
        if block.kind is Kind.TEXT and block.id in lone - faced and len(block.text) >= shortest:
            yield block


def _company(facing: Sequence[Facing]) -> list[float]:
    """Return for each the confidence of the pairs next to it, the lower of the two."""
    before = list(accumulate(facing, _last, initial=1.0))[1:]
    behind = list(accumulate(reversed(facing), _last, initial=1.0))[:0:-1]
    return list(map(min, before, behind))


def _last(confidence: float, one: Facing) -> float:
    return one.confidence if one.source and one.target else confidence


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each sentence that was aligned."""
    into, back = _counterparts(pair)
    for one in pair.facing:
        if one.source and one.target:
            yield FINE
            continue
        for block, span in _alone(pair.source, one.source, into):
            words = block.text[slice(*span)]
            yield rule.at(pair.target, into[block.id], sentence=words[:60], version_word="source")
        for block, span in _alone(pair.target, one.target, back):
            words = block.text[slice(*span)]
            yield rule.at(pair.target, block, span, sentence=words[:60], version_word="target")
    for document, side in ((pair.source, "source"), (pair.target, "target")):
        for block in _whole(document, pair.facing, side):
            yield rule.at(document, block, sentence=block.text[:60], version_word=side)


_EN = (
    "## I. Debate\n\n1. The Working Group met in Vienna on 3 June 2030. The harbour master of Linz "
    "reported on 14 new lamps and on the repair of the northern pier. It rose at noon.\n"
)
_ZH = "## 一. 审议情况\n\n1. 工作组于 2030 年 6 月 3 日在维也纳开会。{}会议于中午结束。\n"

RULE = Rule(
    code="PAR121",
    name="omitted-sentence",
    severity=Severity.WARNING,
    summary="A sentence stands in one version only",
    message="“{sentence}” stands in the {version_word} only. Add it to the other version, or "
    "take it out.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("")),),
    good=(both(_EN, _ZH.format("林茨港务长报告了 14 盏新灯具和北码头修缮的情况。")),),
)
