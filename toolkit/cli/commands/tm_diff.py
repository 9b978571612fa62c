"""``undraft tm diff``: what changed from one memory to another."""

from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Json, SourceLang, TargetLang
from toolkit.cli.upkeep import languages, print_report
from toolkit.workflows.tm.describing import difference
from toolkit.workflows.tm.report import MOST_CASES


def diff(
    old: Annotated[str, typer.Argument(help="A memory, as it was.")],
    new: Annotated[str, typer.Argument(help="A memory, as it is.")],
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Compare two memories of any kinds: units only in one of them, and units that changed."""
    report = difference(old, new, languages(source_lang, target_lang), most=MOST_CASES)
    print_report("diff", report, inputs=[old, new], output=None, as_json=as_json)


COMMAND = Command(
    name="diff",
    group="tm",
    function=diff,
    examples=("undraft tm diff tm/last-year.tmx tm/",),
)
