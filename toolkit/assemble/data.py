"""A data file: read, typed, and held against the fields of its template."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.assemble import convert
from toolkit.assemble.bounded import breaches
from toolkit.assemble.convert import CONVERTERS, UnfitError
from toolkit.assemble.faults import Fault, did_you_mean, raise_for
from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.places import Path, Places, read_toml
from toolkit.assemble.template import Template
from toolkit.assemble.together import amiss, one_missing
from toolkit.assemble.values import Record, Value, Words
from toolkit.states.state import State

_MOST = 20_000  # members of one list
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Data:
    """The values of a data file by field; every field of the template is there.

    A field that was not given is None, an empty list, or False for a yes-or-no field. ``places``
    says where each stands in the file.
    """

    path: str
    values: Record
    places: Places


def read_data(text: str, path: str, template: Template) -> Data:
    """Read a data file for ``template``; ``path`` is only for messages.

    Raises:
        TemplateError: anything in it does not hold; every fault is listed, in the order of the
            fields.
    """
    tables, places, faults = read_toml(text.removeprefix("\ufeff"), path)
    reader = _Reader(path, places, template.languages, list(faults))
    values = reader.record(tables, template.fields, ()) if not faults else {}
    reader.bounds(template.fields, values)
    raise_for(reader.faults)
    return Data(path, values, places)


@dataclass(slots=True)
class _Reader:
    path: str
    places: Places
    languages: tuple[str, ...]
    faults: list[Fault] = field(default_factory=list)

    def bounds(self, fields: tuple[Field, ...], values: Record) -> None:
        """Hold the values against the bounds that the manifest sets between fields."""
        for one in breaches(fields, values):
            self._fault(one.path, f"{title(one.path)}: {one.text}", one.words)

    def record(
        self, raw: Mapping[str, object], fields: tuple[Field, ...], path: Path
    ) -> dict[str, Value]:
        """Return the values of ``fields``; what is not among them is a fault."""
        known = [one.name for one in fields]
        for name in raw:
            if name not in known:
                hint = did_you_mean(name, known)
                self._fault((*path, name), f"the template has no field “{name}”.{hint}")
        made = {one.name: self._given(raw, one, (*path, one.name)) for one in fields}
        for one in fields:
            self._apart(one, made, path)
        self._together(raw, fields, path)
        return made

    def _together(self, raw: Mapping[str, object], fields: tuple[Field, ...], path: Path) -> None:
        given = [name for name, value in raw.items() if value not in ("", [], {}, False)]
        for one in fields:
            here = (*path, one.name)
            for text in amiss(one.name, one.together, raw.get(one.name), given):
                if one.name in given:
                    self._fault(here, f"{title(here)}: {text}")

    def _apart(self, wanted: Field, made: Record, path: Path) -> None:
        """Find States that stand in two lists that exclude each other: party and observer."""
        own = _states(made[wanted.name])
        for other in wanted.apart:
            for code in [code for code in own if code in _states(made.get(other))]:
                name = own[code].short("en")
                here = (*path, wanted.name)
                self._fault(
                    here,
                    f"{title(here)}: {name} stands in “{other}” too; keep it in one of the two.",
                    name,
                )

    def _given(self, raw: Mapping[str, object], wanted: Field, path: Path) -> Value:
        value = raw.get(wanted.name)
        if value is None or value in ("", [], {}):
            if wanted.required:
                self._missing(wanted, path, written=value is not None)
            return () if wanted.many else self._nothing(wanted)
        return self._many(value, wanted, path) if wanted.many else self._one(value, wanted, path)

    def _nothing(self, wanted: Field) -> Value:
        return False if wanted.type is FieldType.BOOLEAN else None

    def _many(self, raw: object, wanted: Field, path: Path) -> tuple[Value, ...]:
        if not isinstance(raw, list):
            self._fault(path, f"“{wanted.name}” is a list; put its members in [ ].")
            return ()
        if len(raw) > _MOST:
            self._fault(path, f"this list has more than {_MOST:,} members.")
            return ()
        made = tuple(self._one(value, wanted, (*path, i)) for i, value in enumerate(raw))
        self._twice(made, path)
        for one in wanted.fields:
            if one.counts:
                made = tuple(self._counted(value, one, path, i) for i, value in enumerate(made))
        return made

    def _counted(self, value: Value, wanted: Field, path: Path, at: int) -> Value:
        """Return a record with the number that its place gives it; another number is a fault."""
        if not isinstance(value, Mapping):
            return value
        number = value[wanted.name]
        if number not in (None, at + 1):
            here = (*path, at, wanted.name)
            self._fault(
                here,
                f"{title(here)}: {number} is given, but the list has this in place {at + 1}. "
                "Numbers go by the place: add what is missing before it, or take the number out.",
            )
        return {**value, wanted.name: at + 1}

    def _twice(self, made: tuple[Value, ...], path: Path) -> None:
        states = [one for one in made if isinstance(one, State)]
        seen: set[str] = set()
        for one in states:
            if one.code in seen:
                self._fault(path, f"{title(path)}: {one.short('en')} stands twice in the list.")
            seen.add(one.code)

    def _one(self, raw: object, wanted: Field, path: Path) -> Value:
        try:
            if wanted.type is FieldType.WORDS:
                return convert.words(raw, wanted, self.languages)
            if wanted.type in CONVERTERS:
                return CONVERTERS[wanted.type](raw, wanted)
            return self._table(raw, wanted, path)
        except UnfitError as error:
            words = raw if isinstance(raw, str) else ""
            self._fault(path, f"{title(path)}: {error}", words)
            return None

    def _table(self, raw: object, wanted: Field, path: Path) -> Value:
        raw = self._short(raw, wanted)
        if not isinstance(raw, Mapping) or len(path) > 2 * _DEEPEST:
            raise UnfitError(
                "expected a table with " + ", ".join(one.name for one in wanted.fields) + "."
            )
        text = one_missing(wanted.together.one_of, [key for key in raw if raw[key] != ""])
        if text:
            self._fault(path, f"{title(path)}: {text}")
        if wanted.type is not FieldType.PERSON:
            return self.record(raw, wanted.fields, path)
        made = self.record(self._named(raw), wanted.fields, path)
        if made["name"] is not None:
            made["surname"] = made["surname"] or _surname(made["name"])
        return made

    def _short(self, raw: object, wanted: Field) -> object:
        """Return the table that words or a list stand for, where a record is mostly that.

        A record with a field “text” may be written as its words, one with “cells” as its cells.
        """
        names = [one.name for one in wanted.fields]
        if "cells" in names and isinstance(raw, list):
            return {"cells": raw}
        by_language = isinstance(raw, Mapping) and raw and set(raw) <= set(self.languages)
        return {"text": raw} if "text" in names and (by_language or isinstance(raw, str)) else raw

    def _named(self, raw: Mapping[str, object]) -> dict[str, object]:
        """Give a name that is written once to every language: names are not translated."""
        return {
            key: dict.fromkeys(self.languages, value)
            if key in ("name", "surname") and isinstance(value, str) and value
            else value
            for key, value in raw.items()
        }

    def _missing(self, wanted: Field, path: Path, *, written: bool) -> None:
        what = f"{title(path)} is still empty" if written else f"{title(path)} is missing"
        about = f" ({wanted.help})" if wanted.help else ""
        self._fault(path if written else path[:-1], f"{what}{about}; fill it in.")

    def _fault(self, path: Path, text: str, words: str = "") -> None:
        self.faults.append(Fault(file=self.path, place=self.places.say(path, words), text=text))


def _states(value: Value) -> dict[str, State]:
    members = value if isinstance(value, tuple) else ()
    return {one.code: one for one in members if isinstance(one, State)}


def title(path: Path) -> str:
    """Say a field as an editor would look for it: the field “body.name”, “earlier”, no. 2."""
    parts: list[str] = []
    for name in path:
        if isinstance(name, int):
            parts.append(f"no. {name + 1}")
        elif parts and parts[-1].startswith("“"):
            parts[-1] = f"{parts[-1].removesuffix('”')}.{name}”"
        else:
            parts.append(f"“{name}”")
    return "the field " + ", ".join(parts)


def _surname(name: Value) -> Words:
    """Return the last word of a name that is the same in every language, else ask for it."""
    by_language = name.by_language if isinstance(name, Words) else {}
    if len(set(by_language.values())) > 1:
        raise UnfitError("say which part of the name is the surname: surname = { … }.")
    return Words({code: said.split()[-1] for code, said in by_language.items()})
