"""Values that stand on one side of a bead and not on the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.align.anchors import Mentions, anchors, date_keys, mentions, number_key
from toolkit.align.bead import Bead
from toolkit.align.months import months
from toolkit.languages.language import Language
from toolkit.states.find import find as find_states
from toolkit.states.find import find_lists

MONTH = len("2025-09")
WORDS_UP_TO = 3  # a number in words up to this is as often no number; see ``_lone``


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs inside one bead.

    ``kind`` is numbers, references, dates, symbols or states; ``source`` and ``target`` are the
    values that the other side does not have, as plain text (dates ISO, States by code,
    references as "paragraph 12" or "recommendation 15-17"), in order.
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
    named = months(source, source_lang), months(target, target_lang)
    known = anchors(source, source_lang) | _values(ours) | named[0]
    there = anchors(target, target_lang) | _values(theirs) | named[1]
    yield "numbers", *_lone(ours, theirs, (known, there))
    yield (
        "references",
        _without(ours.references, theirs.references),
        _without(theirs.references, ours.references),
    )
    days = _dates(ours), _dates(theirs)
    yield (
        "dates",
        _days_without(days[0], days[1], named[1] - _months_of(days[1])),
        _days_without(days[1], days[0], named[0] - _months_of(days[0])),
    )
    symbols = _symbols(ours), _symbols(theirs)
    yield "symbols", _without(symbols[0], symbols[1]), _without(symbols[1], symbols[0])
    if find_lists(source, source_lang.code) or find_lists(target, target_lang.code):
        states = _states(source, source_lang), _states(target, target_lang)
        yield "states", _without(states[0], states[1]), _without(states[1], states[0])


def _without(ours: Sequence[str], theirs: Iterable[str]) -> tuple[str, ...]:
    taken = frozenset(theirs)
    return tuple(dict.fromkeys(value for value in ours if value not in taken))


def _days_without(
    ours: Sequence[str], theirs: Sequence[str], named: frozenset[str]
) -> tuple[str, ...]:
    """As ``_without``, where a month covers its days and a day its month.

    A month that the other side names without its year (``named``) covers it in any.
    """
    return tuple(
        dict.fromkeys(
            day
            for day in ours
            if not any(day.startswith(other) or other.startswith(day) for other in theirs)
            and not (len(day) == MONTH and str(int(day[5:])) in named)
        )
    )


def _values(found: Mentions) -> frozenset[str]:
    """Return all numbers that a side has, those of meetings and references too."""
    return frozenset((*map(number_key, found.numbers), *found.figures, *found.meetings))


def _lone(
    ours: Mentions, theirs: Mentions, known: tuple[frozenset[str], frozenset[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers that each side has alone.

    Small numbers in words count only when each side has one that the other has not: "two" for
    "three" is a difference, "the two" for 双方 is none.
    """
    small = _without(_words(ours), known[1]), _without(_words(theirs), known[0])
    words = small if all(small) else ((), ())
    return (
        _without((*_figures(ours), *words[0]), known[1]),
        _without((*_figures(theirs), *words[1]), known[0]),
    )


def _figures(found: Mentions) -> list[str]:
    large = [number_key(m) for m in found.numbers if not m.in_words or m.value > WORDS_UP_TO]
    return [*large, *found.figures, *found.meetings]


def _words(found: Mentions) -> list[str]:
    return [number_key(m) for m in found.numbers if m.in_words and 1 < m.value <= WORDS_UP_TO]


def _dates(found: Mentions) -> list[str]:
    return [day for mention in found.dates for day in date_keys(mention)]


def _months_of(days: Iterable[str]) -> frozenset[str]:
    return frozenset(str(int(day[5:MONTH])) for day in days)


def _symbols(found: Mentions) -> list[str]:
    return [mention.text for mention in found.symbols if mention.symbol]


def _states(text: str, lang: Language) -> list[str]:
    return [mention.state.code for mention in find_states(text, lang.code)]
