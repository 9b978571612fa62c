"""``undraft annotate``: findings as Word comments at the words."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.checking import MessageLanguage, settled_options
from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit_json, only_word
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.errors import UsageError
from toolkit.workflows.checking.annotating import Told, findings_for
from toolkit.workflows.checking.annotating import annotate as annotate_file
from toolkit.workflows.checking.checking import check_files
from toolkit.workflows.documents.files import read_input, write_output


def annotate(
    file: Annotated[str, typer.Argument(help="The Word file that was checked.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Word file to write.")],
    findings: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FINDINGS",
            help="What `undraft check --json` printed; without it the file is checked now.",
        ),
    ] = None,
    lang: Annotated[
        MessageLanguage | None,
        typer.Option("--lang", help="Language of the comments, if not that of the check."),
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Hang the findings of a check on the words they are about, as Word comments.

    Nothing else in the file changes. Resolve a comment in Word, with the reason as an answer to
    it, and the next check of that file takes its finding as accepted. Findings that have their
    comment already get no second one.
    """
    if file == "-" and findings == "-":
        raise UsageError("Only one of the two can come from standard input.")
    only_word(output)
    given = read_input(file)
    source = read_input(findings) if findings else None
    wanted = lang.value if lang else None
    told = findings_for(given, source, wanted) if source else _checked(file, wanted)
    made = annotate_file(given, told.findings, told.lang)
    write_output(output, made.data, force=force, inputs=[file, *([findings] if findings else [])])
    if as_json:
        payload = {"path": str(output), "added": made.added, "known": made.known}
        emit_json("annotate/1", [given, *([source] if source else [])], payload)
        return
    announce(
        "wrote {path}: {added} comments added, {known} were there already.",
        path=output,
        added=made.added,
        known=made.known,
    )


def _checked(file: str, lang: str | None) -> Told:
    if file == "-":
        raise UsageError("Name the file, or give the findings with --from.")
    found = check_files([file], (), settled_options()).result.findings
    told = tuple(one for one in found if not one.code.startswith("RDR"))
    return Told(told, lang or settings().lang)


COMMAND = Command(
    name="annotate",
    function=annotate,
    examples=(
        "undraft annotate samples/faulty/CSIW_COP_WG.3_2025_6_faulty.en.docx -o out/faulty.en.docx",
        "undraft annotate samples/faulty/CSIW_COP_WG.3_2025_6_faulty.zh.docx --lang zh "
        "-o out/faulty.zh.docx --json",
    ),
)
