"""``undraft term drift``: what changed its name between two versions."""

from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json, Plain, PlainFormat
from toolkit.cli.output import emit, emit_json
from toolkit.cli.telling import announce
from toolkit.terms.drift import Drift
from toolkit.workflows.terms.drifting import Drifted, as_terms, drift_files
from toolkit.workflows.terms.importing import write_terms
from toolkit.workflows.terms.looking import Terms

SHOWN = 4  # places that are printed


def drift(
    old: Annotated[str, typer.Argument(help="The old version.")],
    new: Annotated[str, typer.Argument(help="The new one, in the same language.")],
    least: Annotated[
        int, typer.Option("--min", min=1, help="Places at which a name must have changed.")
    ] = 2,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write them as a termbase: .tbx, .csv or .tsv."),
    ] = None,
    output_format: Plain = PlainFormat.TEXT,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Tell what changed its name between two versions, with counts and places.

    会员国 in the draft and 缔约国 in the final report: how often the one stands for the other, and
    whether the old name is still there. With -o the new names are written as preferred and the
    old ones as deprecated, for the body whose symbol the new version bears.
    """
    found = drift_files(old, new, least=least)
    if as_json or output_format is PlainFormat.JSON:
        payload = {
            "language": found.language,
            "compared": found.passages,
            "drifts": [_as_json(one) for one in found.drifts],
        }
        emit_json("term-drift/1", [found.old.input, found.new.input], payload)
    else:
        _show(found)
    if output is not None and found.drifts:
        terms = Terms(as_terms(found), (found.old.input, found.new.input))
        write_terms(terms, output, force=force)
        announce("wrote {path}", path=output)
    elif output is not None:
        announce("nothing changed its name; {path} was not written", path=output)


def _show(found: Drifted) -> None:
    for one in found.drifts:
        left = f"{one.left} left" if one.left else "none left"
        emit(f"{one.old} → {one.new}: {one.count} of {one.before}, {left}")
        listed = [path or place for path, place in dict.fromkeys(one.places)]
        more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
        emit(f"  {', '.join(listed[:SHOWN])}{more}")
    emit(f"{len(found.drifts)} changes of names in {found.passages} passages")


def _as_json(one: Drift) -> dict[str, Any]:
    return {
        "old": one.old,
        "new": one.new,
        "count": one.count,
        "before": one.before,
        "left": one.left,
        "places": [{"path": path, "place": place} for path, place in one.places],
    }


COMMAND = Command(
    name="drift",
    group="term",
    function=drift,
    examples=(
        "undraft term drift samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2026_L.1.en.docx",
        "undraft term drift samples/CSIW_COP_WG.3_2025_6.zh.docx "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.docx --min 1 --json",
    ),
)
