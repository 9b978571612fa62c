"""The text of a template: named clauses in order, read from ``text.toml``.

TOML was chosen over Markdown or YAML because data file and manifest are TOML too (one notation to
learn), a clause keeps its languages side by side under one name, comments are allowed, and no
indentation or punctuation of the wording itself can be taken for mark-up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.assemble.faults import Fault, did_you_mean
from toolkit.assemble.places import Path, Places


class ClauseKind(StrEnum):
    """What a clause makes."""

    HEADING = "heading"  # level 1 a chapter, 2 a section, …
    PARAGRAPH = "paragraph"  # numbered
    SENTENCE = "sentence"  # goes on in the block before
    RECOMMENDATION = "recommendation"
    ITEM = "item"  # (a) at level 1, (i) at level 2
    AGENDA = "agenda"  # 1. at level 1, (a) at level 2
    TEXT = "text"  # unnumbered
    ANNEX = "annex"  # the heading of an annex
    GROUP = "group"  # nothing of its own, only its parts


EVERY = "both"
Wording = Mapping[str, str]  # by language code; under EVERY the same for all languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause.

    ``each`` is (variable, expression) or None; ``when``, ``continued`` and ``number`` are
    expressions, "" without one. ``note`` is a footnote at its end. ``place`` is where it stands
    in ``text.toml``.
    """

    id: str
    kind: ClauseKind
    wording: Wording
    level: int = 1
    when: str = ""
    each: tuple[str, str] | None = None
    continued: str = ""
    number: str = ""
    note: Wording = field(default_factory=dict)
    parts: tuple["Clause", ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """What ``text.toml`` holds.

    ``masthead`` has a wording for each field of the masthead; ``forms`` are named ways to say a
    record; ``starts`` are expressions for the first number of a series ("recommendation",
    "paragraph").
    """

    clauses: tuple[Clause, ...]
    masthead: Mapping[str, Wording]
    forms: Mapping[str, Wording]
    starts: Mapping[str, str]


MASTHEAD = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "job_number",
    "body",
    "session",
    "venue",
    "agenda_item",
    "title",
    "subtitle",
)
SERIES = ("paragraph", "recommendation")
_SECTIONS = ("masthead", "form", "start", "clause")
_OPTIONS = ("id", "kind", "level", "when", "each", "continued", "number", "note", "part")
_DEEPEST = 8


def say(wording: Wording, language: str) -> str | None:
    """Return what ``wording`` says in ``language``, None when it has nothing for it."""
    return wording.get(language, wording.get(EVERY))


def walk(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Give every clause, parts after the group they belong to."""
    for clause in clauses:
        yield clause
        yield from walk(clause.parts)


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
        return TemplateText(
            clauses=self._clauses(raw.get("clause", []), ("clause",)),
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
            note=self._wording(table["note"], (*path, "note")) if "note" in table else {},
            parts=self._clauses(table.get("part", []), (*path, "part")),
            place=self.places.say(path),
        )

    def _own_wording(self, table: Mapping[str, object], kind: ClauseKind, path: Path) -> Wording:
        known = (*self.languages, EVERY)
        for key in table:
            if key not in (*known, *_OPTIONS):
                hint = did_you_mean(key, (*_OPTIONS, *known))
                self._fault((*path, key), f"“{key}” is not known for a clause.{hint}")
        wording = self._wording({k: v for k, v in table.items() if k in known}, path)
        source = self.languages[0]
        if kind is not ClauseKind.GROUP and say(wording, source) is None:
            self._fault(path, f'this clause says nothing in {source}: add {source} = "…".')
        return wording

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
