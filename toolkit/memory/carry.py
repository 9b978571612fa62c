"""Carrying values over: the stored translation with the values of the new segment in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.languages.language import Language
from toolkit.memory.placeables import Placeable, Value, placeables
from toolkit.memory.render import rewritten
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import is_han

Meaning = tuple[str, Value]

_TIGHT = Pattern(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Carried:
    """A translation with new values in it.

    ``left`` are the placeables of the stored source whose change could not be carried over, in
    order; where there are any, ``text`` is the stored translation.
    """

    text: str
    left: tuple[Placeable, ...] = ()


def carry_over(
    target: str,
    pairs: Sequence[tuple[Placeable, Placeable]],
    lang: Language,
    doubted: Sequence[Placeable] = (),
) -> Carried:
    """Put the new values of ``pairs`` (stored, new; equal ones too) into ``target``.

    A value is replaced only where that is unambiguous: every occurrence of it in the stored
    source turned into the same new value, the translation has it as many times as the source,
    and it is written in a way we can write. The stored placeables of ``doubted`` may not belong
    to their pair and are left.
    """
    changes, doubtful = _changes(pairs)
    for one in doubted:
        changes.pop(one.meaning, None)
        doubtful[one.meaning] = one
    if not changes and not doubtful:
        return Carried(target)
    there = placeables(target, lang)
    counts = _count([old for old, _ in pairs]), _count(there)
    edits: list[tuple[Placeable, str]] = []
    for meaning, (old, new) in changes.items():
        spots = [one for one in there if one.meaning == meaning]
        written = [rewritten(spot, new, lang) for spot in spots]
        if counts[0][meaning] != counts[1].get(meaning) or None in written:
            doubtful[meaning] = old
        else:
            edits.extend((s, w) for s, w in zip(spots, written, strict=True) if w is not None)
    if doubtful:
        return Carried(target, tuple(sorted(doubtful.values(), key=lambda one: one.span)))
    return Carried(_edited(target, edits, lang))


def _changes(
    pairs: Sequence[tuple[Placeable, Placeable]],
) -> tuple[dict[Meaning, tuple[Placeable, Placeable]], dict[Meaning, Placeable]]:
    """Return what changed, by the old meaning, and what changed in different ways."""
    changes: dict[Meaning, tuple[Placeable, Placeable]] = {}
    doubtful: dict[Meaning, Placeable] = {}
    for old, new in pairs:
        first = changes.setdefault(old.meaning, (old, new))
        if first[1].meaning != new.meaning:
            doubtful[old.meaning] = old
    clear = {
        meaning: change
        for meaning, change in changes.items()
        if meaning not in doubtful and change[1].meaning != meaning
    }
    return clear, doubtful


def _count(found: Sequence[Placeable]) -> Mapping[Meaning, int]:
    counts: dict[Meaning, int] = {}
    for one in found:
        counts[one.meaning] = counts.get(one.meaning, 0) + 1
    return counts


def _edited(text: str, edits: Sequence[tuple[Placeable, str]], lang: Language) -> str:
    airy = not _TIGHT.search(text)
    for old, new in sorted(edits, key=lambda edit: edit[0].span, reverse=True):
        before, after = text[: old.span.start], text[old.span.end :]
        if not lang.spaced and is_han(old.text[-1]) != is_han(new[-1]):
            # Figures became Han or the other way round: only figures have spaces, if any have.
            before, after = before.rstrip(), after.lstrip()
            if airy:
                text = lang.beside(lang.beside(before, new), after)
                continue
        text = before + new + after
    return text
