"""``undraft term suggest``: terms that a memory or a pair of versions shows."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.command import Command
from toolkit.cli.lookup import memory_names
from toolkit.cli.options import Force, Json, Memories, SourceLang, TargetLang, language
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.cli.upkeep import languages
from toolkit.workflows.documents.files import read_input
from toolkit.workflows.documents.reading import load, order_pair
from toolkit.workflows.terms.importing import write_terms
from toolkit.workflows.terms.looking import Terms, load_terms
from toolkit.workflows.terms.suggesting import as_terms, of_memories, of_pair, suggested
from toolkit.workflows.tm.source import is_tmx


def suggest(
    tm: Memories = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="SOURCE TARGET", help="Two versions instead of a memory."),
    ] = None,
    terms: Annotated[
        list[str] | None, typer.Option("--terms", help="Termbase whose terms are left out.")
    ] = None,
    least: Annotated[int, typer.Option("--min", min=2, help="Units a pair must be in.")] = 3,
    score: Annotated[
        float,
        typer.Option("--score", min=0.1, max=1.0, help="How seldom one is without the other."),
    ] = 0.7,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most pairs told.")] = 100,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write them as a termbase: .tbx, .csv or .tsv."),
    ] = None,
    source_lang: SourceLang = None,
    target_lang: TargetLang = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Suggest terms: words that come together in both languages, again and again.

    Each is told with the units that have both, how surely they belong together (0 to 1), and the
    first place. They are suggestions; go through them before they become a termbase.
    """
    ours = settings()
    langs = languages(source_lang, target_lang)
    for code in langs:
        language(code)  # words are cut by its rules: it has to be known
    named = terms or list(ours.terms)
    known = load_terms(named) if named else None
    names = [] if pair else list(memory_names(tm))
    inputs = [read_input(name) for name in names if is_tmx(name) and Path(name).is_file()]
    if pair:
        both = order_pair(load(pair[0]), load(pair[1]), *langs)
        couples, inputs = of_pair(both), [both.source.input, both.target.input]
    else:
        couples = of_memories(names, langs)
    base = known.base if known else None
    found = suggested(couples, langs, known=base, least=least, score=score)[:limit]
    if as_json:
        every = [*inputs, *(known.inputs if known else ())]
        payload = {"units": len(couples), "suggestions": [asdict(one) for one in found]}
        emit_json("term-suggestions/1", every, payload)
    else:
        for one in found:
            emit(f"{one.count:4} {one.score:.2f}  {one.source} = {one.target}  ({one.path})")
        emit(f"{len(found)} suggestions from {len(couples)} units")
    if output is not None and found:
        made = Terms(as_terms(found, langs), tuple(inputs))
        write_terms(made, output, force=force)
        announce("wrote {path}", path=output)


COMMAND = Command(
    name="suggest",
    group="term",
    function=suggest,
    examples=(
        "undraft term suggest --tm tm/last-year.tmx --terms samples/terms.csv --limit 20",
        "undraft term suggest --pair samples/CSIW_COP_WG.3_2026_L.1.en.docx "
        "samples/CSIW_COP_WG.3_2026_L.1.zh.docx -o suggested.csv --json",
    ),
)
