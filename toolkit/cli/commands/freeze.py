"""``undraft freeze``: the numbers that Word counts turned into text, for issue."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit_json, only_word
from toolkit.cli.telling import announce
from toolkit.ooxml.freezing import freeze as freeze_numbers
from toolkit.workflows.documents.files import read_input, write_output

_MOST_TOLD = 10


def freeze(
    file: Annotated[str, typer.Argument(help="A Word file; - for standard input.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Word file to write.")],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Turn the numbers that Word counts into text: labels, sequences, references.

    Nothing moves and nothing else changes: labels stand where the list set them. Bullets, tables of
    contents and page numbers stay. Tracked changes are counted as if they were accepted.
    """
    only_word(output)
    given = read_input(file)
    done = freeze_numbers(given.data, given.path)
    write_output(output, done.data, force=force, inputs=[file])
    if as_json:
        payload = {
            "path": str(output),
            "labels": done.labels,
            "sequences": done.sequences,
            "references": done.references,
            "renewed": [{"old": old, "new": new} for old, new in done.renewed],
        }
        emit_json("frozen/1", [given], payload)
        return
    if done.labels or done.sequences or done.references:
        announce(
            "wrote {path}: {labels} labels, {sequences} sequence numbers and {references} "
            "references are text now",
            path=output,
            labels=done.labels,
            sequences=done.sequences,
            references=done.references,
        )
    else:
        announce("wrote {path}: Word counts nothing in it, so that it is as it was", path=output)
    for old, new in done.renewed[:_MOST_TOLD]:
        announce(
            "note: a field showed “{old}” and was out of date; it says “{new}” now",
            old=old,
            new=new,
        )
    if len(done.renewed) > _MOST_TOLD:
        more = len(done.renewed) - _MOST_TOLD
        announce("note: {count} more fields were out of date; see --json", count=more)


COMMAND = Command(
    name="freeze",
    function=freeze,
    examples=("undraft freeze samples/CSIW_COP_WG.3_2026_L.1.en.docx -o out/issue.en.docx",),
)
