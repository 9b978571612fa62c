"""What the look-up commands share: the memories a user means, and how a match is printed."""

from collections.abc import Iterable
from typing import Any

from toolkit.cli.options import language
from toolkit.cli.output import note
from toolkit.cli.session import settings
from toolkit.cli.telling import announce
from toolkit.diagnostics import Severity
from toolkit.diagnostics.render.text import told
from toolkit.languages import Language, detect
from toolkit.memory.match import Match
from toolkit.memory.memory import Memory
from toolkit.workflows.documents.versions import two_languages

SHOWN = 3
"""Findings about a memory that are told one by one."""


def memory_names(given: list[str] | None) -> tuple[str, ...]:
    """Return the memories named on the command line, else those of the settings."""
    return tuple(given) if given else settings().tm


def other_language(here: str, to: str | None) -> Language:
    """Return the language to translate into: the one named, else the other of the settings.

    Raises:
        UsageError: a language that is none of this version.
    """
    if to is not None:
        return language(to)
    pair = settings().source_lang, settings().target_lang
    return language(pair[0] if here == pair[1] else pair[1])


def direction(
    source_lang: str | None, target_lang: str | None, sample: str
) -> tuple[Language, Language]:
    """Return source and target language.

    What the user names holds. Otherwise a ``sample`` of the queries that is in the target
    language of the settings turns the direction round.

    Raises:
        UsageError: a language that is none of this version, or the same twice.
    """
    source = language(source_lang or settings().source_lang)
    target = language(target_lang or settings().target_lang)
    two_languages(source.code, target.code)
    if source_lang is None and target_lang is None and detect(sample).code == target.code:
        return target, source
    return source, target


def tell_left_out(memories: Iterable[Memory]) -> None:
    """Tell which units opening memories left out, the first few of each memory."""
    lang = settings().lang
    for memory in memories:
        losses = [one for one in memory.findings if one.severity is not Severity.NOTE]
        for one in losses[:SHOWN]:
            note(told(one, lang))
        if len(losses) > SHOWN:
            announce(
                "note: {memory}: {count} more like these.",
                memory=memory.name,
                count=len(losses) - SHOWN,
            )


def match_as_json(match: Match) -> dict[str, Any]:
    """Return a match in the shape of the contract."""
    return {
        "score": match.score,
        "kind": match.kind.value,
        "source": match.source,
        "target": match.target,
        "suggestion": match.suggestion,
        "substitutions": [list(pair) for pair in match.substitutions],
        "guard": match.guard,
        "penalties": [{"name": name.value, "points": points} for name, points in match.penalties],
        "origin": {"symbol": match.unit.symbol, "path": match.unit.path},
        "memory": match.memory,
        "status": match.unit.status,
        "diff": [list(step) for step in match.diff],
    }


def where(symbol: str, path: str) -> str:
    """Return an origin for people: "CSIW/COP/WG.3/2025/6, III/para 12"."""
    return ", ".join(part for part in (symbol, path) if part) or "origin unknown"
