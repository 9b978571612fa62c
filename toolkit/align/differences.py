"""Values that stand on one side of a bead and not on the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.align.anchors import anchors, date_keys, number_key
from toolkit.align.bead import Bead
from toolkit.languages.language import Language
from toolkit.states.find import find as find_states
from toolkit.states.find import find_lists
from toolkit.symbols.find import find as find_symbols

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
    known = anchors(source, source_lang) | _small(source, source_lang)
    there = anchors(target, target_lang) | _small(target, target_lang)
    yield (
        "numbers",
        _without(_numbers(source, source_lang), there),
        _without(_numbers(target, target_lang), known),
    )
    days = _dates(source, source_lang), _dates(target, target_lang)
    yield "dates", _days_without(days[0], days[1]), _days_without(days[1], days[0])
    symbols = _symbols(source), _symbols(target)
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


def _numbers(text: str, lang: Language) -> list[str]:
    mentions = lang.numbers(text)
    return [number_key(m) for m in mentions if not m.in_words or m.value > WORDS_UP_TO]


def _small(text: str, lang: Language) -> frozenset[str]:
    return frozenset(number_key(mention) for mention in lang.numbers(text))


def _dates(text: str, lang: Language) -> list[str]:
    return [day for mention in lang.dates(text) for day in date_keys(mention)]


def _symbols(text: str) -> list[str]:
    return [mention.text for mention in find_symbols(text) if mention.symbol]


def _states(text: str, lang: Language) -> list[str]:
    return [mention.state.code for mention in find_states(text, lang.code)]
