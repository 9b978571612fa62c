"""Changing a memory that is kept in a database."""

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from types import TracebackType
from typing import Self

from toolkit.languages.tags import base
from toolkit.memory.backend import Tick, no_tick
from toolkit.memory.keys import exact_key, frame_key, number_of
from toolkit.memory.memory import Change, Outcome
from toolkit.memory.sql import rows
from toolkit.memory.sql.database import Database
from toolkit.memory.sql.schema import TEXT
from toolkit.memory.sql.unit_rows import OWN, identity, said
from toolkit.model.unit import TranslationUnit

BATCH = 5_000
MOST_WAITING = 2_000  # texts of a language that are compared one by one before they are indexed

Side = tuple[str, str]  # language and body of a text
_ROW = ("id", "identity", "source", "target", "more", *OWN)


class StoredChange(Change):
    """One transaction on a database, between two languages."""

    def __init__(
        self,
        database: Database,
        langs: tuple[str, str],
        tick: Tick = no_tick,
        *,
        closing: bool = True,
    ) -> None:
        """Prepare a change; nothing happens before ``with``.

        ``closing`` closes the database at its end.
        """
        self._closing = closing
        self.counts = Counter()
        self._database = database
        self._langs = langs
        self._tick = tick
        self._stack = ExitStack()
        self._added: Counter[str] = Counter()
        self._pairs: Counter[Side] = Counter()

    def __enter__(self) -> Self:
        """Begin."""
        if self._closing:
            self._stack.callback(self._database.close)
        try:
            self._stack.enter_context(self._database.writing())
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Index what is new and commit, or roll back."""
        if error is None:
            try:
                self._finish()
            except BaseException as failure:
                if not self._stack.__exit__(type(failure), failure, failure.__traceback__):
                    raise
        self._stack.__exit__(kind, error, trace)

    def units(self) -> Iterator[TranslationUnit]:
        """Yield the units between the two languages of the change."""
        return rows.every_unit(self._database, *self._langs)

    def with_source(self, text: str, lang: str) -> tuple[TranslationUnit, ...]:
        """Return the units with a side in ``lang`` that equals ``text``."""
        lang = base(lang)
        other = self._langs[1] if lang == self._langs[0] else self._langs[0]
        numbers = rows.texts_with(self._database, lang, number_of(exact_key(text)))
        found = rows.units_of(self._database, numbers, other, self._langs[0])
        return tuple(unit for *_, unit in found)

    def put(self, unit: TranslationUnit) -> Outcome:
        """Create the unit, or replace what is there under its key."""
        return self.put_all([unit])[0]

    def put_all(self, units: Iterable[TranslationUnit]) -> list[Outcome]:
        """Put many, much faster than one by one; outcomes in order."""
        rest = iter(units)
        outcomes: list[Outcome] = []
        while batch := list(islice(rest, BATCH)):
            outcomes += self._put_batch(batch)
        self.counts.update(outcomes)
        return outcomes

    def remove(self, unit: TranslationUnit) -> Outcome:
        """Remove the unit of this key, and texts that no other unit has."""
        there = self._database.all(
            "SELECT id, source, target, source_lang, target_lang FROM unit WHERE identity = ?",
            identity(unit),
        )
        for number, source, target, *langs in there:
            self._database.all("DELETE FROM unit WHERE id = ?", number)
            self._pairs[langs[0], langs[1]] -= 1
            for text in (source, target):
                self._database.all(
                    "DELETE FROM text WHERE id = ? AND NOT EXISTS (SELECT 1 FROM unit"
                    " WHERE source = ?) AND NOT EXISTS (SELECT 1 FROM unit WHERE target = ?)",
                    text,
                    text,
                    text,
                )
        outcome = Outcome.REMOVED if there else Outcome.ABSENT
        self.counts[outcome] += 1
        return outcome

    # -- inside ----------------------------------------------------------------------------
    def _put_batch(self, batch: Sequence[TranslationUnit]) -> list[Outcome]:
        numbers = [identity(unit) for unit in batch]
        statement = f"SELECT {', '.join(_ROW)} FROM unit WHERE identity {{any}}"
        there = {row[1]: (row[0], row[4:]) for row in self._database.all(statement, numbers)}
        sides_of = [_sides(unit) for unit in batch]
        texts = self._texts_of(chain.from_iterable(sides_of))
        last = self._counter("unit")
        created: dict[int, tuple[object, ...]] = {}
        updated: dict[int, tuple[object, ...]] = {}
        outcomes = []
        for number, unit, of_unit in zip(numbers, batch, sides_of, strict=True):
            says = said(unit)
            known = there.get(number)
            if known is None:
                last += 1
                created[number] = (last, number, texts[of_unit[0]], texts[of_unit[1]], *says)
                self._pairs[unit.source_lang, unit.target_lang] += 1
                outcomes.append(Outcome.CREATED)
            elif known[1] == says:
                outcomes.append(Outcome.UNCHANGED)
                continue
            else:
                outcomes.append(Outcome.UPDATED)
                if number in created:
                    created[number] = (*created[number][:4], *says)
                else:
                    updated[number] = (*says, known[0])
            there[number] = (known[0] if known else last, says)
        self._database.fill("unit", _ROW, created.values())
        setting = ", ".join(f"{name} = ?" for name in _ROW[4:])
        self._database.many(f"UPDATE unit SET {setting} WHERE id = ?", updated.values())
        self._set_counter("unit", last)
        return outcomes

    def _texts_of(self, of_units: Iterable[Side]) -> dict[Side, int]:
        """Return the number of each of these texts; those that are new are stored."""
        sides = dict.fromkeys(of_units)
        keys = {side: exact_key(side[1]) for side in sides}
        hashed = {side: number_of(key) for side, key in keys.items()}
        found = self._database.all(
            "SELECT id, lang, body FROM text WHERE exact {any}", list(set(hashed.values()))
        )
        known = {(lang, body): number for number, lang, body in found}
        last = self._counter("text")
        fresh = []
        for side in sides:
            if side not in known:
                last += 1
                known[side] = last
                frame = number_of(frame_key(keys[side]))
                fresh.append((last, side[0], hashed[side], frame, side[1]))
                self._added[side[0]] += 1
        self._database.fill("text", TEXT, fresh)
        self._set_counter("text", last)
        return known

    def _counter(self, name: str) -> int:
        return int(self._database.all("SELECT value FROM counter WHERE name = ?", name)[0][0])

    def _set_counter(self, name: str, value: int) -> None:
        self._database.all("UPDATE counter SET value = ? WHERE name = ?", value, name)

    def _finish(self) -> None:
        for langs, more in self._pairs.items():
            self._database.all(
                "INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT (source_lang, target_lang)"
                " DO UPDATE SET units = pair.units + excluded.units",
                *langs,
                more,
            )
        for lang in sorted(self._added):
            if (waiting := self._waiting(lang)) > MOST_WAITING:
                # NumPy takes longer to import than most small changes take.
                indexing = importlib.import_module("toolkit.memory.sql.indexing")
                indexing.index(self._database, lang, waiting, self._tick)
        self._set_counter("change", self._counter("change") + 1)

    def _waiting(self, lang: str) -> int:
        last = self._database.all("SELECT max(last) FROM segment WHERE lang = ?", lang)[0][0] or 0
        statement = "SELECT count(*) FROM text WHERE id > ? AND lang = ?"
        return int(self._database.all(statement, last, lang)[0][0])


def _sides(unit: TranslationUnit) -> tuple[Side, Side]:
    return (base(unit.source_lang), unit.source), (base(unit.target_lang), unit.target)
