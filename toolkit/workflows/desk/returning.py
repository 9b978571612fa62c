"""A translation that comes back, brought home to the segments of its document.

Segments are known by their ids, else by their words. What has changed since the document was sent
out is refused, or left in the source language where the user says so; whatever else is not as it
was sent is told of, one clear line each.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.diagnostics import Finding
from toolkit.errors import InputError, WriteRefusedError
from toolkit.exchange.codes import homeward, same_words, told
from toolkit.exchange.damage import damage, without_controls
from toolkit.exchange.findings import Findings
from toolkit.exchange.steps import where
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment, stripped
from toolkit.languages import Language
from toolkit.model.desk import Answered, DeskSegment, Translation
from toolkit.workflows.desk.codes import told as places_told
from toolkit.workflows.desk.codes import with_codes
from toolkit.workflows.desk.fitting import (
    check_source,
    joined_ids,
    target_of,
    with_pieces_joined,
)
from toolkit.workflows.desk.quoting import apart, short
from toolkit.workflows.desk.segments import Desk, lay_out, regrouped
from toolkit.workflows.desk.slipping import strangers
from toolkit.workflows.documents.reading import Loaded

_SHOWN = 5  # places named in a refusal
UNCONFIRMED = "The file marks this translation as needing review."
DAMAGED = "Something of this translation was damaged or lost on its way; look at it as a whole."

SLIPPED = "The translations of the file do not stand beside their sources; compare this one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A desk with the translations that came back, by the ids of its segments."""

    desk: Desk
    translations: Mapping[str, Translation]
    findings: tuple[Finding, ...]

    def counts(self) -> dict[str, int]:
        """Return how many segments are reviewed, unconfirmed and untranslated."""
        said = [one.answered for one in self.translations.values()]
        reviewed = said.count(Answered.REVIEWED)
        unsure = said.count(Answered.FUZZY)
        whole = len(self.desk.segments)
        return {
            "reviewed": reviewed,
            "unconfirmed": unsure,
            "untranslated": whole - reviewed - unsure,
        }


def bring_back(
    original: Loaded,
    file: ExchangeFile,
    name: str,
    *,
    target: Language | None = None,
    take_changed: bool = False,
) -> Returned:
    """Return the document's desk with the translations of a file.

    Args:
        original: the document that was sent out.
        file: what came back.
        name: of the file, for messages.
        target: the language it is translated into; None for what the file says.
        take_changed: leave segments whose source has changed in the source language instead of
            refusing.

    Raises:
        UsageError: the languages of file and document do not agree.
        InputError: not one segment of the file is of this document.
        WriteRefusedError: the document has changed since; the message says where.
    """
    check_source(original, file, name)
    desk = lay_out(original, target or target_of(file, name))
    file = with_pieces_joined(desk, file)
    desk = regrouped(desk, joined_ids(desk, file.units))
    return _Bringing(desk, file, name, take_changed=take_changed).run()


@dataclass(slots=True)
class _Sorted:
    """Units by the segments they are of; ``changed`` are segments whose source is not the same."""

    units: dict[str, ExchangeUnit] = field(default_factory=dict)
    changed: list[tuple[DeskSegment, ExchangeUnit]] = field(default_factory=list)
    unknown: list[ExchangeUnit] = field(default_factory=list)


class _Bringing:
    def __init__(self, desk: Desk, file: ExchangeFile, name: str, *, take_changed: bool) -> None:
        self._desk = desk
        self._file = file
        self._name = name
        self._take_changed = take_changed
        self._found = Findings(name)
        self._language = desk.source.name
        self._slipped = False
        self._same_file = bool(file.sha256) and file.sha256 == desk.input.sha256

    def run(self) -> Returned:
        by_id = {one.id: one for one in self._desk.segments}
        given = self._sort(by_id)
        if self._same_file:
            self._find_by_words(given)
        else:
            self._find_moved(given, by_id)
        if not given.units and not given.changed and not self._has_nothing():
            raise InputError(
                f"{self._name} has no segment of {self._desk.input.path}; it belongs to "
                f"{self._file.original or 'another document'}. Name its document with --original."
            )
        self._judge_changes(given, by_id)
        self._order(given)
        self._find_slipped(given, by_id)
        translations = dict(self._translations(given, by_id))
        self._tell_rest(given, translations)
        found = (*self._file.findings, *self._found.all())
        return Returned(desk=self._desk, translations=translations, findings=found)

    def _has_nothing(self) -> bool:
        """Return whether there is nothing to translate, in the document and in its file."""
        return self._same_file and not self._desk.segments and not self._file.units

    # -- whose is what ---------------------------------------------------------------------
    def _sort(self, by_id: Mapping[str, DeskSegment]) -> _Sorted:
        given = _Sorted()
        for unit in self._file.units:
            if any(unit.langs) or (not unit.translate and unit.id not in by_id):
                continue  # of another language, or not for translation
            segment = by_id.get(unit.id)
            if segment is None:
                given.unknown.append(unit)
            elif unit.id in given.units:
                self._twice(segment, given.units[unit.id], unit)
            elif same_words(segment.source, unit.source):
                given.units[unit.id] = unit
            else:
                given.changed.append((segment, unit))
        return given

    def _twice(self, segment: DeskSegment, first: ExchangeUnit, other: ExchangeUnit) -> None:
        if other.target is not None and other.target != first.target:
            self._say("EXC107", segment, other=short(other.target.text))

    def _find_moved(self, given: _Sorted, by_id: Mapping[str, DeskSegment]) -> None:
        """Know units by their words first: a paragraph put in gives all behind it other ids."""
        given.unknown = [*(unit for _, unit in given.changed), *given.unknown]
        given.changed = []
        self._find_by_words(given)
        left: list[ExchangeUnit] = []
        for unit in given.unknown:
            segment = by_id.get(unit.id)
            if segment is None or segment.id in given.units:
                left.append(unit)
            else:
                given.changed.append((segment, unit))
        given.unknown = left

    def _find_by_words(self, given: _Sorted) -> None:
        """Know units whose id is none of the document's by their words, where only one has them."""
        ours: dict[str, list[DeskSegment]] = defaultdict(list)
        met = {segment.id for segment, _ in given.changed}
        for segment in self._desk.segments:
            if segment.id not in given.units and segment.id not in met:
                ours[_words(segment.source)].append(segment)
        theirs: dict[str, list[ExchangeUnit]] = defaultdict(list)
        for unit in given.unknown:
            theirs[_words(unit.source)].append(unit)
        left: list[ExchangeUnit] = []
        for key, units in theirs.items():
            segments = ours.get(key, [])
            if len(segments) != len(units):
                left.extend(units)
                continue
            for segment, unit in zip(segments, units, strict=True):
                given.units[segment.id] = unit
                if self._same_file:
                    self._say("EXC109", segment, id=unit.id[:40])
        given.unknown = left

    # -- what has changed ------------------------------------------------------------------
    def _judge_changes(self, given: _Sorted, by_id: Mapping[str, DeskSegment]) -> None:
        for unit in given.unknown if self._same_file else ():
            self._found.add(
                "EXC101", id=unit.id[:40], line=unit.line, source=short(unit.source.text)
            )
        if self._same_file:
            for segment, unit in given.changed:
                expected, found = apart(segment.source.text, unit.source.text)
                self._say("EXC102", segment, found=found, expected=expected)
            return
        places = list(self._changed_places(given, by_id))
        if places and not self._take_changed:
            raise WriteRefusedError(self._refusal(places))
        for segment, unit in given.changed:
            expected, found = apart(segment.source.text, unit.source.text)
            said = {"found": found, "expected": expected}
            self._say("EXC111", segment, language=self._language, **said)
        for unit in given.unknown:
            self._found.add(
                "EXC101", id=unit.id[:40], line=unit.line, source=short(unit.source.text)
            )

    def _changed_places(self, given: _Sorted, by_id: Mapping[str, DeskSegment]) -> Iterator[str]:
        """Yield where document and file do not have the same sources."""
        for segment, unit in given.changed:
            ours, theirs = apart(segment.source.text, unit.source.text)
            yield f"{where(segment) or segment.id}: “{ours}” (translated: “{theirs}”)"
        for unit in given.unknown:
            yield f"{unit.path or unit.id}: not there any more: “{short(unit.source.text)}”"
        met = {*given.units, *(segment.id for segment, _ in given.changed)}
        if self._file.sha256:
            for segment in by_id.values():
                if segment.id not in met:
                    yield f"{where(segment) or segment.id}: new: “{short(segment.source.text)}”"

    def _refusal(self, places: Sequence[str]) -> str:
        more = f"; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        told_places = "; ".join(places[:_SHOWN])
        path, count = self._desk.input.path, _places(len(places))
        here = posixpath.basename(path.replace("\\", "/"))
        if self._file.original not in ("", here) and len(places) > len(self._desk.segments) / 2:
            return (
                f"{self._name} is a translation of {self._file.original}; {path} has other words "
                f"at {count}: {told_places}{more}. Name the document that was sent out with "
                "--original."
            )
        return (
            f"{path} has changed since {self._name} was made from it, at {count}: "
            f"{told_places}{more}. Give the document as it was sent out, or use --changed leave to "
            "leave these places untranslated."
        )

    def _order(self, given: _Sorted) -> None:
        rank = {one.id: at for at, one in enumerate(self._desk.segments)}
        known = {unit: rank[name] for name, unit in given.units.items()}
        places = [known[unit] for unit in self._file.units if unit in known]
        if places != sorted(places):
            self._found.add("EXC108")

    def _find_slipped(self, given: _Sorted, by_id: Mapping[str, DeskSegment]) -> None:
        texts = [
            (segment.source.text, unit.target.text if unit.target is not None else "")
            for name, segment in by_id.items()
            if (unit := given.units.get(name)) is not None
        ]
        found = strangers(texts)
        if found is not None:
            self._slipped = True
            self._found.add("EXC115", count=found[0], all=found[1])

    # -- translations ----------------------------------------------------------------------
    def _translations(
        self, given: _Sorted, by_id: Mapping[str, DeskSegment]
    ) -> Iterator[tuple[str, Translation]]:
        for segment in by_id.values():
            unit = given.units.get(segment.id)
            if unit is not None and _is_translated(segment, unit):
                yield segment.id, self._translation(segment, unit)

    def _translation(self, segment: DeskSegment, unit: ExchangeUnit) -> Translation:
        damaged = list(damage(unit))
        for code, values in damaged:
            self._say(code, segment, **values)
        came = homeward(segment.source, stripped(without_controls(unit.target or Segment(""))))
        target, note = came.segment, ""
        if came.added:
            self._say("EXC104", segment, codes=told(came.added))
        if came.missing:
            languages = (self._desk.source, self._desk.target)
            placed = with_codes(segment.source, target.text, languages, target.codes)
            target, note = placed.segment, places_told(placed)
            done = note or "They were put where the words tell their places."
            self._say("EXC103", segment, codes=told(came.missing), done=done)
        review = unit.state is State.REVIEW
        if review or damaged or self._slipped:
            slipped = SLIPPED if self._slipped else ""
            parts = (UNCONFIRMED if review else "", DAMAGED if damaged else "", slipped, note)
            said = " ".join(filter(None, parts))
            return Translation(target=target, answered=Answered.FUZZY, note=said)
        return Translation(target=target, answered=Answered.REVIEWED, score=100, note=note)

    # -- the rest --------------------------------------------------------------------------
    def _tell_rest(self, given: _Sorted, translations: Mapping[str, Translation]) -> None:
        segments = self._desk.segments
        met = {*given.units, *(segment.id for segment, _ in given.changed)}
        missing = [one for one in segments if one.id not in met]
        blank = [one for one in segments if one.id in given.units and one.id not in translations]
        unsure = [
            one
            for one in segments
            if one.id in translations and given.units[one.id].state is State.REVIEW
        ]
        for code, ones in (("EXC106", missing), ("EXC105", blank), ("EXC110", unsure)):
            if ones:
                counted = {"count": len(ones), "all": len(segments), "language": self._language}
                self._say(code, ones[0], **counted)

    def _say(self, code: str, segment: DeskSegment, **values: object) -> None:
        self._found.add(code, path=segment.path, place=segment.place, **values)


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"


def _is_translated(segment: DeskSegment, unit: ExchangeUnit) -> bool:
    """Return whether a unit has a translation; a copy of its source is none unless confirmed."""
    if unit.target is None or not unit.target.text.strip():
        return False
    if unit.state is State.REVIEWED:
        return True
    return not same_words(segment.source, unit.target)


def _words(segment: Segment) -> str:
    return " ".join(segment.text.split())
