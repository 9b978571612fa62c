"""``undraft samples``: something to try everything on."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit, emit_json
from toolkit.workflows.installed.sampling import copy_samples


def samples(
    folder: Annotated[Path, typer.Argument(help="Folder to copy them to; made if need be.")],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Copy the sample reports (English and Chinese, an invented body) to a folder."""
    written = copy_samples(folder, force=force)
    if as_json:
        emit_json("samples/1", (), {"folder": str(folder), "files": [str(p) for p in written]})
        return
    emit(f"{len(written)} files copied to {folder}; {folder / 'README.md'} says what each is.")


COMMAND = Command(
    name="samples",
    function=samples,
    examples=("undraft samples more-samples", "undraft samples more-samples --force --json"),
)
