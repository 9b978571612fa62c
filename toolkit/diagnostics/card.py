"""What a report needs to know of a rule."""

from dataclasses import dataclass

from toolkit.diagnostics.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """``summary`` is one line, ``page`` the whole explanation in Markdown."""

    code: str
    name: str
    severity: Severity
    summary: str
    page: str = ""
