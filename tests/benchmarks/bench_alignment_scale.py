"""What aligning long texts costs: time, memory, and whether the result stays what it was."""

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection

from tests.benchmarks.alignment_gold import Gold, documents
from tests.conftest import SHARED
from toolkit.align import align_segments
from toolkit.languages import by_code

TITLE = "Alignment of long texts"
NOTE = """Two files of segments without any structure, chained out of real documents with gold
alignments in changing order, each size in a process of its own. CPU is for 1,000 segments of the
longer side, without start-up and the reading of the dictionary; memory is the most that the process
held, all in all. Strict F1 says that length costs nothing in quality: the sets are those of the
section on alignment, seen and unseen together."""

SIZES = (1_000, 5_000, 20_000, 50_000)
SETS = ("unv1_dev", "unv1_hard_dev")
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes, of what the system counts memory in


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure each size; ``quick`` the smallest two."""
    return [_apart(size) for size in (SIZES[:2] if quick else SIZES)]


def _apart(size: int) -> dict[str, str]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(size, there))
    process.start()
    there.close()
    row: dict[str, str] = here.recv()
    process.join()
    return row


def _measure(size: int, answer: Connection) -> None:
    langs = by_code("en"), by_code("zh")
    align_segments(["The Board met."], ["委员会举行了会议。"], *langs)
    source, target, gold = chained(size)
    start = time.process_time()
    beads = align_segments(source, target, *langs).beads
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
    found = {(bead.source, bead.target) for bead in beads if bead.source and bead.target}
    answer.send(
        {
            "segments": f"{len(source):,} × {len(target):,}",
            "CPU s": f"{seconds:.1f}",
            "CPU s per 1,000": f"{1000 * seconds / max(len(source), len(target)):.2f}",
            "memory": f"{peak / 2**20:.0f} MB",
            "strict F1": f"{2 * len(found & gold) / (len(found) + len(gold)):.3f}",
        }
    )


def chained(size: int) -> tuple[list[str], list[str], set[tuple[tuple[int, ...], ...]]]:
    """Return at least ``size`` segments of both languages and the beads of both sides."""
    known = [one for group in SETS for one in documents(SHARED, group)]
    source: list[str] = []
    target: list[str] = []
    gold = set()
    for document in _shuffled(known):
        i, j = len(source), len(target)
        if min(i, j) >= size:
            break
        source += document.source
        target += document.target
        gold |= {
            (tuple(k + i for k in ours), tuple(k + j for k in theirs))
            for ours, theirs in document.pairs
            if ours and theirs
        }
    return source, target, gold


def _shuffled(known: Sequence[Gold]) -> Iterator[Gold]:
    chance = random.Random(1)
    while True:
        yield from chance.sample(known, len(known))
