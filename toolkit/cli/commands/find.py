"""``undraft find``: how were these words rendered before?"""

from typing import Annotated, Any
from unicodedata import east_asian_width

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import direction, memory_names, tell_left_out, where
from toolkit.cli.options import Json, Memories, SourceLang, TargetLang
from toolkit.cli.output import emit, emit_json
from toolkit.cli.progress import indexing
from toolkit.errors import UsageError
from toolkit.memory.concordance import Hit, find_near
from toolkit.memory.concordance import find as find_in
from toolkit.text.spans import Span
from toolkit.workflows.filling.remembering import open_memories


def find(
    text: Annotated[str, typer.Argument(help="Words in either language.")],
    tm: Memories = None,
    regex: Annotated[bool, typer.Option("--regex", help="TEXT is a regular expression.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most units shown.")] = 100,
    near: Annotated[
        bool, typer.Option("--near", help="Also units with words like these, after the others.")
    ] = False,
    width: Annotated[
        int | None,
        typer.Option("--width", min=10, help="Key word in context: columns on either side of it."),
    ] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Find words in the memories, with their translation and where they come from."""
    # The direction does not matter to a concordance; an empty sample keeps the settings' one.
    languages = direction(source_lang, target_lang, "")
    with indexing() as told:
        memories = open_memories(memory_names(tm), languages, told)
    tell_left_out(memories)
    if near and regex:
        raise UsageError("--near goes with words, not with --regex.")
    hits = find_in(text, memories, regex=regex, limit=limit)
    if near and len(hits) < limit:
        hits += find_near(text, memories, limit=limit - len(hits))
    if as_json:
        payload = {"query": text, "regex": regex, "hits": [_as_json(hit) for hit in hits]}
        emit_json("concordance/1", (), payload)
        return
    for hit in hits:
        _show(hit) if width is None else _in_context(hit, width)
    emit(f"{len(hits)} found" if hits else f"nothing found for {text}")


def _as_json(hit: Hit) -> dict[str, Any]:
    side = "source" if hit.source_spans else "target"
    spans = hit.source_spans or hit.target_spans
    return {
        "source": hit.unit.source,
        "target": hit.unit.target,
        "side": side,
        "spans": [[span.start, span.end] for span in spans],
        "origin": {"symbol": hit.unit.symbol, "path": hit.unit.path},
        "memory": hit.memory,
        "status": hit.unit.status,
        "score": hit.score,
    }


def _in_context(hit: Hit, width: int) -> None:
    """Print the words in the middle of a line, with what stands around them and the other side."""
    side, other, spans = hit.unit.source, hit.unit.target, hit.source_spans
    if not spans:
        side, other, spans = other, side, hit.target_spans
    for span in spans:
        before, words, after = side[: span.start], side[span.start : span.end], side[span.end :]
        emit(f"{_right(before, width)}[{words}]{_left(after, width)}  {other}")


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _right(text: str, width: int) -> str:
    """Return the end of a text in so many columns of a terminal."""
    cut = _left(text[::-1], width).rstrip(" ")[::-1]
    return " " * (width - _columns(cut)) + cut


def _left(text: str, width: int) -> str:
    """Return the beginning of a text in so many columns of a terminal."""
    shown = ""
    for character in text[:width]:
        if _columns(shown + character) > width:
            break
        shown += character
    return shown + " " * (width - _columns(shown))


def _show(hit: Hit) -> None:
    like = "" if hit.score == 100 else f" (like it: {hit.score})"
    emit(where(hit.unit.symbol, hit.unit.path) + like)
    emit(f"  {_marked(hit.unit.source, hit.source_spans)}")
    emit(f"  {_marked(hit.unit.target, hit.target_spans)}")


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


COMMAND = Command(
    name="find",
    function=find,
    examples=(
        "undraft find 'Working Group' --tm tm/last-year.tmx --limit 3",
        "undraft find 'lights and beacons' --tm tm/last-year.tmx --near --width 30",
        "undraft find 缔约国应 --tm tm/last-year.tmx --limit 3 --json",
    ),
)
