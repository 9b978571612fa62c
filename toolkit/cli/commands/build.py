"""``undraft build``: drafts from a template, in every language in one run."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit.assemble import Filled
from toolkit.assemble.filled import Origin, differing
from toolkit.assemble.filled import as_json as filled_as_json
from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names
from toolkit.cli.options import Force, Json, Memories, language
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.config.settings import Settings
from toolkit.errors import UsageError
from toolkit.languages import Language
from toolkit.model import Document, Kind
from toolkit.workflows.building.building import BuildOptions, Built, find_template, read_text
from toolkit.workflows.building.building import build as build_drafts
from toolkit.workflows.documents.converting import TargetFormat, convert, other_formats, suffix_of
from toolkit.workflows.documents.files import read_input, write_outputs
from toolkit.workflows.installed.doctor import chinese_fonts, font_folders


class NumbersChoice(StrEnum):
    """Who numbers: Word while drafting, or typed text for issue."""

    LIVE = "live"
    TYPED = "typed"


class MarksChoice(StrEnum):
    """How the origin of a translated sentence is shown."""

    COMMENTS = "comments"
    COLOUR = "colour"
    NONE = "none"


def build(
    template: Annotated[str, typer.Argument(help="Name or folder of a template.")],
    data: Annotated[str, typer.Option("--data", help="The meeting's data, a TOML file.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write the drafts to.")],
    lang: Annotated[str, typer.Option("--lang", help="Languages, parted by commas.")] = "en,zh",
    tm: Memories = None,
    numbers: Annotated[
        NumbersChoice, typer.Option("--numbers", help="live: Word counts; typed: fixed text.")
    ] = NumbersChoice.TYPED,
    after: Annotated[
        list[str] | None,
        typer.Option(
            "--after",
            help="A part of the report before this one; may be repeated. Numbers go on from it.",
        ),
    ] = None,
    also: Annotated[
        str, typer.Option("--also", help="Other formats beside the Word file: html, md, akn.")
    ] = "",
    marks: Annotated[
        MarksChoice, typer.Option("--marks", help="How to show where a sentence came from.")
    ] = MarksChoice.COMMENTS,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Build a draft report from a template and the meeting's data, in each language.

    Chinese comes from the template's approved wording, else from the memories; what neither has
    stays in English. Every translated sentence is marked with where it came from. With --after, an
    addendum goes on from the parts before it: recommendation numbers, chapters, (continued). With
    --also, each draft is written as a page (html), Markdown (md) or Akoma Ntoso (akn) too.
    What the memory has only something alike for is filled where a mark shows it (in other formats
    words in brackets), and named in the summary; with --marks none it stays in English.
    """
    wanted, beside = _languages(lang), other_formats(also)
    loaded = find_template(template, settings().templates)
    given, text = read_text(data)
    before = tuple(after or ())
    asked = any(one.code != loaded.languages[0] for one in wanted)
    options = BuildOptions(
        memories=_memories(tm) if asked else (),
        after=before,
        numbers=numbers.value,
        marks=marks.value,
    )
    drafts = build_drafts(loaded, (text, data), wanted, options)
    files = {output / draft.file_name: draft.data for draft in drafts}
    others = {
        path: _also(draft.document_for(marks.value), path, beside)
        for draft, path in zip(drafts, files, strict=True)
    }
    every = files | {name: data for made in others.values() for name, data in made.items()}
    write_outputs(every, force=force, inputs=[data, *before])
    if as_json:
        original = loaded.languages[0]
        documents = [
            {**_as_json(d, path, original), "also": [str(one) for one in others[path]]}
            for d, path in zip(drafts, files, strict=True)
        ]
        emit_json(
            "build/1",
            [given, *map(read_input, before)],
            {"template": loaded.name, "documents": documents},
        )
        return
    for draft, path in zip(drafts, files, strict=True):
        if draft.language.code == loaded.languages[0]:
            _show(draft, [path, *others[path]])
        else:
            _show_translated(draft, [path, *others[path]], marks)
    _warn_of_fonts(wanted)


def _memories(given: list[str] | None) -> tuple[str, ...]:
    """Return the memories to ask; the folder that is taken by default need not be there."""
    names = memory_names(given)
    if given or names != Settings().tm or any(Path(name).exists() for name in names):
        return names
    announce(
        "note: there is no {names}; the Chinese comes from the template alone.",
        names=", ".join(names),
    )
    return ()


def _languages(tags: str) -> tuple[Language, ...]:
    found = tuple(dict.fromkeys(language(tag) for tag in tags.split(",") if tag.strip()))
    if not found:
        raise UsageError("--lang names no language; write it as en,zh.")
    return found


def _also(document: Document, path: Path, formats: tuple[TargetFormat, ...]) -> dict[Path, bytes]:
    """Return the draft in other formats, by the names of their files."""
    return {path.with_suffix(suffix_of(one)): convert(document, one) for one in formats}


def _as_json(draft: Built, path: Path, original: str) -> dict[str, Any]:
    translated = draft.language.code != original
    return {
        "path": str(path),
        "language": draft.language.code,
        "symbol": draft.filled.document.masthead.symbol,
        **_numbers(draft.filled.document),
        "counts": draft.filled.counts() if translated else {},
        "sentences": filled_as_json(draft.filled)["sentences"] if translated else [],
    }


def _numbers(document: Document) -> dict[str, int]:
    kinds = [block.kind for block in document.blocks]
    return {
        "paragraphs": kinds.count(Kind.PARAGRAPH),
        "recommendations": kinds.count(Kind.RECOMMENDATION),
    }


def _show(draft: Built, paths: Sequence[Path], about: Sequence[str] = ()) -> None:
    """Name the files of a draft; ``about`` are lines on how it was filled."""
    numbers = _numbers(draft.filled.document)
    emit(
        f"{draft.language.code}  {paths[0]}: {numbers['paragraphs']} paragraphs, "
        f"{numbers['recommendations']} recommendations"
    )
    for line in (*about, *paths[1:]):
        emit(f"    {line}")


def _show_translated(draft: Built, paths: Sequence[Path], marks: MarksChoice) -> None:
    counts = {origin: n for origin, n in draft.filled.counts().items() if n}
    listed = ", ".join(f"{n} {origin}" for origin, n in counts.items())
    _show(
        draft,
        paths,
        [
            f"{sum(counts.values())} sentences: {listed}",
            *_alike(draft.filled),
            *_unmarked(draft.filled),
        ],
    )
    if marks is MarksChoice.COMMENTS:
        _warn_of_notes(draft.filled.document)


def _alike(filled: Filled) -> Iterator[str]:
    """Name each sentence for which the memory has only something alike, and what differs."""
    for filled_in, heading in (
        (True, "only alike, to be revised; the draft has"),
        (False, "only alike, kept in English, since no mark would show it; the memory has"),
    ):
        found = [one for one in filled.alike() if bool(one.offered) is not filled_in]
        if found:
            yield f"{heading}:"
        for one in found:
            where = one.block_path or one.block_id
            yield f"  {where}, clause {one.clause}, {one.score} %: {differing(one)}"
            yield f"    {one.offered or one.target}"


def _unmarked(filled: Filled) -> Iterator[str]:
    """Name what stays in English where a Word file has no marks: in the masthead and in notes."""
    blocks = {block.id for block in filled.document.blocks}
    found = [
        one
        for one in filled.sentences
        if one.origin is Origin.UNTRANSLATED and one.block_id not in blocks and not one.offered
    ]
    if found:
        yield "not translated, and where no mark shows it:"
    for one in found:
        yield f"  {one.block_path or one.block_id}, clause {one.clause}: {one.target}"


def _warn_of_notes(document: Document) -> None:
    """Tell of a fault of LibreOffice 7: it mixes up footnotes that have comments between them."""
    if sum(len(block.notes) for block in document.blocks) > 1:
        announce(
            "note: LibreOffice 7 shows footnotes wrongly that have comments between them; the file "
            "itself is right. To work in LibreOffice, build with --marks colour."
        )


def _warn_of_fonts(wanted: tuple[Language, ...]) -> None:
    if any(not one.spaced for one in wanted) and not chinese_fonts(font_folders()):
        announce(
            "note: this machine has no font for Chinese; the drafts are right, but will not look "
            "so here. `undraft doctor` says what to install."
        )


COMMAND = Command(
    name="build",
    function=build,
    examples=(
        "undraft build draft-report --data samples/meeting-2026.toml --lang en,zh "
        "--tm tm/last-year.tmx -o out/drafts",
        "undraft build draft-report --data samples/meeting-2026.toml --lang zh "
        "--tm tm/last-year.tmx --marks colour --numbers live -o out/live",
        "undraft build draft-report --data samples/meeting-2026.toml --lang en "
        "--also html,md,akn -o out/also",
    ),
)
