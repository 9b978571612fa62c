"""A translation that comes back, brought home to the segments of its document.

Segments are known by their ids, else by their words. What has changed since the document was sent
out is refused, or left in the source language where the user says so; whatever else is not as it
was sent is told of, one clear line each.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.errors import InputError, WriteRefusedError
from toolkit.exchange.findings import Findings
from toolkit.exchange.steps import where
from toolkit.exchange.unit import ExchangeFile, State
from toolkit.languages import Language
from toolkit.model.desk import Answered, DeskSegment, Translation
from toolkit.workflows.desk.fitting import (
    check_source,
    joined_ids,
    target_of,
    with_pieces_joined,
)
from toolkit.workflows.desk.knowing import Known, is_same_file, known
from toolkit.workflows.desk.quoting import apart, short
from toolkit.workflows.desk.segments import Desk, lay_out, regrouped
from toolkit.workflows.desk.taking import taken
from toolkit.workflows.documents.reading import Loaded

_SHOWN = 5  # places named in a refusal


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


class _Bringing:
    def __init__(self, desk: Desk, file: ExchangeFile, name: str, *, take_changed: bool) -> None:
        self._desk = desk
        self._file = file
        self._name = name
        self._take_changed = take_changed
        self._found = Findings(name)
        self._language = desk.source.name
        self._same_file = is_same_file(desk, file)

    def run(self) -> Returned:
        by_id = {one.id: one for one in self._desk.segments}
        given = known(self._desk, self._file, self._found)
        if not given.units and not given.changed and not self._has_nothing():
            raise InputError(
                f"{self._name} has no segment of {self._desk.input.path}; it belongs to "
                f"{self._file.original or 'another document'}. Name its document with --original."
            )
        self._judge_changes(given, by_id)
        self._order(given)
        translations = taken(self._desk, self._file, given.units, self._found)
        self._tell_rest(given, translations)
        found = (*self._file.findings, *self._found.all())
        return Returned(desk=self._desk, translations=translations, findings=found)

    def _has_nothing(self) -> bool:
        """Return whether there is nothing to translate, in the document and in its file."""
        return self._same_file and not self._desk.segments and not self._file.units

    # -- what has changed ------------------------------------------------------------------
    def _judge_changes(self, given: Known, by_id: Mapping[str, DeskSegment]) -> None:
        for unit in given.unknown if self._same_file else ():
            self._found.add(
                "EXC101", id=unit.id[:40], line=unit.line, source=short(unit.source.text)
            )
        if self._same_file:
            for segment, unit in given.changed:
                expected, found = apart(segment.source.text, unit.source.text)
                self._found.at(segment, "EXC102", found=found, expected=expected)
            return
        places = list(self._changed_places(given, by_id))
        if places and not self._take_changed:
            raise WriteRefusedError(self._refusal(places))
        for segment, unit in given.changed:
            expected, found = apart(segment.source.text, unit.source.text)
            said = {"found": found, "expected": expected}
            self._found.at(segment, "EXC111", language_word=self._language, **said)
        for unit in given.unknown:
            self._found.add(
                "EXC101", id=unit.id[:40], line=unit.line, source=short(unit.source.text)
            )

    def _changed_places(self, given: Known, by_id: Mapping[str, DeskSegment]) -> Iterator[str]:
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

    def _order(self, given: Known) -> None:
        rank = {one.id: at for at, one in enumerate(self._desk.segments)}
        ranks = {unit: rank[name] for name, unit in given.units.items()}
        places = [ranks[unit] for unit in self._file.units if unit in ranks]
        if places != sorted(places):
            self._found.add("EXC108")

    # -- the rest --------------------------------------------------------------------------
    def _tell_rest(self, given: Known, translations: Mapping[str, Translation]) -> None:
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
                counted = {
                    "count": len(ones),
                    "all": len(segments),
                    "language_word": self._language,
                }
                self._found.at(ones[0], code, **counted)


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{count} places"
