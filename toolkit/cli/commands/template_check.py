"""``undraft template check``: is a template ready before there is any data?"""

from collections.abc import Mapping
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Json, Memories
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.catalogue import say
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import Exit
from toolkit.workflows.building.building import find_template, read_text
from toolkit.workflows.building.templates import Readiness, examine


def check(
    template: Annotated[str, typer.Argument(help="Name or folder of a template.")],
    data: Annotated[
        str | None,
        typer.Option("--data", help="A meeting's data, to see what the memories give for it."),
    ] = None,
    tm: Memories = None,
    as_json: Json = False,
) -> None:
    """Check a template: its clauses and fields, styles, example, and what lacks approved Chinese.

    With --tm its example is built, to see which clauses the memories can give; after the meeting,
    --data shows the same for its data. Ends with 2 when the template cannot be used.
    """
    loaded = find_template(template, settings().templates)
    given, text = read_text(data) if data else (None, "")
    ready = examine(loaded, tm or (), (text, data) if data else None)
    if as_json:
        emit_json(
            "template-check/1",
            [given] if given else (),
            {"template": loaded.name, **_as_json(ready)},
        )
    else:
        _show(loaded.name, ready)
    if _count(ready.findings)["error"]:
        raise typer.Exit(Exit.USAGE)


def _as_json(ready: Readiness) -> dict[str, object]:
    return {
        "findings": [finding_as_json(one) for one in ready.findings],
        "summary": _count(ready.findings),
        "origins": [
            {
                "language": one.language,
                "counts": one.counts,
                "clauses": [{"clause": clause, "counts": n} for clause, n in one.clauses],
            }
            for one in ready.origins
        ],
    }


def _count(findings: tuple[Finding, ...]) -> dict[str, int]:
    return {str(s): sum(one.severity is s for one in findings) for s in Severity}


def _show(name: str, ready: Readiness) -> None:
    for one in ready.findings:
        where = ", ".join(part for part in (one.file, one.place) if part)
        emit(f"{one.severity.value:<8} {where}: {say(one, settings().lang)} [{one.code}]")
    for found in ready.origins:
        emit(f"{found.language}: {sum(found.counts.values())} sentences: {_listed(found.counts)}")
        for clause, counts in found.clauses:
            emit(f"    {clause}: {_listed(counts)}")
    summary = _count(ready.findings)
    verdict = "cannot be used yet" if summary["error"] else "can be used"
    emit(f"{name} {verdict}: " + ", ".join(f"{n} {kind}s" for kind, n in summary.items()))


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {origin}" for origin, n in counts.items() if n)


COMMAND = Command(
    name="check",
    group="template",
    function=check,
    examples=(
        "undraft template check draft-report",
        "undraft template check draft-report --tm tm/last-year.tmx --json",
        "undraft template check draft-report --data samples/meeting-2026.toml "
        "--tm tm/last-year.tmx",
    ),
)
