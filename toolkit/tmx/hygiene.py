"""What makes a unit unfit for a memory; pure functions, for cleaning and for checking alike.

Each asks one question of one unit and answers with a sentence's worth of reason, "" for none.
They would rather keep a bad unit than lose a good one.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from toolkit.inline import compared
from toolkit.languages import Language
from toolkit.model.unit import TranslationUnit
from toolkit.symbols.find import find as find_symbols
from toolkit.text.normalize import match_key

Languages = tuple[Language, Language]

SHORT = 24  # characters of the longer side below which lengths say nothing
ROOMIEST = 4.0  # how many times longer than usual a side may be
FEW_LETTERS = 6  # fewer letters do not tell a language
WORDS = 3  # words in small letters that make a text one that should have been translated
LOOKED_AT = 200  # characters tell a language
LEAST_SHARE = 0.15  # of letters in a language's own script
FIGURES = 3  # figures on both sides together that must be there before they are compared
LEAST_CONFIDENCE = 0.3

# How many characters a language takes for what English says in 100.
_ROOM = {"en": 100, "zh": 31}

_WORD = re.compile(r"\b[a-z]{2,}\b")
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf¡-ÿ]|â€[™œ\x9d“”˜¦]|ï»¿|锟斤拷|烫烫烫|\ufffd")
_REPEATED = re.compile(r"([^\s.·…_-])\1{19,}")
_LEFTOVER = re.compile(
    r"&(?:amp|lt|gt|quot|nbsp|#\d{2,5});|</?(?:p|div|span|br|font)\b[^<>]{0,200}>"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason against a unit: ``kind`` of ``KINDS``, and what was found, for people."""

    kind: str
    said: str


def faults(
    unit: TranslationUnit, languages: Languages, kinds: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Return what is wrong with a unit, by the order of ``KINDS``.

    ``languages`` are those of its source and target; ``kinds`` are the questions to ask, empty
    for all of them. A unit that is empty is asked nothing else.
    """
    found: list[Fault] = []
    for kind, question in KINDS.items():
        if (not kinds or kind in kinds) and (said := question(unit, languages)):
            found.append(Fault(kind, said))
            if kind == "empty":
                break
    return tuple(found)


def _empty(unit: TranslationUnit, _: Languages) -> str:
    for name, text in (("source", unit.source), ("target", unit.target)):
        if not any(ch.isalnum() for ch in text):
            return f"the {name} has no words"
    return ""


def _same(unit: TranslationUnit, _: Languages) -> str:
    """Names and symbols stay as they are in translation; sentences do not."""
    if match_key(unit.source) != match_key(unit.target):
        return ""
    words = len(_WORD.findall(unit.source))
    if words >= WORDS or not any(ch.isascii() and ch.isalpha() for ch in unit.source):
        return "source and target are the same" if any(map(str.isalpha, unit.source)) else ""
    return ""


def _language(unit: TranslationUnit, languages: Languages) -> str:
    sides = ((unit.source, languages[0], "source"), (unit.target, languages[1], "target"))
    for text, lang, name in sides:
        letters = sum(ch.isalpha() for ch in text)
        if letters < FEW_LETTERS or lang.share(text[:LOOKED_AT]) >= LEAST_SHARE:
            continue
        # A Chinese side of nothing but names and symbols has Latin letters and is right.
        if len(_WORD.findall(text)) >= WORDS or lang.spaced:
            return f"the {name} is not in {lang.name}"
    return ""


def _length(unit: TranslationUnit, languages: Languages) -> str:
    before, after = len(unit.source.strip()), len(unit.target.strip())
    rooms = _ROOM.get(languages[0].code, 100), _ROOM.get(languages[1].code, 100)
    if max(before * 100 / rooms[0], after * 100 / rooms[1]) < SHORT * 2:
        return ""
    usual = before * rooms[1] / rooms[0]
    if after > usual * ROOMIEST or after * ROOMIEST < usual:
        return f"{before} characters stand against {after}"
    return ""


def _garbage(unit: TranslationUnit, _: Languages) -> str:
    for name, text in (("source", unit.source), ("target", unit.target)):
        for pattern, what in (
            (_MOJIBAKE, "characters broken by a wrong encoding"),
            (_REPEATED, "one character many times over"),
            (_LEFTOVER, "markup left in the words"),
        ):
            if found := pattern.search(text):
                return f"the {name} has {what} ({found[0][:20]!r})"
    return ""


def _misaligned(unit: TranslationUnit, languages: Languages) -> str:
    if unit.confidence is not None and unit.confidence < LEAST_CONFIDENCE:
        return f"the aligner was not sure ({unit.confidence:.2f})"
    before = {one.text for one in find_symbols(unit.source)}
    after = {one.text for one in find_symbols(unit.target)}
    if before and after and not before & after:
        return f"the source cites {min(before)}, the target {min(after)}"
    figures = _figures(unit.source, languages[0]), _figures(unit.target, languages[1])
    if (
        figures[0]
        and figures[1]
        and sum(map(len, figures)) > FIGURES
        and not figures[0] & figures[1]
    ):
        return "the figures of the two sides have nothing in common"
    return ""


def _figures(text: str, lang: Language) -> set[Fraction]:
    """Return the values written in figures; dates give their years and days."""
    found = {one.value for one in lang.numbers(text) if not one.in_words}
    for one in lang.dates(text):
        found.add(Fraction(one.first.year))
    return found


def _codes(unit: TranslationUnit, _: Languages) -> str:
    if not (unit.source_codes or unit.target_codes):
        return ""
    difference = compared(unit.source_codes, unit.target_codes)
    told = []
    for codes, words in (
        (difference.missing, "the target lacks inline codes"),
        (difference.added, "the target has inline codes of its own"),
        (difference.widows, "the target has half a pair of codes"),
    ):
        if codes:
            shown = ", ".join((one.native or one.type or one.kind.value)[:20] for one in codes[:3])
            told.append(f"{words} ({shown})")
    return "; ".join(told)


KINDS: Mapping[str, Callable[[TranslationUnit, Languages], str]] = {
    "empty": _empty,
    "same": _same,
    "language": _language,
    "length": _length,
    "garbage": _garbage,
    "misaligned": _misaligned,
    "codes": _codes,
}
"""The questions, by the name they are chosen with."""
