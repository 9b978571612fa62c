"""The fixes of findings carried out in the files they were found in.

Fixes are made in rounds, since one may uncover another: words first, then numbers. What comes out
is read and checked again each time, so that a second run finds nothing more to do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from typing import Final

from toolkit.checks.run import run
from toolkit.diagnostics import Finding
from toolkit.errors import InputError, UsageError
from toolkit.model import Document
from toolkit.model.edits import Reword
from toolkit.ooxml.changes import Tracking
from toolkit.readers import ReadOptions
from toolkit.readers.decoding import decode
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted
from toolkit.workflows.documents.files import Input
from toolkit.workflows.editing.carrying import carried_out
from toolkit.workflows.editing.opening import Changeable, read_to_change
from toolkit.workflows.renumbering.renumbering import Wishes, count_anew
from toolkit.workflows.terms.looking import Terms, terms_of

_ROUNDS: Final = 12
"""More than fixes ever needed; what is not at rest by then is left as it is."""


Wanted = Callable[[Sequence[Finding]], Sequence[Finding]]
"""Picks the findings to mend out of those of a file."""


def everything(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return all findings: nothing is kept from being mended."""
    return findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What is to be mended and how.

    ``unsafe``: fixes that may change the sense too. ``tracking`` None: changes are made directly
    (only Word files can hold tracked ones). ``wanted`` picks the findings to mend out of those of
    a file, so that known and suppressed ones are left alone. ``terms`` None: no termbase.
    ``reader`` names the reader of every file, None: by content.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    reader: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    house: Mapping[str, str] = field(default_factory=dict)
    unsafe: bool = False
    tracking: Tracking | None = None
    terms: Terms | None = None
    wanted: Wanted = everything


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its fixes made: the new bytes, and the findings that are mended in them."""

    input: Input
    data: bytes
    applied: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return self.data != self.input.data


def mend(given: Input, how: Mending) -> Mended:
    """Mend one file; nothing is written.

    Raises:
        InputError: it cannot be read.
        UsageError: a rule is unknown, or tracked changes are asked for where there are none.
    """
    data = given.data
    applied: list[Finding] = []
    for _ in range(_ROUNDS):
        taken = read_to_change(data, given.path, how.reader, how.read)
        if how.tracking is not None and taken.document.origin.format != "docx":
            raise UsageError(
                f"{given.path} is no Word file, and only those hold tracked changes; "
                "leave --tracked out."
            )
        new, made = _round(taken, how)
        if new == data:
            break
        data = new
        applied += made
    return Mended(given, data, tuple(applied))


def _round(taken: Changeable, how: Mending) -> tuple[bytes, list[Finding]]:
    """Make the fixes of words, or where there are none those of numbers."""
    data, document = taken.data, taken.document
    terms = [terms_of(document, how.terms.base)] if how.terms else ()
    found = run(
        [document], select=how.select, ignore=how.ignore, house=how.house, terms=terms
    ).findings
    fixable = [one for one in how.wanted(found) if one.fix and (one.fix.safe or how.unsafe)]
    new, made = _reworded(taken, _apart(fixable), how.tracking)
    if new != data:
        return new, made
    for kind in Counted:
        ours = [one for one in fixable if one.fix and one.fix.renumber == kind.value]
        counted = _counted(taken, kind, how) if ours else data
        if counted != data:
            return counted, ours
    return data, []


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with edits that do not touch those of one before; equal fixes once."""
    taken: dict[object, list[tuple[int, int]]] = {}
    kept: list[Finding] = []
    for one in findings:
        edits = one.fix.edits if one.fix else ()
        if edits and not any(_touches(edit, taken.get(edit.spot, [])) for edit in edits):
            kept.append(one)
            for edit in edits:
                taken.setdefault(edit.spot, []).append((edit.start, edit.end))
    return kept


def _touches(edit: Reword, taken: Sequence[tuple[int, int]]) -> bool:
    return any(edit.start <= end and start <= edit.end for start, end in taken)


def _reworded(
    taken: Changeable, findings: Sequence[Finding], tracking: Tracking | None
) -> tuple[bytes, list[Finding]]:
    """Make all fixes that can be made: one whose place cannot be changed stops no other."""
    if not findings:
        return taken.data, []
    try:
        return carried_out(taken, _edits(findings), tracking).data, list(findings)
    except InputError:
        possible = [one for one in findings if _can(taken, one, tracking)]
    if not possible:
        return taken.data, []
    return carried_out(taken, _edits(possible), tracking).data, possible


def _edits(findings: Sequence[Finding]) -> list[Reword]:
    return [edit for one in findings if one.fix for edit in one.fix.edits]


def _can(taken: Changeable, one: Finding, tracking: Tracking | None) -> bool:
    try:
        carried_out(taken, _edits([one]), tracking)
    except InputError:
        return False
    return True


def _counted(taken: Changeable, kind: Counted, how: Mending) -> bytes:
    """Count a series anew; a file in which that cannot be done stays as it is."""
    document = taken.document
    options = ReadOptions(profile=document.profile, language=document.language)
    try:
        wishes = Wishes(tracking=how.tracking, options=options, name=how.reader)
        return count_anew(taken, kind, wishes)
    except (InputError, UsageError):
        return taken.data


# -- showing -------------------------------------------------------------------------------
def difference(one: Mended) -> str:
    """Return what was mended as a unified diff, of what is read where the file is no text."""
    before, after = (_lines(data, one.input.path) for data in (one.input.data, one.data))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(before, after, one.input.path, one.input.path)
    )


def _lines(data: bytes, path: str) -> list[str]:
    decoded = None if data.startswith(b"PK") else decode(data)
    if decoded is not None:
        return decoded.text.splitlines(keepends=True)
    return list(_as_read(read_bytes(data, path).document))


def _as_read(document: Document) -> Iterator[str]:
    for block in document.blocks:
        words = " | ".join(cell for row in block.rows for cell in row) or block.text
        yield f"{block.label or ''} {words}".strip() + "\n"
        for note in block.notes:
            yield f"    {note.number} {note.text}\n"
