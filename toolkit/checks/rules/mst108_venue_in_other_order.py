"""Place and dates of the meeting in the order of another language.

English mastheads have the place first ("Vienna, 3–5 June 2030"), Chinese ones the dates
(2030 年 6 月 3 日至 5 日，维也纳).
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at the line of a masthead that has a place and days."""
    venue, language = document.masthead.venue or "", by_code(document.language)
    days = language.dates(venue)
    if not days or days[0].span.of(venue).strip() == venue.strip():
        return
    dates_first = not venue[: days[0].span.start].strip()
    usual = language.format_venue("X", days[0].first, days[0].last or days[0].first)
    if dates_first == (not usual.startswith("X")):
        yield FINE
    else:
        yield rule.at(document, None, venue=venue)


RULE = Rule(
    code="MST108",
    name="venue-in-other-order",
    severity=Severity.WARNING,
    summary="Place and dates of the masthead stand in the order of another language",
    message="“{venue}”: English mastheads have the place first, Chinese ones the dates. "
    "Change the order.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        masthead("en", ("Vienna, 3–5 June 2030", "3–5 June 2030, Vienna")),
        masthead("zh", ("2030 年 6 月 3 日至 5 日，维也纳", "维也纳，2030 年 6 月 3 日至 5 日")),
    ),
    good=(masthead("en"), masthead("zh")),
)
