"""Long texts: bands and parts change what alignment costs, and not what comes out of it."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.align import align_segments, band, windows
from toolkit.align.band import Limits, limits, make_band
from toolkit.align.bead import Bead
from toolkit.align.lattice import best_path, chances
from toolkit.languages import by_code

EN, ZH = by_code("en"), by_code("zh")
SIZES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))


def chained(shared: Path, count: int) -> tuple[list[str], list[str]]:
    """Return the segments of several real documents, one after the other."""
    folder = shared / "data" / "unv1_hard_dev"
    sides: tuple[list[str], list[str]] = ([], [])
    for number in range(count):
        for side, code in zip(sides, ("en", "zh"), strict=True):
            text = (folder / f"d{number:02}.{code}.txt").read_text(encoding="utf-8")
            side += text.split("\n")[:-1]
    return sides


def groups(beads: Sequence[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


@pytest.mark.slow
def test_parts_and_narrow_bands_give_what_the_wide_table_gives(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = chained(shared, 4)
    monkeypatch.setattr(windows, "MOST_CELLS", 2_000)
    monkeypatch.setattr(band, "FULL", 0)
    narrow = align_segments(source, target, EN, ZH).beads
    monkeypatch.setattr(windows, "MOST_CELLS", 10**9)
    monkeypatch.setattr(band, "NEIGHBOURS", 10**6)
    wide = align_segments(source, target, EN, ZH).beads
    assert groups(narrow) == groups(wide)
    sure = [(a.confidence, b.confidence) for a, b in zip(narrow, wide, strict=True)]
    assert max(abs(a - b) for a, b in sure) < 0.02


def test_a_part_covers_a_bounded_number_of_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(windows, "MOST_CELLS", 5_000)

    def solve(part: band.Band, open_end: bool) -> windows.Solved:
        seen.append((part.origin[0], part.cells))
        count = len(part.low) - 1
        columns = np.minimum(np.arange(count + 1), int(part.high[-1]))
        return [
            (i, int(columns[i]), (1, int(columns[i + 1] - columns[i])), 1.0) for i in range(count)
        ]

    points = [(i, i) for i in range(0, 4_000, 10)]
    path = windows.in_parts(limits(points, 4_000, 4_000, 150), solve)
    assert [step[0] for step in path] == list(range(4_000))
    assert len(seen) > 10
    assert max(cells for _, cells in seen) < 6 * 5_000


def scored(part: band.Band, seed: int) -> dict[tuple[int, int], np.ndarray]:
    chance = np.random.default_rng(seed)
    scores = {}
    for sizes in SIZES:
        here, _ = part.moved(*sizes)
        scores[sizes] = np.full(part.cells, -np.inf)
        scores[sizes][here] = chance.normal(size=len(here)) - sum(sizes)
    return scores


def ways(part: band.Band, scores: dict[tuple[int, int], np.ndarray]) -> list[tuple[float, list]]:
    """Return every path of a small table with its sum, found by going all ways."""
    n, m = len(part.low) - 1, int(part.high[-1])

    def walk(i: int, j: int) -> list[tuple[float, list]]:
        if (i, j) == (n, m):
            return [(0.0, [])]
        found = []
        for sizes, worth in scores.items():
            here = worth[part.at(i, j)]
            if np.isfinite(here):
                rest = walk(i + sizes[0], j + sizes[1])
                found += [(here + total, [(i, j, sizes), *path]) for total, path in rest]
        return found

    return walk(0, 0)


@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_the_lattice_agrees_with_going_all_ways(n: int, m: int, seed: int) -> None:
    part = make_band(np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64), m)
    scores = scored(part, seed)
    everything = ways(part, scores)
    best = max(total for total, _ in everything)
    found = best_path(part, scores)
    assert sum(scores[k][part.at(i, j)] for i, j, k in found) == pytest.approx(best)
    whole = np.logaddexp.reduce([total for total, _ in everything])
    for step, chance in zip(found, chances(part, scores, found), strict=True):
        through = [total for total, way in everything if step in way]
        assert chance == pytest.approx(float(np.exp(np.logaddexp.reduce(through) - whole)))


@given(st.integers(2, 12), st.integers(2, 12), st.integers(0, 10**6))
def test_cells_and_their_partners_are_where_they_should_be(n: int, m: int, seed: int) -> None:
    chance = random.Random(seed)
    low = np.array([chance.randint(0, m) for _ in range(n + 1)])
    part = make_band(low, low + chance.randint(0, m), m)
    assert part.low[0] == 0
    assert part.high[-1] == m
    assert (part.low[1:] <= part.high[:-1]).all()
    where = set(zip(part.rows.tolist(), part.columns.tolist(), strict=True))
    for down, right in [(0, 1), (1, 0), (1, 1), (2, 1), (3, 2)]:
        here, there = part.moved(down, right)
        pairs = [(int(part.rows[a]) + down, int(part.columns[a]) + right) for a in here.tolist()]
        assert pairs == list(
            zip(part.rows[there].tolist(), part.columns[there].tolist(), strict=True)
        )
        assert len(here) == sum((i + down, j + right) in where for i, j in where)


def test_a_wrong_point_does_not_lead_the_band_astray() -> None:
    right = [(i, i) for i in range(0, 2_000, 7)]
    wrong = sorted([point for point in right if point[0] != 994] + [(994, 1_000)])
    found = limits(wrong, 2_000, 2_000, 150)
    assert all(found.low[i] <= i <= found.high[i] for i in range(2_001))
    assert int((found.high - found.low).max()) < 120


def test_far_from_any_point_the_band_is_wide() -> None:
    found = limits([(10, 10), (1_990, 1_990)], 2_000, 2_000, 150)
    assert int(found.high[1_000] - found.low[1_000]) == 300


@pytest.mark.parametrize("shape", [(1, 900_000), (900_000, 1), (3, 200_000)])
def test_a_few_lines_against_very_many_are_bounded(shape: tuple[int, int]) -> None:
    found = limits([], *shape, 150)
    assert isinstance(found, Limits)
    assert int((found.high - found.low + 1).sum()) < 3 * sum(shape) + 301 * shape[0]
