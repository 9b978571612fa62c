"""A chapter with a section A and no section B.

A division needs at least two parts; a single one is merged with the chapter. Looked at only in a
final report, since a part of a draft may hold one section of several.
"""

from collections.abc import Iterator

from toolkit.checks.places import sections
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each chapter that has lettered sections."""
    for parts in sections(document).values():
        if len(parts) == 1:
            yield rule.at(document, parts[0], label=(parts[0].label or "").strip("."))
        else:
            yield FINE


RULE = Rule(
    code="NUM105",
    name="lone-section",
    severity=Severity.ERROR,
    summary="A chapter has only one section",
    message="Section {label} is the only one of its chapter. Add the section that is "
    "missing, or take the heading out.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        en("## I. Debate\n\n### A. Lamps\n\n1. It met.\n\n## II. Closing\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n### A. 灯具\n\n1. 开会。\n\n## 二. 闭幕\n\n2. 休会。\n"),
    ),
    good=(
        en("## I. Debate\n\n### A. Lamps\n\n1. It met.\n\n### B. Buoys\n\n2. It rose.\n"),
        zh("## 一. 审议情况\n\n### A. 灯具\n\n1. 开会。\n\n### B. 浮标\n\n2. 休会。\n"),
        en_addendum("## I. Debate (continued)\n\n### A. Lamps\n\n1. It met.\n"),
        zh_addendum("## 一. 审议情况（续）\n\n### A. 灯具\n\n1. 开会。\n"),
    ),
)
