"""What is in a memory, and in what two memories differ."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.model.unit import TranslationUnit
from toolkit.workflows.tm.report import Case, Report
from toolkit.workflows.tm.selecting import date_of, tags_of
from toolkit.workflows.tm.source import Langs, Units


@dataclass(slots=True)
class Stats:
    """Figures of a memory; ``first`` and ``last`` are ISO days, "" where no unit has one.

    ``words`` counts white space in the source language and ``characters`` those of the target
    that are not white space; ``sources`` are different source texts.
    """

    units: int = 0
    sources: int = 0
    words: int = 0
    characters: int = 0
    coded: int = 0
    first: str = ""
    last: str = ""
    symbols: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    aligners: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


def stats_of(name: str, langs: Langs) -> tuple[Stats, Report]:
    """Count what a memory has.

    Raises:
        MemoryStoreError: it is missing, damaged or out of reach.
    """
    stats, report = Stats(), Report()
    sources: set[int] = set()
    units = Units(name, langs)
    for unit in units:
        sources.add(hash(unit.source))
        _count(unit, stats)
    stats.sources = len(sources)
    report.read = stats.units
    report.count("unchanged", stats.units)
    report.heard(units.findings)
    return stats, report


def _count(unit: TranslationUnit, stats: Stats) -> None:
    stats.units += 1
    stats.words += len(unit.source.split())
    stats.characters += sum(map(len, unit.target.split()))
    stats.coded += bool(unit.source_codes or unit.target_codes)
    if made := date_of(unit):
        stats.first = min(stats.first or made, made)
        stats.last = max(stats.last, made)
    stats.symbols[unit.symbol] += 1
    stats.statuses[unit.status] += 1
    stats.aligners[unit.aligner] += 1
    stats.languages.update(tags_of(unit))


Place = tuple[str, ...]


def difference(old: str, new: str, langs: Langs, *, most: int | None = None) -> Report:
    """Compare two memories: what the new one created, updated, removed and left.

    A unit is updated when the same source at the same place has another translation, or says
    something else of itself. Cases are in the order of the new memory, then what is gone.

    Raises:
        MemoryStoreError: one is missing, damaged or out of reach.
    """
    report = Report(most=most)
    before: dict[Place, list[TranslationUnit]] = {}
    units = Units(old, langs)
    for unit in units:
        before.setdefault(_place(unit), []).append(unit)
    now = Units(new, langs)
    for unit in now:
        report.read += 1
        _compare(unit, before.get(_place(unit), []), report)
    report.heard([*units.findings, *now.findings])
    for left in before.values():
        for unit in left:
            report.add(Case("removed", "only-in-old", unit))
    return report


def _compare(unit: TranslationUnit, there: list[TranslationUnit], report: Report) -> None:
    """Compare with what was at its place, and take away what it answers to."""
    if unit in there:
        there.remove(unit)
        report.count("unchanged")
        return
    same = next((one for one in there if one.target == unit.target), None)
    if same is not None:
        there.remove(same)
        report.add(Case("updated", "metadata", unit, _said(same, unit)))
    elif there:
        was = there.pop(0)
        report.add(Case("updated", "target", unit, f"was: {was.target}"))
    else:
        report.add(Case("created", "only-in-new", unit))


def _said(before: TranslationUnit, after: TranslationUnit) -> str:
    names = ("status", "confidence", "created", "target_symbol", "aligner", "id", "notes", "props")
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    return ", ".join(changed) or "inline codes"


def _place(unit: TranslationUnit) -> Place:
    return (unit.symbol, unit.path, unit.source, unit.previous, unit.following)


def leading(counts: Counter[str], most: int) -> Iterable[tuple[str, int]]:
    """Return the highest counts, the same order each time."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
