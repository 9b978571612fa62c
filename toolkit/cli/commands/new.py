"""``undraft new``: a data file to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.assemble.new import skeleton
from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit_bytes, emit_json
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.workflows.building.building import find_template
from toolkit.workflows.documents.files import write_output


def new(
    template: Annotated[str, typer.Argument(help="Name or folder of a template.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The data file to make.")
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Make the data file of a template: every field with what it means, ready to be filled in."""
    loaded = find_template(template, settings().templates)
    text = skeleton(loaded)
    if output is not None:
        write_output(output, text.encode("utf-8"), force=force)
        announce(
            "wrote {path}; fill it in, then: undraft build {template} --data {path} -o out",
            path=output,
            template=template,
        )
    if as_json:
        fields = [
            {
                "name": field.name,
                "type": field.type.value,
                "required": field.required,
                "help": field.help,
            }
            for field in loaded.fields
        ]
        path = str(output) if output else None
        emit_json("new/1", (), {"template": loaded.name, "path": path, "fields": fields})
    elif output is None:
        emit_bytes(text.encode("utf-8"))


COMMAND = Command(
    name="new",
    function=new,
    examples=("undraft new draft-report -o out/meeting.toml", "undraft new addendum"),
)
