"""``undraft tm init``: a new memory, above all one in PostgreSQL."""

from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Json, SourceLang, TargetLang
from toolkit.cli.output import emit
from toolkit.cli.upkeep import languages, print_report
from toolkit.workflows.tm.report import Report
from toolkit.workflows.tm.setup import set_up_memory


def init(
    memory: Annotated[
        str, typer.Argument(help="A .undraft file, or the postgresql:// address of its owner.")
    ],
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Make an empty memory: a store, or tables, roles and history in a PostgreSQL database.

    In PostgreSQL the roles are undraft_reader, undraft_translator and undraft_maintainer: grant
    them to people. What is there already is left as it is.
    """
    made = set_up_memory(memory, languages(source_lang, target_lang))
    if as_json:
        roles = list(made.roles)
        print_report("init", Report(), inputs=(), output=made.name, as_json=True, roles=roles)
        return
    emit(f"{made.name} is ready")
    if made.roles:
        emit(f"  roles to grant: {', '.join(made.roles)}")


COMMAND = Command(
    name="init",
    group="tm",
    function=init,
    examples=("undraft tm init ours.undraft",),
)
