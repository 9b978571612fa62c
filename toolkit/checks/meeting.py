"""When the meeting took place, and under which symbol a document stands."""

from datetime import date

from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.symbols.symbol import Symbol, SymbolError


def meeting_days(document: Document) -> tuple[date, date] | None:
    """Return the first and last day of the meeting as the masthead or the title has them."""
    language = by_code(document.language)
    for line in (document.masthead.venue, document.masthead.title):
        days = [one for one in language.dates(line or "") if one.day_known and one.valid]
        if days:
            return days[0].first, max(one.last or one.first for one in days)
    return None


def own_symbol(document: Document) -> Symbol | None:
    """Return the symbol of the masthead; None when there is none, or it cannot be read."""
    try:
        return Symbol.parse(document.masthead.symbol or "")
    except SymbolError:
        return None


def issued(document: Document) -> date | None:
    """Return the date of the masthead."""
    try:
        return date.fromisoformat(document.masthead.date or "")
    except ValueError:
        return None
