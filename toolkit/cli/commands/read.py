"""``undraft read``: what the toolkit sees in a file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import (
    Force,
    From,
    Json,
    ProfileChoice,
    ProfileOption,
    Revisions,
    RevisionsOption,
)
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit_bytes, emit_json, envelope
from toolkit.cli.telling import announce, tell
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.errors import UsageError
from toolkit.model.dump import dump
from toolkit.model.jsonable import document_as_json
from toolkit.readers import ReadOptions
from toolkit.workflows.documents.files import write_output
from toolkit.workflows.documents.reading import load
from toolkit.workflows.documents.receipt import receipt
from toolkit.workflows.editing.word_losses import lost_in_markdown
from toolkit.writers import markdown


def read(
    file: Annotated[str, typer.Argument(help="DOCX, Markdown or text; - for standard input.")],
    profile: ProfileOption = ProfileChoice.AUTO,
    revisions: RevisionsOption = Revisions.CURRENT,
    receipt_file: Annotated[
        Path | None,
        typer.Option("--receipt", help="Write a receipt (JSON): what was kept, what went."),
    ] = None,
    source_format: From = None,
    force: Force = False,
    as_json: Json = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print clean Markdown.")] = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Print an outline with labels and paths (the default).")
    ] = False,
) -> None:
    """Read a report and show its masthead, chapters, paragraphs, recommendations and lists.

    What was repaired or could not be kept is told on standard error, and is in the JSON.
    """
    if as_json + as_markdown + as_text > 1:
        raise UsageError("--json, --markdown and --text exclude each other; give one.")
    options = ReadOptions(profile=profile.profile, revisions=revisions.value)
    name = source_format.value if source_format else None
    loaded = load(file, name=name, options=options)
    if receipt_file is not None:
        proof = envelope("receipt/1", [loaded.input], receipt(loaded, options))
        write_output(receipt_file, to_json(proof), force=force, inputs=[file])
        _tell_receipt(receipt_file, proof)
    if as_json:
        found = [finding_as_json(finding) for finding in loaded.findings]
        payload = {**document_as_json(loaded.document), "findings": found}
        emit_json("document/1", [loaded.input], payload)
        return
    show = markdown.write if as_markdown else dump
    emit_bytes(show(loaded.document).encode("utf-8"))
    lost = lost_in_markdown(loaded.document, file) if as_markdown else ()
    tell((*loaded.findings, *lost))


def _tell_receipt(path: Path, proof: dict[str, Any]) -> None:
    announce(
        "wrote {path}: all {file} words accounted for, {furniture} as page furniture"
        if proof["complete"]
        else "wrote {path}: {unaccounted} of {file} words are not accounted for",
        path=path,
        **proof["words"],
    )


COMMAND = Command(
    name="read",
    function=read,
    examples=(
        "undraft read samples/CSIW_COP_WG.3_2025_6.zh.docx",
        "undraft read samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.md --json",
        "undraft read samples/CSIW_COP_WG.3_2025_6.en.docx --markdown",
        "undraft read samples/CSIW_COP_WG.3_2025_6.en.docx --receipt out/receipt.json --json",
    ),
)
