"""What comes back of each segment as a translation of the desk, with the codes of the document.

Confirmed are translations whose file does not ask for a review and to which nothing has happened
on the way; the others are in the document with a remark, and in no memory.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.checks.left_over import left_over, sentences
from toolkit.exchange.codes import emptied, homeward, same_words, told
from toolkit.exchange.damage import damage, without_controls
from toolkit.exchange.findings import Findings
from toolkit.exchange.steps import where
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment, stripped
from toolkit.model.desk import Answered, DeskSegment, Translation
from toolkit.workflows.desk.codes import told as places_told
from toolkit.workflows.desk.codes import with_codes
from toolkit.workflows.desk.segments import Desk
from toolkit.workflows.desk.slipping import slipped, strangers

UNCONFIRMED = "The file marks this translation as needing review."
DAMAGED = "Something of this translation was damaged or lost on its way; look at it as a whole."
LEFT = "Not all of it is translated."
SLIPPED = "The translations of the file do not stand beside their sources; compare this one."


def taken(
    desk: Desk, file: ExchangeFile, units: Mapping[str, ExchangeUnit], found: Findings
) -> dict[str, Translation]:
    """Return the translations of the units, which are by the ids of their segments, in order."""
    strange = _out_of_place(desk, file, units, found)
    taking = _Taking(desk, found)
    return {
        segment.id: taking.translation(segment, unit, astray=segment.id in strange)
        for segment in desk.segments
        if (unit := units.get(segment.id)) is not None and _is_translated(segment, unit)
    }


def _is_translated(segment: DeskSegment, unit: ExchangeUnit) -> bool:
    """Return whether a unit has a translation; a copy of its source is none unless confirmed."""
    if unit.target is None or not unit.target.text.strip():
        return False
    if unit.state is State.REVIEWED:
        return True
    return not same_words(segment.source, unit.target)


def _out_of_place(
    desk: Desk, file: ExchangeFile, units: Mapping[str, ExchangeUnit], found: Findings
) -> set[str]:
    """Tell of rows that have slipped; return the ids of the segments they stand beside."""
    by_id = {one.id: one for one in desk.segments}
    ids = {unit: name for name, unit in units.items()}
    rows = [by_id[ids[unit]] for unit in file.units if unit in ids]
    pairs = [(row.source.text, _said(units[row.id])) for row in rows]
    whole = strangers(pairs, (desk.source, desk.target))
    if whole is not None:
        found.add("EXC115", count=whole[0], all=whole[1])
        return set(by_id)
    strange: set[str] = set()
    for one in slipped(pairs):
        last = where(rows[one.end - 1]) or rows[one.end - 1].id
        size = one.end - one.first
        found.at(rows[one.first], "EXC117", last=last, count=one.count, all=size)
        strange.update(row.id for row in rows[one.first : one.end])
    return strange


def _said(unit: ExchangeUnit) -> str:
    return "" if unit.target is None else unit.target.text


@dataclass(frozen=True, slots=True)
class _Taking:
    desk: Desk
    found: Findings

    def translation(self, segment: DeskSegment, unit: ExchangeUnit, *, astray: bool) -> Translation:
        damaged = list(damage(unit))
        for code, values in damaged:
            self.found.at(segment, code, **values)
        target, note = self._with_codes(segment, unit)
        said = (
            UNCONFIRMED if unit.state is State.REVIEW else "",
            DAMAGED if damaged else "",
            self._left_over(segment, target),
            SLIPPED if astray else "",
        )
        if any(said):
            remark = " ".join(filter(None, (*said, note)))
            return Translation(target=target, answered=Answered.FUZZY, note=remark)
        return Translation(target=target, answered=Answered.REVIEWED, score=100, note=note)

    def _left_over(self, segment: DeskSegment, target: Segment) -> str:
        """Tell of sentences that stayed in the source language; return the remark, "" for none.

        A tool that cuts segments anew leaves them behind the first. Notes quote titles.
        """
        here, there = self.desk.target, self.desk.source
        if segment.kind == "note" or same_words(segment.source, target):
            return ""
        every = [span.of(target.text) for span in sentences(target.text, here, there)]
        count = sum(left_over(one, here, there) for one in every)
        if not count:
            return ""
        self.found.at(segment, "EXC118", count=count, all=len(every), language_word=there.name)
        return LEFT

    def _with_codes(self, segment: DeskSegment, unit: ExchangeUnit) -> tuple[Segment, str]:
        """Return the translation with the document's codes, and what is to be said of them."""
        came = homeward(segment.source, stripped(without_controls(unit.target or Segment(""))))
        target = came.segment
        if came.added:
            self.found.at(segment, "EXC104", codes=told(came.added))
        void = emptied(segment.source, target)
        if not came.missing and not void:
            return target, ""
        known = [code for code in target.codes if code not in void]
        placed = with_codes(
            segment.source, target.text, (self.desk.source, self.desk.target), known
        )
        note = places_told(placed)
        done = note or "They were put where the words tell their places."
        for finding, codes in (("EXC103", came.missing), ("EXC116", void)):
            if codes:
                self.found.at(segment, finding, codes=told(codes), done=done)
        return placed.segment, note
