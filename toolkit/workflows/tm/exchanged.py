"""Units of an exchange file (XLIFF, PO, a bilingual table) for a memory."""

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.diagnostics import Finding
from toolkit.exchange.damage import damage
from toolkit.exchange.findings import Findings
from toolkit.exchange.registry import SUFFIXES, read_exchange
from toolkit.exchange.segmented import segments_of
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment, stripped
from toolkit.languages import by_code, codes
from toolkit.languages.tags import base
from toolkit.model.identity import turned
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.desk.slipping import slipped as slipped_in
from toolkit.workflows.desk.slipping import strangers
from toolkit.workflows.documents.files import read_input

Langs = tuple[str, str]

CONTEXT = "x-context"
"""The property of a unit that keeps what told its source from an equal one."""

_STATUS = {State.REVIEWED: "reviewed", State.TRANSLATED: "aligned"}


def is_exchange(name: str, via: str | None) -> bool:
    """Return whether a name is that of a file of an exchange format, and of no memory."""
    return "://" not in name and (via is not None or name.lower().endswith(SUFFIXES))


class ExchangedUnits:
    """The units of an exchange file in two languages, in order.

    Only what is translated and not marked as needing review; the rest is counted in
    ``findings``, complete at the end. A file that runs the other way gives its units turned round.
    A translation that its file calls final is ``reviewed``, any other ``aligned``, without a
    confidence, since a person made it.
    """

    def __init__(self, name: str, langs: Langs, via: str | None = None) -> None:
        """Name the file; nothing is read yet."""
        self.findings: tuple[Finding, ...] = ()
        self._name = name
        self._langs = base(langs[0]), base(langs[1])
        self._via = via

    def __iter__(self) -> Iterator[TranslationUnit]:
        """Yield the units.

        Raises:
            InputError: the file cannot be read.
        """
        given = read_input(self._name)
        file = read_exchange(given.data, given.path, via=self._via)
        told = Findings(self._name)
        yield from _units_of(file, self._langs, told)
        self.findings = (*file.findings, *told.all())


def _units_of(file: ExchangeFile, wanted: Langs, told: Findings) -> Iterator[TranslationUnit]:
    """Yield the units in the languages wanted; parts of a file may be in others."""
    others: Counter[Langs] = Counter()
    ours: list[ExchangeUnit] = []
    slipped: list[ExchangeUnit] = []
    in_order = bool(file.sha256) or file.format.startswith("xliff")
    units = [one for unit in file.units for one in segments_of(unit)]
    words = ["", *(unit.source.text for unit in units), ""]
    said = _languages((file.source_lang, file.target_lang), wanted)
    astray = _astray(units, said if {*said} == {*wanted} else wanted)
    for at, unit in enumerate(units):
        given = unit.langs if any(unit.langs) else (file.source_lang, file.target_lang)
        said = _languages(given, wanted)
        if {*said} != {*wanted}:
            others[given] += 1
            continue
        ours.append(unit)
        beside = (words[at], words[at + 2]) if in_order else ("", "")
        if unit.translate and unit.state in _STATUS and _has_words(unit):
            if at in astray:
                slipped.append(unit)
                continue
            if _is_damaged(unit, told):
                continue
            made = _unit(file, unit, said, beside)
            yield made if said == wanted else turned(made)
    for given, count in others.items():
        told.add("EXC123", count=count, source=given[0], target=given[1])
    if slipped:
        told.add("EXC130", count=len(slipped), line=slipped[0].line)
    _tell_left_out(ours, told)


def _astray(units: Sequence[ExchangeUnit], langs: Langs) -> set[int]:
    """Return the places of units whose translations stand beside other sources."""
    pairs = [(unit.source.text, unit.target.text if unit.target else "") for unit in units]
    known = {*map(base, langs)} <= {*codes()}  # of others no figures can be read
    if known and strangers(pairs, (by_code(langs[0]), by_code(langs[1]))):
        return set(range(len(units)))
    return {at for one in slipped_in(pairs) for at in range(one.first, one.end)}


def _languages(given: Langs, wanted: Langs) -> Langs:
    """Return the languages of a unit; what its file does not say is what is wanted."""
    source, target = base(given[0]), base(given[1])
    if not source:
        source = wanted[0] if target != wanted[0] else wanted[1]
    if not target:
        target = wanted[1] if source != wanted[1] else wanted[0]
    return source, target


def _tell_left_out(given: Sequence[ExchangeUnit], told: Findings) -> None:
    kept = [unit for unit in given if not unit.translate]
    given = [unit for unit in given if unit.translate]
    blank = [unit for unit in given if unit.state is State.NEW or not _has_words(unit)]
    unsure = [unit for unit in given if unit.state is State.REVIEW and _has_words(unit)]
    for code, units in (("EXC122", blank), ("EXC121", unsure), ("EXC124", kept)):
        if units:
            told.add(code, count=len(units), line=units[0].line)


def _has_words(unit: ExchangeUnit) -> bool:
    return bool(unit.source.text.strip() and unit.target and unit.target.text.strip())


def _is_damaged(unit: ExchangeUnit, told: Findings) -> bool:
    """Tell what was damaged of a unit, in one finding."""
    for code, values in damage(unit):
        told.add(code, path="", place=f"line {unit.line}" if unit.line else "", **values)
        return True
    return False


def _unit(
    file: ExchangeFile, unit: ExchangeUnit, langs: Langs, beside: tuple[str, str]
) -> TranslationUnit:
    source, target = stripped(unit.source), stripped(unit.target or Segment(""))
    return TranslationUnit(
        source=source.text,
        target=target.text,
        source_lang=langs[0],
        target_lang=langs[1],
        symbol=file.symbol,
        path=unit.path if file.sha256 else "",
        status=_STATUS[unit.state],
        previous=beside[0],
        following=beside[1],
        props=((CONTEXT, unit.context),) if unit.context else (),
        notes=unit.notes,
        source_codes=source.codes,
        target_codes=target.codes,
    )
