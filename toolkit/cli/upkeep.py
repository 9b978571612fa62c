"""What the commands of upkeep share: options, and how their report is printed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.lookup import where
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.cli.telling import announce, tell
from toolkit.diagnostics import Severity
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import UsageError
from toolkit.languages.tags import tag
from toolkit.model.identity import STATUS_RANK
from toolkit.text.address import shown
from toolkit.workflows.documents.versions import two_languages
from toolkit.workflows.tm.merging import Policy
from toolkit.workflows.tm.report import OUTCOMES, Case, Report
from toolkit.workflows.tm.selecting import Selection
from toolkit.workflows.tm.source import STORE, SUFFIXES, Destination, Langs

SHOWN = 20
QUOTED = 60

MemoryArgument = Annotated[
    str | None, typer.Argument(help="The memory; --tm says the same.", show_default=False)
]
OneMemory = Annotated[
    str | None, typer.Option("--tm", help="The memory: a .tmx file, a store or an address.")
]
InPlace = Annotated[bool, typer.Option("--in-place", help="Change the TMX file itself.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would happen; nothing is written.")
]
NewMemory = Annotated[
    str | None,
    typer.Option("-o", "--output", help="Write the result to this memory; leave the input alone."),
]
OnConflict = Annotated[
    Policy,
    typer.Option(
        "--on-conflict",
        help="Where the same place has another translation: both, keep (what is there), replace, "
        "newer (by date) or better (by status, then confidence).",
    ),
]

Symbols = Annotated[
    list[str] | None,
    typer.Option("--symbol", help="Units of this document; * and ? are wild; repeat for more."),
]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", help="aligned, reviewed or approved; repeat.")
]
Aligners = Annotated[
    list[str] | None, typer.Option("--aligner", help="Made by this aligner; * and ? are wild.")
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--lang", help="A side had this code in its file, such as zh-CN; repeat."),
]
Props = Annotated[
    list[str] | None, typer.Option("--prop", help="NAME=VALUE of a property; * and ? are wild.")
]
Since = Annotated[str, typer.Option("--since", help="Made or changed on this day or later.")]
Until = Annotated[str, typer.Option("--until", help="Made or changed on this day or before.")]
Least = Annotated[
    float | None, typer.Option("--min-confidence", help="At least as sure; 0 to 1.", min=0, max=1)
]
Most = Annotated[
    float | None, typer.Option("--max-confidence", help="At most as sure; 0 to 1.", min=0, max=1)
]
Words = Annotated[str, typer.Option("--words", help="A regular expression for either side.")]
Not = Annotated[bool, typer.Option("--not", help="Turn the selection round.")]


def one_memory(argument: str | None, option: str | None) -> str:
    """Return the memory a command is about.

    Raises:
        UsageError: none was named, or two.
    """
    if (argument is None) == (option is None):
        raise UsageError("Name one memory: a .tmx file, an .undraft store or an address.")
    return argument or option or ""


def languages(source_lang: str | None, target_lang: str | None) -> Langs:
    """Return the two languages of a memory, those of the settings unless said otherwise.

    Any language may be named, known to this version or not.

    Raises:
        UsageError: a code that is none, or the same language twice.
    """
    pair = (source_lang or settings().source_lang, target_lang or settings().target_lang)
    for code in pair:
        if tag(code) is None:
            raise UsageError(f"{code} is not a language code; write it as en, zh or fr-CA.")
    two_languages(*pair)
    return pair


def selection(
    symbols: list[str] | None,
    statuses: list[str] | None,
    aligners: list[str] | None,
    langs: list[str] | None,
    props: list[str] | None,
    days: tuple[str, str],
    sure: tuple[float | None, float | None],
    words: str,
    *,
    inverted: bool,
) -> Selection:
    """Return what the options of selection say.

    Raises:
        UsageError: a status that no unit has, which would select nothing.
    """
    for status in statuses or ():
        if status not in STATUS_RANK:
            raise UsageError(f"{status} is no status; it can be {', '.join(STATUS_RANK)}.")
    return Selection(
        symbols=tuple(symbols or ()),
        statuses=tuple(statuses or ()),
        aligners=tuple(aligners or ()),
        langs=tuple(langs or ()),
        props=tuple(props or ()),
        since=days[0],
        until=days[1],
        least=sure[0],
        most=sure[1],
        words=words,
        inverted=inverted,
    )


def print_report(
    command: str,
    report: Report,
    *,
    inputs: Iterable[str],
    output: str | None,
    as_json: bool,
    dry_run: bool = False,
    **more: Any,
) -> None:
    """Print what a command did; ``more`` are further fields of its JSON."""
    output = None if output is None else shown(output)
    if as_json:
        payload = report_as_json(command, report, output, dry_run=dry_run)
        emit_json("tm-report/1", (), {**payload, "inputs": digests(inputs), **more})
        return
    tell(one for one in report.findings if one.severity is not Severity.NOTE)
    for case in report.cases[:SHOWN]:
        _show(case)
    over = len(report.cases) - SHOWN
    if over > 0:
        emit(f"… and {over} more; --json lists them")
    emit(summary(report, dry_run=dry_run))


def print_change(
    command: str, report: Report, name: str, to: Destination, *, as_json: bool
) -> None:
    """Print what a command did to a memory, and where the memory is now."""
    output = str(to.output or name)
    print_report(command, report, inputs=[name], output=output, as_json=as_json, dry_run=to.dry_run)
    tell_written(to, name, changed=to.output is not None or report.changed("rejected"))


def summary(report: Report, *, dry_run: bool = False) -> str:
    """Return the counts in a line: "12 read: 2 rejected (1 same, 1 length), 10 unchanged"."""
    told = []
    for outcome in OUTCOMES:
        if number := report.counts[outcome]:
            why = [(reason, n) for (what, reason), n in report.reasons.items() if what == outcome]
            listed = ", ".join(f"{n} {reason}" for reason, n in sorted(why))
            told.append(f"{number} {outcome}" + (f" ({listed})" if listed else ""))
    counted = f"{report.read} read: {', '.join(told) or 'nothing to do'}"
    if report.left_out:
        beside = ", ".join(f"{number} {lang}" for lang, number in sorted(report.left_out.items()))
        counted += f"; segments in other languages left out: {beside}"
    return f"{counted} (nothing was written)" if dry_run else counted


def _show(case: Case) -> None:
    unit = case.unit
    emit(f"{case.outcome} {case.reason}: {where(unit.symbol, unit.path)}")
    emit(f"    {_short(unit.source)}")
    emit(f"    {_short(unit.target)}")
    if case.said:
        emit(f"    {case.said}")


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else text[:QUOTED] + "…"


def report_as_json(
    command: str, report: Report, output: str | None, *, dry_run: bool
) -> dict[str, Any]:
    """Return a report in the shape of the contract."""
    return {
        "command": command,
        "output": output,
        "dry_run": dry_run,
        "read": report.read,
        **{outcome: report.counts[outcome] for outcome in OUTCOMES},
        "reasons": [
            {"outcome": outcome, "reason": reason, "count": number}
            for (outcome, reason), number in sorted(report.reasons.items())
        ],
        "left_out": [
            {"language": lang, "count": number} for lang, number in sorted(report.left_out.items())
        ],
        "units": [case_as_json(case) for case in report.cases],
        "findings": [finding_as_json(one) for one in report.findings],
    }


def case_as_json(case: Case) -> dict[str, Any]:
    """Return one unit of a report."""
    unit = case.unit
    return {
        "outcome": case.outcome,
        "reason": case.reason,
        "said": case.said,
        "source": unit.source,
        "target": unit.target,
        "origin": {"symbol": unit.symbol, "path": unit.path},
        "status": unit.status,
    }


def digests(names: Iterable[str]) -> list[dict[str, str]]:
    """Return the files among memories with the digests of their bytes.

    Stores are left out: their bytes say nothing of their units.
    """
    return [{"path": str(path), "sha256": _digest(path)} for path in _files(names)]


def _files(names: Iterable[str]) -> Iterable[Path]:
    for name in names:
        path = Path(name)
        if "://" not in name and path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.name.lower().endswith(SUFFIXES))
        elif path.is_file() and not name.lower().endswith(STORE):
            yield path


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def tell_written(to: Destination, name: str, *, changed: bool = True) -> None:
    """Say which file was written, or that nothing in it has changed."""
    if not to.dry_run:
        path = shown(to.output or name)
        announce("wrote {path}" if changed else "nothing has changed in {path}", path=path)
