"""Numbering schemes: which numerals each level has and what is legitimate, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from toolkit.model import Profile
from toolkit.numbering.label import Shape, System


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of headings or items, from the top: ``systems`` are the numerals it may have."""

    name: str
    systems: tuple[System, ...]
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule:
    """What a series may do.

    ``restarts`` names what lets it begin anew: "document" (only another document or an annex),
    "chapter", "section" or "parent". ``any_start``: it may begin above 1. ``skips``: numbers may
    be left out. ``authority`` is the manual and section the rule comes from.
    """

    restarts: str
    any_start: bool
    skips: bool
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A profile's numbering. ``series`` is keyed by the names of ``sequence.Series``."""

    name: str
    headings: tuple[Level, ...]
    items: tuple[Level, ...]
    series: Mapping[str, SeriesRule]


# A note is numbered like a report; a corrigendum quotes numbers out of their order.
_NAMED: Final = {
    Profile.REPORT: "report",
    Profile.DRAFT: "draft",
    Profile.ADDENDUM: "addendum",
    Profile.CORRIGENDUM: "addendum",
    Profile.NOTE: "report",
    Profile.OTHER: "report",
}


def scheme_for(profile: Profile) -> Scheme:
    """Return the numbering scheme of a profile."""
    return load(_NAMED[profile])


@cache
def load(name: str) -> Scheme:
    """Return the scheme ``data/<name>.toml``.

    Raises:
        FileNotFoundError: there is no such scheme.
    """
    text = (files("toolkit.numbering") / "data" / f"{name}.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Scheme(
        name=name,
        headings=tuple(_level(one) for one in table["heading"]),
        items=tuple(_level(one) for one in table["item"]),
        series={key: SeriesRule(**rule) for key, rule in table["series"].items()},
    )


def _level(table: dict[str, Any]) -> Level:
    return Level(
        name=table["name"],
        systems=tuple(System(one) for one in table["systems"]),
        shape=Shape(table["shape"]),
    )
