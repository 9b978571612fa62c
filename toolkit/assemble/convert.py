"""From the raw values of a data file to typed ones, each with a sentence for what does not hold."""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from toolkit.assemble.faults import did_you_mean
from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.values import Days, Month, Value, Words
from toolkit.languages.registry import by_code
from toolkit.languages.registry import codes as known_codes
from toolkit.states.state import State, by_name, languages
from toolkit.states.suggest import suggest
from toolkit.symbols.symbol import Symbol
from toolkit.text.scripts import is_han

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,2}\.)?\d{2}-\d{5}")
_LONGEST = 20_000  # characters of one text
_LARGEST = 10**9
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_TAB = re.compile(r"[ \t]*\t[ \t]*")
_RUNNING = re.compile(r"\b[a-z]{4,}")  # a word that no name begins with
_USUAL = {"mister": "Mr.", "mrs": "Ms.", "miss": "Ms.", "madam": "Ms.", "prof": "Professor"}


class UnfitError(ValueError):
    """A value does not fit its field; the message says what was expected."""


def _quoted(raw: object) -> str:
    words = str(raw)
    return f"“{words[:60]}…”" if len(words) > 60 else f"“{words}”"


def text(raw: object, _field: Field) -> str:
    """Return a text that is the same in every language."""
    if not isinstance(raw, str):
        raise UnfitError(f"{_quoted(raw)} is not text; put it in quotation marks.")
    if len(raw) > _LONGEST:
        raise UnfitError(f"this text is longer than {_LONGEST:,} characters.")
    strange = _CONTROL.search(raw)
    if strange:
        code = f"U+{ord(strange[0]):04X}"
        raise UnfitError(f"a sign that cannot be printed ({code}) stands in it; type it anew.")
    return _TAB.sub(" ", raw).strip()


def job_number(raw: object, field: Field) -> str:
    """Return a job number, without the letter of a language."""
    given = text(raw, field)
    if given and not _JOB_NUMBER.fullmatch(given):
        raise UnfitError(
            f"{_quoted(given)} is not a job number; write it as V.30-01234: two figures of the "
            "year, five more, and no letter of a language."
        )
    return given


def day(raw: object, _field: Field) -> date:
    """Return a day; a day that does not exist says why."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    found = _ISO.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        raise UnfitError(f"{_quoted(raw)} is not a date; write year-month-day, such as 2026-09-07.")
    year, month, number = (int(part) for part in found.groups())
    if not 1 <= month <= 12 or not year:
        raise UnfitError(f"{raw} does not exist: there is no month {month}.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= number <= last:
        name = f"{calendar.month_name[month]} {year}"
        raise UnfitError(f"{raw} does not exist: {name} has {last} days.")
    return date(year, month, number)


def month(raw: object, _field: Field) -> Month:
    """Return a month of a year, written 2026-01."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", raw) if isinstance(raw, str) else None
    if not found:
        raise UnfitError(
            f'{_quoted(raw)} is not a month; write year-month in quotation marks: "2026-01".'
        )
    year, number = int(found[1]), int(found[2])
    if not 1 <= number <= 12 or not year:
        raise UnfitError(f"{raw} does not exist: there is no month {number}.")
    return Month(year, number)


def days(raw: object, field: Field) -> Days:
    """Return one day, a list of days, or {from, to}."""
    if isinstance(raw, Mapping):
        return _from_to(raw, field)
    members = raw if isinstance(raw, list) else [raw]
    found = tuple(day(one, field) for one in members)
    if not found:
        raise UnfitError("no day is given.")
    if list(found) != sorted(set(found)):
        raise UnfitError("the days are not in order, or one stands twice.")
    return Days(found)


def _from_to(raw: Mapping[str, object], field: Field) -> Days:
    if set(raw) != {"from", "to"}:
        raise UnfitError("expected from and to: { from = 2026-09-07, to = 2026-09-09 }.")
    first, last = day(raw["from"], field), day(raw["to"], field)
    if last < first:
        raise UnfitError(
            f"the range is the wrong way round: it ends ({last}) before it begins ({first})."
        )
    # Two days are "on 2 and 3 July": there are none between them for a range to take in.
    return Days((first, last) if first != last else (first,), through=(last - first).days > 1)


def symbol(raw: object, field: Field) -> Symbol:
    """Return a document symbol."""
    try:
        return Symbol.parse(text(raw, field))
    except ValueError as error:
        if isinstance(error, UnfitError):
            raise
        raise UnfitError(f"{_quoted(raw)} is not a document symbol: {error}.") from None


def state(raw: object, field: Field) -> State:
    """Return a State by any of its present names, in any language we have names in."""
    name = text(raw, field)
    found = next(filter(None, (by_name(name, code) for code in languages())), None)
    if found is not None and field.states_only and not found.is_state:
        raise UnfitError(
            f"“{name}” is no State, and the sentence says that all of them are; "
            "name it among the organizations or entities."
        )
    if found is not None:
        return found
    raise UnfitError(f"there is no State “{name}”.{_nearest_state(name)}")


def _nearest_state(name: str) -> str:
    near = next(filter(None, (suggest(name, code) for code in languages())), ())
    if not near:
        return " Write the name as lists of States have it."
    best = near[0]
    names = " / ".join(dict.fromkeys(best.state.short(code) for code in languages()))
    since = f" (the name changed in {best.since})" if best.since else ""
    return f" Did you mean {names}?{since}"


def number(raw: object, field: Field) -> int:
    """Return a whole number from 0, an ordinal from 1."""
    least = 1 if field.type is FieldType.ORDINAL else 0
    if not isinstance(raw, int) or isinstance(raw, bool) or not least <= raw <= _LARGEST:
        raise UnfitError(
            f"{_quoted(raw)} does not fit; write a whole number from {least} on, in figures."
        )
    return raw


def choice(raw: object, field: Field) -> str:
    """Return one of the choices."""
    word = text(raw, field)
    if word in field.choices:
        return word
    usual = _USUAL.get(word.rstrip(".").casefold())
    hint = f" Did you mean “{usual}”?" if usual in field.choices else None
    raise UnfitError(
        f"“{word}” is not one of the choices.{hint or did_you_mean(word, field.choices)}"
    )


def boolean(raw: object, _field: Field) -> bool:
    """Return yes or no."""
    if not isinstance(raw, bool):
        raise UnfitError(f"{_quoted(raw)} is not true or false (without quotation marks).")
    return raw


def words(raw: object, field: Field, codes: Sequence[str]) -> Words:
    """Return free text, in the first language when it is not a table of languages."""
    if isinstance(raw, str):
        raw = {codes[0]: raw}
    if not isinstance(raw, Mapping):
        raise UnfitError(f'{_quoted(raw)} is not text; write "…" or {{ en = "…", zh = "…" }}.')
    for key in raw:
        if key not in codes:
            raise UnfitError(f"“{key}” is not a language here.{did_you_mean(str(key), codes)}")
    said = {str(key): text(value, field) for key, value in raw.items() if value != ""}
    if codes[0] not in said:
        raise UnfitError(f"the words in {codes[0]} are missing.")
    _own_language(said, codes[0])
    return Words(said)


def _own_language(said: Mapping[str, str], first: str) -> None:
    """Refuse words that stand under the wrong language, or are the same under a second one."""
    for code, words in said.items():
        if code not in known_codes():
            continue
        language, han = by_code(code), sum(map(is_han, words))
        if language.spaced and 2 * han > sum(map(str.isalpha, words)):
            raise UnfitError(
                f"{_quoted(words)} stands there as {language.name}, and is not; "
                'give each language its own: { en = "…", zh = "…" }.'
            )
        copied = code != first and words == said[first] and not han
        if copied and not language.spaced and _RUNNING.search(words):
            raise UnfitError(
                f"{_quoted(words)} is not {language.name}. Leave {code} out: the memory is asked "
                "then, and what it does not have is marked."
            )


Convert = Callable[[object, Field], Value]
CONVERTERS: Mapping[FieldType, Convert] = {
    FieldType.TEXT: text,
    FieldType.JOB_NUMBER: job_number,
    FieldType.DATE: day,
    FieldType.MONTH: month,
    FieldType.DAYS: days,
    FieldType.SYMBOL: symbol,
    FieldType.STATE: state,
    FieldType.NUMBER: number,
    FieldType.ORDINAL: number,
    FieldType.CHOICE: choice,
    FieldType.BOOLEAN: boolean,
}
