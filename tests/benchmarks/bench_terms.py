"""Looking for the terms of a large termbase in a long report."""

from tests.benchmarks.bench_check import report
from tests.benchmarks.timing import best
from toolkit.terms import Termbase, read_termbase
from toolkit.workflows.terms.looking import terms_of

TITLE = "Terms"
NOTE = (
    "All terms of a termbase in a report made by code, read before the clock is started; the time "
    "has making the termbase ready in it. About eight paragraphs make a page. CPU seconds, the "
    "best of the runs."
)
_PAGE = 8  # paragraphs
_LINE = "c{n},en,{adjective} lock {n},preferred\nc{n},zh,{n}号船闸,preferred\n"
_KNOWN = "w,en,waterway,\nw,zh,航道,\ns,en,State party,\ns,zh,缔约国,\nb,en,boat,\nb,zh,船,\n"


def termbase(concepts: int) -> Termbase:
    """Return a termbase with a few terms of the report, and so many others."""
    adjectives = ("upper", "lower", "tidal", "old")
    lines = "".join(_LINE.format(n=n, adjective=adjectives[n % 4]) for n in range(concepts))
    text = f"concept,language,term,status\n{_KNOWN}{lines}"
    return read_termbase(text.encode(), "terms.csv").termbase


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with the smallest sizes."""
    sizes = ((100, 100),) if quick else ((100, 100), (1_000, 100), (1_000, 10_000))
    return [_row(*size, repeats=1 if quick else 2) for size in sizes]


def _row(pages: int, concepts: int, repeats: int) -> dict[str, str]:
    base = termbase(concepts)
    documents = [report(pages * _PAGE, code) for code in ("en", "zh")]
    times = [best(lambda one=one: terms_of(one, base), repeats) for one in documents]
    found = [len(terms_of(one, base).uses) for one in documents]
    return {
        "pages": f"{pages:,}",
        "concepts": f"{concepts:,}",
        "English": f"{times[0]:.2f} s",
        "Chinese": f"{times[1]:.2f} s",
        "terms found": f"{found[0]:,} and {found[1]:,}",
    }
