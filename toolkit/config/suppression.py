"""Findings a project accepts, each with its reason: ``[[tool.undraft.suppress]]``."""

from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from toolkit.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Which findings are not told, and why; what is "" holds for any.

    ``code`` may be a whole code, its beginning or a rule's name; ``file`` a pattern such as
    ``drafts/*.md``; ``path`` a place in the document and everything under it; ``fingerprint`` that
    of one finding, as JSON gives it.
    """

    code: str = ""
    file: str = ""
    path: str = ""
    fingerprint: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """Return it in a line, without the reason."""
        return " ".join(
            part for part in (self.code, self.file, self.path, self.fingerprint) if part
        )


def suppression_of(value: Any, where: str) -> Suppression:
    """Return the suppression in a table of a settings file.

    Raises:
        ConfigError: an unknown key, a value that is no text, or nothing that says what is meant.
    """
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: suppress is written as tables, [[tool.undraft.suppress]].")
    known = [one.name for one in fields(Suppression)]
    for key, text in value.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(known)}."
            raise ConfigError(f"{where}: {key} is not a key of suppress. {hint}")
        if not isinstance(text, str):
            raise ConfigError(f"{where}: {key} in suppress must be a text in quotes, not {text!r}.")
    if not (value.get("code") or value.get("fingerprint")):
        raise ConfigError(
            f"{where}: a table of suppress names neither a code nor a fingerprint; "
            'write for example code = "TYP104".'
        )
    return Suppression(**{key: text.strip() for key, text in value.items()})
