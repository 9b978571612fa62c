"""Codes as one line of JSON and back, for stores that have columns of text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.inline.code import Code, CodeKind, Segment, Subflow

_WORDS = ("id", "match", "type", "native", "equivalent")


def codes_to_text(codes: Sequence[Code]) -> str:
    """Return codes as JSON, "" for none; equal codes are equal text."""
    if not codes:
        return ""
    return json.dumps([_plain(code) for code in codes], ensure_ascii=False, separators=(",", ":"))


def codes_from_text(text: str) -> tuple[Code, ...]:
    """Return the codes of ``codes_to_text``.

    Raises:
        ValueError: it is no such text.
    """
    if not text:
        return ()
    try:
        return tuple(_code(one) for one in json.loads(text))
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"these are no inline codes: {error}") from error


def _plain(code: Code) -> dict[str, Any]:
    """Return what is not at its default, in a fixed order."""
    plain: dict[str, Any] = {"at": code.at, "kind": code.kind.value}
    plain.update((name, getattr(code, name)) for name in _WORDS if getattr(code, name))
    plain.update((name, True) for name in ("isolated", "mark") if getattr(code, name))
    if code.extra:
        plain["extra"] = [list(pair) for pair in code.extra]
    if code.subflows:
        plain["subflows"] = [_plain_subflow(one) for one in code.subflows]
    return plain


def _plain_subflow(one: Subflow) -> dict[str, Any]:
    codes = [_plain(code) for code in one.segment.codes]
    return {
        "at": one.at,
        "text": one.segment.text,
        "codes": codes,
        "type": one.type,
        "datatype": one.datatype,
    }


def _code(plain: Mapping[str, Any]) -> Code:
    return Code(
        at=int(plain["at"]),
        kind=CodeKind(plain["kind"]),
        isolated=bool(plain.get("isolated")),
        mark=bool(plain.get("mark")),
        extra=tuple((str(name), str(value)) for name, value in plain.get("extra", ())),
        subflows=tuple(_subflow(one) for one in plain.get("subflows", ())),
        **{name: str(plain.get(name, "")) for name in _WORDS},
    )


def _subflow(plain: Mapping[str, Any]) -> Subflow:
    codes = tuple(_code(one) for one in plain["codes"])
    return Subflow(
        at=int(plain["at"]),
        segment=Segment(plain["text"], codes),
        type=str(plain["type"]),
        datatype=str(plain["datatype"]),
    )
