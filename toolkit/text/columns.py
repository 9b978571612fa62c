"""How wide a text stands where all signs have one width, or two: terminals and plain text."""

import unicodedata


def columns(text: str) -> int:
    """Return how many columns a text takes.

    Han and full-width signs take two, marks that combine with the sign before them none.
    """
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
