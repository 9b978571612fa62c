"""Bilingual tables: what their columns are, and a desk as rows and back, whatever they stand in.

The first row says what it is and of which document; the second has the names of the columns. A
table of others is read by the names of its columns alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    "source": ("source", "english", "original", "原文"),
    "target": ("target", "translation", "chinese", "译文"),
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

Rows = Iterable[tuple[int, Sequence[str]]]


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
            "\n".join(remarks(one)),
        )


def file_of(rows: Rows, path: str, kind: str) -> ExchangeFile:
    """Return what the rows of a table say, with their numbers as a spreadsheet counts.

    Raises:
        InputError: there are no columns for source and target.
    """
    waiting = iter(rows)
    said: Sequence[str] = ()
    for _, (_, cells) in zip(range(_MOST_SEARCHED), waiting, strict=False):
        if cells and cells[0].strip() == SIGN:
            said = [*cells, *[""] * 6]
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
    unknown: Counter[str] = Counter()
    units = tuple(_units(waiting, columns, unknown, ours=ours))
    given = said or [""] * 6
    return ExchangeFile(
        format=kind,
        units=units,
        original=given[1],
        sha256=given[2],
        symbol=given[3],
        source_lang=given[4],
        target_lang=given[5],
        findings=_told(unknown, path),
    )


def _told(unknown: Counter[str], path: str) -> tuple[Finding, ...]:
    found = Findings(path)
    for state, count in unknown.items():
        known = ", ".join(STATES_SAID)
        found.add("EXC125", count=count, state=state[:40], known=known)
    return found.all()


def _columns(cells: Sequence[str]) -> dict[str, int] | None:
    """Return where which column is, None where source or target is not among them."""
    heads = [cell.strip().lower() for cell in cells]
    found = {
        name: place
        for name, aliases in _ALIASES.items()
        for place, head in enumerate(heads)
        if head in aliases
    }
    if "source" in found and "target" in found:
        return found
    langs = {base(head): place for place, head in enumerate(heads) if head}
    if "en" in langs and "zh" in langs:
        return {**found, "source": langs["en"], "target": langs["zh"]}
    return None


def _units(
    rows: Rows, columns: dict[str, int], unknown: Counter[str], *, ours: bool
) -> Iterator[ExchangeUnit]:
    """Yield the units; states that are not known are counted in ``unknown``."""
    for line, cells in rows:
        cell = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        if not any(cell.values()):
            continue
        target, state = cell["target"], _state(cell)
        if state is None:
            unknown[cell["state"].strip()] += 1
        yield ExchangeUnit(
            id=cell.get("id", "").strip() or f"row {line}",
            source=_segment(cell["source"], ours=ours),
            target=_segment(target, ours=ours) if target.strip() else None,
            state=State.REVIEW if state is None else state,
            notes=tuple(filter(None, (cell.get("note", ""),))),
            path=cell.get("where", ""),
            line=line,
        )


def _segment(text: str, *, ours: bool) -> Segment:
    return read_marks(text) if ours else Segment(text)


def _state(cell: Mapping[str, str]) -> State | None:
    """Return how far a row is, None for a state that is not known."""
    if not cell["target"].strip():
        return State.NEW
    return _STATES.get(cell.get("state", "").strip().lower())
