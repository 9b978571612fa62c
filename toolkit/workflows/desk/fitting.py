"""Whether a file that comes back fits its document: languages, and segments it has joined."""

import re
from collections.abc import Iterable

from toolkit.errors import UsageError
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit
from toolkit.languages import Language, by_code
from toolkit.languages.tags import base
from toolkit.workflows.desk.segments import Desk
from toolkit.workflows.reading import Loaded

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
