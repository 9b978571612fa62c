"""A document called a draft report whose symbol is not that of a draft.

Drafts are issued as L. documents; conference room papers and working papers are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import draft_masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the title is the one of a draft report."""
    symbol = own_symbol(document)
    title = (document.masthead.title or "").casefold()
    if symbol is None or title != by_code(document.language).masthead.draft_report.casefold():
        return
    if symbol.nature in ("L", "CRP", "WP", "R"):
        yield FINE
    else:
        yield rule.at(document, None, title=document.masthead.title, symbol=symbol)


RULE = Rule(
    code="MST129",
    name="draft-report-with-final-symbol",
    severity=Severity.ERROR,
    summary="A draft report has a symbol without “L.”",
    message="The title is “{title}”, but the symbol {symbol} has no L. and number, as that "
    "of a draft has. Correct the title or the symbol.",
    authority="Document symbols: L. limited distribution",
    check=check,
    bad=(
        draft_masthead("en", ("L.1/Add.1", "6/Add.1")),
        draft_masthead("zh", ("L.1/Add.1", "6/Add.1")),
    ),
    good=(draft_masthead("en"), draft_masthead("zh")),
)
