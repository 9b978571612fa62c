"""Values that stand on one side of a bead and not on the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.align.anchors import Mentions, anchors, date_keys, mentions, number_key
from toolkit.align.bead import Bead
from toolkit.languages.language import Language
from toolkit.states.find import find as find_states
from toolkit.states.find import find_lists

WORDS_UP_TO = 9  # a number in words up to this is as often no number: not missed elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs inside one bead.

    ``kind`` is numbers, dates, symbols or states; ``source`` and ``target`` are the values that
    the other side does not have, as plain text (dates ISO, States by code), in order.
    """

    path: str
    kind: str
    source: tuple[str, ...]
    target: tuple[str, ...]


def differences(
    beads: Iterable[Bead], source_lang: Language, target_lang: Language
) -> tuple[Difference, ...]:
    """Compare the values of the two sides of every bead that has both, in order."""
    return tuple(
        Difference(path=bead.path, kind=kind, source=ours, target=theirs)
        for bead in beads
        if bead.source and bead.target
        for kind, ours, theirs in _compare(
            "\n".join(bead.source_texts), "\n".join(bead.target_texts), source_lang, target_lang
        )
        if ours or theirs
    )


def _compare(
    source: str, target: str, source_lang: Language, target_lang: Language
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    ours, theirs = mentions(source, source_lang), mentions(target, target_lang)
    known = anchors(source, source_lang) | {number_key(one) for one in ours.numbers}
    there = anchors(target, target_lang) | {number_key(one) for one in theirs.numbers}
    yield "numbers", _without(_numbers(ours), there), _without(_numbers(theirs), known)
    days = _dates(ours), _dates(theirs)
    yield "dates", _days_without(days[0], days[1]), _days_without(days[1], days[0])
    symbols = _symbols(ours), _symbols(theirs)
    yield "symbols", _without(symbols[0], symbols[1]), _without(symbols[1], symbols[0])
    if find_lists(source, source_lang.code) or find_lists(target, target_lang.code):
        states = _states(source, source_lang), _states(target, target_lang)
        yield "states", _without(states[0], states[1]), _without(states[1], states[0])


def _without(ours: Sequence[str], theirs: Iterable[str]) -> tuple[str, ...]:
    taken = frozenset(theirs)
    return tuple(dict.fromkeys(value for value in ours if value not in taken))


def _days_without(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """As ``_without``, where a month covers its days and a day its month."""
    return tuple(
        dict.fromkeys(
            day
            for day in ours
            if not any(day.startswith(other) or other.startswith(day) for other in theirs)
        )
    )


def _numbers(found: Mentions) -> list[str]:
    return [number_key(m) for m in found.numbers if not m.in_words or m.value > WORDS_UP_TO]


def _dates(found: Mentions) -> list[str]:
    return [day for mention in found.dates for day in date_keys(mention)]


def _symbols(found: Mentions) -> list[str]:
    return [mention.text for mention in found.symbols if mention.symbol]


def _states(text: str, lang: Language) -> list[str]:
    return [mention.state.code for mention in find_states(text, lang.code)]
