"""English."""

import re
from collections.abc import Sequence
from datetime import date

from toolkit.languages import english_dates, english_naming, english_writing, meeting_numbers
from toolkit.languages.english_numbers import numbers
from toolkit.languages.english_references import LISTING, reference_lists
from toolkit.languages.english_sentences import segment
from toolkit.languages.language import (
    DateMention,
    Language,
    MeetingMention,
    NormMention,
    NumberMention,
)
from toolkit.languages.normative import Ladder, rungs
from toolkit.languages.reference import ReferenceList, RefKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import roman, roman_value
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import han_share, latin_share
from toolkit.text.spans import Span

_WORDS = vocabulary("en")
_PLACES = _WORDS.values["number.ordinals"]
_TENS = _WORDS.values["number.tens"]
_RUNGS = rungs(_WORDS)
_NORMS = Ladder(
    Pattern(rf"(?<![\w-])(?P<form>(?!Should\b)(?i:{alternation(tuple(_RUNGS))}))(?![\w-])"),
    _RUNGS,
    Pattern(rf"\b(?:{alternation(_WORDS.lists['norm.not_norms'])})\b", re.IGNORECASE),
)
_PLACE = rf"(?:\d{{1,5}}(?:st|nd|rd|th)|(?:(?:{alternation(_TENS)})-)?(?:{alternation(_PLACES)}))\b"
_MEETINGS = Pattern(
    rf"(?<![\w-])(?P<list>{_PLACE}(?:(?:,\s(?:and\s)?|\s(?:and|to)\s|\s?[-–]\s?){_PLACE}){{0,40}})"
    rf"\s(?:(?:{alternation(_WORDS.lists['meeting.kinds'])})\s){{0,2}}meetings?\b",
    re.IGNORECASE,
)
_MEETING = Pattern(rf"(?P<number>{_PLACE})|(?P<range>\sto\s|\s?[-–]\s?)", re.IGNORECASE)
_TOKEN = Pattern(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|\w+(?:['’-]\w+)*")
_ANNEX = Pattern(r"(?:Annex|ANNEX)\b(?:\s(?P<number>[IVXLC]{1,9}|\d{1,2}|[A-Z])(?![\w.]))?")


class English(Language):
    """English as the United Nations writes it."""

    code = "en"
    name = "English"
    own_name = "English"
    iso639_2 = "eng"
    tags = ("en-gb", "en-us", "eng", "english")
    masthead = _WORDS.masthead
    spaced = True
    endings = ".!?…"
    listing = LISTING

    def share(self, text: str) -> float:
        """Return the share of Latin letters; a Han counts as four, being about a word."""
        latin, han = latin_share(text), 4 * han_share(text)
        return latin / max(latin + han, 1.0) if latin else 0.0

    def segment(self, text: str) -> tuple[Span, ...]:
        """Cut into sentences."""
        return segment(text)

    def tokens(self, text: str) -> tuple[str, ...]:
        """Return words, with their hyphens and apostrophes, and figures; no punctuation."""
        return tuple(_TOKEN.findall(text))

    def numbers(self, text: str) -> tuple[NumberMention, ...]:
        """Find numbers; see ``english_numbers`` for what counts."""
        return numbers(text)

    def dates(self, text: str) -> tuple[DateMention, ...]:
        """Find dates with a year."""
        return english_dates.dates(text)

    def reference_lists(self, text: str) -> tuple[ReferenceList, ...]:
        """Find references."""
        return reference_lists(text)

    def meetings(self, text: str) -> tuple[MeetingMention, ...]:
        """Find meetings: "1st and 2nd meetings", "ninth meeting"."""
        return meeting_numbers.mentions(_MEETINGS, _MEETING, _place, text)

    def norms(self, text: str) -> tuple[NormMention, ...]:
        """Find normative verbs; "Should" that opens a sentence is a condition and none."""
        return _NORMS.find(text)

    def joins(self, left: str, right: str) -> str:
        """Join with one space; a soft hyphen goes, a hyphen stays and takes no space.

        Whether "coop-" and "eration" were one word cannot be told from "inter-" and "regional",
        so the hyphen is kept.
        """
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left + right
        if left.endswith("\u00ad"):
            return left[:-1] + right
        bound = left[-1] in "-‑/" and left[-2:-1].isalnum() and right[0].isalnum()
        bound = bound or (left[-1] == "–" and left[-2:-1].isdigit() and right[0].isdigit())
        return left + ("" if bound else " ") + right

    def format_date(self, day: date) -> str:
        """Return "9 September 2019"."""
        return english_writing.format_date(day)

    def format_range(self, first: date, last: date) -> str:
        """Return "9 to 11 September 2019"."""
        return english_writing.format_range(first, last)

    def format_days(self, days: Sequence[date]) -> str:
        """Return "2 and 3 July 2018"."""
        return english_writing.format_days(days)

    def format_venue(self, place: str, first: date, last: date) -> str:
        """Return "Vienna, 9–11 September 2019"."""
        return f"{place}, {english_writing.format_range(first, last, '–')}"

    def format_month(self, year: int, month: int) -> str:
        """Return "January 2026"."""
        return english_writing.format_month(year, month)

    def format_years(self, first: int, last: int) -> str:
        """Return "2021–2025"."""
        return english_writing.format_years(first, last)

    def cardinal(self, value: int) -> str:
        """Return "nine", "12", "1,193"."""
        return english_writing.cardinal(value)

    def ordinal(self, value: int) -> str:
        """Return "ninth", "twenty-first", "101st"."""
        return english_writing.ordinal(value)

    def meeting_number(self, values: Sequence[int]) -> str:
        """Return "1st and 2nd"."""
        return english_writing.join([english_writing.short_ordinal(value) for value in values])

    def join_list(self, items: Sequence[str]) -> str:
        """Return "a, b and c"."""
        return english_writing.join(items)

    def quote(self, title: str) -> str:
        """Return the title in curly double quotation marks."""
        return f"“{title}”"

    def refer(
        self, kind: RefKind, numbers: Sequence[int], part: str = "", annex: int | None = None
    ) -> str:
        """Return "paragraphs 3 to 5", "chapter II, section B"."""
        return english_naming.refer(kind, numbers, part, annex)

    def chapter_label(self, number: int) -> str:
        """Return "II."."""
        return f"{roman(number)}."

    def annex_label(self, number: int | None) -> str:
        """Return "Annex", "Annex II"."""
        return "Annex" if number is None else f"Annex {roman(number)}"

    def annex_number(self, text: str) -> tuple[int | None, int] | None:
        """Read "Annex" or "Annex II" at the start."""
        match = _ANNEX.match(text)
        if not match:
            return None
        number = match["number"]
        if not number:
            return None, match.end()
        value = int(number) if number.isdecimal() else roman_value(number)
        return (value if value is not None else ord(number[0]) - ord("A") + 1), match.end()


def _place(words: str) -> int | None:
    figures = words.rstrip("stndrh")
    if figures.isdecimal():
        return int(figures)
    tens, _, unit = words.lower().rpartition("-")
    return _PLACES[unit] + (_TENS[tens] if tens else 0)


LANGUAGE = English()
