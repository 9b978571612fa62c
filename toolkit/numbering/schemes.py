"""Numbering schemes: what the series of a document may do, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from toolkit.model import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule:
    """What a series may do.

    ``any_start``: it may begin above 1. ``skips``: numbers may be left out. ``authority`` is the
    manual and section the rule comes from.
    """

    any_start: bool
    skips: bool
    authority: str


Scheme = Mapping[str, SeriesRule]
"""The rules of a profile, by the names of ``sequence.Series``."""

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
    return _load(_NAMED[profile])


@cache
def _load(name: str) -> Scheme:
    text = (files("toolkit.numbering") / "data" / f"{name}.toml").read_text("utf-8")
    return {series: SeriesRule(**rule) for series, rule in tomllib.loads(text).items()}
