"""What kind of paper a document is, from its symbol, title, subtitle and headings."""

import re
from collections.abc import Iterable
from typing import Final

from toolkit.languages import Language
from toolkit.model import Block, Kind, Masthead, Profile
from toolkit.structure.names import is_report_title

_MODIFIER: Final = re.compile(r"/(Add|Corr|Rev|Amend)\.\d+", re.IGNORECASE)
_DRAFT: Final = re.compile(r"/L\.\d+", re.IGNORECASE)
# Titles of the Secretariat's notes; a language adds its form here and nowhere else.
_NOTE: Final = re.compile(r"\bnote by (?:the )?\w|(?:的说明|的照会|说明)$", re.IGNORECASE)


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
    if _NOTE.search(title) or _NOTE.search(subtitle):
        return Profile.NOTE
    return Profile.REPORT if is_report_title(title, language) else None


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
