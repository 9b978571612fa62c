"""Looking things up in the memories a user names."""

from collections.abc import Callable, Iterable, Sequence

from toolkit.languages import Language
from toolkit.memory.backend import Tick, no_tick
from toolkit.memory.match import Match, match
from toolkit.memory.memory import Memory
from toolkit.memory.store import open_memory


def open_memories(
    names: Iterable[str], languages: tuple[Language, Language], tick: Tick = no_tick
) -> tuple[Memory, ...]:
    """Open memories in order of priority, for look-ups from the first language to the second.

    ``tick`` is told how far the indexes of changed files are built.

    Raises:
        MemoryStoreError: one is missing, damaged or of an unknown kind.
    """
    source, target = languages
    return tuple(
        open_memory(name, source_lang=source.code, target_lang=target.code, tick=tick)
        for name in names
    )


def match_all(  # noqa: PLR0913 (as `match` itself)
    queries: Sequence[str],
    memories: Sequence[Memory],
    languages: tuple[Language, Language],
    *,
    minimum: int,
    limit: int,
    exhaustive: bool = False,
    tick: Callable[[], None] = lambda: None,
) -> tuple[tuple[str, tuple[Match, ...]], ...]:
    """Match each query, with the queries beside it as context; ``tick`` is called after each."""
    found = []
    for i, query in enumerate(queries):
        found.append(
            (
                query,
                match(
                    query,
                    memories,
                    source=languages[0],
                    target=languages[1],
                    minimum=minimum,
                    limit=limit,
                    exhaustive=exhaustive,
                    previous=queries[i - 1] if i else "",
                    following=queries[i + 1] if i + 1 < len(queries) else "",
                ),
            )
        )
        tick()
    return tuple(found)
