"""One panel named in two places in different order.

The panellists of an agenda item, each with the State in brackets, are named where the debate is
summarized and again under the statements. Compared are paragraphs on the same agenda item that
name the same States in brackets.
"""

import re
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind, by_code
from toolkit.model import Block, Document, Kind
from toolkit.states.find import find

_EN = (
    "## I. Debate\n\n1. Agenda item 2 was led by Ms. Keller (Austria) and Mr. Lin (China).\n\n"
    "2. Under agenda item 2, the panel was {}.\n"
)
_ZH = (
    "## 一. 审议情况\n\n1. 议程项目 2 由 Keller 女士（奥地利）和林先生（中国）主讲。\n\n"
    "2. 在议程项目 2 下，由{}主讲。\n"
)
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,60}(?:\([^()]{2,40}\))?)[)）]")


def _panel(text: str, language: str) -> tuple[str, ...]:
    """Return the codes of the States that stand in brackets."""
    found = []
    for match in _IN_BRACKETS.finditer(text):
        states = find(match[1], language)
        if len(states) == 1 and states[0].span.start <= 4:
            found.append(states[0].state.code)
    return tuple(found)


def _panels(document: Document) -> Iterator[tuple[Block, int, tuple[str, ...]]]:
    language = by_code(document.language)
    for block in document.blocks:
        panel = _panel(block.text, document.language) if block.kind is Kind.PARAGRAPH else ()
        if len(panel) < 2:
            continue
        for one in language.references(block.text):
            if one.kind is RefKind.AGENDA_ITEM and not one.external and one.ranges:
                yield block, one.ranges[0][0], panel
                break


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each panel that was named before."""
    seen: dict[tuple[int, tuple[str, ...]], tuple[Block, tuple[str, ...]]] = {}
    for block, item, panel in _panels(document):
        first = seen.setdefault((item, tuple(sorted(panel))), (block, panel))
        if first[0] is block:
            continue
        if first[1] == panel:
            yield FINE
        else:
            before = (first[0].label or first[0].place).rstrip(".")
            yield rule.at(document, block, item=item, before=before)


RULE = Rule(
    code="LST108",
    name="panel-order-differs",
    severity=Severity.WARNING,
    summary="One panel is named in two places in different order",
    message="The panellists under agenda item {item} stand in another order than in "
    "paragraph {before}. Keep one order.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(
        en(_EN.format("Mr. Lin (China) and Ms. Keller (Austria)")),
        zh(_ZH.format("林先生（中国）和 Keller 女士（奥地利）")),
    ),
    good=(
        en(_EN.format("Ms. Keller (Austria) and Mr. Lin (China)")),
        zh(_ZH.format("Keller 女士（奥地利）和林先生（中国）")),
    ),
)
