"""A unit as a row, and back."""

import json
from dataclasses import asdict, fields
from operator import attrgetter
from typing import Any

from toolkit.inline import Code, CodeKind, Segment, Subflow
from toolkit.languages.tags import base
from toolkit.memory.keys import number_of
from toolkit.memory.sql.database import Row
from toolkit.model.identity import same_key, turned
from toolkit.model.unit import TranslationUnit

OWN = (
    "source_lang",
    "target_lang",
    "symbol",
    "path",
    "previous",
    "following",
    "status",
    "confidence",
    "created",
    "target_symbol",
    "aligner",
)
COLUMNS = (
    "u.id, s.body, t.body, u.more, "
    + ", ".join(f"u.{name}" for name in OWN)
    + " FROM unit u JOIN text s ON s.id = u.source JOIN text t ON t.id = u.target"
)
_REST = {
    field.name: field.default
    for field in fields(TranslationUnit)
    if field.name not in (*OWN, "source", "target")
}
_OWN_OF, _REST_OF = attrgetter(*OWN), attrgetter(*_REST)
_NOTHING_MORE = tuple(_REST.values())


def identity(unit: TranslationUnit) -> int:
    """Return the number of what makes the unit the same unit."""
    parts = (base(unit.source_lang), base(unit.target_lang), *same_key(unit))
    return number_of("\x1f".join(parts))


def said(unit: TranslationUnit) -> tuple[Any, ...]:
    """Return what a row says of a unit besides its texts: ``more``, then ``OWN``."""
    rest = _REST_OF(unit)
    return ("" if rest == _NOTHING_MORE else _packed(rest), *_OWN_OF(unit))


def _packed(rest: tuple[Any, ...]) -> str:
    """Return in JSON what differs from the defaults of ``_REST``."""
    given = zip(_REST.items(), rest, strict=True)
    more = {name: value for (name, default), value in given if value != default}
    return json.dumps(more, ensure_ascii=False, separators=(",", ":"), default=asdict)


def unit_of(row: Row) -> TranslationUnit:
    """Return the unit of a row of ``COLUMNS``."""
    more = {name: _fixed(value) for name, value in json.loads(row[3]).items()} if row[3] else {}
    own = dict(zip(OWN, row[4:], strict=True))
    return TranslationUnit(source=row[1], target=row[2], **own, **more)


def seen_from(unit: TranslationUnit, lang: str) -> TranslationUnit:
    """Return the unit with the side in ``lang`` as its source."""
    if base(unit.source_lang) == lang:
        return unit
    return turned(unit)


def _fixed(value: Any) -> Any:
    """Return a value of a unit from its JSON: lists are tuples, and codes are codes again."""
    if isinstance(value, list):
        return tuple(map(_fixed, value))
    if not isinstance(value, dict):
        return value
    given = {name: _fixed(one) for name, one in value.items()}
    if "kind" in given:
        return Code(**{**given, "kind": CodeKind(given["kind"])})
    return Subflow(**given) if "segment" in given else Segment(**given)
