"""``undraft match``: has this sentence, or one like it, been translated before?"""

import io
from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import direction, match_as_json, memory_names, tell_left_out, where
from toolkit.cli.options import Json, Memories, SourceLang, TargetLang
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import emit, emit_bytes, emit_json
from toolkit.cli.progress import indexing, progress
from toolkit.errors import InputError, UsageError
from toolkit.memory.match import Match, Penalty
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.filling.remembering import match_all, open_memories

LESS = {
    Penalty.VALUES: "for values carried over",
    Penalty.WORDS: "for other words",
    Penalty.FORM: "for case, marks or spaces",
    Penalty.GUARD: "for what turns the meaning",
}


def match(
    text: Annotated[str | None, typer.Argument(help="The sentence to look up.")] = None,
    input_file: Annotated[
        str | None, typer.Option("--input", help="A file with a sentence a line; - for stdin.")
    ] = None,
    tm: Memories = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    minimum: Annotated[
        int, typer.Option("--min", min=0, max=100, help="Lowest score that is shown.")
    ] = 70,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most matches a sentence.")] = 5,
    exhaustive: Annotated[
        bool,
        typer.Option("--exhaustive", help="Compare with every unit: slow, and misses nothing."),
    ] = False,
    as_json: Json = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a query.")] = False,
) -> None:
    """Look a sentence up in the memories: exact, with changed figures, or alike.

    Values that differ (dates, numbers, symbols, States) are carried over into the suggestion. A
    match whose negation, obligation or addressee differs says so and is capped at 84.
    """
    if as_json and as_jsonl:
        raise UsageError("--json and --jsonl exclude each other; give one.")
    queries, inputs = _queries(text, input_file)
    languages = direction(source_lang, target_lang, " ".join(queries[:50]))
    with indexing() as told:
        memories = open_memories(memory_names(tm), languages, told)
    tell_left_out(memories)
    with progress("matching", len(queries)) as tick:
        found = match_all(
            queries,
            memories,
            languages,
            minimum=minimum,
            limit=limit,
            exhaustive=exhaustive,
            tick=tick,
        )
    results = [{"query": q, "matches": [match_as_json(m) for m in ms]} for q, ms in found]
    if as_jsonl:
        emit_bytes(b"".join(to_json(result, indent=None) for result in results))
    elif as_json:
        single: dict[str, Any] = results[0] if text is not None else {}
        emit_json("matches/1", inputs, {"queries": results, **single})
    else:
        for query, matches in found:
            _show(query, matches)


def _queries(text: str | None, input_file: str | None) -> tuple[list[str], list[Input]]:
    if (text is None) == (input_file is None):
        raise UsageError("Give either a TEXT to look up or --input FILE.")
    if input_file is None:
        if not (text or "").strip():
            raise UsageError("There is nothing to look up: give a sentence.")
        return [text or ""], []
    given = read_input(input_file)
    try:
        # Not splitlines(): a form feed or U+2028 within a sentence ends no line of a file.
        lines = list(io.StringIO(given.data.decode("utf-8-sig"), newline=None))
    except UnicodeDecodeError:
        raise InputError(f"{input_file} is not UTF-8; save it so, one sentence a line.") from None
    # An empty line is a query without matches, so that answers stay in step with the lines.
    return [line.strip() for line in lines], [given]


def _show(query: str, matches: tuple[Match, ...]) -> None:
    emit(query)
    if not matches:
        emit("  no match")
    for one in matches:
        emit(f"  {one.score:>3} {one.kind.value:<11} {one.suggestion}")
        emit(f"      {'':<11} {where(one.unit.symbol, one.unit.path)} ({one.unit.status})")
        if one.score < 100:
            emit(f"      {'':<11} was: {one.source}")
        if one.substitutions:
            changes = ", ".join(f"{old} -> {new}" for old, new in one.substitutions)
            emit(f"      {'':<11} set: {changes}")
        if one.penalties:
            less = ", ".join(f"{points} {LESS[name]}" for name, points in one.penalties)
            emit(f"      {'':<11} less: {less}")
        if one.guard:
            emit(f"      {'':<11} careful: {one.guard}")


COMMAND = Command(
    name="match",
    function=match,
    examples=(
        "undraft match 'At its 1st meeting, on 7 September 2026, the Working Group adopted by "
        "consensus the following agenda:' --tm tm/last-year.tmx",
        "undraft match --input samples/CSIW_COP_WG.3_2026_L.1.en.md --tm tm/ --min 85 --jsonl",
    ),
)
