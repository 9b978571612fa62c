"""The masthead of the report: from what was wished, else from the draft, else marked open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.consolidate.part import Part
from toolkit.languages import Language
from toolkit.model import Masthead
from toolkit.symbols.find import find
from toolkit.symbols.parts import Kind
from toolkit.symbols.relations import family, is_draft, serial
from toolkit.symbols.symbol import Symbol

_OPEN: Final = "[…]"
_YEARS_JOB: Final = re.compile(r"([A-Z]+\.\d{2}-)\d+")
_TITLE: Final = {
    "en": "Report on the meeting of the {body} held in {place} {days}",
    "zh": "{days}在{place}举行的{body}会议的报告",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Fields that were given; ``date`` is ISO. None is left open, or proposed in brackets."""

    symbol: str | None = None
    date: str | None = None
    distribution: str | None = None
    title: str | None = None
    job_number: str | None = None


def final_masthead(
    parts: Sequence[Part], wanted: Wanted, language: Language
) -> tuple[Masthead, dict[str, str]]:
    """Return the masthead, and the placeholders that stand for values it cannot hold.

    What was not given stands in square brackets, with a proposal where there is one.
    """
    old = parts[0].document.masthead
    proposal = proposed_symbol(parts)
    job = wanted.job_number
    masthead = replace(
        old,
        symbol=wanted.symbol or _bracketed(proposal),
        distribution=wanted.distribution or "[General]",
        date=wanted.date,
        title=wanted.title or proposed_title(old, language) or "[title]",
        subtitle=None,
        job_number=job,
        barcode=_barcode(job) if job else None,
        stamps=(),
    )
    fields: dict[str, str] = {}
    if wanted.date is None:
        fields["date"] = "[date]"
    if job is None and old.job_number:
        fields["job_line"] = f"{_job_stem(old.job_number)}{_OPEN}"
    return masthead, fields


def proposed_symbol(parts: Sequence[Part]) -> str | None:
    """Return the symbol that the report would have: the next of its meeting's documents.

    Documents that are not of limited distribution are counted by what the parts cite. None where
    the draft has no symbol.
    """
    draft = next((one.symbol for one in parts if one.symbol is not None), None)
    if draft is None:
        return None
    stem = family(draft)
    numbers = [
        serial(one)
        for part in parts
        for block in part.document.blocks
        for one in _symbols(block.text)
        if family(one) == stem and one.nature is None and not is_draft(one)
    ]
    return f"{stem}/{max(numbers, default=0) + 1}"


def _symbols(text: str) -> list[Symbol]:
    return [one.symbol for one in find(text) if one.symbol is not None and _plain(one.symbol)]


def _plain(symbol: Symbol) -> bool:
    """Return whether the last part of a symbol is nothing but its number: no INF, no CRP."""
    return bool(symbol.tail) and symbol.tail[-1].kind is Kind.NUMBER


def proposed_title(masthead: Masthead, language: Language) -> str | None:
    """Return "Report on the meeting of … held in … from …"; None where it cannot be told."""
    form = _TITLE.get(language.code)
    days = language.dates(masthead.venue or "")
    if form is None or not masthead.body or len(days) != 1 or masthead.venue is None:
        return None
    day = days[0]
    place = (masthead.venue[: day.span.start] + masthead.venue[day.span.end :]).strip(" ,，")
    if not place:
        return None
    if day.last is None:
        said = f"on {language.format_date(day.first)}"
    else:
        said = f"from {language.format_range(day.first, day.last)}"
    shown = said if language.spaced else said.partition(" ")[2]
    return form.format(body=masthead.body, place=place, days=shown)


def _bracketed(symbol: str | None) -> str:
    """Return a proposed symbol with its number in brackets, so that nobody takes it for given."""
    if symbol is None:
        return "[symbol]"
    head, stroke, number = symbol.rpartition("/")
    return f"{head}{stroke}[{number}]"


def _job_stem(job: str) -> str:
    found = _YEARS_JOB.match(job)
    return found[1] if found else ""


def _barcode(job: str) -> str:
    """Return the figures of a job number, as its barcode prints them."""
    return "".join(one for one in job if one.isdecimal())
