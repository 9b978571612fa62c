"""How well sentences are aligned: every set of gold alignments, seen and unseen."""

from pathlib import Path

from tests.benchmarks.alignment_gold import SETS, SYNTHETIC, Gold, Tally, crossings, documents
from tests.conftest import SHARED
from toolkit.align import align_segments
from toolkit.languages import by_code

TITLE = "Alignment"
NOTE = """Strict F1 over beads with both sides: a bead is right when both sets of segments are.
Omissions are counted by segment. Every second file is "unseen": it is measured and never looked at
when a constant is chosen; before the files were parted so, the first constants had been tried on
all. "said ≥ 0.9" is how many beads had that confidence, and "right" how many of them are; the
last rows show the same for bands of confidence over the unseen files. "crossing" is made of real
lines, with neighbours swapped and clauses moved. CPU is for 1,000 segments, both sides counted,
without start-up and the reading of the dictionary. The sets lie beside the repository."""

QUICK = 2
BANDS = ((0.99, 1.01), (0.95, 0.99), (0.9, 0.95), (0.7, 0.9), (0.5, 0.7), (0.0, 0.5))


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure every set, halves apart; ``quick`` takes two documents of each half."""
    align_segments(["The Board met."], ["委员会举行了会议。"], by_code("en"), by_code("zh"))
    table, unseen = [], Tally()
    for group in (*SETS, SYNTHETIC):
        for held_out in (False, True):
            chosen = [one for one in _all(SHARED, group) if one.held_out is held_out]
            if not chosen:
                continue
            counts = Tally()
            for document in chosen[:QUICK] if quick else chosen:
                counts.add(document)
            table.append(_row(f"{group}, {'unseen' if held_out else 'seen'}", counts))
            if held_out and group != SYNTHETIC:
                unseen.beads += counts.beads
    return table + [_band(unseen, low, high) for low, high in BANDS]


def _all(shared: Path, group: str) -> list[Gold]:
    return list(crossings(shared) if group == SYNTHETIC else documents(shared, group))


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
    name = f"unseen, confidence {low:.2f}–{min(high, 1.0):.2f}"
    return {"set": name, "said ≥ 0.9": str(said), "right": f"{right:.3f}"}
