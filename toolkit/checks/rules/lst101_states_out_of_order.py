"""A list of States that is not in English alphabetical order.

Lists of those who attended or spoke keep English alphabetical order in every language, so that
the versions can be compared line by line. Only formal lists are looked at, those that a colon
opens; States named in a row in a sentence are left alone, and so is a list that follows another
order altogether (more than a third of it out of place). The setting state_order = "any" switches
this off for a house that orders its lists otherwise.
"""

from collections.abc import Iterator
from itertools import pairwise

from toolkit.checks.attendance import FormalList, formal_lists
from toolkit.checks.mending import puts
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Fix, Severity
from toolkit.model import Document
from toolkit.states.order import Misplaced, out_of_order, sort_key

_LONGEST_JOINT = 5  # " and "


def _where(document: Document, one: Misplaced) -> tuple[str, str]:
    neighbour, side = (one.after, "after") if one.after else (one.before, "before")
    assert neighbour is not None
    return neighbour.short(document.language), side


def _sorted(listed: FormalList) -> Fix | None:
    """Return the fix that puts the names of a list into the places they belong in.

    None where something stands between the names that would not move with them.
    """
    mentions = listed.run.mentions
    text = listed.block.text
    between = (text[one.span.end : two.span.start] for one, two in pairwise(mentions))
    if listed.run.unknown or any(len(gap) > _LONGEST_JOINT for gap in between):
        return None
    ordered = sorted(mentions, key=lambda one: sort_key(one.state))
    changes = (
        ((old.span.start, old.span.end), new.span.of(text))
        for old, new in zip(mentions, ordered, strict=True)
        if old is not new
    )
    return puts(listed.block, changes)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each State of each formal list."""
    for listed in formal_lists(document) if rule.choice != "any" else ():
        states = listed.run.states
        wrong = out_of_order(states)
        if len(wrong) * 3 > len(states):
            continue
        fix = _sorted(listed) if wrong else None
        for one in wrong:
            span = listed.run.mentions[one.index].span
            neighbour, side = _where(document, one)
            yield rule.at(
                document,
                listed.block,
                (span.start, span.end),
                fix,
                state=span.of(listed.block.text),
                neighbour=neighbour,
                side_word=side,
            )
        yield from (FINE for _ in range(len(states) - len(wrong)))


RULE = Rule(
    code="LST101",
    name="states-out-of-order",
    severity=Severity.WARNING,
    summary="A list of States is not in English alphabetical order",
    message="{state} is out of English alphabetical order: it belongs {side_word} "
    "{neighbour}. Move it.",
    authority="Usage of reports: lists of States in English alphabetical order",
    house="state_order",
    check=check,
    bad=(
        en(
            "## I. Statements\n\n1. Statements were made by the representatives of the following "
            "States: Belgium, Norway, Sri Lanka, Saudi Arabia and Thailand.\n"
        ),
        zh(
            "## 一. 发言情况\n\n1. 下列国家的代表作了发言：比利时、挪威、斯里兰卡、沙特阿拉伯"
            "和泰国。\n"
        ),
    ),
    good=(
        en(
            "## I. Statements\n\n1. Statements were made by the representatives of the following "
            "States: Belgium, Norway, Saudi Arabia, Sri Lanka and Thailand.\n\n"
            "2. It recalled agreements with Norway, Belgium and Chad.\n"
        ),
        zh(
            "## 一. 发言情况\n\n1. 下列国家的代表作了发言：比利时、挪威、沙特阿拉伯、斯里兰卡"
            "和泰国。\n\n2. 工作组回顾了与挪威、比利时和乍得的协定。\n"
        ),
    ),
)
