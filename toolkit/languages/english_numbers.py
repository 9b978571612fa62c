"""English numbers by value: "1,193", "32 per cent", "1.2 million", "twenty-three", "two thirds".

What is no number here, since the other language mostly has none in its place: a bare "one" (it
is a pronoun or an article far more often than a count), "zero", "half", "dozens", "both", "first"
as an adverb or before a number ("the first eight meetings"), and figures inside symbols, dates,
references, list marks and names such as "COVID-19" or "G20". A clock time is two numbers, hours
and minutes; "two decades" is 20, "Part XI" an ordinal.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from toolkit.languages.english_counting import counted, may_count, number_words
from toolkit.languages.english_dates import date_spans
from toolkit.languages.english_references import reference_lists
from toolkit.languages.figures import FIGURE, figure_value, hour, simple_fractions
from toolkit.languages.language import NumberKind, NumberMention
from toolkit.languages.mentions import hide, mark_spans, phrase_spans, symbol_spans
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import roman_value
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_WORDS = vocabulary("en")
_SCALES = _WORDS.values["number.scales"]
_SCALE = rf"(?:\s|-)(?P<scale>{alternation(_SCALES)})\b"
_ARABIC = Pattern(
    rf"(?:(?<![\w.])(?<!\d,)|(?<=\$[A-Z])|(?<=Euro))(?<!(?-i:[A-Z])-)"
    rf"{FIGURE}(?:(?P<ordinal>st|nd|rd|th)\b|s\b|(?![A-Za-z\d]))"
    rf"(?:{_SCALE})?(?P<percent>\s?(?:per\scent\b|percent\b|%))?",
    re.IGNORECASE,
)
_HOURS = r"(?P<hours>[01]\d|2[0-3])"
_MINUTES = r"(?P<minutes>[0-5]\d)"
_CLOCKS = (
    Pattern(r"(?<![\w.:])(?P<hours>\d{1,2})[.:](?P<minutes>\d{2})(?=\s?(?:[ap]\.m\.|hours))"),
    Pattern(rf"(?<![\w.:]){_HOURS}:{_MINUTES}(?![\d:])"),
    # "1500 hours" may be a time or a stretch of time; the word before it tells.
    Pattern(
        rf"(?:(?<![\w.,])(?=0)|(?<=\b(?:at|by|to)\s)|(?<=\b(?:from|till)\s)|(?<=\band\s)|(?<=\d{{4}}[-–]))"
        rf"{_HOURS}{_MINUTES}(?=(?:(?:\s(?:to|and)\s|[-–])[0-2]\d[0-5]\d)?\s(?:hours|hrs)\b(?!\sof))"
    ),
)
_ROMAN = Pattern(
    r"(?:[Vv]olume|[Vv]ol\.|[Pp]art|[Pp]hase|[Ss]tage|[Tt]able|[Ff]igure)\s(?P<roman>[IVXLC]{1,9})\b"
)
_PERCENT = Pattern(r"\s(?:per\scent|percent)\b")
_IDLE = Pattern(
    rf"\b(?:{alternation(_WORDS.lists['number.idle'])})\b|\bfirst\s(?=\d)", re.IGNORECASE
)
_ROUGH = Pattern(r"(?:several|few|many|some)\s$", re.IGNORECASE)
_FIRST_OF = Pattern(
    r"(?:\b(?:the|a|its|his|her|their|our|this|that|your|my|each|every|and|or|to|very)|[’']s?)\s$",
    re.IGNORECASE,
)
_LOOK_BACK = 8


def numbers(text: str) -> tuple[NumberMention, ...]:
    """Find numbers, as ``Language.numbers`` says.

    A percentage is valued as printed: "32 per cent" is 32.
    """
    spans = [*symbol_spans(text), *date_spans(text), *mark_spans(text)]
    spans += [one.span for one in reference_lists(text)]
    hidden = hide(text, [*spans, *phrase_spans(_IDLE, text)])
    found: list[NumberMention] = []
    for finder in (simple_fractions, _times, _roman, _arabic, _in_words):
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return tuple(sorted(found, key=lambda one: one.span))


def _times(text: str) -> Iterator[NumberMention]:
    for match in (one for clock in _CLOCKS for one in clock.finditer(text)):
        full = not int(match["minutes"])
        span = Span(*(match.span() if full else match.span("hours")))
        yield NumberMention(span=span, value=hour(match["hours"]), kind=NumberKind.CARDINAL)
        if not full:
            span, value = Span(*match.span("minutes")), Fraction(match["minutes"])
            yield NumberMention(span=span, value=value, kind=NumberKind.CARDINAL)


def _roman(text: str) -> Iterator[NumberMention]:
    for match in _ROMAN.finditer(text):
        value = roman_value(match["roman"])
        if value is not None:
            span = Span(*match.span("roman"))
            yield NumberMention(
                span=span, value=Fraction(value), kind=NumberKind.ORDINAL, in_words=True
            )


def _arabic(text: str) -> Iterator[NumberMention]:
    for match in _ARABIC.finditer(text):
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        kind = NumberKind.ORDINAL if match["ordinal"] else NumberKind.CARDINAL
        yield NumberMention(
            span=Span(*match.span()),
            value=figure_value(match["figure"]) * scale,
            kind=NumberKind.PERCENT if match["percent"] else kind,
        )


def _in_words(text: str) -> Iterator[NumberMention]:
    for match in number_words().finditer(text) if may_count(text) else ():
        number = counted(match)
        if number is None or _is_idle(text, match, number.value, number.kind):
            continue
        kind, end, value = number.kind, number.end, number.value
        if text.startswith(" decades", end):
            end, value = end + len(" decades"), value * 10
        if kind is NumberKind.CARDINAL and (percent := _PERCENT.match(text, end)):
            kind, end = NumberKind.PERCENT, percent.end()
        span = Span(match.start(), end)
        yield NumberMention(span=span, value=value, kind=kind, in_words=True)


def _is_idle(text: str, match: re.Match[str], value: Fraction, kind: NumberKind) -> bool:
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if value != 1:
        return _ROUGH.search(before) is not None
    if kind is NumberKind.CARDINAL:
        return True
    opens = not before.strip() and not text.startswith(",", match.end())
    led = opens or _FIRST_OF.search(before) is not None
    return not led or number_words().match(text, match.end() + 1) is not None
