"""Which unit of a file that comes back is which segment: by its id, else by its words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from toolkit.exchange.codes import same_words
from toolkit.exchange.findings import Findings
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit
from toolkit.inline import Segment
from toolkit.model.desk import DeskSegment
from toolkit.workflows.desk.quoting import short
from toolkit.workflows.desk.segments import Desk


@dataclass(slots=True)
class Known:
    """Units by the segments they are of.

    ``changed`` are segments whose source is not the same in the file, ``unknown`` units of none.
    """

    units: dict[str, ExchangeUnit] = field(default_factory=dict)
    changed: list[tuple[DeskSegment, ExchangeUnit]] = field(default_factory=list)
    unknown: list[ExchangeUnit] = field(default_factory=list)


def is_same_file(desk: Desk, file: ExchangeFile) -> bool:
    """Return whether the document is, byte for byte, the one that was sent out."""
    return bool(file.sha256) and file.sha256 == desk.input.sha256


def known(desk: Desk, file: ExchangeFile, found: Findings) -> Known:
    """Return whose the units of a file are; a segment that is there twice is told."""
    knowing = _Knowing(desk.segments, found)
    knowing.by_id(file.units)
    if is_same_file(desk, file):
        knowing.by_words(tell=True)
    else:
        knowing.moved()
    return knowing.given


class _Knowing:
    def __init__(self, segments: Sequence[DeskSegment], found: Findings) -> None:
        self._segments = {one.id: one for one in segments}
        self._found = found
        self.given = Known()

    def by_id(self, units: Sequence[ExchangeUnit]) -> None:
        for unit in units:
            segment = self._segments.get(unit.id)
            if any(unit.langs) or (not unit.translate and segment is None):
                continue  # of another language, or not for translation
            if segment is None:
                self.given.unknown.append(unit)
            elif unit.id in self.given.units:
                self._twice(segment, self.given.units[unit.id], unit)
            elif same_words(segment.source, unit.source):
                self.given.units[unit.id] = unit
            else:
                self.given.changed.append((segment, unit))

    def _twice(self, segment: DeskSegment, first: ExchangeUnit, other: ExchangeUnit) -> None:
        if other.target is not None and other.target != first.target:
            self._found.at(segment, "EXC107", other=short(other.target.text))

    def moved(self) -> None:
        """Know units by their words first: a paragraph put in gives all behind it other ids."""
        given = self.given
        given.unknown = [*(unit for _, unit in given.changed), *given.unknown]
        given.changed = []
        self.by_words()
        left: list[ExchangeUnit] = []
        for unit in given.unknown:
            segment = self._segments.get(unit.id)
            if segment is None or segment.id in given.units:
                left.append(unit)
            else:
                given.changed.append((segment, unit))
        given.unknown = left

    def by_words(self, *, tell: bool = False) -> None:
        """Know units whose id is none of the document's by their words, where as many have them."""
        given = self.given
        ours: dict[str, list[DeskSegment]] = defaultdict(list)
        met = {segment.id for segment, _ in given.changed}
        for segment in self._segments.values():
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
                if tell:
                    self._found.at(segment, "EXC109", id=unit.id[:40])
        given.unknown = left


def _words(segment: Segment) -> str:
    return " ".join(segment.text.split())
