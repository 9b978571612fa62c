"""A document and findings as the contract's ``undraft.document/1`` has them.

Findings are taken by their shape, since the model knows no room above it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

from toolkit.model.blocks import Block, Mark, Note
from toolkit.model.document import Document, Masthead

_MASTHEAD: Final = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "language",
    "original",
    "job_number",
    "job_letter",
    "barcode",
    "body",
    "session",
    "venue",
    "agenda_item",
    "title",
    "subtitle",
)
_BLOCK: Final = ("id", "level", "label", "number", "path", "text", "continued")


class FindingLike(Protocol):
    """What is needed of a finding; ``diagnostics.Finding`` has it."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> Any: ...  # noqa: D102
    @property
    def message(self) -> str: ...  # noqa: D102
    @property
    def values(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str | None: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def snippet(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int | None: ...  # noqa: D102
    @property
    def end(self) -> int | None: ...  # noqa: D102
    @property
    def related(self) -> Sequence[Any]: ...  # noqa: D102


def document_as_json(document: Document, findings: Iterable[FindingLike] = ()) -> dict[str, Any]:
    """Return the contract's shape without ``schema``, ``tool`` and ``inputs``."""
    return {
        "profile": document.profile.value,
        "language": document.language,
        "masthead": masthead_as_json(document.masthead),
        "blocks": [block_as_json(block) for block in document.blocks],
        "findings": [finding_as_json(finding) for finding in findings],
    }


def masthead_as_json(masthead: Masthead) -> dict[str, Any]:
    """Return every field of a masthead, null where it is not printed."""
    fields: dict[str, Any] = {name: getattr(masthead, name) for name in _MASTHEAD}
    return {**fields, "stamps": list(masthead.stamps)}


def block_as_json(block: Block) -> dict[str, Any]:
    """Return a block; ``rows`` only for a table."""
    fields: dict[str, Any] = {name: getattr(block, name) for name in _BLOCK}
    fields = {"id": fields.pop("id"), "kind": block.kind.value, **fields}
    fields["notes"] = [_note(note) for note in block.notes]
    fields["marks"] = [_mark(mark) for mark in block.marks]
    fields["place"] = block.place
    if block.rows:
        fields["rows"] = [list(row) for row in block.rows]
    return fields


def finding_as_json(finding: FindingLike) -> dict[str, Any]:
    """Return a finding in the form of ``undraft.findings/1``."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        "path": finding.path,
        "label": finding.label,
        "place": finding.place,
        "snippet": finding.snippet,
        "start": finding.start,
        "end": finding.end,
        "related": [_related(one) for one in finding.related],
        "fix": None,
    }


def _related(related: Any) -> dict[str, Any]:
    return {
        "file": related.file,
        "path": related.path,
        "label": related.label,
        "message": related.message,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"number": note.number, "at": note.at, "text": note.text}


def _mark(mark: Mark) -> dict[str, Any]:
    return {"kind": mark.kind.value, "start": mark.start, "end": mark.end, "target": mark.target}
