"""Documents aligned by hand or by construction, halves of them, and how an alignment is scored.

The figures are those of the usual scorer: strict F1 over beads with both sides, and precision and
recall of the segments that have no counterpart.
"""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.align import align_segments
from toolkit.languages import by_code

Pair = tuple[tuple[int, ...], tuple[int, ...]]
SETS = ("udhr", "un_charter", "unesco_1970", "sdg", "unv1_dev", "unv1_hard_dev")
SYNTHETIC = "crossing"
PLANTED = "planted"
HALVED = "half"
STORY = Path(__file__).parents[1] / "align" / "data" / "story.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One document; ``held_out`` when it was kept out where constants were first chosen."""

    group: str
    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    pairs: frozenset[Pair]
    held_out: bool


@dataclass(slots=True)
class Tally:
    """Counts over several documents; ``beads`` are (confidence, right) of each bead found."""

    right: int = 0
    gold: int = 0
    found: int = 0
    nulls_right: int = 0
    nulls_gold: int = 0
    nulls_found: int = 0
    segments: int = 0
    seconds: float = 0.0
    beads: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Strict F1."""
        return 2 * self.right / max(1, self.gold + self.found)

    @property
    def null_recall(self) -> float:
        """Share of the segments without counterpart that were found; 1 where there are none."""
        return self.nulls_right / self.nulls_gold if self.nulls_gold else 1.0

    @property
    def null_precision(self) -> float:
        """Share of the segments said to have no counterpart that have none; 1 for none said."""
        return self.nulls_right / self.nulls_found if self.nulls_found else 1.0

    def sure(self, low: float, high: float = 1.01) -> tuple[int, float]:
        """Return how many beads have a confidence in [low, high), and the share that is right."""
        band = [right for confidence, right in self.beads if low <= confidence < high]
        return len(band), sum(band) / len(band) if band else 1.0

    def add(self, document: Gold) -> None:
        """Align a document and count."""
        start = time.process_time()
        found = align_segments(document.source, document.target, by_code("en"), by_code("zh")).beads
        self.seconds += time.process_time() - start
        self.segments += len(document.source) + len(document.target)
        test = {(bead.source, bead.target) for bead in found}
        full, gold = _full(test), _full(document.pairs)
        self.right += len(full & gold)
        self.found += len(full)
        self.gold += len(gold)
        said, true = _nulls(test), _nulls(document.pairs)
        self.nulls_right += len(said & true)
        self.nulls_found += len(said)
        self.nulls_gold += len(true)
        self.beads += [(b.confidence, (b.source, b.target) in document.pairs) for b in found]


def tally(documents: Iterable[Gold]) -> Tally:
    """Return the counts over these documents."""
    counts = Tally()
    for document in documents:
        counts.add(document)
    return counts


def documents(shared: Path, group: str) -> Iterator[Gold]:
    """Yield the documents of a set, in order.

    Every second file, counted over all sets, is held out.
    """
    for number, path in enumerate(sorted((shared / "data").glob("*/*.gold.tsv"))):
        if path.parent.name != group:
            continue
        stem = path.name.removesuffix(".gold.tsv")
        source, target = (_lines(path.with_name(f"{stem}.{code}.txt")) for code in ("en", "zh"))
        yield Gold(
            group=group,
            name=stem,
            source=source,
            target=target,
            pairs=frozenset(_pair(line) for line in _lines(path) if line.strip()),
            held_out=bool(number % 2),
        )


def story() -> Gold:
    """Return a short story of ours, told freely in Chinese.

    A line of the file is a bead, its sides parted by "=>" and their sentences by a bar.
    """
    source: list[str] = []
    target: list[str] = []
    gold: list[Pair] = []
    for line in _lines(STORY):
        ours, theirs = (side.strip().split(" | ") for side in line.split("=>"))
        i, j = len(source), len(target)
        gold.append((tuple(range(i, i + len(ours))), tuple(range(j, j + len(theirs)))))
        source += ours
        target += theirs
    return Gold(
        group="story",
        name="story",
        source=tuple(source),
        target=tuple(target),
        pairs=frozenset(gold),
        held_out=True,
    )


def crossings(shared: Path) -> Iterator[Gold]:
    """Yield documents made of real lines in which something crosses; fixed seeds.

    In one of eight places the Chinese of two neighbours is swapped, or the last clause of the
    first moves to the front of the second: one bead of two and two.
    """
    lines = shared / "data" / "unv1_dev" / "lines"
    pairs = list(zip(_lines(lines / "lines.en"), _lines(lines / "lines.zh"), strict=True))
    for seed in range(8):
        yield _crossed(pairs[seed * 450 : seed * 450 + 150], seed)


def planted(shared: Path) -> Iterator[Gold]:
    """Yield documents with one in twenty pairs of a segment each lacking a side; fixed seeds."""
    for group in ("udhr", "sdg", "unv1_dev"):
        for number, document in enumerate(documents(shared, group)):
            yield _without_some(document, random.Random(number))


def _without_some(document: Gold, chance: random.Random) -> Gold:
    gone: tuple[set[int], set[int]] = (set(), set())
    for pair in sorted(document.pairs):
        if len(pair[0]) == len(pair[1]) == 1 and chance.random() < 1 / 20:
            side = chance.randrange(2)
            gone[side].update(pair[side])
    return _without(document, gone, PLANTED)


def halved(shared: Path) -> Iterator[Gold]:
    """Yield documents with the first or the last half of a side missing."""
    for group in SETS:
        for number, document in enumerate(documents(shared, group)):
            every = range(4) if group in SETS[:4] else [number % 4]
            for way in every:
                size = len((document.source, document.target)[way % 2])
                gone = set(range(size // 2) if way < 2 else range(size // 2, size))
                both = (gone, set()) if way % 2 == 0 else (set(), gone)
                yield _without(document, both, HALVED)


def _without(document: Gold, gone: tuple[set[int], set[int]], group: str) -> Gold:
    """Return a document without these segments of its sides."""
    left, right = (
        {old: new for new, old in enumerate(i for i in range(len(texts)) if i not in gone[side])}
        for side, texts in enumerate((document.source, document.target))
    )
    moved = (
        (tuple(left[i] for i in ours if i in left), tuple(right[j] for j in theirs if j in right))
        for ours, theirs in document.pairs
    )
    return Gold(
        group=group,
        name=f"{group} {document.name}",
        source=tuple(document.source[i] for i in left),
        target=tuple(document.target[j] for j in right),
        pairs=frozenset(one for pair in moved for one in _each(*pair)),
        held_out=document.held_out,
    )


def _each(ours: tuple[int, ...], theirs: tuple[int, ...]) -> Iterator[Pair]:
    """Yield a pair, or, where a side is gone, each segment of the other by itself."""
    if ours and theirs:
        yield ours, theirs
        return
    yield from (((i,), ()) for i in ours)
    yield from (((), (j,)) for j in theirs)


def floor_of(beads: Iterable[tuple[float, bool]], share: float = 0.98, block: int = 200) -> float:
    """Return down to which confidence beads are right often enough.

    Beads are (confidence, right). They are taken in blocks, the surest first, until one holds
    less than ``share`` of right ones; 1.01 when already the first does.
    """
    ordered = sorted(beads, reverse=True)
    floor = 1.01
    for start in range(0, len(ordered), block):
        part = ordered[start : start + block]
        if sum(good for _, good in part) < share * len(part):
            break
        floor = part[-1][0]
    return floor


def _crossed(pairs: Sequence[tuple[str, str]], seed: int) -> Gold:
    chance = random.Random(seed)
    source = [english for english, _ in pairs]
    target = [chinese for _, chinese in pairs]
    gold: list[Pair] = []
    at = 0
    while at < len(pairs):
        if at + 1 < len(pairs) and chance.random() < 1 / 8:
            target[at : at + 2] = _moved(target[at], target[at + 1], chance)
            gold.append(((at, at + 1), (at, at + 1)))
            at += 2
        else:
            gold.append(((at,), (at,)))
            at += 1
    return Gold(
        group=SYNTHETIC,
        name=f"crossing {seed}",
        source=tuple(source),
        target=tuple(target),
        pairs=frozenset(gold),
        held_out=bool(seed % 2),
    )


def _moved(first: str, second: str, chance: random.Random) -> tuple[str, str]:
    clauses = first.rstrip("。").split("，")
    if chance.random() < 1 / 2 and len(clauses) > 1 and min(map(len, clauses)) > 4:
        return "，".join(clauses[:-1]) + "。", f"{clauses[-1]}，{second}"
    return second, first


def _full(pairs: Iterable[Pair]) -> set[Pair]:
    return {pair for pair in pairs if all(pair)}


def _nulls(pairs: Iterable[Pair]) -> set[tuple[int, int]]:
    alone = (pair for pair in pairs if not all(pair))
    return {(side, index) for pair in alone for side in (0, 1) for index in pair[side]}


def _pair(line: str) -> Pair:
    left, right = [*line.split("\t"), ""][:2]
    return _indexes(left), _indexes(right)


def _indexes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(part) for part in text.split(",") if part.strip()))


def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
