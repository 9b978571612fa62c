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
from toolkit.ooxml.revising import Existing, WordText
from toolkit.ooxml.revisions import accept_all, count_revisions
from toolkit.readers import ReadOptions
from toolkit.readers.decoding import decode
from toolkit.readers.registry import read_bytes
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
from toolkit.renumber.findings import findings_of, several
from toolkit.workflows.editing.text import edit_text
from toolkit.workflows.editing.word import edit_word, start_numbers
from toolkit.workflows.files import Input, read_input

_CODECS = {"UTF-8": "utf-8", "UTF-16": "utf-16", "GB18030": "gb18030", "Windows-1252": "cp1252"}


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
    loaded = [_load(path, wishes) for path in paths]
    _hold(loaded, operations)
    first = loaded[0][1]
    plan = make_plan(_series(first, operations), operations, first.profile)
    rewritings = [rewrite(document, plan, wishes.on_dropped) for _, document, _ in loaded]
    stopped = wishes.on_dropped is OnDropped.STOP and any(one.questions for one in rewritings)
    versions = []
    findings: list[Finding] = list(several(first, plan))
    for (given, document, data), rewriting in zip(loaded, rewritings, strict=True):
        new = None if stopped else _carried_out(document, data, rewriting, plan, wishes)
        comments = sum(isinstance(one, Comment) for one in rewriting.edits)
        in_word = document.origin.format == "docx"
        versions.append(
            Version(
                input=given,
                document=document,
                rewriting=rewriting,
                data=new,
                comments=comments if in_word else 0,
            )
        )
        findings.extend(findings_of(rewriting, document, wishes.on_dropped))
    return Renumbered(plan, tuple(versions), tuple(findings), stopped)


def count_anew(given: Input, kind: Counted, wishes: Wishes) -> bytes:
    """Return a file with one kind of number counted without gaps and doubles.

    Raises:
        InputError: it cannot be read, or a place in it cannot be changed.
    """
    options = wishes.options
    document = read_bytes(given.data, given.path, name=wishes.name, options=options).document
    operations = Operations(kind=kind, through=True)
    series = series_of(document, kind, through=True)
    plan = make_plan(series, operations, document.profile)
    rewriting = rewrite(document, plan, wishes.on_dropped)
    return _carried_out(document, given.data, rewriting, plan, wishes)


def as_before(text: str, encoding: str, data: bytes) -> bytes:
    """Return a text as bytes, encoded and marked as the file it came from."""
    codec = _CODECS.get(encoding, "utf-8")
    marked = codec == "utf-8" and data.startswith(b"\xef\xbb\xbf")
    return text.encode("utf-8-sig" if marked else codec)


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


def _load(path: str, wishes: Wishes) -> tuple[Input, Document, bytes]:
    """Return a file, the document in it, and the bytes that the edits are made in."""
    given = read_input(path)
    data = given.data
    is_word = data.startswith(b"PK")
    if is_word and wishes.existing is not Existing.KEEP:
        data = _settled(data, path, wishes.existing)
    document = read_bytes(data, path, name=wishes.name, options=wishes.options).document
    if wishes.tracking is not None and document.origin.format != "docx":
        raise UsageError(
            f"{path} is no Word file, and only those hold tracked changes; leave --tracked out."
        )
    return given, document, data


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


# -- versions that correspond --------------------------------------------------------------
def _hold(loaded: Sequence[tuple[Input, Document, bytes]], operations: Operations) -> None:
    """Refuse versions of which one lacks an item, or that are in one language."""
    first = loaded[0]
    ours = _series(first[1], operations)
    if not ours:
        raise InputError(f"{first[0].path} has no numbered {operations.kind}s to renumber.")
    for given, document, _ in loaded[1:]:
        if document.language == first[1].language:
            raise UsageError(
                f"{first[0].path} and {given.path} are both in the same language "
                f"({document.language}); language versions of one document were expected."
            )
        parting = first_difference(ours, _series(document, operations))
        if parting is not None:
            one, other = (_said(item) for item in parting)
            raise UsageError(
                f"The versions do not correspond: {first[0].path} has {one} where {given.path} "
                f"has {other}. Nothing was changed."
            )


def _series(document: Document, operations: Operations) -> tuple[Series, ...]:
    return series_of(document, operations.kind, through=operations.through)


def _said(item: Item | None) -> str:
    if item is None:
        return "no more"
    words = " ".join(item.block.text.split())[:40]
    return f"{item.path} ({item.block.place}: “{words}”)"


# -- carrying out --------------------------------------------------------------------------
def _carried_out(
    document: Document, data: bytes, rewriting: Rewriting, plan: Plan, wishes: Wishes
) -> bytes:
    path = document.origin.path
    if document.origin.format != "docx":
        return _in_text(document, data, rewriting, path)
    if not rewriting.edits:
        return data
    author = wishes.tracking.author if wishes.tracking else "Undraft"
    file = WordText.open(data, path)
    edited = edit_word(file, document, rewriting.edits, wishes.tracking, author)
    if not edited.automatic:
        return edited.data
    return _counted(edited.data, document, rewriting, plan, wishes)


def _in_text(document: Document, data: bytes, rewriting: Rewriting, path: str) -> bytes:
    decoded = decode(data)
    if decoded is None or decoded.lost:
        raise InputError(f"{path} is not whole text; save it as UTF-8 and try again.")
    if not rewriting.edits:
        return data
    return as_before(edit_text(decoded.text, document, rewriting.edits), decoded.encoding, data)


def _counted(
    data: bytes, document: Document, rewriting: Rewriting, plan: Plan, wishes: Wishes
) -> bytes:
    """Let Word's own numbers begin anew where they would not be those of the plan."""
    path = document.origin.path
    options = replace(wishes.options, language=document.language, profile=document.profile)
    now = read_bytes(data, path, name=wishes.name, options=options).document
    starts = dict(_starts(now, rewriting, plan))
    if not starts:
        return data
    return start_numbers(WordText.open(data, path), now, starts, wishes.tracking)


def _starts(now: Document, rewriting: Rewriting, plan: Plan) -> Iterator[tuple[str, int]]:
    """Yield the blocks whose number is off by another step than that of the one before."""
    series = _series(now, plan.operations)
    for one, wanted in zip_longest(series, rewriting.wanted):
        if one is None or wanted is None or len(one.items) != len(wanted):
            raise InputError(
                f"{now.origin.path}: after the change Word would count {plan.operations.kind}s "
                "otherwise than planned; freeze the numbers first, then renumber"
            )
        off = 0
        for item, number in zip(one.items, wanted, strict=True):
            if number - item.number != off:
                off = number - item.number
                yield item.block.id, number
