"""How far a pair can be believed in the company it is in.

Two reports of different years have the same headings and phrases, and pair there with certainty;
what gives them away is that little between corresponds, and that figures differ where it does.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from toolkit.align.bead import Bead

NEAR = 12  # beads to either side that are the company of one
HARMONY = 0.8  # from this mean confidence of its company on, a bead is believed wholly
DIFFERING = 0.85  # what is left of the confidence of a bead whose figures differ


def trusted(beads: Sequence[Bead], differing: Collection[int] = ()) -> tuple[Bead, ...]:
    """Return the beads with the confidence of those in bad company lowered.

    ``differing`` are the positions of beads whose two sides have other figures, dates or symbols.
    Stretches that one side lacks as a whole (it was cut, or a chapter is missing) are no bad
    company: only what lies between pairs is.
    """
    worth = [
        bead.confidence if bead.source and bead.target and at not in differing else 0.0
        for at, bead in enumerate(beads)
    ]
    counted = _counted(beads)
    sums = list(accumulate((w for w, c in zip(worth, counted, strict=True) if c), initial=0.0))
    places = list(accumulate(map(int, counted), initial=0))

    def company(at: int) -> float:
        middle = places[at]
        first, last = max(0, middle - NEAR), min(len(sums) - 1, middle + NEAR + 1)
        return (sums[last] - sums[first]) / max(1, last - first)

    return tuple(
        replace(bead, confidence=round(bead.confidence * _share(company(at), at in differing), 4))
        if bead.source and bead.target
        else bead
        for at, bead in enumerate(beads)
    )


def _share(company: float, differs: bool) -> float:
    return min(1.0, company / HARMONY) * (DIFFERING if differs else 1.0)


def _counted(beads: Sequence[Bead]) -> list[bool]:
    """Return by bead whether it counts as company: not in a long stretch of one side alone."""
    counted = [True] * len(beads)
    start = 0
    for at in range(1, len(beads) + 1):
        if at == len(beads) or beads[at].alone != beads[start].alone:
            if beads[start].alone and at - start > NEAR:
                counted[start:at] = [False] * (at - start)
            start = at
    return counted
