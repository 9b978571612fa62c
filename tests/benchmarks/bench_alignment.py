"""How well sentences are aligned: every set of gold alignments, and omissions planted in them."""

from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.alignment_gold import (
    HALVED,
    PLANTED,
    SETS,
    SYNTHETIC,
    Gold,
    Tally,
    crossings,
    documents,
    floor_of,
    halved,
    planted,
    story,
    tally,
)
from tests.conftest import SHARED
from toolkit.align import align_segments
from toolkit.languages import by_code

TITLE = "Alignment"
NOTE = """Strict F1 over beads with both sides: a bead is right when both sets of segments are.
Omissions are counted by segment. "planted" are the documents of the United Nations, the
Declaration and the goals with one in twenty sentences, by lot, out of one side; "half" are
documents of all sets with half of a side missing; "crossing" is
made of real lines, with neighbours swapped and clauses moved; "story" is a free translation of
ours that no constant was chosen on. None of the other sets is unseen: the constants of the
score were tried on all of them. Confidence is fitted to none. That it can be relied on is judged
crosswise: for each set, "floor" is the confidence down to which the beads of all other sets,
in blocks of 200, are right in 98 of 100 cases, and "right above" how many of this set's are
from there on; "said ≥ 0.9" and "right" are the same for 0.9. The last rows add all sets up by
confidence.
CPU is for 1,000 segments, both sides counted, without start-up and the reading of the dictionary.
The sets lie beside the repository, but for the story."""

QUICK = 2
BANDS = ((0.99, 1.01), (0.95, 0.99), (0.9, 0.95), (0.7, 0.9), (0.5, 0.7), (0.0, 0.5))


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure every set; ``quick`` takes two documents of each."""
    align_segments(["The Board met."], ["委员会举行了会议。"], by_code("en"), by_code("zh"))
    found = {}
    for group in (*SETS, PLANTED, HALVED, SYNTHETIC, "story"):
        chosen = _all(SHARED, group)
        if chosen:
            found[group] = tally(chosen[:QUICK] if quick else chosen)
    table = []
    for group, counts in found.items():
        others = [bead for name, one in found.items() if name != group for bead in one.beads]
        table.append(_row(group, counts) | _crosswise(counts, others))
    everything = Tally(beads=[bead for one in found.values() for bead in one.beads])
    return table + [_band(everything, low, high) for low, high in BANDS]


def _all(shared: Path, group: str) -> list[Gold]:
    if group == "story":
        return [story()]
    if group == PLANTED:
        return list(planted(shared))
    if group == HALVED:
        return list(halved(shared))
    return list(crossings(shared) if group == SYNTHETIC else documents(shared, group))


def _crosswise(counts: Tally, others: Sequence[tuple[float, bool]]) -> dict[str, str]:
    """Judge a set by the floor that the others give."""
    floor = floor_of(others)
    said, right = counts.sure(floor)
    return {"floor": f"{floor:.2f}", "right above": f"{right:.3f} of {said}"}


def _row(name: str, counts: Tally) -> dict[str, str]:
    said, right = counts.sure(0.9)
    per_thousand = 1000 * counts.seconds / max(1, counts.segments)
    nulls = counts.nulls_gold
    return {
        "set": name,
        "beads": str(counts.gold),
        "strict F1": f"{counts.f1:.3f}",
        "omitted": str(nulls),
        "found of them": f"{counts.null_recall:.3f}" if nulls else "",
        "right when said": f"{counts.null_precision:.3f}" if counts.nulls_found else "",
        "said ≥ 0.9": str(said),
        "right": f"{right:.3f}",
        "CPU s": f"{per_thousand:.2f}",
    }


def _band(counts: Tally, low: float, high: float) -> dict[str, str]:
    said, right = counts.sure(low, high)
    name = f"all, confidence {low:.2f}–{min(high, 1.0):.2f}"
    return {"set": name, "said ≥ 0.9": str(said), "right": f"{right:.3f}"}
