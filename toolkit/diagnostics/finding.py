"""A finding: something that was seen and is worth an editor's knowing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.edits import Reword


class Severity(StrEnum):
    """How sure we are that it must be mended: error, warning, note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place that helps to understand a finding ("first used here")."""

    file: str = ""
    path: str = ""
    label: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """How a finding can be mended without asking anybody what was meant.

    ``edits`` are all to be made, or none of them. ``renumber`` names the kind of a series to be
    counted anew with its references ("paragraph", "recommendation"), "" for none. ``safe``: the
    words and their sense stay as they are.
    """

    edits: tuple[Reword, ...] = ()
    renumber: str = ""
    safe: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing seen, with its place.

    ``template`` is the English message with ``{names}``, and ``values`` fills it; the same
    template is the key of the Chinese catalogue (``diagnostics.catalogue``). ``snippet`` is the
    text of the block, or a stretch of it, and ``start``/``end`` are code points in the *block's*
    text; None when the finding is about the whole block. ``place`` is where the block stands in
    its file. ``fix`` is None where somebody has to decide.
    """

    code: str
    name: str
    severity: Severity
    template: str
    values: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    path: str = ""
    label: str | None = None
    place: str = ""
    snippet: str = ""
    start: int | None = None
    end: int | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def message(self) -> str:
        """The finding in English."""
        return self.template.format_map(dict(self.values))
