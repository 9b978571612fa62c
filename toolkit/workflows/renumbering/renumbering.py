"""Several language versions renumbered by one plan, each in its own file and format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from toolkit.diagnostics import Finding
from toolkit.errors import InputError, UsageError, WriteRefusedError
from toolkit.model import Document
from toolkit.model.edits import Comment
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.protection import is_protected
from toolkit.ooxml.revising import Existing
from toolkit.ooxml.revisions import accept_all, count_revisions
from toolkit.ooxml.stale import stale_references
from toolkit.readers import ReadOptions
from toolkit.renumber import (
    Counted,
    Item,
    OnDropped,
    Operations,
    Plan,
    Rewriting,
    Series,
    first_difference,
    make_plan,
    rewrite,
    series_of,
)
from toolkit.renumber.findings import findings_of, protected_file, several, stale_field
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.versions import two_versions
from toolkit.workflows.editing.carrying import carried_out
from toolkit.workflows.editing.opening import Changeable, read_to_change
from toolkit.workflows.editing.word import start_numbers
from toolkit.workflows.renumbering.allocating import uncollected


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a run is to be done, beside the operations.

    ``tracking`` None: changes are made directly. ``name`` is that of a reader, None by content.
    """

    on_dropped: OnDropped = OnDropped.STOP
    existing: Existing = Existing.KEEP
    tracking: Tracking | None = None
    name: str | None = None
    options: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One language version: what was read, what is to be done, and the bytes that come of it.

    ``data`` is None where a question stops the run.
    """

    input: Input
    document: Document
    rewriting: Rewriting
    data: bytes | None
    comments: int = 0

    @property
    def changed(self) -> bool:
        """Whether the new bytes differ from those given."""
        return self.data is not None and self.data != self.input.data


@dataclass(frozen=True, slots=True)
class Renumbered:
    """The outcome; ``stopped`` when questions are open, and then no version has data."""

    plan: Plan
    versions: tuple[Version, ...]
    findings: tuple[Finding, ...]
    stopped: bool


def renumber(paths: Sequence[str], operations: Operations, wishes: Wishes) -> Renumbered:
    """Renumber files; nothing is written.

    Raises:
        InputError: a file cannot be read, or a place in it cannot be changed.
        UsageError: the operations do not fit, the versions do not correspond, or tracked changes
            are asked for in a file that has no way to hold them.
        WriteRefusedError: a file has tracked changes and they are to be refused.
    """
    with uncollected():
        return _renumbered(paths, operations, wishes)


def _renumbered(paths: Sequence[str], operations: Operations, wishes: Wishes) -> Renumbered:
    loaded = [_load(path, operations, wishes) for path in paths]
    _hold(loaded, operations)
    first = loaded[0].document
    plan = make_plan(loaded[0].series, operations, first.profile)
    rewritings = [rewrite(one.document, one.series, plan, wishes.on_dropped) for one in loaded]
    asked = any(rewriting.questions for rewriting in rewritings)
    stopped = wishes.on_dropped is OnDropped.STOP and asked
    versions = []
    findings: list[Finding] = list(several(first, loaded[0].series))
    for one, rewriting in zip(loaded, rewritings, strict=True):
        findings.extend(_stale(one.taken))
        if wishes.tracking is not None and _is_protected(one.taken):
            findings.append(protected_file(one.document))
        new = None if stopped else _carried_out(one.taken, rewriting, plan, wishes)
        comments = sum(isinstance(edit, Comment) for edit in rewriting.edits)
        in_word = one.document.origin.format == "docx"
        versions.append(
            Version(
                input=one.given,
                document=one.document,
                rewriting=rewriting,
                data=new,
                comments=comments if in_word else 0,
            )
        )
        findings.extend(findings_of(rewriting, one.document, wishes.on_dropped))
    return Renumbered(plan, tuple(versions), tuple(findings), stopped)


def count_anew(taken: Changeable, kind: Counted, wishes: Wishes) -> bytes:
    """Return a file with one kind of number counted without gaps and doubles.

    Raises:
        InputError: a place in it cannot be changed.
    """
    operations = Operations(kind=kind, through=True)
    series = series_of(taken.document, kind, through=True)
    plan = make_plan(series, operations, taken.document.profile)
    rewriting = rewrite(taken.document, series, plan, wishes.on_dropped)
    return _carried_out(taken, rewriting, plan, wishes)


def outputs(outcome: Renumbered, folder: Path) -> dict[Path, bytes]:
    """Return the files to write: each version under its own name.

    Raises:
        UsageError: two versions have the same name, or one was read from standard input.
    """
    found: dict[Path, bytes] = {}
    for one in outcome.versions:
        name = Path(one.input.path).name
        if one.input.path == "-" or folder / name in found:
            raise UsageError(f"{one.input.path}: give files of different names, not “-”.")
        if one.data is not None:
            found[folder / name] = one.data
    return found


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A version as given, and what the edits are made in: the bytes may be settled first."""

    given: Input
    taken: Changeable
    series: tuple[Series, ...]

    @property
    def document(self) -> Document:
        return self.taken.document


def _load(path: str, operations: Operations, wishes: Wishes) -> _Loaded:
    given = read_input(path)
    data = given.data
    is_word = data.startswith(b"PK")
    if is_word and wishes.existing is not Existing.KEEP:
        data = _settled(data, path, wishes.existing)
    taken = read_to_change(data, path, wishes.name, wishes.options)
    if wishes.tracking is not None and taken.document.origin.format != "docx":
        raise UsageError(
            f"{path} is no Word file, and only those hold tracked changes; leave --tracked out."
        )
    return _Loaded(given, taken, _series(taken.document, operations))


def _settled(data: bytes, path: str, existing: Existing) -> bytes:
    if existing is Existing.ACCEPT:
        return accept_all(data, path)
    count = count_revisions(data, path)
    if count:
        raise WriteRefusedError(
            f"{path} holds {count} tracked changes. Accept or reject them in Word, or say "
            "--existing keep or --existing accept."
        )
    return data


def _is_protected(taken: Changeable) -> bool:
    return taken.file is not None and is_protected(taken.file.opened)


def _stale(taken: Changeable) -> Iterator[Finding]:
    """Yield the fields that are out of date; the file is not changed yet."""
    file = taken.file
    if file is None:
        return
    for one in stale_references(file.opened):
        words = file.paragraphs[one.paragraph]
        place = f"paragraph {words.ordinal}" if words.note is None else ""
        yield stale_field(taken.document, place, words.text.strip(), one.shown, one.true)


# -- versions that correspond --------------------------------------------------------------
def _hold(loaded: Sequence[_Loaded], operations: Operations) -> None:
    """Refuse versions of which one lacks an item, or that are in one language."""
    first, path = loaded[0], loaded[0].given.path
    if not first.series:
        raise InputError(f"{path} has no numbered {operations.kind}s to renumber.")
    for other in loaded[1:]:
        two_versions((path, first.document.language), (other.given.path, other.document.language))
        parting = first_difference(first.series, other.series)
        if parting is not None:
            ours, theirs = (_said(item) for item in parting)
            raise UsageError(
                f"The versions do not correspond: {path} has {ours} where {other.given.path} "
                f"has {theirs}. Nothing was changed."
            )


def _series(document: Document, operations: Operations) -> tuple[Series, ...]:
    return series_of(document, operations.kind, through=operations.through)


def _said(item: Item | None) -> str:
    if item is None:
        return "no more"
    words = " ".join(item.block.text.split())[:40]
    return f"{item.path} ({item.block.place}: “{words}”)"


# -- carrying out --------------------------------------------------------------------------
def _carried_out(taken: Changeable, rewriting: Rewriting, plan: Plan, wishes: Wishes) -> bytes:
    edited = carried_out(taken, rewriting.edits, wishes.tracking)
    if not edited.automatic:
        return edited.data
    return _counted(edited.data, taken.document, rewriting, plan, wishes)


def _counted(
    data: bytes, document: Document, rewriting: Rewriting, plan: Plan, wishes: Wishes
) -> bytes:
    """Let Word's own numbers begin anew where they would not be those of the plan."""
    path = document.origin.path
    options = replace(wishes.options, language=document.language, profile=document.profile)
    now = read_to_change(data, path, wishes.name, options)
    starts = dict(_starts(now.document, rewriting, plan))
    if not starts:
        return data
    return start_numbers(now.open_again(), now.document, starts, wishes.tracking)


def _starts(now: Document, rewriting: Rewriting, plan: Plan) -> Iterator[tuple[str, int]]:
    """Yield the blocks whose number is off by another step than that of the one before."""
    series = _series(now, plan.operations)
    for one, wanted in zip_longest(series, rewriting.wanted):
        if one is None or wanted is None or len(one.items) != len(wanted):
            raise InputError(
                f"{now.origin.path}: after the change Word would count {plan.operations.kind}s "
                "otherwise than planned; freeze the numbers first, then renumber."
            )
        off = 0
        for item, number in zip(one.items, wanted, strict=True):
            if number - item.number != off:
                off = number - item.number
                yield item.block.id, number
