"""Translation memories beside their peers: import, opening, look-ups, concordance."""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from translate.search.lshtein import LevenshteinComparer

from tests.benchmarks.units import held_out, units
from tests.memory.servers import postgresql, program
from toolkit.languages import by_code
from toolkit.memory.backends.postgresql import set_up
from toolkit.memory.concordance import find
from toolkit.memory.keys import exact_key
from toolkit.memory.match import match
from toolkit.memory.memory import Asked, Memory
from toolkit.memory.store import open_change, open_memory

TITLE = "Translation memory"
NOTE = (
    "Generated English–Chinese units about an invented body, 33 English words on average, very many"
    " of them alike. Queries: a fifth are in the memory, the others are changed a little (a fifth),"
    " more (three tenths), or beyond recognition or new (three tenths). A look-up gives the 5"
    " sources most alike by Levenshtein, from 70 %; milliseconds of processor time of the process"
    " that asks, median and 95th percentile, after a warm-up. Recall: how often the best (the five"
    " best) of a look-up are as good as those of brute force over all units. All engines are asked"
    " the same queries one after the other in one run, so that ratios hold whatever else the"
    " machine does. Whole match: with values carried over, guard and difference. Cold: `undraft"
    " match` from start to end, wall time."
)
SIZES = (100_000, 1_000_000)
QUICK = (3_000,)
LEAST = 0.70
WORDS = {
    "one word": ("migratory", "候鸟"),
    "a phrase": ("in the port of", "根据《公约》"),
    "part of a word": ("igratory bir", "鸟"),
}

Row = dict[str, str]
Ask = Callable[[str], Sequence[float]]


def rows(quick: bool) -> list[Row]:
    """Return a row for each engine, size and language."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="undraft-bench-") as folder:
        for size in QUICK if quick else SIZES:
            name = str(Path(folder) / f"{size}.undraft")
            imported = _imported(name, size)
            found += _of_size(name, size, imported, 40 if quick else 400)
            if not quick and size == SIZES[0] and program("initdb"):
                found += _postgresql(size, name)
    return found


def _of_size(name: str, size: int, imported: str, many: int) -> Iterator[Row]:
    disk = f"{Path(name).stat().st_size / 1e6:.0f} MB"
    for lang, other in (("en", "zh"), ("zh", "en")):
        with open_memory(name, source_lang=lang, target_lang=other) as memory:
            sources = [unit.source for unit in memory.units()]
            queries = _queries(sources, lang, many)
            brute = _brute(sources)
            checked = queries[: max(20, many // 4)]
            right = [brute(query) for query in checked]
            ours = _measured(_ours(memory), queries)
            recall = _recall([_ours(memory)(query) for query in checked], right)
            yield _row("undraft, look-up", size, lang, ours, recall, disk=disk, imported=imported)
            slow = _measured(brute, checked)
            yield _row("rapidfuzz, brute force", size, lang, slow, "1 / 1", times=slow[0] / ours[0])
            if size <= SIZES[0] and lang == "en":
                peer = _measured(_translate_toolkit(sources), checked[:10])
                yield _row("translate-toolkit's matcher", size, lang, peer, times=peer[0] / ours[0])
            del sources, brute
            whole = _measured(_whole(memory, lang, other), queries)
            yield _row("undraft, whole match", size, lang, whole)
            exact = _measured(lambda query: _exact(memory, query), queries)
            yield _row("undraft, exact", size, lang, exact)
            for kind, words in WORDS.items():
                text = words[lang == "zh"]
                asked = _measured(lambda _, text=text: _find(memory, text), range(20))  # type: ignore[arg-type]
                yield _row(f"undraft, find {kind}", size, lang, asked)
    yield {**_row("undraft, cold", size, "en", None), "p50 ms": _cold(name)}


def _row(
    engine: str,
    size: int,
    lang: str,
    times_ms: tuple[float, float] | None,
    recall: str = "",
    *,
    times: float | None = None,
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
        "of undraft": f"{times:.0f} x" if times else "",
        "recall best / top 5": recall,
        "import": imported,
        "disk": disk,
    }


# -- queries and answers -----------------------------------------------------------------------


def _queries(sources: Sequence[str], lang: str, many: int) -> list[str]:
    chance = random.Random(11)
    words = [w for s in chance.sample(list(sources), 200) for w in _words(s, lang)]
    fresh = [u.source if lang == "en" else u.target for u in held_out(many)]
    found = []
    for at in range(many):
        text = sources[chance.randrange(len(sources))]
        share = (0, 0, 0.06, 0.06, 0.2, 0.2, 0.2, None, 0.9, 0.9)[at % 10]
        if share is None:
            text = fresh[at]
        elif share:
            text = _changed(text, share, words, lang, chance)
        found.append(text)
    return found


def _words(text: str, lang: str) -> list[str]:
    return text.split() if lang == "en" else list(text)


def _changed(
    text: str, share: float, words: Sequence[str], lang: str, chance: random.Random
) -> str:
    parts = _words(text, lang)
    for _ in range(max(1, int(len(parts) * share))):
        at = chance.randrange(len(parts))
        kind = chance.random()
        if kind < 0.4:
            parts[at] = chance.choice(words)
        elif kind < 0.7 and len(parts) > 2:
            del parts[at]
        else:
            parts.insert(at, chance.choice(words))
    return (" " if lang == "en" else "").join(parts)


def _ours(memory: Memory, limit: int = 5) -> Ask:
    asked = Asked(limit=limit, least=LEAST)
    return lambda query: [score for score, _ in memory.alike(query, asked)]  # type: ignore[attr-defined]


def _whole(memory: Memory, lang: str, other: str) -> Ask:
    source, target = by_code(lang), by_code(other)
    return lambda query: [m.score for m in match(query, [memory], source=source, target=target)]


def _brute(sources: Sequence[str]) -> Ask:
    def ask(query: str) -> list[float]:
        found = process.extract(
            query,
            sources,
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=LEAST,
            limit=5,
        )
        return [score for _, score, _ in found]

    return ask


def _translate_toolkit(sources: Sequence[str]) -> Ask:
    comparer = LevenshteinComparer(max_len=2_000)
    ordered = sorted(sources, key=len)

    def ask(query: str) -> list[float]:
        # As its matcher does: only lengths that can reach the threshold are compared.
        near = (t for t in ordered if len(query) * LEAST <= len(t) <= len(query) / LEAST)
        scores = (comparer.similarity(query, text, int(LEAST * 100)) for text in near)
        return sorted((s / 100 for s in scores if s >= LEAST * 100), reverse=True)[:5]

    return ask


def _exact(memory: Memory, query: str) -> list[float]:
    return [1.0 for _ in memory.exact(exact_key(query))]


def _find(memory: Memory, text: str) -> list[float]:
    return [1.0 for _ in find(text, [memory], limit=20)]


def _recall(found: Sequence[Sequence[float]], right: Sequence[Sequence[float]]) -> str:
    pairs = [(mine, best) for mine, best in zip(found, right, strict=True) if best]
    first = statistics.mean(bool(m) and m[0] >= b[0] - 1e-9 for m, b in pairs)
    five = [
        sum(x >= y - 1e-9 for x, y in zip(mine, best, strict=False)) / len(best)
        for mine, best in pairs
    ]
    return f"{first:.3f} / {statistics.mean(five):.3f}"


# -- measuring ---------------------------------------------------------------------------------


def _measured(ask: Ask, queries: Sequence[str]) -> tuple[float, float]:
    """Return median and 95th percentile of processor time, in ms."""
    for query in queries[:5]:
        ask(query)
    spent = []
    for query in queries:
        began = time.process_time_ns()
        ask(query)
        spent.append((time.process_time_ns() - began) / 1e6)
    spent.sort()
    return statistics.median(spent), spent[min(len(spent) - 1, int(len(spent) * 0.95))]


def _imported(name: str, size: int) -> str:
    """Import in a process of its own, and return rate and memory."""
    began = _children()
    code = f"from tests.benchmarks.bench_memory import import_units;import_units({name!r}, {size})"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )  # fmt: skip
    spent, peak = _children() - began, int(done.stdout)
    return f"{size / spent:,.0f} units/s, {peak / 1000:.0f} MB"


def import_units(name: str, size: int) -> None:
    """Put generated units into a store; write out the largest memory that took, in kB."""
    with open_change(name) as change:
        change.put_all(units(size))
    # What getrusage says would count the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    sys.stdout.write(status.split("VmHWM:")[1].split()[0])


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cold(name: str) -> str:
    """Return the wall time of whole commands, the middle one of five."""
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "toolkit", "match", "The Bureau met.", "--tm", name],
            check=True,
            capture_output=True,
        )
        spent.append((time.perf_counter() - began) * 1e3)
    return f"{statistics.median(spent):.0f}"


def _postgresql(size: int, name: str) -> Iterator[Row]:
    """Yield the same look-ups in PostgreSQL; time of the client and waiting for the server."""
    with postgresql() as server:
        address = f"{server}/postgres"
        set_up(address)
        with open_memory(name) as store, open_change(address) as change:
            change.put_all(store.units())
        with open_memory(address) as memory, open_memory(name) as store:
            sources = [unit.source for unit in store.units()]
            queries = _queries(sources, "en", 200)
            ask = _ours(memory)
            for query in queries[:5]:
                ask(query)
            spent = []
            for query in queries:
                began = time.perf_counter()
                ask(query)
                spent.append((time.perf_counter() - began) * 1e3)
            spent.sort()
            times = statistics.median(spent), spent[int(len(spent) * 0.95)]
            yield _row("undraft in PostgreSQL, look-up (wall time)", size, "en", times)
