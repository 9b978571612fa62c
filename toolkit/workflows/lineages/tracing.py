"""Drafts and a final report to what became of each item."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from toolkit.diagnostics.catalogue import fill
from toolkit.errors import UsageError
from toolkit.lineage import Descent, Doubt, Witness, lineage
from toolkit.model import Document, Kind, Profile
from toolkit.symbols.find import find
from toolkit.symbols.relations import family
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import Loaded, load

_PARTS = (Profile.DRAFT, Profile.ADDENDUM)


class Only(StrEnum):
    """The kinds of items a lineage can be limited to."""

    REC = "rec"
    PARA = "para"


_KINDS = {Only.REC: (Kind.RECOMMENDATION,), Only.PARA: (Kind.PARAGRAPH,)}
_BOTH = (Kind.RECOMMENDATION, Kind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Traced:
    """A lineage with what it was made from; ``second`` are the files of the second witness."""

    drafts: tuple[Loaded, ...]
    final: Loaded
    second: tuple[Loaded, ...]
    descents: tuple[Descent, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """Every file read, in the order given."""
        return (*self.drafts, self.final, *self.second)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs for the head of a JSON result."""
        return tuple(one.input for one in self.loaded)

    def doubted(self, lang: str) -> list[tuple[str, str]]:
        """Return the file of each draft that seems to be none of this report, and why."""
        return [
            (
                self.drafts[one.document].input.path,
                fill(one.said.template, {**one.said.values, "draft": self._name(one)}, lang),
            )
            for one in self.doubts
        ]

    def _name(self, doubt: Doubt) -> str:
        draft = self.drafts[doubt.document]
        return draft.document.masthead.symbol or Path(draft.input.path).name


def trace_files(
    paths: Sequence[str], second: Sequence[str] = (), only: Only | None = None
) -> Traced:
    """Trace every item of the drafts to the final report.

    Args:
        paths: the drafts and, last, the final report, all in one language.
        second: the same in another language; empty for none.
        only: the kind of items, None for both.

    Raises:
        UsageError: there is no draft, a draft is given twice, languages are mixed, the last file
            is a draft part and an earlier one a report, or the second set does not correspond to
            the first.
        InputError: a file cannot be read.
    """
    if len(paths) < 2:
        raise UsageError("A draft and the final report are needed: DRAFT… FINAL, the final last.")
    drafts, final = _checked([load(path) for path in paths])
    others = _checked_second(second, drafts, final) if second else ()
    witness = None
    if others:
        *other_drafts, other_final = others
        witness = Witness([one.document for one in other_drafts], other_final.document)
    found = lineage(
        [one.document for one in drafts],
        final.document,
        witness,
        _KINDS[only] if only else _BOTH,
    )
    return Traced(tuple(drafts), final, others, found.descents, found.doubts)


def _checked(loaded: Sequence[Loaded]) -> tuple[tuple[Loaded, ...], Loaded]:
    *drafts, final = loaded
    for one in drafts:
        if one.document.language != final.document.language:
            raise UsageError(
                f"{one.input.path} is in {one.document.language} and {final.input.path} in "
                f"{final.document.language}. Give one language first; the other goes behind "
                "--second."
            )
        if _wrong_order(one.document, final.document):
            raise UsageError(
                f"{final.input.path} stands last but is part of a draft, and {one.input.path} "
                "is a final report. Name the final report last."
            )
    _refuse_doubles(drafts)
    return tuple(drafts), final


def _refuse_doubles(drafts: Sequence[Loaded]) -> None:
    """Refuse one draft given twice: what the second holds would seem to be dropped."""
    known: dict[str, Loaded] = {}
    for one in drafts:
        name = one.document.masthead.symbol or one.input.sha256
        first = known.setdefault(name, one)
        if first is not one:
            raise UsageError(
                f"{first.input.path} and {one.input.path} are one draft twice. Leave one of them "
                "out."
            )


def _wrong_order(draft: Document, final: Document) -> bool:
    """Return whether a draft part stands last behind the final report of the same meeting.

    The report of an earlier meeting may well be traced to a new draft.
    """
    symbols = [find(one.masthead.symbol or "") for one in (draft, final)]
    families = {family(one.symbol) for some in symbols for one in some if one.symbol}
    same = len(families) < 2
    return draft.profile is Profile.REPORT and final.profile in _PARTS and same


def _checked_second(
    paths: Sequence[str], drafts: Sequence[Loaded], final: Loaded
) -> tuple[Loaded, ...]:
    """Return the files of the second witness in the order of the first."""
    if len(paths) != len(drafts) + 1:
        raise UsageError(
            f"--second has {len(paths)} files where {len(drafts) + 1} were expected: the same "
            "drafts and the final report in the other language, in the same order."
        )
    others, other_final = _checked([load(path) for path in paths])
    if other_final.document.language == final.document.language:
        raise UsageError(
            f"{other_final.input.path} is in {final.document.language} like the first set; the "
            "second witness is the same documents in another language."
        )
    return (*_in_order(others, drafts), other_final)


def _in_order(others: Sequence[Loaded], drafts: Sequence[Loaded]) -> list[Loaded]:
    """Return drafts in the order of those with the same symbols, where all have one."""
    by_symbol = {one.document.masthead.symbol: one for one in others}
    wanted = [one.document.masthead.symbol for one in drafts]
    if None in wanted or set(wanted) != set(by_symbol) or len(by_symbol) != len(others):
        return list(others)
    return [by_symbol[symbol] for symbol in wanted]
