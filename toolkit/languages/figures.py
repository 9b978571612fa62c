"""Arabic figures as the United Nations prints them: 1193, 1,193, 1 193, 0.5."""

from fractions import Fraction

_GAP = r"[ \u00a0\u2009\u202f]"
FIGURE = (
    rf"(?P<figure>(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d|,\d)|\d+)(?:\.\d+)?)"
)
_LONGEST = 60


def figure_value(figure: str) -> Fraction:
    """Return the exact value of what ``FIGURE`` matched; only its first sixty characters count."""
    plain = "".join(ch for ch in figure[:_LONGEST] if ch.isdecimal() or ch == ".")
    return Fraction(plain.rstrip("."))
