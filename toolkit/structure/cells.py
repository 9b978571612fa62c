"""The cells of a masthead: what one stretch of a line says, whatever stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from toolkit.languages import Language, languages
from toolkit.model import Masthead


class Field(StrEnum):
    """What a cell is; NAME is anything without a form of its own: organ, body, title.

    SITTING is the day and the hour of a meeting, as records have them.
    """

    UNITED_NATIONS = "United Nations"
    SYMBOL = "symbol"
    DISTRIBUTION = "distribution"
    DATE = "date"
    LANGUAGE = "language"
    ORIGINAL = "original"
    JOB = "job number"
    BARCODE = "barcode"
    SESSION = "session"
    VENUE = "venue"
    SITTING = "sitting"
    AGENDA = "agenda"
    NOTE = "note"
    FURNITURE = "furniture"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``value`` is what goes into the masthead ("Limited", an ISO date), else the text."""

    field: Field
    value: str
    text: str = ""


BARE_JOB: Final = r"(?:(?:[A-Z]{1,2}\.)?\d{2}-\d{5}|K\d{7})"
"""A job number without its language, as running heads have it."""
JOB_NUMBER: Final = re.compile(
    rf"(?P<number>{BARE_JOB})\s{{0,3}}[(\[](?P<letter>[ACEFRSG])[)\]]"
    r"(?:\s+[A-Z]{2})?(?:\s+(?P<first>\d{6}))?(?:\s+(?P<second>\d{6}))?"
)
# What a report made before its job number was given has in its place.
_OPEN_JOB: Final = re.compile(r"(?:[A-Z]{1,2}\.)?\d{2}-\[…\](?: ?\([ACEFRSG]\))?")
_BARCODE: Final = re.compile(r"\*?(\d{7})\*?")
_SYMBOL: Final = re.compile(
    r"[A-Z][A-Za-z]*(?:\.[A-Z0-9]+)?(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)+"
    r"(?:/?\*{1,3})?(?: ?\([A-Z0-9][A-Za-z0-9. -]{0,19}\)(?:/[A-Za-z]+\.\d+)*)?(?: [A-Z])?\*{0,3}"
)
_OPEN_SYMBOL: Final = re.compile(r"[A-Z][A-Za-z]*(?:[/.][A-Za-z0-9\-]+)*/\[(?:\d{1,4}|…)\]")
_DISTRIBUTION: Final = re.compile(
    r"Distr\.?\s*[:：]?\s*([A-Z][A-Za-z]+|\[[A-Z][A-Za-z]+\])", re.IGNORECASE
)
_OPEN_DATE: Final = re.compile(r"\[(?:date|日期|…)\]|\[(?P<day>[^\[\]]{6,40})\]", re.IGNORECASE)
_ORIGINAL: Final = re.compile(r"Original\s*[:：]\s*(.+)", re.IGNORECASE)
_LANGUAGES: Final = "Arabic|Chinese|English|French|Russian|Spanish|German"
_LANGUAGE: Final = re.compile(
    rf"((?:{_LANGUAGES})(?:(?:/|, | and )(?:{_LANGUAGES}))*(?: only)?)(?![\w:])"
)
NOTE: Final = re.compile(r"\*{1,3}\s*[^\s*].*[^*]")
_PAGE: Final = re.compile(
    rf"\d{{1,3}}/\d{{1,3}}|Please recycle.*|请回收.*|{BARE_JOB}"
    r"|Official Records|正式记录|ADVANCE (?:UNEDITED )?(?:COPY|VERSION).*"
)
# Two signs of white space part columns; one is enough before a word that only begins a cell.
_GAP: Final = re.compile(
    r"[ \u00a0\u3000]{2,}|\t+|[ \u00a0\u3000](?=(?:Distr\.?|Original)\s*[:：])"
)
_COMMA: Final = ",，、 \u00a0"
_LONGEST: Final = 400


def with_job(masthead: Masthead, found: re.Match[str]) -> Masthead:
    """Return the masthead with the job number that ``JOB_NUMBER`` found."""
    return replace(
        masthead,
        job_number=found["number"],
        job_letter=found["letter"],
        stamps=tuple(stamp for stamp in (found["first"], found["second"]) if stamp),
    )


def cells(line: str, language: Language) -> list[Cell]:
    """Return the cells of one line, columns that a layout had flattened set apart."""
    line = line.strip()
    if NOTE.fullmatch(line):
        return [Cell(Field.NOTE, line, line)]
    if JOB_NUMBER.fullmatch(line) or _OPEN_JOB.fullmatch(line):
        return [Cell(Field.JOB, line, line)]
    name = _united_nations(line)
    if name:
        rest = line[name:].strip()
        return [Cell(Field.UNITED_NATIONS, line[:name], line[:name]), *_row(rest, language)]
    return _row(line, language)


def _row(line: str, language: Language) -> list[Cell]:
    return [one for text in _GAP.split(line) if text for one in _cell(text.strip(), language)]


def _cell(text: str, language: Language) -> list[Cell]:
    if len(text) > _LONGEST:
        return [Cell(Field.NAME, text, text)]
    peeled = list(_peel(text))
    if peeled and all(cell.field is not Field.NAME for cell in peeled):
        return peeled
    form = _form(text, language)
    if form is Field.SITTING:
        return [Cell(form, language.dates(text)[0].first.isoformat(), text)]
    return [Cell(form, text, text)]


def _peel(text: str) -> Iterator[Cell]:
    """Take the distribution block apart, also when it stands on one line."""
    while text:
        found, cell = _peeled(text)
        if found == 0:
            yield Cell(Field.NAME, text, text)
            return
        yield cell
        text = text[found:].strip()


def _peeled(text: str) -> tuple[int, Cell]:
    if match := _DISTRIBUTION.match(text):
        return match.end(), Cell(Field.DISTRIBUTION, match[1], match[0])
    if match := _ORIGINAL.match(text):
        return match.end(), Cell(Field.ORIGINAL, match[1].strip(), match[0])
    if match := _LANGUAGE.match(text):
        return match.end(), Cell(Field.LANGUAGE, match[1], match[0])
    if match := _OPEN_DATE.match(text):
        return _open_date(match)
    return _date(text)


def _open_date(match: re.Match[str]) -> tuple[int, Cell]:
    """Read a day in brackets; what only says that a day is to come is a day without a value."""
    if match["day"] is None:
        return match.end(), Cell(Field.DATE, "", match[0])
    end, cell = _date(match["day"])
    whole = end == len(match["day"])
    return (match.end(), replace(cell, text=match[0])) if whole else (0, cell)


def _date(text: str) -> tuple[int, Cell]:
    for language in languages():
        for mention in language.dates(text)[:1]:
            if mention.span.start == 0 and mention.day_known and mention.last is None:
                end = mention.span.end
                return end, Cell(Field.DATE, mention.first.isoformat(), text[:end])
    return 0, Cell(Field.NAME, text)


def _form(text: str, language: Language) -> Field:
    """Return what a single cell is by its form."""
    words = language.masthead
    if _BARCODE.fullmatch(text):
        return Field.BARCODE
    if _OPEN_SYMBOL.fullmatch(text):
        return Field.SYMBOL
    if _SYMBOL.fullmatch(text) and any(sign.isdigit() for sign in text):
        return Field.SYMBOL
    if NOTE.fullmatch(text):
        return Field.NOTE
    if _PAGE.fullmatch(text):
        return Field.FURNITURE
    if re.search(words.session, text):
        return Field.SESSION
    if re.search(words.agenda_item, text):
        return Field.AGENDA
    sitting = re.search(words.sitting, text)
    if sitting is not None and language.dates(text):
        return Field.VENUE if sitting["place"] else Field.SITTING
    return Field.VENUE if _is_venue(text, language) else Field.NAME


def _is_venue(text: str, language: Language) -> bool:
    """Return whether ``text`` is days, with a place parted by a comma or without, and no more.

    A single day without a place is the day of the paper.
    """
    mentions = language.dates(text)
    if not mentions:
        return False
    before = text[: mentions[0].span.start].rstrip()
    after = text[mentions[-1].span.end :].lstrip()
    if before and after:
        return False
    place = before or after
    if not place:
        return mentions[-1].last is not None or len(mentions) > 1
    if len(place) > 60 or any(sign.isdigit() for sign in place):
        return False
    return (place[-1] if before else place[0]) in _COMMA and bool(place.strip(_COMMA))


@cache
def _letter_spaced(name: str) -> re.Pattern[str]:
    inner = r"[\s\u00a0]*".join(re.escape(sign) for sign in name if not sign.isspace())
    # The organ's own name may begin with these words, so what follows must be set apart.
    return re.compile(rf"{inner}(?=$|\s{{2,}}|\t|\s[A-Z]+[A-Za-z.]*/)")


def _united_nations(line: str) -> int:
    """Return where "United Nations" ends at the start of the line, 0 when it is not there."""
    for language in languages():
        for name in language.masthead.united_nations:
            if found := _letter_spaced(name).match(line):
                return found.end()
    return 0
