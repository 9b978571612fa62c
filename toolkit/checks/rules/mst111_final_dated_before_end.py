"""A final report dated before the last day of the meeting.

A report is adopted on the last day and submitted after it; one to a meeting, by an office or a
rapporteur, is submitted before.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import issued, meeting_days
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document, Profile
from toolkit.structure.names import is_author


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where both dates are printed."""
    day, meeting = issued(document), meeting_days(document)
    if day is None or meeting is None or _is_submitted(document):
        return
    if day < meeting[1]:
        yield rule.at(document, None, found_day=day, last_day=meeting[1])
    else:
        yield FINE


def _is_submitted(document: Document) -> bool:
    """Return whether title or subtitle say whose paper to the meeting this is."""
    language, head = by_code(document.language), document.masthead
    return any(is_author(line, language) for line in (head.title, head.subtitle) if line)


RULE = Rule(
    code="MST111",
    name="final-dated-before-end",
    severity=Severity.WARNING,
    summary="A final report is dated before the end of the meeting",
    message="The masthead is dated {found_day}, but the meeting ended on {last_day}. See "
    "which of the two is right.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    profiles=(Profile.REPORT,),
    bad=(
        masthead("en", ("18 June 2030", "4 June 2030")),
        masthead("zh", ("18 June 2030", "4 June 2030")),
    ),
    good=(masthead("en"), masthead("zh")),
)
