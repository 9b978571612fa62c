"""Translation memories beside their peers: import, opening, look-ups, concordance."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.memory_peers import tantivy, translate_toolkit, trigrams
from tests.benchmarks.memory_queries import LEAST, Ask, Query, brute_force, edited, unseen, warming
from tests.benchmarks.units import units
from tests.memory.servers import postgresql, program
from toolkit.languages import by_code
from toolkit.memory.backends.postgresql import set_up
from toolkit.memory.concordance import find
from toolkit.memory.keys import exact_key
from toolkit.memory.match import match
from toolkit.memory.memory import Asked, Memory
from toolkit.memory.store import open_change, open_memory
from toolkit.model.unit import TranslationUnit

TITLE = "Translation memory"
NOTE = (
    "Generated English–Chinese units about an invented body, 33 English words on average, very "
    "many of them alike and made of a small vocabulary. Queries are placed by what comparing them "
    "with everything says: a fifth are in the memory; a fifth have an answer of 85 % or more, "
    "three tenths one of 70 to 85 %, being sentences of the memory with words changed, taken out "
    "and put in; three tenths have none. New sentences: none of them was made by changing one of "
    "the memory, yet something happens to be 70 % alike. A look-up gives the 5 sources most alike "
    "by Levenshtein, from 70 %; milliseconds of processor time of the process that asks, median "
    "and 95th percentile, after 600 other queries of the same kind for warming up. Recall: how "
    "often the best, and what share of the five best, are as good as those of brute force over "
    "all units, and of how many queries that have an answer. All engines are asked the same "
    "queries one after the other in one run, so that ratios hold whatever else the machine does. "
    "Whole match: with values carried over, guard and difference. Cold: `undraft match` from "
    "start to end, processor time."
)
SIZES = (100_000, 1_000_000)
QUICK = (3_000,)
WORDS = {
    "one word": ("migratory", "候鸟"),
    "a phrase": ("in the port of", "根据《公约》"),
    "part of a word": ("igratory bir", "鸟"),
}

Row = dict[str, str]


def rows(quick: bool) -> list[Row]:
    """Return a row for each engine, size and language."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="undraft-bench-") as folder:
        for size in QUICK if quick else SIZES:
            name = str(Path(folder) / f"{size}.undraft")
            imported = _imported(name, size)
            found += _of_size(name, size, imported, 40 if quick else 300)
            if not quick and size == SIZES[0] and program("initdb"):
                found += _postgresql(size, name)
    return found


def _of_size(name: str, size: int, imported: str, many: int) -> Iterator[Row]:
    disk = f"{Path(name).stat().st_size / 1e6:.0f} MB"
    for lang, other in (("en", "zh"), ("zh", "en")):
        with open_memory(name, source_lang=lang, target_lang=other) as memory:
            sources = list(dict.fromkeys(unit.source for unit in memory.units()))
            brute = brute_force(sources)
            queries = edited(sources, lang, many, brute)
            new = unseen(lang, many // 3, brute)
            for text in warming(sources, lang, 2 * many):
                _ours(memory)(text)
            yield from _looked_up(memory, size, lang, queries, new, imported, disk)
            yield from _peers(sources, size, lang, queries, brute)
            del sources, brute
            texts = [query.text for query in queries]
            yield _row("undraft, whole match", size, lang, _measured(_whole(memory), texts))
            exact = _measured(lambda query: _exact(memory, query), texts)
            yield _row("undraft, exact", size, lang, exact)
            for kind, words in WORDS.items():
                text = words[lang == "zh"]
                asked = _measured(lambda _, text=text: _find(memory, text), range(20))  # type: ignore[arg-type]
                yield _row(f"undraft, find {kind}", size, lang, asked)
    yield {**_row("undraft, cold", size, "en", None), "p50 ms": _cold(name)}


def _looked_up(
    memory: Memory,
    size: int,
    lang: str,
    queries: Sequence[Query],
    new: Sequence[Query],
    imported: str,
    disk: str,
) -> Iterator[Row]:
    for what, asked in (("look-up", queries), ("look-up of new sentences", new)):
        if not asked:
            continue
        times = _measured(_ours(memory), [query.text for query in asked])
        recall = _recall(_ours(memory), asked)
        told = {"disk": disk, "imported": imported} if asked is queries else {}
        yield _row(f"undraft, {what}", size, lang, times, recall, **told)


def _peers(
    sources: Sequence[str], size: int, lang: str, queries: Sequence[Query], brute: Ask
) -> Iterator[Row]:
    texts = [query.text for query in queries]
    yield _row("rapidfuzz, brute force", size, lang, _measured(brute, texts[:30]), "1 / 1")
    with tantivy(sources) as ask:
        if ask:
            times = _measured(ask, texts[:100])
            yield _row("tantivy + rapidfuzz", size, lang, times, _recall(ask, queries[:100]))
    if size <= SIZES[0] and lang == "en":
        times = _measured(translate_toolkit(sources), texts[:10])
        yield _row("translate-toolkit's matcher", size, lang, times)


def _row(
    engine: str,
    size: int,
    lang: str,
    times_ms: tuple[float, float] | None,
    recall: str = "",
    *,
    disk: str = "",
    imported: str = "",
) -> Row:
    p50, p95 = times_ms or (0, 0)
    return {
        "engine": engine,
        "units": f"{size:,}",
        "language": lang,
        "p50 ms": f"{p50:.2f}",
        "p95 ms": f"{p95:.2f}" if times_ms else "",
        "recall best / top 5": recall,
        "import": imported,
        "disk": disk,
    }


# -- questions and answers ---------------------------------------------------------------------


def _ours(memory: Memory, limit: int = 5) -> Ask:
    asked = Asked(limit=limit, least=LEAST)
    return lambda query: [score for score, _ in memory.alike(query, asked)]  # type: ignore[attr-defined]


def _whole(memory: Memory) -> Ask:
    source, target = by_code(memory.source_lang), by_code(memory.target_lang)
    return lambda query: [m.score for m in match(query, [memory], source=source, target=target)]


def _exact(memory: Memory, query: str) -> list[float]:
    return [1.0 for _ in memory.exact(exact_key(query))]


def _find(memory: Memory, text: str) -> list[float]:
    return [1.0 for _ in find(text, [memory], limit=20)]


def _recall(ask: Ask, queries: Sequence[Query]) -> str:
    """Return how often the best is found, the share of the five best, and of how many."""
    pairs = [(list(ask(query.text)), query.right) for query in queries if query.right]
    if not pairs:
        return ""
    first = statistics.mean(bool(m) and m[0] >= b[0] - 1e-9 for m, b in pairs)
    five = [
        sum(x >= y - 1e-9 for x, y in zip(mine, best, strict=False)) / len(best)
        for mine, best in pairs
    ]
    return f"{first:.3f} / {statistics.mean(five):.3f} of {len(pairs)}"


# -- measuring ---------------------------------------------------------------------------------


def _measured(
    ask: Ask, queries: Sequence[str], clock: Callable[[], int] = time.process_time_ns
) -> tuple[float, float]:
    """Return median and 95th percentile by ``clock``, of processor time if not said, in ms."""
    for query in queries[:5]:
        ask(query)
    spent = []
    for query in queries:
        began = clock()
        ask(query)
        spent.append((clock() - began) / 1e6)
    spent.sort()
    return statistics.median(spent), spent[min(len(spent) - 1, int(len(spent) * 0.95))]


def _imported(name: str, size: int) -> str:
    """Import in a process of its own, and return rate and memory."""
    code = f"from tests.benchmarks.bench_memory import import_units;import_units({name!r}, {size})"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )  # fmt: skip
    spent, peak = done.stdout.split()
    return f"{size / float(spent):,.0f} units/s, {int(peak) / 1000:.0f} MB"


def import_units(name: str, size: int) -> None:
    """Put generated units into a store; write out the seconds and the largest memory, in kB.

    What making the units took is not in the seconds.
    """
    making = [0.0]
    began = time.process_time()
    with open_change(name) as change:
        change.put_all(_made(size, making))
    spent = time.process_time() - began - making[0]
    # What getrusage says would count the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    sys.stdout.write(f"{spent:.3f} {status.split('VmHWM:')[1].split()[0]}")


def _made(size: int, spent: list[float]) -> Iterator[TranslationUnit]:
    """Yield generated units, and add the seconds they took to the only number in ``spent``."""
    found = units(size)
    while True:
        began = time.process_time()
        one = next(found, None)
        spent[0] += time.process_time() - began
        if one is None:
            return
        yield one


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cold(name: str) -> str:
    """Return the processor time of whole commands, the middle one of five."""
    spent = []
    for _ in range(5):
        began = _children()
        subprocess.run(
            [sys.executable, "-m", "toolkit", "match", "The Bureau met.", "--tm", name],
            check=True,
            capture_output=True,
        )
        spent.append((_children() - began) * 1e3)
    return f"{statistics.median(spent):.0f}"


def _postgresql(size: int, name: str) -> Iterator[Row]:
    """Yield the same look-ups in PostgreSQL; time of the client and waiting for the server."""
    with postgresql() as server:
        address = f"{server}/postgres"
        set_up(address)
        with open_memory(name) as store, open_change(address) as change:
            change.put_all(store.units())
        with open_memory(address) as memory, open_memory(name) as store:
            sources = list(dict.fromkeys(unit.source for unit in store.units()))
            queries = edited(sources, "en", 100, brute_force(sources))
            texts = [query.text for query in queries]
            times = _measured(_ours(memory), texts, time.perf_counter_ns)
            recall = _recall(_ours(memory), queries)
            yield _row("undraft in PostgreSQL, look-up (wall time)", size, "en", times, recall)
        with trigrams(address, sources) as ask:
            times = _measured(ask, texts[:20], time.perf_counter_ns)
            yield _row(
                "pg_trgm + rapidfuzz (wall time)", size, "en", times, _recall(ask, queries[:20])
            )
