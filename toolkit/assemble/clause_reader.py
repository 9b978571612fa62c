"""Reading the clauses of ``text.toml``, each fault with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assemble.clauses import (
    EVERY,
    MASTHEAD,
    SERIES,
    SILENT,
    Clause,
    ClauseKind,
    TemplateText,
    Wording,
    misplaced,
    say,
)
from toolkit.assemble.faults import Fault, did_you_mean
from toolkit.assemble.places import Path, Places

_SECTIONS = ("masthead", "form", "start", "clause")
_OPTIONS = (
    "id",
    "kind",
    "level",
    "when",
    "each",
    "continued",
    "number",
    "numbered",
    "note",
    "at",
    "cells",
    "part",
)
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads the tables of one ``text.toml``; faults are added to ``faults``."""

    file: str
    languages: tuple[str, ...]
    places: Places
    faults: list[Fault]

    def read(self, raw: Mapping[str, object]) -> TemplateText:
        """Return the text; what has a fault is left out."""
        for key in raw:
            if key not in _SECTIONS:
                self._fault((key,), f"“{key}” is not known here.{did_you_mean(key, _SECTIONS)}")
        starts = self._table(raw, "start")
        for name in starts:
            if name not in SERIES:
                self._fault(("start", name), f"no series “{name}”.{did_you_mean(name, SERIES)}")
        clauses = self._clauses(raw.get("clause", []), ("clause",))
        for one in misplaced(clauses):
            text = "title-page notes stand before all other clauses, in the order of their lines."
            self.faults.append(Fault(file=self.file, place=one.place, text=text))
        return TemplateText(
            clauses=clauses,
            masthead=self._mastheads(self._table(raw, "masthead")),
            forms={
                name: self._wording(value, ("form", name))
                for name, value in self._table(raw, "form").items()
            },
            starts={name: str(value) for name, value in starts.items()},
        )

    def _mastheads(self, table: Mapping[str, object]) -> dict[str, Wording]:
        for name in table:
            if name not in MASTHEAD:
                hint = did_you_mean(name, MASTHEAD)
                self._fault(("masthead", name), f"no masthead field “{name}”.{hint}")
        return {
            name: self._wording(value, ("masthead", name))
            for name, value in table.items()
            if name in MASTHEAD
        }

    def _clauses(self, raw: object, path: Path) -> tuple[Clause, ...]:
        if not isinstance(raw, list) or len(path) > 2 * _DEEPEST:
            self._fault(path, "write clauses as [[clause]], parts as [[clause.part]].")
            return ()
        made = (self._clause(table, (*path, i)) for i, table in enumerate(raw))
        return tuple(clause for clause in made if clause is not None)

    def _clause(self, table: object, path: Path) -> Clause | None:
        if not isinstance(table, Mapping):
            self._fault(path, "a clause is a table: [[clause]].")
            return None
        kind = str(table.get("kind", "group" if "part" in table else "paragraph"))
        if kind not in list(ClauseKind):
            known = [str(one) for one in ClauseKind]
            self._fault(
                (*path, "kind"), f"“{kind}” is no kind of clause.{did_you_mean(kind, known)}"
            )
            return None
        name = str(table.get("id", ""))
        level = table.get("level", 1)
        if not name:
            self._fault(
                path, 'this clause has no id; give it a short name, such as id = "opening".'
            )
        if not isinstance(level, int) or not 1 <= level <= 4:
            self._fault((*path, "level"), f"a level is 1 to 4, not {level}.")
            level = 1
        return Clause(
            id=name,
            kind=ClauseKind(kind),
            wording=self._own_wording(table, ClauseKind(kind), path),
            level=level,
            when=str(table.get("when", "")),
            each=self._each(table, path),
            continued=str(table.get("continued", "")),
            number=str(table.get("number", "")),
            numbered=table.get("numbered") is not False,
            cells=self._cells(table, ClauseKind(kind), path),
            cells_of=_listed(table),
            at=self._at(table, ClauseKind(kind), path),
            note=self._wording(table["note"], (*path, "note")) if "note" in table else {},
            parts=self._clauses(table.get("part", []), (*path, "part")),
            place=self.places.say(path),
        )

    def _at(self, table: Mapping[str, object], kind: ClauseKind, path: Path) -> str:
        """Return the line of the masthead at which a title-page note has its asterisk."""
        name = str(table.get("at", ""))
        if (kind is ClauseKind.NOTE) != bool(name):
            self._fault(
                path, 'a note, and nothing else, says at which line it stands: at = "symbol".'
            )
        elif name and name not in MASTHEAD:
            hint = did_you_mean(name, MASTHEAD)
            self._fault((*path, "at"), f"no masthead field “{name}”.{hint}")
            return ""
        return name

    def _own_wording(self, table: Mapping[str, object], kind: ClauseKind, path: Path) -> Wording:
        known = (*self.languages, EVERY)
        for key in table:
            if key not in (*known, *_OPTIONS):
                hint = did_you_mean(key, (*_OPTIONS, *known))
                self._fault((*path, key), f"“{key}” is not known for a clause.{hint}")
        wording = self._wording({k: v for k, v in table.items() if k in known}, path)
        source = self.languages[0]
        if kind not in SILENT and say(wording, source) is None:
            self._fault(path, f'this clause says nothing in {source}: add {source} = "…".')
        if kind in SILENT and wording:
            self._fault(path, f"a {kind} has no words of its own; give them to its parts or cells.")
        return wording

    def _cells(
        self, table: Mapping[str, object], kind: ClauseKind, path: Path
    ) -> tuple[Wording, ...]:
        """Return the cells of a row; none where an expression names them."""
        raw = table.get("cells")
        if (raw is not None) != (kind is ClauseKind.ROW):
            self._fault(
                path, 'a row, and nothing else, has cells: kind = "row", cells = ["…", "…"].'
            )
        if not isinstance(raw, list):
            return ()
        found = tuple(self._wording(one, (*path, "cells")) for one in raw)
        for one in found:
            if say(one, self.languages[0]) is None:
                self._fault((*path, "cells"), f"a cell says nothing in {self.languages[0]}.")
        return found

    def _wording(self, raw: object, path: Path) -> Wording:
        if isinstance(raw, str):
            return {EVERY: raw}
        if not isinstance(raw, Mapping):
            self._fault(path, "expected words in quotation marks, or a table of languages.")
            return {}
        for key, value in raw.items():
            if not isinstance(value, str) or key not in (*self.languages, EVERY):
                hint = did_you_mean(str(key), self.languages)
                self._fault((*path, key), f"“{key}” should be a language with its words.{hint}")
        return {key: value for key, value in raw.items() if isinstance(value, str)}

    def _each(self, table: Mapping[str, object], path: Path) -> tuple[str, str] | None:
        if "each" not in table:
            return None
        name, found, expression = str(table["each"]).partition(" in ")
        if not found or not name.strip().isidentifier():
            self._fault(
                (*path, "each"), 'write each = "NAME in FIELD", such as "item in documents".'
            )
            return None
        return name.strip(), expression.strip()

    def _table(self, raw: Mapping[str, object], name: str) -> Mapping[str, object]:
        table = raw.get(name, {})
        if isinstance(table, Mapping):
            return table
        self._fault((name,), f"write this as a table: [{name}].")
        return {}

    def _fault(self, path: Path, text: str) -> None:
        self.faults.append(Fault(file=self.file, place=self.places.say(path), text=text))


def _listed(table: Mapping[str, object]) -> str:
    """Return the expression that names the cells, "" where they are written out."""
    raw = table.get("cells")
    return raw if isinstance(raw, str) else ""
