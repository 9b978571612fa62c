"""Words that say little by themselves."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("toolkit.terms") / "data" / "words.toml").read_text("utf-8"))


@cache
def empty_words(language: str) -> frozenset[str]:
    """Return the empty words of a language with spaces; of another, its empty characters."""
    said = _table().get(language, {}).get("empty", "")
    return frozenset(said.split() if language != "zh" else said)


@cache
def numerals() -> frozenset[str]:
    """Return the characters that Chinese numbers are written with."""
    return frozenset(_table()["zh"]["numerals"])


@cache
def edges() -> frozenset[str]:
    """Return the characters that no Chinese term begins or ends with."""
    return frozenset(_table()["zh"]["edges"])


@cache
def ends() -> frozenset[str]:
    """Return the characters that no Chinese term ends with, though some begin with them."""
    return frozenset(_table()["zh"]["ends"])
