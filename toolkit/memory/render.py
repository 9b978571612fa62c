"""Writing a value in the place of another, the way the other was written."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import chain

from toolkit.languages.language import Language
from toolkit.memory.placeables import Placeable, Value, squeezed
from toolkit.states.state import by_code, list_words, running
from toolkit.text.pattern import Pattern

_FIGURES = Pattern(r"\d(?:[\d,.\u00a0\u202f ]*\d)?")
_SCALES = tuple(Fraction(10) ** power for power in range(13))


def rewritten(old: Placeable, new: Placeable, lang: Language) -> str | None:
    """Return how ``new.value`` is written in the manner of ``old``, part of a ``lang`` text.

    None unless we can also write the old value exactly as it stands there (spaces apart): only
    then is the new one sure to be right.
    """
    if old.kind != new.kind:
        return None
    return next(_ways(old, new, lang), None)


def _ways(old: Placeable, new: Placeable, lang: Language) -> Iterator[str]:
    if old.kind == "symbol":
        yield new.text
    elif old.kind == "state":
        yield from _state(old, str(new.value), lang)
    elif isinstance(old.value, tuple) and isinstance(new.value, tuple):
        yield from _written(old, new.value, _dates(old.kind, lang))
    elif isinstance(old.value, Fraction) and isinstance(new.value, Fraction):
        yield from _number(old, new, lang)


def _dates(kind: str, lang: Language) -> Callable[[Value], str]:
    def write(days: Value) -> str:
        if not isinstance(days, tuple) or kind == "month":
            return ""
        if kind == "range":
            return _two(days, lang)
        return lang.format_date(days[0]) if len(days) == 1 else lang.format_days(days)

    return write


def _two(days: tuple[date, ...], lang: Language) -> str:
    return lang.format_range(days[0], days[-1])


def _written(old: Placeable, value: Value, write: Callable[[Value], str]) -> Iterator[str]:
    """Yield the new value if the old one, written the same way, is what stands there."""
    before = write(old.value)
    if before and squeezed(before).casefold() == squeezed(old.text).casefold():
        after = write(value)
        after = squeezed(after) if " " in before and " " not in old.text else after
        yield after[:1].upper() + after[1:] if old.text[:1].isupper() else after


def _state(old: Placeable, code: str, lang: Language) -> Iterator[str]:
    """Yield the name in the form of the old one, with an article where running text has it."""
    was, now = by_code(str(old.value)), by_code(code)
    if was is None or now is None or not {lang.code} <= was.names.keys() & now.names.keys():
        return
    before, after = was.names[lang.code], now.names[lang.code]
    text = old.text.replace("’", "'")
    words = list_words(lang.code)
    article = next((a for a in words.articles if text.lower().startswith(f"{a} ")), "")
    name, taking = text[len(article) :].strip(), words.taking_article
    if name in (before.short, running(before.short)):
        new = after.short
    elif name == before.formal:
        new = after.formal
    else:
        return
    if article:
        yield f"{text[: len(article)]} {running(new)}" if code in taking else running(new)
    elif was.code in taking or code not in taking:
        # Without an article before a name that takes one, this is a list or stands in brackets.
        yield new if name == before.short else running(new)


def _number(old: Placeable, new: Placeable, lang: Language) -> Iterator[str]:
    """Yield the ways in order: in figures first when the new source prints figures."""
    ways = [_in_words(old, new, lang), _in_figures(old, new, lang)]
    if any(character.isdigit() for character in new.text):
        ways.reverse()
    return chain(*ways)


def _in_words(old: Placeable, new: Placeable, lang: Language) -> Iterator[str]:
    if _whole(old.value) and _whole(new.value):
        for write in (lang.cardinal, lang.ordinal):
            yield from _written(old, new.value, _of_whole(write))


def _of_whole(write: Callable[[int], str]) -> Callable[[Value], str]:
    return lambda value: write(int(value)) if isinstance(value, Fraction) else ""


def _whole(value: Value) -> bool:
    return isinstance(value, Fraction) and value.denominator == 1 and 0 <= value < 10**12


def _in_figures(old: Placeable, new: Placeable, lang: Language) -> Iterator[str]:
    """Yield the new figures in the frame of the old: "3rd", "第 3", "13 million", "32%"."""
    if _whole(old.value) and _whole(new.value):
        yield from _written(old, new.value, _of_whole(lambda n: lang.meeting_number((n,))))
    figures = _FIGURES.search(old.text)
    if not figures or not isinstance(old.value, Fraction) or not isinstance(new.value, Fraction):
        return
    frame = old.text[: figures.start()], old.text[figures.end() :]
    if frame[1][:1].isascii() and frame[1][:1].isalpha():
        return  # an ending such as "th" belongs to the figure before it
    plain = re.sub(r"[,\s\u00a0\u202f]", "", figures[0])
    if not re.fullmatch(r"\d+(\.\d+)?", plain) or not Fraction(plain):
        return
    scale = old.value / Fraction(plain)
    if scale in _SCALES and (written := _figures(new.value / scale, figures[0])):
        yield frame[0] + written + frame[1]


def _figures(value: Fraction, like: str) -> str:
    """Return ``value`` with thousands parted as in ``like``; "" if it is no short decimal."""
    if value < 0 or value.denominator > 1000 or 1000 % value.denominator:
        return ""
    parted = next((mark for mark in ",\u00a0\u202f " if mark in like), None)
    plain_thousands = parted is None and len(like.split(".")[0]) > 3
    whole, _, rest = f"{float(value):,.3f}".partition(".")
    whole = whole.replace(",", "" if plain_thousands else parted or ",")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole
