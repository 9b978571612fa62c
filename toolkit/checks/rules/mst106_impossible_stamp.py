"""A date stamp behind the job number that is no date, or far from the date of the document.

Stamps are six figures, day, month and year: 100919. More than a year between the stamp and the
date of the masthead is taken for a slip.
"""

from collections.abc import Iterator
from datetime import date

from toolkit.checks.meeting import issued
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document

_FAR = 366  # days


def _day(stamp: str) -> date | None:
    try:
        return date(2000 + int(stamp[4:6]), int(stamp[2:4]), int(stamp[0:2]))
    except ValueError:
        return None


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each stamp."""
    printed = issued(document)
    for stamp in document.masthead.stamps:
        day = _day(stamp)
        if day and (printed is None or printed.year < 2000 or abs(day - printed).days <= _FAR):
            yield FINE
        else:
            yield rule.at(document, None, stamp=stamp)


RULE = Rule(
    code="MST106",
    name="impossible-stamp",
    severity=Severity.WARNING,
    summary="A date stamp is no date, or far from the date of the document",
    message="The stamp {stamp} behind the job number is no day near the date of the "
    "document. Write day, month and year in six figures.",
    authority="Usage of job numbers on the first page",
    check=check,
    bad=(masthead("en", ("180630", "310630")), masthead("zh", ("180630", "180620"))),
    good=(masthead("en"), masthead("zh")),
)
