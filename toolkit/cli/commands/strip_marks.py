"""``undraft strip-marks``: our comments and colours taken off a Word file."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit_json, note
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.stripping import strip_marks as strip
from toolkit.workflows.files import read_input, write_output
from toolkit.writers.docx_runs import TONES


def strip_marks(
    file: Annotated[str, typer.Argument(help="A Word file; - for standard input.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Word file to write.")],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Take the marks of this program off a Word file: its comments, and its colours behind words.

    Comments of people, their highlighting and everything else stay as they are.
    """
    given = read_input(file)
    done = strip(given.data, given.path, OUR_AUTHOR, frozenset(TONES.values()))
    write_output(output, done.data, force=force, inputs=[file])
    if as_json:
        payload = {"path": str(output), "comments": done.comments, "colours": done.colours}
        emit_json("stripped/1", [given], payload)
        return
    note(f"wrote {output}: {done.comments} comments and {done.colours} colours taken off")


COMMAND = Command(
    name="strip-marks",
    function=strip_marks,
    examples=("undraft strip-marks samples/CSIW_COP_WG.3_2026_L.1.zh.docx -o out/clean.zh.docx",),
)
