"""Whether a file that comes back fits its document: languages, segments it has joined or cut."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from toolkit.errors import UsageError
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment, joined
from toolkit.languages import Language, by_code
from toolkit.languages.tags import base
from toolkit.workflows.desk.segments import Desk
from toolkit.workflows.documents.reading import Loaded

_JOINED = re.compile(r"(?P<group>[^.]+)\.(?P<first>\d{1,6})-(?P<last>\d{1,6})")


def check_source(original: Loaded, file: ExchangeFile, name: str) -> None:
    """Refuse a file whose source language is not the document's.

    Raises:
        UsageError: it is another; the message says what to do.
    """
    said = base(file.source_lang) if file.source_lang else ""
    here = base(original.document.language)
    if said and said != here:
        raise UsageError(
            f"{name} is a translation from {file.source_lang}, and {original.input.path} is in "
            f"{original.document.language}. Name the document that was translated with --original."
        )


def target_of(file: ExchangeFile, name: str) -> Language:
    """Return the language that a file is translated into.

    Raises:
        UsageError: it does not say, or is not known.
    """
    if not file.target_lang:
        raise UsageError(f"{name} does not say into which language it is translated; use --to.")
    try:
        return by_code(file.target_lang)
    except KeyError:
        raise UsageError(
            f"{name} is a translation into {file.target_lang!r}, which is not known here."
        ) from None


def joined_ids(desk: Desk, units: Iterable[ExchangeUnit]) -> list[str]:
    """Return the ids of the file that name segments joined into one, if the desk has them all."""
    order = {one.id: at for at, one in enumerate(desk.segments)}
    taken: set[int] = set()
    found: list[str] = []
    for unit in units:
        parts = _JOINED.fullmatch(unit.id)
        if parts is None:
            continue
        first = order.get(f"{parts['group']}.{parts['first']}")
        last = order.get(f"{parts['group']}.{parts['last']}")
        if first is None or last is None or not first < last:
            continue
        members = set(range(first, last + 1))
        if taken.isdisjoint(members):
            taken |= members
            found.append(unit.id)
    return found


def with_pieces_joined(desk: Desk, file: ExchangeFile) -> ExchangeFile:
    """Return a file in which segments that a tool has cut in pieces are whole again.

    XLIFF 2 has pieces in one unit; of ours, each has one segment. A translation that lacks a piece
    is one that needs review.
    """
    ours = {one.id for one in desk.segments}
    units: list[ExchangeUnit] = []
    for (_, name), members in groupby(file.units, lambda unit: (unit.part, _whole(unit.id))):
        pieces = tuple(members)
        known = name in ours or _JOINED.fullmatch(name) is not None
        several = len({one.id for one in pieces}) == len(pieces) > 1
        units.extend([_joined(desk, name, pieces)] if known and several else pieces)
    return replace(file, units=tuple(units))


def _whole(name: str) -> str:
    return name.partition("/")[0]


def _joined(desk: Desk, name: str, pieces: Sequence[ExchangeUnit]) -> ExchangeUnit:
    targets = [one.target for one in pieces if one.target is not None and one.target.text.strip()]
    states = {one.state for one in pieces}
    state = next((one for one in State if one in states), State.NEW)
    if targets and len(targets) < len(pieces):
        state = State.REVIEW
    return replace(
        pieces[0],
        id=name,
        source=_in_a_row(desk.source, [one.source for one in pieces]),
        target=_in_a_row(desk.target, targets) if targets else None,
        state=state,
        notes=tuple(dict.fromkeys(note for one in pieces for note in one.notes)),
    )


def _in_a_row(language: Language, pieces: Sequence[Segment]) -> Segment:
    return joined(_with_gaps(language, pieces))


def _with_gaps(language: Language, pieces: Sequence[Segment]) -> Iterator[Segment]:
    before = ""
    for one in pieces:
        touch = before and one.text and not (before[-1].isspace() or one.text[0].isspace())
        if language.spaced and touch:
            yield Segment(" ")
        yield one
        before = one.text
