"""A part of a draft report dated after the meeting, or long before it.

Drafts are issued while the meeting goes on; the first part may be prepared up to two weeks ahead.
An addendum to a final report is issued after the meeting, and left alone.
"""

from collections.abc import Iterator
from datetime import timedelta

from toolkit.checks.meeting import issued, meeting_days, own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import draft_masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile
from toolkit.symbols.relations import is_draft

_AHEAD = timedelta(days=14)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where both dates are printed."""
    day, meeting = issued(document), meeting_days(document)
    symbol = own_symbol(document)
    final = symbol is not None and not is_draft(symbol)
    if day is None or meeting is None or final:
        return
    if meeting[0] - _AHEAD <= day <= meeting[1]:
        yield FINE
    else:
        yield rule.at(document, None, found_day=day, first_day=meeting[0], last_day=meeting[1])


RULE = Rule(
    code="MST131",
    name="draft-dated-outside-meeting",
    severity=Severity.WARNING,
    summary="A part of a draft report is not dated in the days of the meeting",
    message="The masthead is dated {found_day}, but the meeting was held from {first_day} to "
    "{last_day}. See which of the two is right.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    profiles=(Profile.DRAFT, Profile.ADDENDUM),
    bad=(
        draft_masthead("en", ("4 June 2030", "9 June 2030")),
        draft_masthead("zh", ("4 June 2030", "9 June 2030")),
    ),
    good=(draft_masthead("en"), draft_masthead("zh")),
)
