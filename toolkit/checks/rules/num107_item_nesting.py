"""A list inside a list that is marked like, or above, the list it stands in.

The order from the outside in is (a), (i), a., i.; in Chinese (a), (一) or (i), a. An agenda
counts its items 1, 2 and divides them (a), (b).
"""

import re
from collections.abc import Iterator

from toolkit.checks.places import parent_path
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind
from toolkit.text.numerals import letter_value, roman_value

_NUMERAL = re.compile(r"[0-9]+|[A-Za-z]+|[一二三四五六七八九十]+")


def _depth(item: Block) -> int | None:
    """Return how far in a label of this kind belongs; None where it is none of the usual."""
    label = item.label or ""
    found = _NUMERAL.search(label)
    if not found:
        return None
    numeral, bracketed = found.group(), label.rstrip(".").endswith((")", "）"))
    if numeral.isdecimal():
        return 0
    if not numeral.isascii():
        return 2 if bracketed else 0
    if roman_value(numeral) == item.number and letter_value(numeral) != item.number:
        return 2 if bracketed else 4
    return 1 if bracketed else 3


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each item that stands in another item."""
    above: dict[str, Block] = {}
    for block in document.blocks:
        if block.kind is not Kind.ITEM:
            continue
        parent = above.get(parent_path(block.path))
        above[block.path] = block
        if parent is None:
            continue
        inner, outer = _depth(block), _depth(parent)
        if inner is not None and outer is not None and inner <= outer:
            yield rule.at(document, block, label=block.label, outer=parent.label)
        else:
            yield FINE


RULE = Rule(
    code="NUM107",
    name="item-nesting",
    severity=Severity.WARNING,
    summary="An inner list is marked like, or above, the outer one",
    message="{label} stands inside {outer}; the order from the outside in is (a), (i), a., "
    "i. Change the label.",
    authority="Editorial Manual, Paragraphs and subparagraphs",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It saw:\n\n(i) Lamps:\n\n    (a) Red;\n\n    (b) Green.\n"),
        zh("## 一. 审议\n\n1. 工作组审查了：\n\n(i) 灯具：\n\n    (a) 红色；\n\n    (b) 绿色。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It saw:\n\n(a) Lamps:\n\n(i) Red;\n\n(ii) Green.\n\n(b) Buoys.\n"),
        zh("## 一. 审议\n\n1. 工作组审查了：\n\n(a) 灯具：\n\n(i) 红色；\n\n(ii) 绿色。\n"),
    ),
)
