"""Document variables: what New York's macros know of a masthead, where the pages do not say it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from toolkit.languages import Language
from toolkit.model import Masthead
from toolkit.structure.cells import JOB_NUMBER, Field, cells, with_job

# The variables of each field, the surest first.
_NAMES: Final[Mapping[Field, tuple[str, ...]]] = MappingProxyType(
    {
        Field.SYMBOL: ("Symbol1", "sss1"),
        Field.SESSION: ("Session1",),
        Field.AGENDA: ("Agenda1",),
        Field.BARCODE: ("Barcode",),
        Field.JOB: ("jobnDTDT", "jobnDT", "jobn"),
    }
)
_TITLES: Final = ("Title1", "Title2")
_BARCODE: Final = re.compile(r"\*?(\d{7})\*?")


def fill_missing(masthead: Masthead, variables: Mapping[str, str], language: Language) -> Masthead:
    """Return a masthead with the fields it lacks from document variables.

    A variable counts only if it has the form of its field; "-" and the like are none. What is
    printed is never overruled.
    """
    found = {one: _value(one, variables, language) for one in _NAMES}
    title, subtitle = (variables.get(name) or None for name in _TITLES)
    if masthead.title is None:
        masthead = replace(masthead, title=title, subtitle=masthead.subtitle or subtitle)
    masthead = replace(
        masthead,
        symbol=masthead.symbol or found[Field.SYMBOL],
        session=masthead.session or found[Field.SESSION],
        agenda_item=masthead.agenda_item or found[Field.AGENDA],
        barcode=masthead.barcode or _digits(found[Field.BARCODE]),
    )
    job = JOB_NUMBER.fullmatch(found[Field.JOB] or "")
    return with_job(masthead, job) if job and masthead.job_number is None else masthead


def _value(field: Field, variables: Mapping[str, str], language: Language) -> str | None:
    for name in _NAMES[field]:
        value = variables.get(name, "")
        if value and any(cell.field is field for cell in cells(value, language)):
            return value
    return None


def _digits(value: str | None) -> str | None:
    found = _BARCODE.fullmatch(value or "")
    return found[1] if found else None
