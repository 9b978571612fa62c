"""Looking things up in a memory that is kept in a database."""

import heapq
import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from toolkit.diagnostics import Finding
from toolkit.languages.tags import base
from toolkit.memory.index.features import Tokens, features
from toolkit.memory.keys import exact_key, frame_key, number_of
from toolkit.memory.memory import Asked, Memory
from toolkit.memory.sql import holding, rows
from toolkit.memory.sql.database import Database
from toolkit.memory.sql.rows import Text
from toolkit.memory.sql.shelf import Shelf
from toolkit.model.unit import TranslationUnit

if TYPE_CHECKING:
    from toolkit.memory.index.ask import Asking

FEW = 16  # texts whose units are fetched first: whoever looks on wants more
FIRST = 32  # texts that are compared after a quick look-up
ROUNDS = (48, 64, 64)  # texts that are compared at a time after a thorough one
MOST_AT_ONCE = 128  # texts whose units are fetched at a time
SETTLED = 2  # how many good answers must be beaten before the rest is not looked at
FAR = 0.05  # below what is wanted; where nothing comes nearer, what is less likely does not either
LARGE = 50_000  # texts; where there are less, a thorough look-up takes no time to speak of
SURE = 0.8  # an answer so good is found by a quick look-up, if it is there
STEEPNESS = 2.3  # how much faster shared features go than likeness, at most
HASTE = 2.0  # the same where there are very many texts: less of new sentences is found, and sooner
VERY_LARGE = 500_000  # texts
MOST_TOKENS = 50_000  # words of queries that are held
BATCH = 20_000  # texts that an exhaustive look-up compares at a time

Scored = dict[int, tuple[float, str]]


class StoredMemory(Memory):
    """A memory in a database, seen in one direction."""

    def __init__(
        self,
        name: str,
        database: Database,
        langs: tuple[str, str],
        findings: Iterable[Finding] = (),
    ) -> None:
        """Look at ``database`` from the first language to the second."""
        self.name = name
        self.source_lang, self.target_lang = langs
        self.findings = tuple(findings)
        self._database = database
        self._langs = (base(langs[0]), base(langs[1]))
        self._shelves: dict[str, Shelf] = {}
        self._version = -1
        self._tokens = Tokens()

    def units(self) -> Iterator[TranslationUnit]:
        """Yield every unit in stored order."""
        return rows.every_unit(self._database, *self._langs)

    def exact(self, key: str) -> tuple[TranslationUnit, ...]:
        """Return the units whose source has this key."""
        with self._database.reading():
            numbers = rows.texts_with(self._database, self._langs[0], number_of(key))
            found = self._seen(numbers)
        return tuple(unit for *_, unit in found if exact_key(unit.source) == key)

    def candidates(self, query: str, asked: Asked) -> tuple[TranslationUnit, ...]:
        """Return the units whose source may resemble ``query``, the likeliest first."""
        with self._database.reading():
            scored = self._alike(query, asked)
            best = sorted(scored, key=lambda one: (-scored[one][0], scored[one][1]))[: asked.limit]
            framed = self._framed(query, asked.limit)
            order = list(dict.fromkeys((*best, *framed)))
            found = self._seen(order)
        place = {number: at for at, number in enumerate(order)}
        return tuple(unit for *_, unit in sorted(found, key=lambda one: place[one[1]]))

    def alike(self, query: str, asked: Asked) -> list[tuple[float, str]]:
        """Return likeness (0-1, Levenshtein's by the longer one) and text of the most alike."""
        with self._database.reading():
            scored = self._alike(query, asked)
        return sorted(scored.values(), key=lambda one: (-one[0], one[1]))[: asked.limit]

    def containing(self, literals: Sequence[str]) -> Iterator[TranslationUnit]:
        """Yield the units that may hold every one of ``literals`` on one side."""
        if not any(literals):
            yield from self.units()
            return
        with self._database.reading():
            shelves = [self._shelf(lang) for lang in self._langs]
            indexed = any(shelf.segments for shelf in shelves)
            groups = holding.needed(self._database, literals) if indexed else []
            held = [holding.texts_holding(shelf, literals, groups) for shelf in shelves]
        if None in held:
            yield from self.units()
            return
        seen: set[int] = set()
        ordered = heapq.merge(*(numbers for numbers in held if numbers))
        some = FEW
        while chunk := list(islice(ordered, some)):
            some = min(2 * some, MOST_AT_ONCE)
            with self._database.reading():
                units = [*self._seen(chunk), *self._seen(chunk, other_side=True)]
            for number, _, unit in sorted(units, key=lambda one: (one[1], one[0])):
                if number not in seen:
                    seen.add(number)
                    yield unit

    def near(self, words: str, limit: int) -> tuple[TranslationUnit, ...]:
        """Return the units that have most of ``words`` on one side, those with most first."""
        weights = features(words)
        shares: dict[int, float] = {}
        with self._database.reading():
            for lang in self._langs:
                shelf = self._shelf(lang)
                for asking in self._askings(shelf, weights, None):
                    asking.quick()
                    shares.update(asking.thorough())
                shares.update(holding.share_of(weights, shelf.fresh.items()))
            best = sorted(shares, key=lambda one: (-shares[one], one))[:limit]
            found = [*self._seen(best), *self._seen(best, other_side=True)]
        found.sort(key=lambda one: (-shares[one[1]], one[1], one[0]))
        return tuple({number: unit for number, _, unit in found}.values())[:limit]

    def __len__(self) -> int:
        """Return the number of units."""
        return rows.how_many(self._database, *self._langs)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    # -- inside ----------------------------------------------------------------------------
    def _seen(
        self, numbers: Sequence[int], *, other_side: bool = False
    ) -> list[tuple[int, int, TranslationUnit]]:
        """Return the units with one of these texts as source, or as target: see ``units_of``."""
        other = self._langs[0] if other_side else self._langs[1]
        if not numbers:
            return []
        return rows.units_of(self._database, numbers, other, self._langs[0])

    def _shelf(self, lang: str) -> Shelf:
        """Return what is held of a language, read again if somebody has written since."""
        version = self._database.version()
        if version != self._version:
            self._shelves.clear()
            self._version = version
        if lang not in self._shelves:
            found = rows.segments(self._database, lang)
            last = max((row[1] for row in found), default=0)
            fresh = dict(rows.texts_after(self._database, lang, last))
            # NumPy takes longer to import than a small memory takes to be searched.
            ask = importlib.import_module("toolkit.memory.index.ask") if found else None
            made = [
                (ask.Segment.of(number, *kept), rows.SegmentRows(self._database, number))
                for number, _, kept in found
                if ask
            ]
            self._shelves[lang] = Shelf(made, fresh)
        return self._shelves[lang]

    def _alike(self, query: str, asked: Asked) -> Scored:
        lang = self._langs[0]
        if asked.exhaustive:
            return _best(query, rows.every_text(self._database, lang), asked.limit, asked.least)
        shelf = self._shelf(lang)
        scored = _best(query, shelf.fresh.items(), asked.limit, asked.least)
        if shelf.segments:
            askings = self._askings(shelf, self._features(query), len(query), asked.least)
            first = _merged(one.quick() for one in askings)[:FIRST]
            if not first or first[0][1] < _share_for(SURE, shelf):
                first = []  # none is sure enough, and those that are likely come out again
            scored.update(self._compared(query, first, asked, shelf))
            best = max((score for score, _ in scored.values()), default=0)
            if best < SURE or shelf.size < LARGE:
                ranked = _merged(one.thorough() for one in askings)
            else:
                ranked = _merged(one.beside(best) for one in askings)
            seen = {number for number, _ in first}
            new = [one for one in ranked if one[0] not in seen]
            scored.update(self._compared(query, new, asked, shelf))
        return scored

    def _features(self, query: str) -> dict[int, int]:
        if len(self._tokens) > MOST_TOKENS:
            self._tokens.clear()
        return features(query, self._tokens)

    def _askings(
        self, shelf: Shelf, weights: Mapping[int, int], length: int | None, least: float = 0.0
    ) -> "list[Asking]":
        if not shelf.segments:
            return []
        ask = importlib.import_module("toolkit.memory.index.ask")
        # No text is more alike than its length is, the shorter one by the longer one.
        ratio = max(ask.WIDEST, least)
        return [
            ask.Asking(segment, weights, length, source, _share_for(least, shelf), ratio)
            for segment, source in shelf.segments
        ]

    def _compared(
        self, query: str, ranked: Sequence[tuple[int, float]], asked: Asked, shelf: Shelf
    ) -> Scored:
        """Compare texts, those that share most first, until the rest cannot be among the best."""
        scored: Scored = {}
        rest = list(ranked)
        for done, some in enumerate(ROUNDS):
            good = sorted(score for score, _ in scored.values())[-SETTLED:]
            bar = good[0] if len(good) == SETTLED else asked.least
            rest = [one for one in rest if one[1] >= _share_for(bar, shelf)]
            if not rest or (done and not scored):
                break
            numbers = [number for number, _ in rest[:some]]
            texts = rows.bodies(self._database, numbers)
            scored.update(_best(query, texts, asked.limit, asked.least - FAR))
            del rest[:some]
        return {one: found for one, found in scored.items() if found[0] >= asked.least}

    def _framed(self, query: str, most: int) -> list[int]:
        frame = frame_key(exact_key(query))
        lang = self._langs[0]
        return [
            number for number, _ in rows.texts_framed(self._database, lang, number_of(frame), most)
        ]


def _merged(rankings: Iterable[list[tuple[int, float]]]) -> list[tuple[int, float]]:
    """Return what came out of several segments in one order."""
    found = list(rankings)
    if len(found) == 1:
        return found[0]
    return sorted((one for ranked in found for one in ranked), key=lambda one: -one[1])


def _share_for(likeness: float, shelf: Shelf) -> float:
    """Return what share of a query's weight a text has at least that is so alike."""
    steepness = HASTE if shelf.size >= VERY_LARGE else STEEPNESS
    return 1 - steepness * (1 - likeness)


def _best(query: str, texts: Iterable[Text], limit: int, least: float) -> Scored:
    """Return the texts that are most like the query, with their likeness, ``least`` or more."""
    found: Scored = {}
    rest = iter(texts)
    while batch := list(islice(rest, BATCH)):
        alike = process.extract(
            query,
            [body for _, body in batch],
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=max(0, least),
            limit=None,
        )
        # Ties are broken by the text, so that the order in a memory decides nothing.
        best = heapq.nsmallest(limit, alike, key=lambda one: (-one[1], one[0]))
        found.update({batch[at][0]: (score, body) for body, score, at in best})
    return found
