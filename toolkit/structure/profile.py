"""What kind of paper a document is, from its symbol, title, subtitle and headings."""

import re
from collections.abc import Iterable
from typing import Final

from toolkit.languages import Language
from toolkit.model import Block, Kind, Masthead, Profile
from toolkit.structure.names import is_report_title

_MODIFIER: Final = re.compile(r"/(Add|Corr|Rev|Amend)\.\d+", re.IGNORECASE)
_DRAFT: Final = re.compile(r"/L\.\d+", re.IGNORECASE)


def recognise(masthead: Masthead, blocks: Iterable[Block], language: Language) -> Profile:
    """Return the profile; OTHER when nothing tells.

    The last modifier of the symbol governs, then the subtitle, the title, and the headings.
    """
    by_symbol = _from_symbol(masthead.symbol or "")
    by_words = _from_words(masthead, language)
    if by_symbol in (Profile.ADDENDUM, Profile.CORRIGENDUM):
        return by_symbol
    return by_words or by_symbol or _from_headings(blocks)


def _from_symbol(symbol: str) -> Profile | None:
    modifiers = [found[1].capitalize() for found in _MODIFIER.finditer(symbol)]
    last = next((one for one in reversed(modifiers) if one != "Rev"), None)
    if last == "Corr":
        return Profile.CORRIGENDUM
    if last == "Add":
        return Profile.ADDENDUM
    return Profile.DRAFT if _DRAFT.search(symbol) else None


def _from_words(masthead: Masthead, language: Language) -> Profile | None:
    words = language.masthead
    title, subtitle = masthead.title or "", masthead.subtitle or ""
    if _begins(subtitle, words.corrigendum) or _begins(title, words.corrigendum):
        return Profile.CORRIGENDUM
    if _begins(subtitle, words.addendum):
        return Profile.ADDENDUM
    if _begins(title, words.draft_report):
        return Profile.DRAFT
    if re.search(words.note, title) or re.search(words.note, subtitle):
        return Profile.NOTE
    report = is_report_title(title, language) or is_report_title(subtitle, language)
    return Profile.REPORT if report else None


def _begins(text: str, word: str) -> bool:
    return text.casefold().startswith(word.casefold())


def _from_headings(blocks: Iterable[Block]) -> Profile:
    """A continued heading makes an addendum; chapters with recommendations make a report."""
    chapters, recommendations = 0, False
    for block in blocks:
        if block.continued:
            return Profile.ADDENDUM
        chapters += block.kind is Kind.HEADING and block.level == 1
        recommendations = recommendations or block.kind is Kind.RECOMMENDATION
    return Profile.REPORT if chapters > 1 and recommendations else Profile.OTHER
