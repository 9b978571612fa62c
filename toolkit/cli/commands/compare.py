"""``undraft compare``: two versions as a redline."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, From, Json
from toolkit.cli.output import emit, emit_json, note
from toolkit.cli.session import settings
from toolkit.cli.telling import announce, tell
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import UsageError
from toolkit.ooxml.changes import FIXED_DATE, Tracking
from toolkit.workflows.documents.files import write_output
from toolkit.workflows.drafts.comparing import (
    Compared,
    as_page,
    as_word,
    compare_files,
    not_compared,
    payload,
    summary,
    told,
)


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The old version.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new version.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The redline: a .docx or an .html file.")
    ],
    moves: Annotated[
        bool,
        typer.Option(
            "--moves/--no-moves", help="In Word, record moves as moves, or as deleted and inserted."
        ),
    ] = True,
    author: Annotated[str, typer.Option("--author", help="Author of tracked changes.")] = "Undraft",
    date: Annotated[
        str, typer.Option("--date", help="Date of tracked changes: 2026-09-11T08:30:00Z.")
    ] = FIXED_DATE,
    source_format: From = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Show what changed between two versions of a document in one language.

    Words (in Chinese: characters) that went and came, blocks that moved, numbers and headings; the
    formats of the versions may differ. In the Word file, accepting all changes gives the new
    version and rejecting all gives the old one. The page needs nothing else and can be printed.
    What was not compared is said.
    """
    if output.suffix.lower() not in (".docx", ".html"):
        raise UsageError(f"{output}: the name must end in .docx or .html.")
    if len(date) != 20 or date[10] != "T" or not date.endswith("Z"):
        raise UsageError(f"--date {date}: expected a date in UTC such as 2026-09-11T08:30:00Z.")
    name = source_format.value if source_format else None
    compared = compare_files(old, new, name=name)
    lang = settings().lang
    if output.suffix.lower() == ".html":
        data = as_page(compared, lang)
    else:
        data = as_word(compared, Tracking(author, date, moves))
    write_output(output, data, force=force, inputs=(old, new))
    if as_json:
        findings = [finding_as_json(one) for one in compared.findings]
        shown = {**payload(compared, lang), "path": str(output), "findings": findings}
        emit_json("compare/1", compared.inputs, shown)
    else:
        _show(compared, output, lang)


def _show(compared: Compared, output: Path, lang: str) -> None:
    emit(summary(compared, lang))
    heard = told(compared.findings)
    tell(one for one in heard if not one.code.startswith(("RDR3", "RDR4")))
    for line in not_compared(compared, lang):
        note(line)
    announce("wrote {path}", path=output)


COMMAND = Command(
    name="compare",
    function=compare,
    examples=(
        "undraft compare samples/CSIW_COP_WG.3_2025_6.en.md samples/CSIW_COP_WG.3_2026_L.1.en.docx "
        "-o out/redline.docx",
        "undraft compare samples/CSIW_COP_WG.3_2025_6.zh.docx samples/CSIW_COP_WG.3_2026_L.1.zh.md "
        "-o out/redline.html --json",
    ),
)
