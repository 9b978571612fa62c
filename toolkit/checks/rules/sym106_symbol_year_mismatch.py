"""A symbol of another year than the meeting.

Looked at in reports and their drafts whose symbol counts by years, not by sessions.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import meeting_days, own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the symbol has a year and the meeting has dates."""
    symbol, meeting = own_symbol(document), meeting_days(document)
    if symbol is None or symbol.year is None or meeting is None:
        return
    if symbol.year in (meeting[0].year, meeting[1].year):
        yield FINE
    else:
        yield rule.at(document, None, symbol=symbol, year=meeting[1].year)


RULE = Rule(
    code="SYM106",
    name="symbol-year-mismatch",
    severity=Severity.ERROR,
    summary="The symbol has another year than the meeting",
    message="The symbol is {symbol}, but the meeting was held in {year}. See which of the "
    "two years is right.",
    authority="Document symbols: session or year",
    check=check,
    profiles=(Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM),
    bad=(
        masthead("en", ("WG.1/2030/6", "WG.1/2029/6")),
        masthead("zh", ("WG.1/2030/6", "WG.1/2029/6")),
    ),
    good=(masthead("en"), masthead("zh")),
)
