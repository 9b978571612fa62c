"""``undraft template check``: is a template ready before there is any data?"""

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
from toolkit.workflows.building import find_template
from toolkit.workflows.templates import Readiness, examine


def check(
    template: Annotated[str, typer.Argument(help="Name or folder of a template.")],
    tm: Memories = None,
    as_json: Json = False,
) -> None:
    """Check a template: its clauses and fields, styles, example, and what lacks approved Chinese.

    With --tm its example is built, to see how many sentences the memories can give. Ends with 2
    when the template cannot be used.
    """
    loaded = find_template(template, settings().templates)
    ready = examine(loaded, tm or ())
    if as_json:
        emit_json("template-check/1", (), {"template": loaded.name, **_as_json(ready)})
    else:
        _show(loaded.name, ready)
    if _count(ready.findings)["error"]:
        raise typer.Exit(Exit.USAGE)


def _as_json(ready: Readiness) -> dict[str, object]:
    return {
        "findings": [finding_as_json(one) for one in ready.findings],
        "summary": _count(ready.findings),
        "origins": [{"language": code, "counts": counts} for code, counts in ready.origins],
    }


def _count(findings: tuple[Finding, ...]) -> dict[str, int]:
    return {str(s): sum(one.severity is s for one in findings) for s in Severity}


def _show(name: str, ready: Readiness) -> None:
    for one in ready.findings:
        where = ", ".join(part for part in (one.file, one.place) if part)
        emit(f"{one.severity.value:<8} {where}: {say(one, settings().lang)} [{one.code}]")
    for code, counts in ready.origins:
        listed = ", ".join(f"{n} {origin}" for origin, n in counts.items() if n)
        emit(f"{code}: {sum(counts.values())} sentences of the example: {listed}")
    summary = _count(ready.findings)
    verdict = "cannot be used yet" if summary["error"] else "can be used"
    emit(f"{name} {verdict}: " + ", ".join(f"{n} {kind}s" for kind, n in summary.items()))


COMMAND = Command(
    name="check",
    group="template",
    function=check,
    examples=(
        "undraft template check draft-report",
        "undraft template check draft-report --tm tm/last-year.tmx --json",
    ),
)
