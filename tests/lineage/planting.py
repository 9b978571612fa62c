"""Drafts and a final report made of sample recommendations, with known changes planted.

What was planted is the truth that a lineage is held against.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.languages import Strength, by_code
from toolkit.lineage import Descent, Item, Relation
from toolkit.model import Block, Document, Kind, Masthead, Profile

SECTIONS = 3


@dataclass
class Planted:
    """Drafts, the final report, and which draft numbers became which final numbers."""

    drafts: list[Document]
    final: Document
    truth: "Links" = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    softened: set[int] = field(default_factory=set)


Links = dict[tuple[int, ...], tuple[tuple[int, ...], Relation]]


def found(descents: Sequence[Descent]) -> tuple[Links, set[int]]:
    """Return a lineage in the form of the truth: by final numbers; and the dropped drafts."""
    relations = {
        _numbers(one.final): (_numbers(one.draft), one.relation) for one in descents if one.final
    }
    gone = {number for one in descents if not one.final for number in _numbers(one.draft)}
    return relations, gone


def _numbers(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple(item.number or 0 for item in items)


def plant(old: Sequence[str], new: Sequence[str], language: str, seed: int) -> Planted:
    """Return drafts with the texts ``old`` and a final report with changes; ``new`` are added."""
    dice = random.Random(seed)
    texts = list(old)
    dice.shuffle(texts)
    numbered = list(enumerate(texts, start=1))
    halves = numbered[: len(numbered) // 2], numbered[len(numbered) // 2 :]
    drafts = [
        _document(half, language, f"XYZ/2030/L.1/Add.{at}") for at, half in enumerate(halves, 1)
    ]
    entries = list(_entries(numbered, language, dice))
    entries += [((), [text], Relation.NEW) for text in dice.sample(list(new), min(4, len(new)))]
    dice.shuffle(entries)
    planted = Planted(drafts, Document(profile=Profile.REPORT, language=language))
    final: list[tuple[int, str]] = []
    for drafted, pieces, relation in entries:
        if relation is Relation.DROPPED:
            planted.dropped.update(drafted)
            continue
        numbers = tuple(range(len(final) + 1, len(final) + 1 + len(pieces)))
        final += list(zip(numbers, pieces, strict=True))
        planted.truth[numbers] = (drafted, relation)
        if any(
            _softening(texts[at - 1], language) in pieces and texts[at - 1] not in pieces
            for at in drafted
        ):
            planted.softened.update(drafted)
    planted.final = _document(final, language, "XYZ/2030/6")
    return planted


def _entries(
    numbered: Sequence[tuple[int, str]], language: str, dice: random.Random
) -> Iterator[tuple[tuple[int, ...], list[str], Relation]]:
    left = list(numbered)
    while left:
        number, text = left.pop()
        fate = dice.choice(["kept", "kept", "reword", "reword", "soften", "merge", "split", "drop"])
        if fate == "kept":
            yield (number,), [text], Relation.KEPT
        elif fate == "drop":
            yield (number,), [], Relation.DROPPED
        elif fate == "soften" and _softening(text, language) != text:
            yield (number,), [_softening(text, language)], Relation.REWORDED
        elif fate == "merge" and left:
            other, more = left.pop()
            joined = by_code(language).joins(_reworded(text, language, dice, 0.05), more)
            yield tuple(sorted((number, other))), [joined], Relation.MERGED
        elif fate == "split" and (pieces := _halves(text, language)):
            yield (number,), pieces, Relation.SPLIT
        else:
            yield (number,), [_reworded(text, language, dice, 0.2)], Relation.REWORDED


def _softening(text: str, language: str) -> str:
    """Return a text whose first plain "should" became "should consider"; else the text as it is."""
    norms = by_code(language).norms(text)
    if not norms or norms[0].strength is not Strength.SHOULD:
        return text
    end = norms[0].span.end
    return text[:end] + (" consider" if language == "en" else "考虑") + text[end:]


def _reworded(text: str, language: str, dice: random.Random, share: float) -> str:
    """Leave out some words and put others in their place."""
    spaced = by_code(language).spaced
    words = text.split(" ") if spaced else list(text)
    filler = ("relevant", "national", "measures", "regularly") if spaced else tuple("相关措施定期")
    made = [dice.choice(filler) if dice.random() < share else word for word in words]
    changed = (" " if spaced else "").join(made)
    return changed if changed != text else text + (" Again." if spaced else "再次。")


def _halves(text: str, language: str) -> list[str]:
    """Return two pieces of about the same length, cut behind a sentence or a comma."""
    marks = ". ", ", " if language == "en" else "，"
    cuts = [
        at + len(mark) for mark in marks for at in range(len(text)) if text.startswith(mark, at)
    ]
    if not cuts or len(text) < (160 if language == "en" else 50):
        return []
    cut = min(cuts, key=lambda at: abs(at - len(text) / 2))
    if min(cut, len(text) - cut) < len(text) * 0.35:
        return []
    lead = "States parties should also " if language == "en" else "缔约国还应"
    return [text[:cut].rstrip(" ,，"), lead + text[cut:]]


def _document(items: Sequence[tuple[int, str]], language: str, symbol: str) -> Document:
    blocks: dict[str, Block] = {}
    for at, (number, text) in enumerate(items):
        section = "ABC"[at * SECTIONS // max(1, len(items))]
        blocks.setdefault(section, _heading(section))
        blocks[f"b{number}"] = Block(
            id=f"b{number}",
            kind=Kind.RECOMMENDATION,
            text=text,
            number=number,
            label=f"Recommendation {number}",
            path=f"II/{section}/rec {number}",
        )
    return Document(
        profile=Profile.ADDENDUM,
        language=language,
        masthead=Masthead(symbol=symbol),
        blocks=tuple(blocks.values()),
    )


def _heading(section: str) -> Block:
    return Block(
        id=section,
        kind=Kind.HEADING,
        text=f"Section {section}",
        level=2,
        label=f"{section}.",
        number=1,
        path=f"II/{section}",
    )
