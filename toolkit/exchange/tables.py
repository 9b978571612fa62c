"""Bilingual tables: what their columns are, and a desk as rows and back, whatever they stand in.

The first row says what it is and of which document; the second has the names of the columns. A
table of others is read by the names of its columns alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.exchange.codes import as_marks, outward
from toolkit.exchange.findings import Findings
from toolkit.exchange.steps import STATES, origin, remarks, tag_of
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment, read_marks
from toolkit.languages.tags import base
from toolkit.model.desk import Answered, Bilingual

COLUMNS = ("id", "where", "label", "source", "target", "state", "score", "origin", "note")
SIGN = "undraft:bilingual/1"
STATES_SAID = tuple(state.value for state in State)

# What the columns of tables of others are called, in small letters.
_ALIASES = {
    "source": ("source", "english", "original", "原文", "英文"),
    "target": ("target", "translation", "chinese", "译文", "中文"),
    "id": ("id", "key", "context", "segment"),
    "state": ("state", "status"),
    "note": ("note", "notes", "comment", "comments"),
    "where": ("where", "path", "location"),
}
# What a state is called; "" and "new" beside a translation are those of a translator in a hurry.
_STATES = {
    **dict.fromkeys(("", State.NEW.value, State.TRANSLATED.value), State.TRANSLATED),
    **dict.fromkeys((State.REVIEWED.value, "final", "approved", "ok"), State.REVIEWED),
    State.REVIEW.value: State.REVIEW,
}
_MOST_SEARCHED = 10  # rows, for the names of columns

_DIGEST = re.compile(r"[0-9a-f]{64}")
_JUDGED = ("id", "source", "target", "state")  # columns whose cells must be text


@dataclass(frozen=True, slots=True)
class NoText:
    """A cell of a spreadsheet that holds something else than text; ``what`` says what."""

    what: str


Cell = str | NoText
Rows = Iterable[tuple[int, Sequence[Cell]]]


def rows_of(desk: Bilingual) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a desk: what it is, the names of the columns, a row a segment."""
    langs = tag_of(desk.source_lang), tag_of(desk.target_lang)
    yield (SIGN, desk.original, desk.sha256, desk.symbol, *langs)
    yield COLUMNS
    for segment, one in zip(desk.segments, desk.translations, strict=True):
        source, target = outward(segment.source, one.target)
        matched = one.memory or one.answered is Answered.WRITTEN
        yield (
            segment.id,
            segment.path or segment.place,
            segment.label,
            as_marks(source),
            "" if target is None else as_marks(target),
            STATES[one.answered].value,
            str(one.score) if matched and target is not None else "",
            origin(one.symbol, one.path, one.memory),
            "\n".join([*remarks(one), *(f"Or ({o.score}): {o.target}" for o in one.rivals)]),
        )


def file_of(rows: Rows, path: str, kind: str) -> ExchangeFile:
    """Return what the rows of a table say, with their numbers as a spreadsheet counts.

    Raises:
        InputError: there are no columns for source and target.
    """
    waiting = iter(rows)
    said: Sequence[str] = ()
    for _, (_, row) in zip(range(_MOST_SEARCHED), waiting, strict=False):
        cells = [_plain(cell) for cell in row]
        if SIGN in map(str.strip, cells):
            said = _said(cells)
            continue
        columns = _columns(cells)
        if columns is not None:
            # Ours too where the row that says what it is was taken away.
            ours = bool(said) or {*COLUMNS} <= {cell.strip().lower() for cell in cells}
            break
    else:
        raise InputError(
            f"{path} is no bilingual table: none of its first rows names the columns "
            "“source” and “target”."
        )
    reading = _Reading(columns, ours, Findings(path), Counter())
    units = tuple(reading.units(waiting))
    original, digest, symbol, source, target = said or [""] * 5
    return ExchangeFile(
        format=kind,
        units=units,
        original=original,
        sha256=digest,
        symbol=symbol,
        source_lang=source,
        target_lang=target,
        findings=reading.findings(),
    )


def _said(cells: Sequence[str]) -> Sequence[str]:
    """Return name, digest, symbol and languages of a document, wherever columns were put in."""
    given = [cell.strip() for cell in cells]
    given = [cell for cell in given[given.index(SIGN) + 1 :] if cell]
    at = next((at for at, cell in enumerate(given) if _DIGEST.fullmatch(cell)), len(given))
    behind = given[at + 1 :]
    langs = behind[-2:] if len(behind) > 1 else ["", ""]
    symbol = behind[0] if len(behind) > 2 else ""
    return ["".join(given[:at][:1]), "".join(given[at : at + 1]), symbol, *langs]


def _columns(cells: Sequence[str]) -> dict[str, int] | None:
    """Return where which column is, None where source or target is not among them."""
    heads = [cell.strip().lower() for cell in cells]
    found = {
        name: heads.index(alias)
        for name, aliases in _ALIASES.items()
        for alias in reversed(aliases)  # ours, which comes first, is the last word
        if alias in heads
    }
    if "source" in found and "target" in found:
        return found
    langs = {base(head): place for place, head in enumerate(heads) if head}
    if "en" in langs and "zh" in langs:
        return {**found, "source": langs["en"], "target": langs["zh"]}
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Makes units of rows; ``unknown`` counts states that are not known."""

    columns: Mapping[str, int]
    ours: bool
    told: Findings
    unknown: Counter[str]

    def units(self, rows: Rows) -> Iterator[ExchangeUnit]:
        """Yield the units of the rows that are not blank."""
        for line, cells in rows:
            row = {n: cells[at] if at < len(cells) else "" for n, at in self.columns.items()}
            if any(row.values()):
                yield self._unit(line, row)

    def findings(self) -> tuple[Finding, ...]:
        """Return what there is to say when all units are read."""
        for state, count in self.unknown.items():
            known = ", ".join(STATES_SAID)
            self.told.add("EXC125", count=count, state=state[:40], known=known)
        return self.told.all()

    def _unit(self, line: int, row: Mapping[str, Cell]) -> ExchangeUnit:
        for name in _JUDGED:
            cell = row.get(name, "")
            if isinstance(cell, NoText):
                self.told.add("EXC129", place=f"row {line}", column=name, kind_word=cell.what)
        said = {name: _plain(cell) for name, cell in row.items()}
        return ExchangeUnit(
            id=said.get("id", "").strip() or f"row {line}",
            source=self._segment(said["source"]),
            target=self._segment(said["target"]) if said["target"].strip() else None,
            state=self._state(said["target"], row.get("state", "")),
            notes=tuple(filter(None, (said.get("note", ""),))),
            path=said.get("where", ""),
            line=line,
        )

    def _segment(self, text: str) -> Segment:
        return read_marks(text) if self.ours else Segment(text)

    def _state(self, target: str, said: Cell) -> State:
        """Return how far a row is; one with a state that is not known is for review."""
        if not target.strip():
            return State.NEW
        if isinstance(said, NoText):
            return State.REVIEW
        state = _STATES.get(said.strip().lower())
        if state is None:
            self.unknown[said.strip()] += 1
        return State.REVIEW if state is None else state


def _plain(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""
