"""Taking units out of a memory: what is unfit, what is there twice, what was not asked for."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.errors import UsageError
from toolkit.languages import Language
from toolkit.model.identity import worth
from toolkit.model.unit import TranslationUnit
from toolkit.text.address import shown
from toolkit.text.normalize import match_key
from toolkit.tmx.hygiene import faults
from toolkit.workflows.tm.report import MOST_CASES, NOT_SELECTED, Case, Report
from toolkit.workflows.tm.selecting import Selection, date_of, selector
from toolkit.workflows.tm.source import (
    Destination,
    Langs,
    Units,
    changing,
    check_destination,
    check_there,
    is_tmx,
    tmx_pieces,
    write_units,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to become of one unit: None to leave it, or the case against it.

    ``instead`` is the unit that takes its place, None for none.
    """

    unit: TranslationUnit
    case: Case | None = None
    instead: TranslationUnit | None = None


Judge = Callable[[Iterable[TranslationUnit]], Iterator[Verdict]]


def sweep(
    name: str, langs: Langs, judge: Judge, to: Destination, *, most: int | None = MOST_CASES
) -> Report:
    """Judge every unit of a memory, and write what is left as ``to`` says.

    ``most`` is how many cases the report keeps, None for all.

    Raises:
        MemoryStoreError: it is missing, damaged or out of reach.
        WriteRefusedError: it may not be written to.
    """
    check_there(name)
    check_destination(name, to)
    report = Report(most=most)
    if to.dry_run or to.output is not None:
        _elsewhere(name, langs, judge, to, report)
    else:
        _in_place(name, langs, judge, report)
    return report


def _elsewhere(name: str, langs: Langs, judge: Judge, to: Destination, report: Report) -> None:
    units = Units(name, langs)
    left = _left(judge(units), report, "unchanged" if to.dry_run else "created")
    if to.dry_run:
        deque(left, maxlen=0)
    else:
        write_units(left, langs, to, inputs=[name], header=lambda: units.header)
    report.heard(units.findings)


def _left(verdicts: Iterable[Verdict], report: Report, kept: str) -> Iterator[TranslationUnit]:
    """Yield the units that stay, and note in the report what becomes of each."""
    for verdict in verdicts:
        report.read += 1
        if verdict.case is None:
            report.count(kept)
            yield verdict.unit
        else:
            report.add(verdict.case)
            if verdict.instead:
                yield verdict.instead


def _in_place(name: str, langs: Langs, judge: Judge, report: Report) -> None:
    if is_tmx(name):
        units = Units(name, langs)
        deque(units, maxlen=0)
        report.heard(units.findings)
    with changing(name, langs) as change:
        # All is judged before anything is changed, as a change asks for.
        verdicts = [verdict for verdict in judge(change.units()) if _noted(verdict, report)]
        for verdict in verdicts:
            change.remove(verdict.unit)
        change.put_all([verdict.instead for verdict in verdicts if verdict.instead])


def _noted(verdict: Verdict, report: Report) -> bool:
    """Note a verdict in the report, and return whether it changes anything."""
    report.read += 1
    if verdict.case is None:
        report.count("unchanged")
        return False
    report.add(verdict.case)
    return True


# -- judges ----------------------------------------------------------------------------------
def unfit(languages: tuple[Language, Language], kinds: Collection[str]) -> Judge:
    """Return a judge who rejects units with faults; ``kinds`` as in ``hygiene.faults``."""

    def judge(units: Iterable[TranslationUnit]) -> Iterator[Verdict]:
        for unit in units:
            found = faults(unit, languages, kinds)
            said = "; ".join(fault.said for fault in found)
            yield Verdict(unit, Case("rejected", found[0].kind, unit, said) if found else None)

    return judge


def not_selected(wanted: Selection) -> Judge:
    """Return a judge who skips units that are not meant."""
    meant = selector(wanted)

    def judge(units: Iterable[TranslationUnit]) -> Iterator[Verdict]:
        for unit in units:
            yield Verdict(unit, None if meant(unit) else Case("skipped", NOT_SELECTED, unit))

    return judge


def selected(wanted: Selection) -> Judge:
    """Return a judge who removes the units that are meant; all of them where nothing is asked."""
    meant = selector(wanted)

    def judge(units: Iterable[TranslationUnit]) -> Iterator[Verdict]:
        for unit in units:
            doomed = not wanted or meant(unit)
            yield Verdict(unit, Case("removed", "selected", unit) if doomed else None)

    return judge


def repeated(*, by_source: bool) -> Judge:
    """Return a judge who rejects all but the best of units that say the same.

    The same is the same pair of texts, letter case, width and white space set aside; or the same
    source. The best is the one with the highest status, then the surest, then the latest.
    """

    def judge(units: Iterable[TranslationUnit]) -> Iterator[Verdict]:
        everyone = list(units)
        best: dict[tuple[object, ...], int] = {}
        keys = [_words(unit, by_source=by_source) for unit in everyone]
        for place, key in enumerate(keys):
            other = best.setdefault(key, place)
            if _worth(everyone[place]) > _worth(everyone[other]):
                best[key] = place
        for place, (unit, key) in enumerate(zip(everyone, keys, strict=True)):
            stays = best[key]
            case = None if stays == place else _twin(unit, everyone[stays])
            yield Verdict(unit, case)

    return judge


def _words(unit: TranslationUnit, *, by_source: bool) -> tuple[object, ...]:
    if by_source:
        return (match_key(unit.source),)
    return (match_key(unit.source), match_key(unit.target), unit.source_codes, unit.target_codes)


def _worth(unit: TranslationUnit) -> tuple[object, ...]:
    return (*worth(unit.status, unit.confidence), date_of(unit))


def _twin(unit: TranslationUnit, stays: TranslationUnit) -> Case:
    where = ", ".join(part for part in (stays.symbol, stays.path) if part) or "elsewhere"
    alike = match_key(unit.target) == match_key(stays.target)
    reason = "duplicate" if alike else "other-target"
    return Case("rejected", reason, unit, f"the one kept is in {where}")


def marked_rejects(cases: Sequence[Case]) -> list[TranslationUnit]:
    """Return the units of cases, each with its reason as a property, to be written to a file."""
    return [
        replace(
            case.unit,
            props=(*case.unit.props, ("x-rejected", f"{case.reason}: {case.said}")),
        )
        for case in cases
    ]


def export(
    names: Sequence[str], langs: Langs, wanted: Selection, to: Destination, level: int
) -> tuple[Report, Iterable[bytes]]:
    """Write the units that are meant, of all memories, as one TMX; or return it in pieces.

    There are pieces where ``to`` has no output.

    Raises:
        MemoryStoreError: a memory is missing, damaged or out of reach.
        WriteRefusedError: the output exists, or is one of the memories.
    """
    report = Report()
    if to.output is not None and not is_tmx(to.output):
        raise UsageError(f"{shown(to.output)} is no TMX; name a file that ends in .tmx or .tmx.gz.")
    units = list(_chosen(names, langs, wanted, report))
    report.count("created", len(units))
    if to.output is None:
        return report, tmx_pieces(units, langs, level=level)
    write_units(units, langs, to, inputs=names, level=level)
    return report, ()


def _chosen(
    names: Sequence[str], langs: Langs, wanted: Selection, report: Report
) -> Iterator[TranslationUnit]:
    judge = not_selected(wanted)
    for name in names:
        units = Units(name, langs)
        for verdict in judge(units):
            report.read += 1
            if verdict.case is None:
                yield verdict.unit
            else:
                report.add(verdict.case)
        report.heard(units.findings)
