"""Codes as one line of JSON, by which they can be compared and put in order."""

import json
from collections.abc import Sequence
from typing import Any

from toolkit.inline.code import Code, Subflow

_WORDS = ("id", "match", "type", "native", "equivalent")


def codes_to_text(codes: Sequence[Code]) -> str:
    """Return codes as JSON, "" for none; equal codes are equal text."""
    if not codes:
        return ""
    return json.dumps([_plain(code) for code in codes], ensure_ascii=False, separators=(",", ":"))


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
