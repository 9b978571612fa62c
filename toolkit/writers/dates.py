"""How a masthead prints its date."""

from datetime import date

from toolkit.languages import by_code


def printed_date(iso: str) -> str:
    """Return an ISO date as mastheads print it: in English in every language."""
    return by_code("en").format_date(date.fromisoformat(iso))
