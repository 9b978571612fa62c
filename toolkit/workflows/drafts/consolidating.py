"""Files of draft parts to one report, with its plan and its ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.compare import redline
from toolkit.consolidate import (
    Consolidated,
    Part,
    Plan,
    Wanted,
    consolidate,
    parts_of,
    plan_text,
    propose,
    read_plan,
)
from toolkit.consolidate.lists import joinable
from toolkit.consolidate.units import Stock, stock_of
from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.model import Block, Document
from toolkit.ooxml.changes import Tracking
from toolkit.symbols.symbol import Symbol, SymbolError
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.editing.word_losses import losses
from toolkit.writers import docx
from toolkit.writers.docx_redline import write_redline


@dataclass(frozen=True, slots=True)
class Gathered:
    """The parts read, in order, with what the readers found and what cannot be carried."""

    loaded: tuple[Loaded, ...]
    parts: tuple[Part, ...]
    stock: Stock
    findings: tuple[Finding, ...]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs for the head of a JSON result, in the order given."""
        return tuple(one.input for one in self.loaded)


def gather(paths: Sequence[str], *, incomplete: bool = False, name: str | None = None) -> Gathered:
    """Read the parts of one draft.

    Args:
        paths: the draft and its addenda, in any order.
        incomplete: parts may be missing.
        name: of the reader, overruling the content.

    Raises:
        UsageError: they are not parts of one draft in one language, each once, without a gap.
        InputError: a file cannot be read.
    """
    loaded = tuple(load(path, name=name) for path in paths)
    parts = parts_of([one.document for one in loaded], incomplete=incomplete)
    lost = [one for given in loaded for one in losses(given.input.data, given.input.path)]
    read = [one for given in loaded for one in given.findings]
    return Gathered(loaded, parts, stock_of(parts), (*read, *lost))


def proposed(gathered: Gathered) -> Plan:
    """Return the plan that conventions would have."""
    return propose(gathered.parts, gathered.stock)


def proposal(gathered: Gathered) -> bytes:
    """Return the proposed plan as the bytes of a file for a person to edit."""
    language = gathered.parts[0].document.language
    lists = tuple(joinable(gathered.stock, language))
    return plan_text(proposed(gathered), gathered.stock, lists).encode("utf-8")


def plan_of(path: str) -> Plan:
    """Return the plan in a file.

    Raises:
        InputError: it cannot be read.
        UsageError: it is no plan.
    """
    data = read_input(path).data
    try:
        return read_plan(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; save the plan as UTF-8.") from None


def wishes(fields: Mapping[str, str | None]) -> Wanted:
    """Return what was given for the masthead, once it is looked over.

    Raises:
        UsageError: the symbol is none, or the date is no ISO date.
    """
    symbol, day = fields.get("symbol"), fields.get("date")
    if symbol is not None:
        try:
            symbol = str(Symbol.parse(symbol))
        except SymbolError as error:
            raise UsageError(f"--symbol {symbol}: {error}") from None
    if day is not None:
        try:
            day = date.fromisoformat(day).isoformat()
        except ValueError:
            raise UsageError(f"--date {day}: write it as 2026-09-25.") from None
    return Wanted(
        symbol=symbol,
        date=day,
        distribution=fields.get("distribution"),
        title=fields.get("title"),
        job_number=fields.get("job_number"),
    )


def consolidated(gathered: Gathered, plan: Plan | None, wanted: Wanted) -> Consolidated:
    """Return the one report; without a plan the proposed one is carried out.

    Raises:
        UsageError: the plan does not fit; or there is none, and parts differ in the title of a
            heading.
    """
    if plan is not None:
        return consolidate(gathered.parts, plan, wanted)
    plan = proposed(gathered)
    plain = Plan(
        report=plan.report,
        parts=plan.parts,
        sections=tuple(replace(one, title_of="") for one in plan.sections),
    )
    return consolidate(gathered.parts, plain, wanted)


def as_word(made: Consolidated, gathered: Gathered, tracking: Tracking | None = None) -> bytes:
    """Return the report as the bytes of a Word file in the style of the house.

    With ``tracking`` it shows every change against the parts put one after the other.
    """
    if tracking is None:
        return docx.write(made.report, fields=made.fields)
    old = concatenated(gathered.parts)
    places = {block.id: at for at, block in enumerate(made.report.blocks)}
    pairs = [(at, places[block.id]) for at, block in enumerate(old.blocks) if block.id in places]
    found = redline(old, made.report, pairs)
    return write_redline(found, tracking, new_fields=made.fields)


def concatenated(parts: Sequence[Part]) -> Document:
    """Return the parts one after the other under the masthead of the first.

    Footnotes count on from part to part, as Word would count them.
    """
    first = parts[0].document
    blocks: list[Block] = []
    number = 0
    for part in parts:
        for block in part.document.blocks:
            notes = []
            for note in block.notes:
                if note.number.isdecimal():
                    number += 1
                    note = replace(note, number=str(number))
                notes.append(note)
            blocks.append(replace(block, notes=tuple(notes)) if notes else block)
    return replace(first, blocks=tuple(blocks))
