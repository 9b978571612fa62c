"""What can be said in another language by rule: lines of the masthead, dates, names of States.

Nothing here is a guess: what no rule covers is None and left to the memories.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from toolkit.languages import DateMention, Language, codes
from toolkit.states.state import by_name
from toolkit.symbols.find import find

_ORDINALS = 150
_FIGURES = r"(?P<figures>\d.{0,40}?)"
_STAR = r"\s?(?P<star>\*{0,3})\s?"
_FIGURE = re.compile(r"\d{1,3}(?:\s?\([a-z]{1,4}\)){0,3}|\([a-z]{1,4}\)")
_PLACES_APART = ",，、 \u00a0"
_LONGEST = 200
_WORD = re.compile(r"[^\W\d_]{2}|[\u3400-\u9fff]")


def said_by_rule(text: str, source: Language, target: Language) -> str | None:
    """Return a whole line in the other language, None where no rule makes it."""
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST:
        return None
    return (
        _frame_word(line, source, target)
        or _day(line, source, target)
        or _venue(line, source, target)
        or _state(line, source, target)
        or _agenda(line, source, target)
        or _line(line, source, target)
    )


def is_figures(text: str) -> bool:
    """Return whether a text has nothing to translate: symbols, figures, signs, single letters."""
    if not _WORD.search(text):
        return True
    rest = text
    for one in reversed(find(text)):
        rest = rest[: one.span.start] + rest[one.span.end :]
    return not _WORD.search(rest)


# -- words of the frame --------------------------------------------------------------------
def _frame_word(line: str, source: Language, target: Language) -> str | None:
    here, there = source.masthead, target.masthead
    if line in here.united_nations:
        return there.united_nations[0]
    pairs = {
        here.draft_report: there.draft_report,
        here.addendum: there.addendum,
        here.corrigendum: there.corrigendum,
    }
    return pairs.get(line)


def _line(line: str, source: Language, target: Language) -> str | None:
    for entry in _data()["line"]:
        pattern, wanted = _pattern(entry[source.code]), entry[target.code]
        found = pattern.fullmatch(line)
        if found is None:
            continue
        if "{ordinal}" in wanted:
            number = _ordinals(source.code, source).get(found[1].casefold())
            if number is None:
                continue
            return _capital(wanted.replace("{ordinal}", target.ordinal(number)))
        return wanted
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    made = re.escape(form).replace(r"\{ordinal\}", r"(.{1,40}?)")
    return re.compile(made.replace(r"\ ", r"\s?"), re.IGNORECASE)


@cache
def _ordinals(_code: str, language: Language) -> Mapping[str, int]:
    words = {language.ordinal(number).casefold(): number for number in range(1, _ORDINALS)}
    words.update({f"第{number}": number for number in range(1, _ORDINALS)})
    words.update({f"第 {number} ": number for number in range(1, _ORDINALS)})
    return words


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


# -- items of an agenda --------------------------------------------------------------------
def _agenda(line: str, source: Language, target: Language) -> str | None:
    for entry in _data()["agenda"]:
        for form in (entry.get(f"{source.code}_several"), entry[source.code]):
            found = _agenda_pattern(form).fullmatch(line) if form else None
            figures = _figures(found["figures"], source.code, target.code) if found else None
            if found is None or figures is None:
                continue
            several = len(_FIGURE.findall(figures)) > 1
            wanted = entry.get(f"{target.code}_several" if several else "", entry[target.code])
            if not found["star"]:
                wanted = wanted.replace("{star} ", "")
            return wanted.format(figures=figures, star=found["star"])
    return None


@cache
def _agenda_pattern(form: str) -> re.Pattern[str]:
    made = re.escape(form).replace(r"\{figures\}", _FIGURES).replace(r"\{star\}", _STAR)
    return re.compile(made.replace(r"\ ", r"\s?"), re.IGNORECASE)


def _figures(text: str, source: str, target: str) -> str | None:
    """Return "2, 3 (a) and 4" with the words between figures in the other language."""
    apart = {entry[source].strip(): entry[target] for entry in reversed(_data()["apart"])}
    longest_first = "|".join(map(re.escape, sorted(apart, key=len, reverse=True)))
    pieces = re.split(rf"\s*({longest_first})\s*", text)
    if not all(_FIGURE.fullmatch(one) for one in pieces[::2]):
        return None
    return "".join(
        apart[one] if at % 2 else re.sub(r"(?<=\d)\(", " (", one) for at, one in enumerate(pieces)
    )


# -- days and places -----------------------------------------------------------------------
def _day(line: str, source: Language, target: Language) -> str | None:
    found = source.dates(line)
    if len(found) != 1 or (found[0].span.start, found[0].span.end) != (0, len(line)):
        return None
    return _days(found[0], target)


def _days(one: DateMention, target: Language) -> str | None:
    if not one.valid or not one.day_known:
        return None
    return target.format_range(one.first, one.last) if one.last else target.format_date(one.first)


def _venue(line: str, source: Language, target: Language) -> str | None:
    """Turn "Vienna, 9–11 September 2019" round: a place that is known, and days."""
    found = source.dates(line)
    if len(found) != 1 or not found[0].valid or not found[0].day_known:
        return None
    span = found[0].span
    before, after = line[: span.start].strip(_PLACES_APART), line[span.end :].strip(_PLACES_APART)
    place = None if before and after else _places(source.code, target.code).get(before or after)
    if place is None:
        return None
    return target.format_venue(place, found[0].first, found[0].last or found[0].first)


@cache
def _places(source: str, target: str) -> Mapping[str, str]:
    return {entry[source]: entry[target] for entry in _data()["place"]}


# -- States --------------------------------------------------------------------------------
def _state(line: str, source: Language, target: Language) -> str | None:
    """Return the name of a State where the line is nothing else, short for short."""
    state = by_name(line, source.code)
    if state is None:
        return None
    if line == state.short(source.code):
        return state.short(target.code)
    return state.formal(target.code) if line == state.formal(source.code) else None


@cache
def _data() -> Mapping[str, list[dict[str, str]]]:
    raw = files("toolkit.workflows.filling").joinpath("data/lines.toml").read_text("utf-8")
    found = tomllib.loads(raw)
    known = set(codes())
    return {
        name: [entry for entry in entries if known <= entry.keys()]
        for name, entries in found.items()
    }
