"""Symbols in half-width brackets here and in full-width brackets there, in one Chinese document.

Either width may be the usage of a house; one document has one. The rarer one is reported, and
a pair of which one bracket is wide and the other narrow.
"""

from collections.abc import Iterator

from toolkit.checks.mending import puts
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document
from toolkit.symbols.find import find

_OPEN, _SHUT = {"(": False, "（": True}, {")": False, "）": True}


def _brackets(document: Document) -> Iterator[tuple[Block, int, int]]:
    """Yield where the brackets around each symbol stand, those of the symbol itself left out."""
    for block in prose(document):
        text = block.text
        for mention in find(text):
            start, end = mention.span.start - 1, mention.span.end
            if start >= 0 and end < len(text) and text[start] in _OPEN and text[end] in _SHUT:
                yield block, start, end


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each symbol in brackets in a Chinese document."""
    if not document.language.startswith("zh"):
        return
    every = list(_brackets(document))
    wide = sum(_OPEN[one.text[at]] + _SHUT[one.text[to]] for one, at, to in every)
    usual = "（）" if wide >= len(every) else "()"
    for block, at, to in every:
        found = block.text[at] + block.text[to]
        if found == usual:
            yield FINE
            continue
        blank = usual == "（）" and block.text[at - 1 : at] == " "
        fix = puts(block, (((at - blank, at + 1), usual[0]), ((to, to + 1), usual[1])))
        yield rule.at(document, block, (at, to + 1), fix, found=found, usual=usual)


_ZH = "## 一. 文件\n\n1. 议程（A/71/1）、说明（A/71/2）和报告{}。\n"

RULE = Rule(
    code="TYP102",
    name="mixed-brackets",
    severity=Severity.WARNING,
    summary="Symbols stand in brackets of two widths",
    message="The brackets {found} around this symbol are not those of the others, {usual}. Use "
    "one width.",
    authority="Usage of Chinese documents: full-width punctuation",
    check=check,
    bad=(zh(_ZH.format(" (A/71/3)")), zh(_ZH.format("（A/71/3)"))),
    good=(
        zh(_ZH.format("（A/71/3）")),
        en("## I. Papers\n\n1. It read the agenda (A/71/1) and a report (A/71/3).\n"),
    ),
)
