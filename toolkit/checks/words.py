"""The turns of phrase by which rules know what a passage is, one data file a language.

A language without a file has patterns that match nothing: rules built on them stay silent.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Regular expressions, searched in a block's text unless said otherwise.

    ``attendance`` opens the list of parties present, ``observers`` that of observers,
    ``speakers`` a list of those who spoke; ``documents`` the list of documents before the
    meeting; ``adoption`` (a heading) the chapter on the adoption of the report; ``adopted`` the
    sentence on it; ``meeting_report`` (a title) the report of a meeting; ``addressees`` the names
    of those to whom recommendations speak, other treaties' parties left out; ``placeholder``
    words in brackets that still wait for text; ``unfinished`` the end of a heading cut in two;
    ``conjunction`` what joins the last item of a list; ``held`` the sentence that counts the
    meetings held, ``meeting_held`` the one that says when and where; ``weekday`` a day of the
    week, Monday as the group ``d0`` to Sunday as ``d6``; ``counted`` the announcement of a number
    of States to be listed; ``earlier`` the words that count the meetings held before;
    ``addressed`` all those to whom a recommendation may speak.
    """

    attendance: re.Pattern[str]
    observers: re.Pattern[str]
    speakers: re.Pattern[str]
    documents: re.Pattern[str]
    adoption: re.Pattern[str]
    adopted: re.Pattern[str]
    meeting_report: re.Pattern[str]
    addressees: re.Pattern[str]
    placeholder: re.Pattern[str]
    unfinished: re.Pattern[str]
    conjunction: re.Pattern[str]
    held: re.Pattern[str]
    meeting_held: re.Pattern[str]
    weekday: re.Pattern[str]
    counted: re.Pattern[str]
    earlier: re.Pattern[str]
    addressed: re.Pattern[str]


@cache
def words(language: str) -> Words:
    """Return the turns of phrase of a language, by its code."""
    source = files("toolkit.checks") / "data" / f"{language}.toml"
    known = tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    return Words(**{name: re.compile(known.get(name, _NOTHING)) for name in Words.__slots__})
