"""A sentence of the translation that is still in the language of the original.

Drafts built from a template keep such sentences where neither the template nor the memory has a
translation. Names, symbols and titles left in the original are no sentences: only a segment of
several words with hardly a letter of the target language counts.
"""

from collections.abc import Iterator

from toolkit.checks.left_over import left_over, sentences
from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.languages import by_code


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each segment of the matched blocks of the translation."""
    source, target = by_code(pair.source.language), by_code(pair.target.language)
    for _, block in matched(pair):
        for span in sentences(block.text, target, source):
            if left_over(span.of(block.text), target, source):
                yield rule.at(pair.target, block, (span.start, span.end), language_word=source.name)
            else:
                yield FINE


_EN = "## I. Introduction\n\n1. The Chair opened the meeting. She thanked the keepers for it.\n"
_ZH = "## 一. 导言\n\n1. 主席宣布会议开幕。{}\n"

RULE = Rule(
    code="PAR111",
    name="untranslated-sentence",
    severity=Severity.WARNING,
    summary="A sentence of the translation is still in the language of the original",
    message="This sentence is still in {language_word}. Translate it.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    instead_of="TYP113",
    bad=(both(_EN, _ZH.format("She thanked the keepers for it.")),),
    good=(
        both(_EN, _ZH.format("她对守塔人表示感谢。")),
        both(_EN, _ZH.format("她对 Ann Marie Keeper-Jones of the Lighthouse 表示感谢。")),
    ),
)
