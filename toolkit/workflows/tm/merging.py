"""Putting units into a memory: which of two that differ stands, and what became of each."""

import contextlib
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from toolkit.languages.tags import base
from toolkit.memory.memory import Outcome
from toolkit.model.identity import in_order, same_key, turned, worth
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.tm.report import Case, Report
from toolkit.workflows.tm.selecting import date_of
from toolkit.workflows.tm.source import (
    Destination,
    Langs,
    Units,
    changing,
    check_destination,
    check_readable,
    write_units,
)

BATCH = 2000
MOST_RIVALS = 50  # translations of one place that a new one is held against


class Policy(StrEnum):
    """What happens where the same place has another translation already."""

    BOTH = "both"
    KEEP = "keep"
    REPLACE = "replace"
    NEWER = "newer"
    BETTER = "better"


class Taking(Protocol):
    """What takes units: a change of a memory, or units held while a file is made."""

    def with_source(self, text: str, lang: str) -> tuple[TranslationUnit, ...]:
        """Return the units whose source equals ``text``."""

    def put_all(self, units: Iterable[TranslationUnit]) -> list[Outcome]:
        """Put units and return what became of each."""

    def remove(self, unit: TranslationUnit) -> Outcome:
        """Remove the unit of this key."""


class Held:
    """Units in memory, in the order they came, for files that are written at the end."""

    def __init__(self) -> None:
        """Begin with none."""
        self._units: dict[tuple[str, ...], TranslationUnit] = {}
        self._sources: dict[str, dict[tuple[str, ...], None]] = {}

    def units(self) -> Iterator[TranslationUnit]:
        """Yield all units."""
        return iter(self._units.values())

    def with_source(self, text: str, lang: str) -> tuple[TranslationUnit, ...]:  # noqa: ARG002 (all have one)
        """Return the units with this very source."""
        return tuple(self._units[key] for key in self._sources.get(text, ()))

    def put_all(self, units: Iterable[TranslationUnit]) -> list[Outcome]:
        """Put units, replacing those of the same key."""
        return [self._put(unit) for unit in units]

    def remove(self, unit: TranslationUnit) -> Outcome:
        """Remove the unit of this key."""
        key = same_key(unit)
        self._sources.get(unit.source, {}).pop(key, None)
        return Outcome.ABSENT if self._units.pop(key, None) is None else Outcome.REMOVED

    def _put(self, unit: TranslationUnit) -> Outcome:
        key = same_key(unit)
        before = self._units.get(key)
        self._units[key] = unit
        self._sources.setdefault(unit.source, {})[key] = None
        if before is None:
            return Outcome.CREATED
        return Outcome.UNCHANGED if before == unit else Outcome.UPDATED


@dataclass(frozen=True, slots=True)
class _Decision:
    """What one unit that comes in does: what is put and what it replaces, and why."""

    put: TranslationUnit | None
    replaced: tuple[TranslationUnit, ...] = ()
    reason: str = ""
    said: str = ""


def import_into(  # noqa: PLR0913 (what comes, where to, and how)
    names: Sequence[str],
    into: str,
    langs: Langs,
    policy: Policy,
    to: Destination,
    tick: Callable[[int], None] | None = None,
    *,
    via: str | None = None,
) -> Report:
    """Put the units of memories and exchange files into ``into``, as ``take_in`` does.

    Where a unit says the very same as one that is there, the two become one: the better status,
    the notes of both. All of it is put, or nothing.

    Raises:
        InputError: a file is missing, or of no kind that is read.
        MemoryStoreError: one is damaged or out of reach.
        WriteRefusedError: it may not be written to.
    """
    check_destination(into, to)
    for name in names:
        check_readable(name, via)
    report = Report()
    take_in(_coming(names, langs, report, tick, via), into, langs, policy, to, report=report)
    return report


def take_in(
    units: Iterable[TranslationUnit],
    into: str,
    langs: Langs,
    policy: Policy,
    to: Destination,
    *,
    report: Report | None = None,
) -> Report:
    """Put units into the memory ``into``; all, or nothing.

    A memory that is not there is made, unless there are no units.

    Raises:
        MemoryStoreError: it is damaged or out of reach.
        WriteRefusedError: it may not be written to.
    """
    check_destination(into, to)
    report = Report() if report is None else report
    if to.dry_run:
        held = Held()
        if "://" in into or Path(into).exists():
            held.put_all(Units(into, langs))
        empty = next(held.units(), None) is None
        _put(units, held, policy, report, empty=empty)
        return report
    made = "://" not in into and not Path(into).exists()
    coming = iter(units)
    first = list(islice(coming, 1))
    if made and not first:
        return report
    units = chain(first, coming)
    try:
        with changing(into, langs) as change:
            _put(units, change, policy, report, empty=next(change.units(), None) is None)
    except BaseException:
        if made:
            with contextlib.suppress(OSError):
                Path(into).unlink()
        raise
    return report


def merge_files(names: Sequence[str], langs: Langs, policy: Policy, to: Destination) -> Report:
    """Merge memories into a new one; those named first are there first.

    Raises:
        MemoryStoreError: one is missing, damaged or out of reach.
        WriteRefusedError: the output exists, or is one of them.
    """
    report = Report()
    held = Held()
    _put(_coming(names, langs, report, None), held, policy, report, empty=True)
    if not to.dry_run:
        write_units(held.units(), langs, to, inputs=names)
    return report


def _coming(
    names: Sequence[str],
    langs: Langs,
    report: Report,
    tick: Callable[[int], None] | None,
    via: str | None = None,
) -> Iterator[TranslationUnit]:
    for name in names:
        units = Units(name, langs, tick, via)
        yield from units
        report.heard(units.findings)


def _put(
    units: Iterable[TranslationUnit],
    taker: Taking,
    policy: Policy,
    report: Report,
    *,
    empty: bool,
) -> None:
    """Put units in batches; ``empty`` is whether ``taker`` begins with none.

    Asking it takes long for a large file: it is left out where nothing can have come before.
    """
    waiting: list[tuple[TranslationUnit, _Decision]] = []
    held: dict[tuple[str, ...], list[TranslationUnit]] = {}  # what waits, by place, last first
    met = Counter[int]()
    most = MOST_RIVALS if policy is Policy.BOTH else math.inf  # other policies leave one in a place
    for unit in units:
        report.read += 1
        place = _place(unit)
        if len(waiting) >= BATCH or (policy is not Policy.BOTH and place in held):
            _flush(waiting, taker, report)
            held.clear()
        asked = not empty or 0 < met[hash(place)] < most
        met[hash(place)] += empty
        there = taker.with_source(unit.source, unit.source_lang) if asked else ()
        before = held.get(place, [])
        decision = _decided(unit, (*before, *there), policy)
        waiting.append((unit, decision))
        if decision.put is not None:
            held[place] = [decision.put, *before[: MOST_RIVALS - 1]]
    _flush(waiting, taker, report)


def _flush(waiting: list[tuple[TranslationUnit, _Decision]], taker: Taking, report: Report) -> None:
    for _, decision in waiting:
        for unit in decision.replaced:
            taker.remove(unit)
    outcomes = iter(taker.put_all([d.put for _, d in waiting if d.put is not None]))
    for unit, decision in waiting:
        outcome = "skipped" if decision.put is None else str(next(outcomes))
        if decision.replaced:
            outcome = "updated"
        if decision.reason and outcome != "unchanged":
            report.add(Case(outcome, decision.reason, unit, decision.said))
        else:
            report.count(outcome)
    waiting.clear()


def _decided(unit: TranslationUnit, there: Iterable[TranslationUnit], policy: Policy) -> _Decision:
    known = [_facing(one, unit) for one in there]
    twin = next((one for one in known if same_key(one) == same_key(unit)), None)
    if twin is not None:
        merged = unit if policy is Policy.REPLACE else in_order([twin, unit])[0]
        return _Decision(merged)
    rivals = tuple(one for one in known if _place(one) == _place(unit))
    if not rivals:
        return _Decision(unit)
    said = f"the memory has “{rivals[0].target[:60]}”"
    if policy is Policy.BOTH:
        return _Decision(unit, (), "other-target", said)
    if _prevails(unit, rivals, policy):
        return _Decision(unit, rivals, "conflict", said)
    return _Decision(None, (), "conflict", said)


def _facing(one: TranslationUnit, unit: TranslationUnit) -> TranslationUnit:
    """Return a unit in the direction of the other; stores give them as they are stored."""
    return one if base(one.source_lang) == base(unit.source_lang) else turned(one)


def _place(unit: TranslationUnit) -> tuple[str, ...]:
    return (unit.symbol, unit.path, unit.source, unit.previous, unit.following)


def _prevails(unit: TranslationUnit, rivals: Sequence[TranslationUnit], policy: Policy) -> bool:
    if policy is Policy.NEWER:
        return date_of(unit) > max(map(date_of, rivals))
    if policy is Policy.BETTER:
        return _trust(unit) > max(map(_trust, rivals))
    return policy is Policy.REPLACE


def _trust(unit: TranslationUnit) -> tuple[int, float]:
    return worth(unit.status, unit.confidence)
