"""``undraft strip-marks``: our comments and colours taken off a Word file."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.options import Force, Json
from toolkit.cli.output import emit_json, only_word
from toolkit.cli.telling import announce
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.stripping import Stripped
from toolkit.ooxml.stripping import strip_marks as strip
from toolkit.workflows.documents.files import read_input, write_output
from toolkit.writers.docx_runs import TONES

_BEGINS = {"fuzzy": ("Memory, fuzzy", "Alike"), "untranslated": ("Not translated",)}


def strip_marks(
    file: Annotated[str, typer.Argument(help="A Word file; - for standard input.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Word file to write.")],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Take the marks of this program off a Word file: its comments, and its colours behind words.

    Comments of people, their highlighting and everything else stay as they are. It is for when the
    sentences that a mark called alike or not translated have been revised: how many such marks went
    is said, for nothing shows those sentences then.
    """
    only_word(output)
    given = read_input(file)
    done = strip(given.data, given.path, OUR_AUTHOR, frozenset(TONES.values()))
    write_output(output, done.data, force=force, inputs=[file])
    alike, untranslated = _doubtful(done, "fuzzy"), _doubtful(done, "untranslated")
    if as_json:
        payload = {"path": str(output), "comments": done.comments, "colours": done.colours}
        payload |= {"alike": alike, "untranslated": untranslated}
        emit_json("stripped/1", [given], payload)
        return
    announce(
        "wrote {path}: {comments} comments and {colours} colours taken off",
        path=output,
        comments=done.comments,
        colours=done.colours,
    )
    if alike or untranslated:
        announce(
            "note: {alike} of these marks said that a sentence is only alike, {untranslated} "
            "that it is not translated. Nothing shows them now: see that each has been revised.",
            alike=alike,
            untranslated=untranslated,
        )


def _doubtful(done: Stripped, tone: str) -> int:
    """Return how many marks of a tone were taken off; a comment and its colour are one."""
    begins = _BEGINS[tone]
    comments = sum(one.startswith(begins) for one in done.texts)
    return max(comments, done.fills.count(TONES[tone]))


COMMAND = Command(
    name="strip-marks",
    function=strip_marks,
    examples=("undraft strip-marks samples/CSIW_COP_WG.3_2026_L.1.zh.docx -o out/clean.zh.docx",),
)
