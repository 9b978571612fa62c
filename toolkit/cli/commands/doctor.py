"""``undraft doctor``: is everything here that the work needs?"""

import sys
from pathlib import Path

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Json, Plain, PlainFormat
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.errors import Exit
from toolkit.workflows.installed.doctor import Point, Status, examine


def doctor(as_json: Json = False, output_format: Plain = PlainFormat.TEXT) -> None:
    """Look at this machine: libraries, console, fonts for Chinese, folder, memories.

    Ends with 1 when something is missing that the work needs; a warning is no failure.
    """
    points = examine(Path.cwd(), settings().tm, sys.stdout.encoding or "ascii")
    if as_json or output_format is PlainFormat.JSON:
        emit_json("doctor/1", (), {"points": [_as_json(point) for point in points]})
    else:
        for point in points:
            _show(point)
    if any(point.status is Status.ERROR for point in points):
        raise typer.Exit(Exit.FINDINGS)


def _as_json(point: Point) -> dict[str, str]:
    return {
        "name": point.name,
        "status": point.status.value,
        "detail": point.detail,
        "advice": point.advice,
    }


def _show(point: Point) -> None:
    emit(f"{point.status.value:<8} {point.name:<18} {point.detail}")
    if point.advice:
        emit(f"{'':<27} {point.advice}")


COMMAND = Command(
    name="doctor", function=doctor, examples=("undraft doctor", "undraft doctor --json")
)
