"""``undraft find``: how were these words rendered before?"""

from typing import Annotated, Any

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import direction, memory_names, tell_left_out, where
from toolkit.cli.options import Json, Memories, SourceLang, TargetLang
from toolkit.cli.output import emit, emit_json
from toolkit.memory.concordance import Hit
from toolkit.memory.concordance import find as find_in
from toolkit.text.spans import Span
from toolkit.workflows.remembering import open_memories


def find(
    text: Annotated[str, typer.Argument(help="Words in either language.")],
    tm: Memories = None,
    regex: Annotated[bool, typer.Option("--regex", help="TEXT is a regular expression.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most units shown.")] = 100,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    as_json: Json = False,
) -> None:
    """Find words in the memories, with their translation and where they come from."""
    # The direction does not matter to a concordance; an empty sample keeps the settings' one.
    languages = direction(source_lang, target_lang, "")
    memories = open_memories(memory_names(tm), languages)
    tell_left_out(memories)
    hits = find_in(text, memories, regex=regex, limit=limit)
    if as_json:
        payload = {"query": text, "regex": regex, "hits": [_as_json(hit) for hit in hits]}
        emit_json("concordance/1", (), payload)
        return
    for hit in hits:
        _show(hit)
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
    }


def _show(hit: Hit) -> None:
    emit(where(hit.unit.symbol, hit.unit.path))
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
        "undraft find 缔约国应 --tm tm/last-year.tmx --limit 3 --json",
    ),
)
