"""A State in a formal list under a name the United Nations does not use: Iran, 伊朗.

Lists of those who attended or spoke have the names of the United Nations terminology database.
In running text other names may be quoted, so that only lists that a colon opens are looked at. A
name given up in some year is accepted in documents of before.
"""

from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists
from toolkit.checks.meeting import issued
from toolkit.checks.mending import put
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.states.find import StateMention
from toolkit.states.state import Standing


def _out_of_use(one: StateMention, language: str, year: int) -> bool:
    if one.standing is not Standing.AVOID or language not in one.state.names:
        return False
    avoided = one.state.names[language].avoid
    since = next((name.since for name in avoided if name.name == one.name), None)
    return since is None or year > since


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each State of each formal list."""
    day = issued(document)
    year = day.year if day else 9999
    for listed in formal_lists(document):
        for one in listed.run.mentions:
            if not _out_of_use(one, document.language, year):
                yield FINE
                continue
            span = (one.span.start, one.span.end)
            expected = one.state.short(document.language)
            fix = put(listed.block, span, expected, safe=False)
            found = one.span.of(listed.block.text)
            yield rule.at(document, listed.block, span, fix, found=found, expected=expected)


_EN = "## I. Statements\n\n1. Statements were made by: Egypt, {} and Norway.\n"
_ZH = "## 一. 发言情况\n\n1. 下列国家作了发言：埃及、{}和挪威。\n"

RULE = Rule(
    code="LST104",
    name="unusual-state-name",
    severity=Severity.WARNING,
    summary="A State is listed under a name the United Nations does not use",
    message="“{found}” is not the name the United Nations uses in lists. Write “{expected}”.",
    authority="Editorial Manual, Country names",
    check=check,
    bad=(en(_EN.format("Iran")), zh(_ZH.format("伊朗"))),
    good=(
        en(_EN.format("Iran (Islamic Republic of)")),
        zh(_ZH.format("伊朗伊斯兰共和国")),
    ),
)
