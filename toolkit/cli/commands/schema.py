"""``undraft schema``: the shape of a command's JSON."""

import json
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Json
from toolkit.cli.output import emit, emit_bytes, emit_json
from toolkit.errors import UsageError
from toolkit.workflows.installed.shipped import schema_names, schema_text


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            help="Name of a schema, as in the `schema` field of a result.",
            autocompletion=lambda: list(schema_names()),
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Print the JSON Schema of a result, or the names of all of them."""
    if name is None:
        _list(as_json=as_json)
        return
    # "undraft.document/1" and "document/1" are what a result says of itself.
    wanted = name.removeprefix("undraft.").split("/")[0]
    try:
        text = schema_text(wanted)
    except KeyError:
        known = ", ".join(schema_names())
        raise UsageError(f"There is no schema {name}. Known: {known}.") from None
    emit_bytes(text.encode("utf-8"))


def _list(*, as_json: bool) -> None:
    entries = [{"name": n, "title": json.loads(schema_text(n))["title"]} for n in schema_names()]
    if as_json:
        emit_json("schemas/1", (), {"schemas": entries})
        return
    for entry in entries:
        emit(f"{entry['name']:<14} {entry['title']}")


COMMAND = Command(
    name="schema",
    function=schema,
    examples=("undraft schema", "undraft schema document", "undraft schema --json"),
)
