"""What can be set, with its default: a field added here is a key files and environment know."""

from dataclasses import dataclass, fields
from typing import Any

from toolkit.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The keys of ``[tool.undraft]``.

    Each has its help text in ``HELP``. Lists may be written as one string with
    commas in the environment.
    """

    tm: tuple[str, ...] = ("tm/",)
    source_lang: str = "en"
    target_lang: str = "zh"
    fail_on: str = "error"
    lang: str = "en"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    templates: str = "templates/"


HELP = {
    "tm": "memories to look in, in order of priority: TMX files or folders of them",
    "source_lang": "language of originals",
    "target_lang": "language of translations",
    "fail_on": "lowest severity that makes `check` end with 1: error, warning, note or never",
    "lang": "language of messages: en or zh",
    "select": "rules to run, by code, prefix or name; empty: all",
    "ignore": "rules to leave out, by code, prefix or name",
    "templates": "folder where templates are looked for before those that are shipped",
}

CHOICES = {
    "fail_on": ("error", "warning", "note", "never"),
    "lang": ("en", "zh"),
}


def keys() -> tuple[str, ...]:
    """Return the names of all settings, in the order they are shown."""
    return tuple(one.name for one in fields(Settings))


def coerce(key: str, value: Any, where: str) -> Any:
    """Return ``value`` as the type of setting ``key``.

    Raises:
        ConfigError: wrong type, or not one of the choices; ``where`` opens the sentence.
    """
    if isinstance(getattr(Settings(), key), tuple):
        return _strings(key, value, where)
    if not isinstance(value, str):
        raise ConfigError(f"{where}: {key} must be a text in quotes, not {value!r}.")
    allowed = CHOICES.get(key)
    if allowed and value not in allowed:
        raise ConfigError(f"{where}: {key} is {value!r}; it can be {', '.join(allowed)}.")
    return value


def _strings(key: str, value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ConfigError(f'{where}: {key} must be a list of texts, as in ["one", "two"].')
