"""``undraft convert``: one format to another."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, From, Json, ProfileChoice, ProfileOption
from toolkit.cli.output import emit_json
from toolkit.cli.telling import announce, tell
from toolkit.diagnostics.render.jsonable import finding_as_json
from toolkit.readers import ReadOptions
from toolkit.workflows.documents.converting import TargetFormat, earlier_names, format_of
from toolkit.workflows.documents.converting import convert as convert_document
from toolkit.workflows.documents.files import read_input, write_output
from toolkit.workflows.documents.reading import load
from toolkit.workflows.editing.word_losses import lost_in_markdown


class Numbers(StrEnum):
    """Who numbers: the file, as typed text, or Word."""

    TYPED = "typed"
    LIVE = "live"


def convert(
    file: Annotated[str, typer.Argument(help="DOCX, Markdown or text; - for standard input.")],
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            help="File to write; .docx, .md, .html or .xml (Akoma Ntoso) says which format.",
        ),
    ],
    source_format: From = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    numbers: Annotated[
        Numbers, typer.Option("--numbers", help="In a DOCX: typed, or live (Word numbers).")
    ] = Numbers.TYPED,
    renumbered: Annotated[
        str | None,
        typer.Option(
            "--renumbered",
            metavar="MAP.csv",
            help="For Akoma Ntoso: the table of undraft renumber --map, so that parts keep their "
            "earlier names (wId).",
        ),
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Turn a report into DOCX in the United Nations style, Markdown, HTML or Akoma Ntoso.

    An HTML file is one page that needs nothing else and can be printed. Akoma Ntoso (.xml) follows
    the guidelines for the United Nations; its names of places are the same in all languages.
    """
    target = format_of(output)
    name = source_format.value if source_format else None
    loaded = load(file, name=name, options=ReadOptions(profile=profile.profile))
    earlier = _earlier(renumbered) if renumbered else None
    data = convert_document(loaded.document, target, live=numbers is Numbers.LIVE, earlier=earlier)
    inputs = [file, *([renumbered] if renumbered else [])]
    write_output(output, data, force=force, inputs=inputs)
    found = loaded.findings
    if target is TargetFormat.MARKDOWN:
        found = (*found, *lost_in_markdown(loaded.document, file))
    if as_json:
        findings = [finding_as_json(one) for one in found]
        payload = {"path": str(output), "format": target.value, "findings": findings}
        emit_json("convert/1", [loaded.input], payload)
        return
    tell(found)
    announce("wrote {path}", path=output)


def _earlier(name: str) -> dict[str, str]:
    return earlier_names(read_input(name).data.decode("utf-8", "replace"), name)


COMMAND = Command(
    name="convert",
    function=convert,
    examples=(
        "undraft convert samples/CSIW_COP_WG.3_2026_L.1.en.md -o out/draft.en.docx",
        "undraft convert samples/CSIW_COP_WG.3_2025_6.zh.docx -o out/report.zh.md",
        "undraft convert samples/CSIW_COP_WG.3_2025_6.zh.docx -o out/report.zh.html",
        "undraft convert samples/CSIW_COP_WG.3_2025_6.en.docx -o out/report.en.akn.xml",
    ),
)
