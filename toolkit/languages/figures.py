"""Arabic figures as the United Nations prints them: 1193, 1,193, 1 193, 0.5, 1/3."""

from collections.abc import Iterator
from fractions import Fraction

from toolkit.languages.language import NumberKind, NumberMention
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_GAP = r"[ \u00a0\u2009\u202f]"
# Possessive, so that "25C" is not taken for 2.
FIGURE = (
    rf"(?P<figure>(?:\d{{1,3}}(?:,\d{{3}})++(?!\d)|\d{{1,3}}(?:{_GAP}\d{{3}})++(?!\d|,\d)|\d++)"
    r"(?:\.\d++)?+)"
)
_SIMPLE_FRACTION = Pattern(r"(?<![\d/.,])(?P<share>[1-9])/(?P<parts>[2-9]|10)(?![\d/]|[.,]\d)")
_LONGEST = 60


def figure_value(figure: str) -> Fraction:
    """Return the exact value of what ``FIGURE`` matched; only its first sixty characters count."""
    plain = "".join(ch for ch in figure[:_LONGEST] if ch.isdecimal() or ch == ".")
    return Fraction(plain.rstrip("."))


def hour(figure: str) -> Fraction:
    """Return an hour as a clock of twelve hours shows it: "1500 hours" is 下午3时."""
    value = int(figure)
    return Fraction(value - 12 if 12 < value < 24 else value)


def simple_fractions(text: str) -> Iterator[NumberMention]:
    """Find proper fractions in figures: 1/3, 3/4."""
    for match in _SIMPLE_FRACTION.finditer(text):
        value = Fraction(int(match["share"]), int(match["parts"]))
        if value < 1:
            span = Span(*match.span())
            yield NumberMention(span=span, value=value, kind=NumberKind.CARDINAL)
