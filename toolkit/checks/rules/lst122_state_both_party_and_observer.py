"""A State listed both among the parties and among the observers."""

from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists, parties
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document

_EN = (
    "## I. Attendance\n\n1. The following States parties were represented: Egypt, Kenya and "
    "Norway.\n\n2. The following States were represented by observers: Chad, {} and Togo.\n"
)
_ZH = (
    "## 一. 出席情况\n\n1. 下列缔约国派代表出席了会议：埃及、肯尼亚和挪威。\n\n"
    "2. 下列国家派观察员出席了会议：乍得、{}和多哥。\n"
)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each State that attended as an observer, where there is a list of parties."""
    known = words(document.language)
    as_party = {state for one in parties(document) for state in one.run.states}
    for listed in formal_lists(document) if as_party else ():
        text = listed.block.text
        if not (known.attendance.search(text) and known.observers.search(text)):
            continue
        for mention in listed.run.mentions:
            if mention.state in as_party:
                span = (mention.span.start, mention.span.end)
                yield rule.at(document, listed.block, span, state=mention.span.of(text))
            else:
                yield FINE


RULE = Rule(
    code="LST122",
    name="state-both-party-and-observer",
    severity=Severity.ERROR,
    summary="A State is listed both as a party and as an observer",
    message="{state} is listed here as an observer, and among the parties too. Take one out.",
    authority="Usual frame of the report of a meeting",
    check=check,
    bad=(en(_EN.format("Kenya")), zh(_ZH.format("肯尼亚"))),
    good=(en(_EN.format("Mali")), zh(_ZH.format("马里"))),
)
