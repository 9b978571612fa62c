"""How the strength of a recommendation and the party it speaks to changed."""

import re
from collections.abc import Sequence
from functools import cache

from toolkit.languages import Strength, by_code
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.lineage.descent import Item, Shift
from toolkit.model import Kind


def shift(drafts: Sequence[Item], finals: Sequence[Item]) -> Shift | None:
    """Return how the strength changed; None for paragraphs and where one side has no norm.

    With several drafts or final items, each is held against the sentences of the other side
    that have its words. Softer in one place and harder in another is what the first place says.
    """
    shifts = [
        one
        for draft in drafts
        for final in finals
        if Kind.RECOMMENDATION in (draft.kind, final.kind)
        for one in _shifts(draft, final, len(finals) > 1, len(drafts) > 1)
    ]
    if not shifts:
        return None
    changed = [one for one in shifts if one is not Shift.SAME]
    return changed[0] if changed else Shift.SAME


def _shifts(draft: Item, final: Item, draft_split: bool, final_merged: bool) -> list[Shift]:
    language = by_code(final.language)
    before = _nearest(draft, final.text) if draft_split else draft.text
    after = _nearest(final, draft.text) if final_merged else final.text
    old = [one.strength for one in language.norms(before)]
    new = [one.strength for one in language.norms(after)]
    if not old or not new:
        return []
    pairs = list(zip(old, new, strict=True)) if len(old) == len(new) else [(old[0], new[0])]
    return [_compared(a, b) for a, b in pairs]


def _compared(old: Strength, new: Strength) -> Shift:
    return Shift.SOFTENED if new < old else Shift.HARDENED if new > old else Shift.SAME


def _nearest(item: Item, words: str) -> str:
    """Return the sentence of an item that shares most with some words."""
    language = by_code(item.language)
    wanted = set(language.tokens(words))
    sentences = [span.of(item.text) for span in language.segment(item.text)]
    return max(sentences, key=lambda one: _share(set(language.tokens(one)), wanted), default="")


def _share(some: set[str], wanted: set[str]) -> float:
    return len(some & wanted) / len(some) if some else 0.0


def parties(drafts: Sequence[Item], finals: Sequence[Item]) -> tuple[str, str] | None:
    """Return the party first addressed before and after, where both name one and they differ."""
    old = next((one for item in drafts if (one := _party(item))), None)
    new = next((one for item in finals if (one := _party(item))), None)
    if old is None or new is None or old.casefold() == new.casefold():
        return None
    return old, new


def _party(item: Item) -> str | None:
    if item.kind is not Kind.RECOMMENDATION:
        return None
    found = _pattern(item.language).search(item.text)
    return " ".join(found[0].split()) if found else None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = vocabulary(language).lists.get("norm.parties", ())
    if not names:
        return re.compile(r"(?!)")
    edge = r"(?<!\w)" if by_code(language).spaced else ""
    back = r"(?!\w)" if by_code(language).spaced else ""
    # 《…公约》缔约国 are the parties of another treaty; so are the States parties to it.
    whose = r"(?:《[^》]{1,60}》)?"
    of = r"(?:\sto\sthe\s(?:[A-Z][\w-]*\s?|(?:of|on|against|and|for|the)\s){1,12})?"
    return re.compile(f"{edge}{whose}(?:{alternation(names)}){back}{of if edge else ''}")
