"""What can be set, with its default: a field added here is a key files and environment know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from toolkit.config.suppression import Suppression, suppression_of
from toolkit.errors import ConfigError
from toolkit.text.address import without_passwords


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The keys of ``[tool.undraft]``.

    Each has its help text in ``HELP``. Lists may be written as one string with commas in the
    environment; tables can only be set in a file. ``severity`` holds pairs of rules and levels,
    ``per_file_ignores`` pairs of file patterns and rules.
    """

    tm: tuple[str, ...] = ("tm/",)
    source_lang: str = "en"
    target_lang: str = "zh"
    profile: str = "auto"
    fail_on: str = "error"
    lang: str = "en"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    suppress: tuple[Suppression, ...] = ()
    baseline: str = ""
    terms: tuple[str, ...] = ()
    digit_spacing: str = "consistent"
    state_order: str = "english"
    effort: tuple[tuple[str, str], ...] = ()
    templates: str = "templates/"


HELP = {
    "tm": "memories to look in, in order of priority: TMX files or folders, stores, addresses",
    "source_lang": "language of originals",
    "target_lang": "language of translations",
    "profile": "what kind of paper is checked, where it is not to be recognised",
    "fail_on": "lowest severity that makes `check` end with 1: error, warning, note or never",
    "lang": "language of messages: en or zh",
    "select": "rules to run, by code, prefix or name; empty: all",
    "ignore": "rules to leave out, by code, prefix or name",
    "per_file_ignores": "rules to leave out in some files: a table of file patterns",
    "severity": "how grave the findings of rules are: a table of codes, prefixes or names",
    "suppress": "findings that are accepted, each with its reason: a list of tables",
    "baseline": "file of known findings, as --baseline",
    "terms": "termbases that `check` holds documents against: TBX files or tables",
    "digit_spacing": "figures among Chinese characters: consistent, spaced or joined",
    "state_order": "lists of States: english (alphabetical order) or any",
    "effort": "what a word of each band costs in `analyze`: a table of bands and shares, 0 to 1",
    "templates": "folder where templates are looked for before those that are shipped",
}

CHOICES = {
    "profile": ("auto", "report", "draft", "addendum", "corrigendum", "note", "other"),
    "fail_on": ("error", "warning", "note", "never"),
    "lang": ("en", "zh"),
    "digit_spacing": ("consistent", "spaced", "joined"),
    "state_order": ("english", "any"),
}

BANDS = (
    "context",
    "exact",
    "substituted",
    "repetition",
    "95-99",
    "85-94",
    "75-84",
    "50-74",
    "none",
)
"""The bands of an analysis, the least work first."""

LEVELS = ("error", "warning", "note")


def keys() -> tuple[str, ...]:
    """Return the names of all settings, in the order they are shown."""
    return tuple(one.name for one in fields(Settings))


def coerce(key: str, value: Any, where: str) -> Any:
    """Return ``value`` as the type of setting ``key``.

    Raises:
        ConfigError: wrong type, or not one of the choices; ``where`` opens the sentence.
    """
    if key in _TABLES:
        return _TABLES[key](key, value, where)
    if isinstance(getattr(Settings(), key), tuple):
        return _strings(key, value, where)
    if not isinstance(value, str):
        raise ConfigError(f"{where}: {key} must be a text in quotes, not {value!r}.")
    allowed = CHOICES.get(key)
    if allowed and value not in allowed:
        raise ConfigError(f"{where}: {key} is {value!r}; it can be {', '.join(allowed)}.")
    return value


def shown(value: Any) -> str | list[str]:
    """Return a setting's value as text, or as a list of texts where it holds several.

    The address of a memory comes without its password.
    """
    return [_line(one) for one in value] if isinstance(value, tuple) else str(value)


def _line(one: Any) -> str:
    if isinstance(one, Suppression):
        return f"{one}: {one.reason}" if one.reason else str(one)
    if isinstance(one, tuple):
        name, what = one
        return f"{name} = {what if isinstance(what, str) else ' '.join(what)}"
    return without_passwords(str(one))


def _strings(key: str, value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ConfigError(f'{where}: {key} must be a list of texts, as in ["one", "two"].')


def _severity(key: str, value: Any, where: str) -> tuple[tuple[str, str], ...]:
    for rule, level in _table(key, value, where, 'TYP104 = "warning"').items():
        if level not in LEVELS:
            raise ConfigError(
                f"{where}: the severity of {rule} is {level!r}; it can be {', '.join(LEVELS)}."
            )
    return tuple(value.items())


def _ignores(key: str, value: Any, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(key, value, where, '"drafts/*.md" = ["TYP"]')
    return tuple((name, _strings(f"{key}.{name}", rules, where)) for name, rules in table.items())


def _effort(key: str, value: Any, where: str) -> tuple[tuple[str, str], ...]:
    table = _table(key, value, where, '"85-94" = 0.4')
    for band, share in table.items():
        if band not in BANDS:
            raise ConfigError(f"{where}: {key}: {band} is no band; they are {', '.join(BANDS)}.")
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            raise ConfigError(f"{where}: {key} of {band} must be a number from 0 to 1.")
    return tuple((band, f"{float(share):g}") for band, share in table.items())


def _suppressions(key: str, value: Any, where: str) -> tuple[Suppression, ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{where}: {key} is written as tables, [[tool.undraft.{key}]].")
    return tuple(suppression_of(one, where) for one in value)


def _table(key: str, value: Any, where: str, example: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: {key} must be a table in a file, with lines as {example}.")
    return value


_TABLES: Mapping[str, Callable[[str, Any, str], Any]] = MappingProxyType(
    {
        "effort": _effort,
        "severity": _severity,
        "per_file_ignores": _ignores,
        "suppress": _suppressions,
    }
)
