"""The words of a language, read from its data file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from toolkit.languages.language import MastheadWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One data file: ``lists`` and ``values`` by their dotted names ("segment.abbreviations").

    A list of words is a tuple; a table from words to numbers (months, counts) is a mapping.
    """

    masthead: MastheadWords
    lists: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, int]]


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return the vocabulary of the language with this code.

    Raises:
        FileNotFoundError: there is no ``data/<code>.toml``.
    """
    source = resources.files("toolkit.languages").joinpath("data", f"{code}.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    fields = {key: _frozen(value) for key, value in data.pop("masthead").items()}
    lists: dict[str, tuple[str, ...]] = {}
    values: dict[str, Mapping[str, int]] = {}
    for section, table in data.items():
        for key, value in table.items():
            name = f"{section}.{key}"
            if isinstance(value, list):
                lists[name] = tuple(value)
            else:
                values[name] = dict(value)
    return Vocabulary(masthead=MastheadWords(**fields), lists=lists, values=values)


def alternation(words: tuple[str, ...] | Mapping[str, int]) -> str:
    """Return a regular expression for any of the words, the longest first; a space is any space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(_literal(word) for word in ordered)


def _literal(word: str) -> str:
    escaped = "".join(rf"\{ch}" if ch in r".()[]*+?|^$\{}" else ch for ch in word)
    return escaped.replace(" ", r"\s")


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
