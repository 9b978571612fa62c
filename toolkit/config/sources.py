"""Where settings come from: command line > environment > nearest file > default."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from toolkit.config.settings import Settings, coerce, keys, shown
from toolkit.errors import ConfigError

PREFIX = "UNDRAFT_"


class Origin(StrEnum):
    """Which kind of source set a value."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings, and for each key an ``Origin`` and its name.

    The name is "" for a default, else the file's path or the variable.
    """

    settings: Settings
    origins: Mapping[str, tuple[Origin, str]]


def resolve(folder: Path, environment: Mapping[str, str]) -> Resolved:
    """Return the settings that hold in ``folder``.

    The nearest parent with an ``undraft.toml``, or a ``pyproject.toml`` that has a
    ``[tool.undraft]`` table, wins whole; in one folder ``undraft.toml`` goes first.

    Raises:
        ConfigError: an unknown key (with the nearest known one) or a value of the wrong kind.
    """
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, str]] = dict.fromkeys(keys(), (Origin.DEFAULT, ""))
    path, table = _nearest(folder)
    for key, value in table.items():
        values[_known(key, str(path))] = coerce(_known(key, str(path)), value, str(path))
        origins[_known(key, str(path))] = (Origin.FILE, str(path))
    for key in keys():
        variable = PREFIX + key.upper()
        if variable in environment:
            values[key] = coerce(key, environment[variable], variable)
            origins[key] = (Origin.ENVIRONMENT, variable)
    return Resolved(Settings(**values), origins)


def as_rows(resolved: Resolved) -> list[dict[str, Any]]:
    """Return key, value, origin and source name of each setting, in order."""
    rows = []
    for one in fields(Settings):
        value = getattr(resolved.settings, one.name)
        origin, name = resolved.origins[one.name]
        row = {"key": one.name, "value": shown(value), "origin": str(origin), "source": name}
        rows.append(row)
    return rows


def _nearest(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    for parent in (folder, *folder.parents):
        own = parent / "undraft.toml"
        if own.is_file():
            return own, _table(own)
        shared = parent / "pyproject.toml"
        if shared.is_file():
            table = _table(shared).get("tool", {}).get("undraft")
            if isinstance(table, dict):
                return shared, table
    return None, {}


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}.") from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror or error}.") from None


def _known(key: str, where: str) -> str:
    name = key.replace("-", "_")
    if name in keys():
        return name
    near = difflib.get_close_matches(name, keys(), n=1)
    hint = f" Did you mean {near[0]}?" if near else f" Known keys: {', '.join(keys())}."
    raise ConfigError(f"{where}: {key} is not a setting.{hint}")
