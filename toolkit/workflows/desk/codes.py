"""Inline codes put into a translation that has none of its own, where the words tell the place.

A pair goes around the same words in the other language: a symbol, a number, a date, a quoted title,
or what a memory says for them. Marks of notes go behind what they stand behind in the source. What
finds no place is told, never guessed in silence: links are put around the whole, looks are let go.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.inline import Code, Segment, pairing
from toolkit.languages import Language

Languages = tuple[Language, Language]
Say = Callable[[str], Iterable[str]]
"""Gives what words may be called in the other language."""

_QUOTED = re.compile(r"“[^“”]{1,300}”|《[^《》]{1,300}》")
_WORD = re.compile(r"[^\s“”《》()（）,，;；。、]+$")
_PAUSES = re.compile(r"[，,；;。.：:、]")
_LETTERS_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with codes.

    ``loose`` are those whose place is not sure, ``dropped`` the looks that were let go.
    """

    segment: Segment
    loose: tuple[Code, ...] = ()
    dropped: tuple[Code, ...] = ()


def _nothing(_words: str) -> Iterable[str]:
    return ()


def with_codes(
    source: Segment,
    text: str,
    languages: Languages,
    known: Sequence[Code] = (),
    say: Say = _nothing,
) -> Placed:
    """Return ``text`` with the codes of ``source``.

    Args:
        source: the segment that ``text`` translates.
        text: the translation.
        languages: of the two.
        known: codes whose place in ``text`` is known already; they stay there.
        say: asked for the words between a pair.
    """
    if not source.codes:
        return Placed(Segment(text))
    placer = _Placer(source, text, languages, say)
    placer.keep(known)
    for opening, closing in pairing(source.codes).pairs:
        placer.pair(opening, closing)
    for place, code in enumerate(source.codes):
        placer.alone(place, code)
    return placer.result()


class _Placer:
    def __init__(self, source: Segment, text: str, languages: Languages, say: Say) -> None:
        self._source = source
        self._text = text
        self._languages = languages
        self._say = say
        self._at: dict[int, int] = {}
        self._loose: list[int] = []
        self._dropped: list[int] = []
        self._paired = {half for pair in pairing(source.codes).pairs for half in pair}

    def keep(self, known: Sequence[Code]) -> None:
        """Take codes that stand in their place."""
        for code in known:
            for place, one in enumerate(self._source.codes):
                if place not in self._at and (one.id, one.kind) == (code.id, code.kind):
                    self._at[place] = code.at
                    break

    def pair(self, opening: int, closing: int) -> None:
        """Find the place of a pair."""
        if opening in self._at and closing in self._at:
            return
        codes = self._source.codes
        start, end = codes[opening].at, codes[closing].at
        found = self._span(start, end)
        if found is None and codes[opening].type in ("link", "field", "control", "object"):
            found = (0, len(self._text))
            self._loose.append(opening)
        if found is None:
            self._dropped.append(opening)
            return
        self._at[opening], self._at[closing] = found

    def _span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the words between a pair stand in the translation."""
        words = self._source.text
        if start == 0 and end == len(words):
            return 0, len(self._text)
        inner = words[start:end]
        if not inner.strip():
            return None
        for wanted in self._names(inner):
            at = _only(self._text, wanted, _rank(words, inner, start))
            if at is not None:
                return at, at + len(wanted)
        return self._quoted(start, end)

    def _names(self, inner: str) -> Iterator[str]:
        """Yield what words may be called in the translation, the surest first."""
        yield inner
        yield from (written for written in _values(inner, *self._languages) if written)
        yield from self._say(inner)

    def _quoted(self, start: int, end: int) -> tuple[int, int] | None:
        """Find a title by its quotation marks: the n-th of as many."""
        here = [found.span() for found in _QUOTED.finditer(self._source.text)]
        there = [found.span() for found in _QUOTED.finditer(self._text)]
        for (first, last), (begin, stop) in zip(here, there, strict=False):
            if len(here) == len(there) and first - 1 <= start and end <= last + 1:
                inside = start > first and end < last
                return (begin + 1, stop - 1) if inside else (begin, stop)
        return None

    def alone(self, place: int, code: Code) -> None:
        """Find the place of a code that is no half of a pair."""
        if place in self._at or place in self._paired:
            return
        if code.at == 0:
            self._at[place] = 0
        elif code.at == len(self._source.text):
            self._at[place] = len(self._text)
        else:
            found = self._behind(code.at)
            if found is None:
                self._loose.append(place)
            self._at[place] = self._pause(code.at) if found is None else found

    def _behind(self, at: int) -> int | None:
        """Return where the words stand that a note's mark follows."""
        before = self._source.text[max(0, at - _LETTERS_BEFORE) : at]
        bare = before.rstrip(" ,.;:，。；：、)）")
        for quoted in _QUOTED.finditer(before):
            if quoted.end() >= len(bare):
                found = self._quoted(at - len(before) + quoted.start(), at)
                return None if found is None else found[1]
        word = _WORD.search(bare)
        if word is None:
            return None
        for wanted in self._names(word[0]):
            place = _only(self._text, wanted, _rank(self._source.text, word[0], at - len(before)))
            if place is not None and any(sign.isdigit() or sign.isupper() for sign in wanted):
                return place + len(wanted)
        return None

    def _pause(self, at: int) -> int:
        """Return the end of the clause of the translation nearest to the same share of it."""
        near = round(at / len(self._source.text) * len(self._text))
        ends = [found.start() for found in _PAUSES.finditer(self._text)]
        return min((*ends, len(self._text)), key=lambda place: (abs(place - near), place))

    def result(self) -> Placed:
        codes = self._source.codes
        order = sorted(self._at, key=lambda place: (self._at[place], place))
        return Placed(
            Segment(self._text, tuple(replace(codes[p], at=self._at[p]) for p in order)),
            tuple(codes[place] for place in self._loose),
            tuple(codes[place] for place in self._dropped),
        )


def _rank(text: str, words: str, at: int) -> tuple[int, int]:
    """Return which of how many occurrences in a text the one at ``at`` is."""
    places = list(_occurrences(text, words))
    return sum(place < at for place in places), len(places)


def _only(text: str, words: str, rank: tuple[int, int]) -> int | None:
    """Return where words stand that are there as often as in the source, at the same rank."""
    places = list(_occurrences(text, words))
    if not places or len(places) != max(rank[1], 1):
        return places[0] if len(places) == 1 else None
    return places[rank[0]] if rank[0] < len(places) else None


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where words stand, figures and Latin letters as whole words."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        before, behind = text[at - 1 : at], text[end : end + 1]
        if not (_sticks(before, words[0]) or _sticks(words[-1], behind)):
            yield at
        at = text.find(words, at + 1)


def _sticks(left: str, right: str) -> bool:
    """Return whether two signs are of one Latin word or figure."""
    return bool(left and right) and (left + right).isascii() and (left + right).isalnum()


def _values(words: str, source: Language, target: Language) -> Iterator[str]:
    """Yield dates, counts and references of the words as the other language writes them."""
    for day in source.dates(words)[:1]:
        if day.valid and day.day_known and day.span.of(words) == words:
            yield (
                target.format_range(day.first, day.last)
                if day.last
                else target.format_date(day.first)
            )
    for number in source.numbers(words)[:1]:
        if number.span.of(words) == words and number.value.denominator == 1:
            yield target.cardinal(int(number.value))
            yield f"{int(number.value):,}"


def told(placed: Placed) -> str:
    """Return a sentence on the codes whose place a person must look at, "" for none."""
    names = [code.type or "code" for code in placed.loose]
    lost = [code.type or "look" for code in placed.dropped]
    parts = []
    if names:
        listed = ", ".join(f"{names.count(name)} {name}" for name in dict.fromkeys(names))
        parts.append(f"Look at the place of: {listed}.")
    if lost:
        parts.append(f"Not carried over: {', '.join(dict.fromkeys(lost))}.")
    return " ".join(parts)
