"""Plans as TOML: written for a person to read and change, read with care."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from toolkit.consolidate.plan import Dropping, Joining, Plan, Section
from toolkit.consolidate.units import Stock, Unit
from toolkit.errors import UsageError

_VERSION: Final = 1
_SHOWN: Final = 60  # characters of a unit's words in its comment
_HELP: Final = """\
# What goes where when these parts become one report. Lines after “#” are for you.
#
# Each [[section]] is a heading of the report, in the order in which they will stand; `take` is what
# stands under it, in order. Move a line to move what it names. Everything must be named once:
# what is to be left out goes into a [[drop]], with the reason, which the ledger then gives:
#
#   [[drop]]
#   unit = "Add.1: III/B/para 4"
#   reason = "said again in the introduction"
#
# A list of States takes in others, and is put in order, only where a [[join]] says so:
#
#   [[join]]
#   into = "L.1: IV/B/para 9"
#   units = ["Add.1: IV/B/para 7"]   # nothing here: its own list is put in order
#   reason = "statements under one item"
#
# `path` is the place in the report and gives the heading its number; `source` (left out where it is
# the same) is its place in the parts; `title_of` names the part whose title holds. Paths have no
# language: the plan serves every language version.
"""
_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "section": frozenset(("path", "source", "take", "title_of")),
    "drop": frozenset(("unit", "reason")),
    "join": frozenset(("into", "units", "reason")),
}


def plan_text(plan: Plan, stock: Stock, joinable: Sequence[Joining] = ()) -> str:
    """Return a plan as the text of a file; ``joinable`` are proposals, put in as comments."""
    lines = [_HELP, f"plan = {_VERSION}", f"report = {_put(plan.report)}"]
    lines.append(f"parts = [{', '.join(map(_put, plan.parts))}]")
    for one in plan.sections:
        lines += ["", *_section(one, stock)]
    for drop in plan.drops:
        lines += ["", "[[drop]]", f"unit = {_put(drop.unit)}", f"reason = {_put(drop.reason)}"]
    for join in plan.joins:
        lines += ["", *_join(join)]
    if joinable:
        lines += ["", "# These lists could be joined; take the “#” away where they should be."]
    for join in joinable:
        lines += ["#", *(f"# {line}" for line in _join(join))]
    return "\n".join(lines) + "\n"


def _section(one: Section, stock: Stock) -> Iterator[str]:
    titles = stock.titles.get(one.source, [])
    said: dict[str, str] = {}
    for title in titles:
        said.setdefault(_printed(title.block.label, title.block.text), title.part)
    yield from (f"# {words}  ({part})" for words, part in said.items())
    yield "[[section]]"
    yield f"path = {_put(one.path)}"
    if one.source != one.path:
        yield f"source = {_put(one.source)}"
    if one.title_of:
        yield f"title_of = {_put(one.title_of)}"
    if not one.take:
        yield "take = []"
        return
    yield "take = ["
    for name in one.take:
        yield f"  {_put(name)},{_comment(stock.units.get(name))}"
    yield "]"


def _join(join: Joining) -> Iterator[str]:
    yield "[[join]]"
    yield f"into = {_put(join.into)}"
    yield f"units = [{', '.join(map(_put, join.units))}]"
    yield f"reason = {_put(join.reason)}"


def _printed(label: str | None, text: str) -> str:
    return " ".join(f"{label or ''} {text}".split())


def _comment(unit: Unit | None) -> str:
    if unit is None:
        return ""
    words = _printed(None, unit.head.text)
    return f"  # {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}" if words else ""


def _put(text: str) -> str:
    """Return a TOML string; JSON's form is one of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


# -- reading -------------------------------------------------------------------------------
def read_plan(text: str, name: str) -> Plan:
    """Return the plan in the text of a file; ``name`` is the file's, for messages.

    Raises:
        UsageError: it is no TOML, of another version, or has a key or a value that is none.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is no TOML file: {error}.") from None
    unknown = sorted(set(table) - {"plan", "report", "parts", *_KEYS})
    if unknown:
        raise UsageError(f"{name}: “{unknown[0]}” is no part of a plan; look for a slip.")
    if table.get("plan") != _VERSION:
        raise UsageError(f"{name} is no plan of this version: “plan = {_VERSION}” was expected.")
    return Plan(
        report=_text(table, "report", name),
        parts=_texts(table, "parts", name),
        sections=tuple(_read_section(one, at) for one, at in _tables(table, "section", name)),
        drops=tuple(
            Dropping(*(_text(one, key, at, needed=True) for key in ("unit", "reason")))
            for one, at in _tables(table, "drop", name)
        ),
        joins=tuple(
            Joining(
                into=_text(one, "into", at, needed=True),
                units=_texts(one, "units", at),
                reason=_text(one, "reason", at),
            )
            for one, at in _tables(table, "join", name)
        ),
    )


def _read_section(one: Mapping[str, Any], at: str) -> Section:
    if "path" not in one:
        raise UsageError(
            f"{at}: “path” is missing; it says where in the report the heading stands."
        )
    path = _text(one, "path", at)
    return Section(
        path=path,
        source=_text(one, "source", at) or path,
        take=_texts(one, "take", at),
        title_of=_text(one, "title_of", at),
    )


def _tables(table: Mapping[str, Any], kind: str, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the tables of a kind, each with its place for messages."""
    found = table.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UsageError(f"{name}: write [[{kind}]] with two brackets on each side.")
    for number, one in enumerate(found, 1):
        at = f"{name}, [[{kind}]] no. {number}"
        unknown = sorted(set(one) - _KEYS[kind])
        if unknown:
            known = ", ".join(sorted(_KEYS[kind]))
            raise UsageError(f"{at}: there is no “{unknown[0]}”; it has {known}.")
        yield one, at


def _text(table: Mapping[str, Any], key: str, at: str, *, needed: bool = False) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or (needed and not value):
        raise UsageError(f"{at}: “{key}” must be a text in quotation marks.")
    return value


def _texts(table: Mapping[str, Any], key: str, at: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UsageError(f"{at}: “{key}” must be a list of texts in quotation marks.")
    return tuple(value)
