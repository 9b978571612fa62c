"""Alignment of two language versions of a document: structure first, then sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from toolkit.align.aids import NO_AIDS, Aids
from toolkit.align.band import Band
from toolkit.align.bead import Bead, mean_confidence
from toolkit.align.chunks import Chunk, Segment, chunks
from toolkit.align.differences import Difference, differences
from toolkit.align.known import Hit, as_adjust, hits
from toolkit.align.likeness import likeness_of
from toolkit.align.moved import Again, with_moved
from toolkit.align.pairing import CHUNK_WEIGHTS, inside_pairs, place_bonus, places
from toolkit.align.path import Scores, Step, align_sides, in_turn, take_sides
from toolkit.align.scores import PRIORS, Weights
from toolkit.align.segments import bead, one_sided
from toolkit.align.teaching import WordPairs, teach
from toolkit.align.trust import trusted
from toolkit.languages import Language, by_code
from toolkit.model import Block, Document

Ints = NDArray[np.int64]

OMITTED = -3.5

# Inside paragraphs that are known to be counterparts a sentence is seldom left out.
SENTENCE_WEIGHTS = Weights(priors={**PRIORS, (1, 0): OMITTED, (0, 1): OMITTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAlignment:
    """Two documents, aligned.

    Every index of ``source`` and ``target`` is in exactly one of ``beads``; footnotes come after
    all blocks. Unpaired blocks are those none of whose segments has a partner.
    """

    beads: tuple[Bead, ...]
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    unpaired_source: tuple[Block, ...] = ()
    unpaired_target: tuple[Block, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def confidence(self) -> float:
        """As ``Alignment.confidence``."""
        return mean_confidence(self.beads)

    @property
    def summary(self) -> Mapping[str, int]:
        """Counts: beads, paired, omitted_source, omitted_target, unpaired_blocks, differences."""
        return {
            "beads": len(self.beads),
            "paired": sum(1 for b in self.beads if b.source and b.target),
            "omitted_source": sum(len(b.source) for b in self.beads if not b.target),
            "omitted_target": sum(len(b.target) for b in self.beads if not b.source),
            "unpaired_blocks": len(self.unpaired_source) + len(self.unpaired_target),
            "differences": len(self.differences),
        }


def align_documents(source: Document, target: Document, aids: Aids = NO_AIDS) -> DocumentAlignment:
    """Align two language versions of one document.

    Chunks (paragraphs, headings, cells, notes, …) are paired first, by their place, number and
    words; beads of segments stay inside a pair of chunks.

    Raises:
        KeyError: no module knows one of the languages.
        InputError: a rule of segmentation of ``aids`` takes too long.
        UsageError: the scorer of ``aids`` fails.
    """
    langs = by_code(source.language), by_code(target.language)
    left, right = chunks(source, aids.cut(0, langs[0])), chunks(target, aids.cut(1, langs[1]))
    segments = _segments(left), _segments(right)
    found = with_moved(_beads(left, right, langs, aids), _again(left, right, langs, aids))
    differing = {at for at, one in enumerate(found) if differences((one,), *langs)}
    beads = trusted(found, differing)
    paired_source = {segments[0][i].block_id for b in beads if b.target for i in b.source}
    paired_target = {segments[1][j].block_id for b in beads if b.source for j in b.target}
    return DocumentAlignment(
        beads=beads,
        source=segments[0],
        target=segments[1],
        unpaired_source=_unpaired(source, segments[0], paired_source),
        unpaired_target=_unpaired(target, segments[1], paired_target),
        differences=differences(beads, *langs),
    )


def _again(
    left: Sequence[Chunk], right: Sequence[Chunk], langs: tuple[Language, Language], aids: Aids
) -> Again:
    """Return how stretches of segments are aligned by themselves, where they are whole chunks."""
    homes = [
        [at for at, chunk in enumerate(side) for _ in chunk.segments] for side in (left, right)
    ]

    def again(ours: range, theirs: range) -> tuple[Bead, ...]:
        part = []
        for side, home, stretch in zip((left, right), homes, (ours, theirs), strict=True):
            whole = side[home[stretch[0]] : home[stretch[-1]] + 1]
            if sum(len(chunk.segments) for chunk in whole) != len(stretch):
                return ()
            part.append(whole)
        return _beads(part[0], part[1], langs, aids)

    return again


def _beads(
    left: Sequence[Chunk],
    right: Sequence[Chunk],
    langs: tuple[Language, Language],
    aids: Aids,
) -> tuple[Bead, ...]:
    segments = _segments(left), _segments(right)
    texts = [s.text for s in segments[0]], [s.text for s in segments[1]]
    if not texts[0] or not texts[1]:
        return tuple(_placed(b, segments, 1.0) for b in one_sided(*texts))
    taught, known = teach(aids.known, texts, langs), hits(*texts, aids.known)
    pairs = _chunk_pairs(left, right, langs, (taught, known))
    groups = _groups(left, pairs, 0), _groups(right, pairs, 1)

    def adjust(band: Band, scores: Scores) -> Scores:
        return {
            sizes: np.where(inside_pairs(*groups, band, sizes), worth, -np.inf)
            if all(sizes)
            else worth
            for sizes, worth in scores.items()
        }

    sides = take_sides(texts[0], texts[1], langs, taught)
    in_all = in_turn([as_adjust(known), *likeness_of(aids, texts), adjust])
    path = align_sides(sides, SENTENCE_WEIGHTS, in_all, _corners(left, right, pairs))
    beads = (bead(step, sides.left, sides.right) for step in path)
    return tuple(_placed(b, segments, _sure(b, groups[0], pairs)) for b in beads)


def _chunk_pairs(
    left: Sequence[Chunk],
    right: Sequence[Chunk],
    langs: tuple[Language, Language],
    memory: tuple[WordPairs, Sequence[Hit]],
) -> list[Step]:
    """Return the groups of chunks, those without a partner too, in order.

    ``memory`` is what one has taught, and the beads of segments that it has.
    """
    texts = [chunk.text for chunk in left], [chunk.text for chunk in right]
    sides = take_sides(*texts, langs, memory[0])
    known = places(left, right)

    def adjust(band: Band, scores: Scores) -> Scores:
        bonus = place_bonus(*known, band)
        merged, nothing = np.minimum(bonus, 0.0), np.zeros_like(bonus)
        worth = {(1, 1): bonus, (1, 0): nothing, (0, 1): nothing}
        return {sizes: score + worth.get(sizes, merged) for sizes, score in scores.items()}

    whole = as_adjust(_of_chunks(memory[1], left, right))
    return align_sides(sides, CHUNK_WEIGHTS, in_turn([whole, adjust]))


def _of_chunks(
    known: Sequence[Hit], left: Sequence[Chunk], right: Sequence[Chunk]
) -> tuple[Hit, ...]:
    """Return the pairs of chunks in which beads of segments begin that a memory has."""
    homes = [
        np.repeat(np.arange(len(side)), [len(chunk.segments) for chunk in side])
        for side in (left, right)
    ]
    found = {(int(homes[0][hit.i]), int(homes[1][hit.j])) for hit in known}
    return tuple(Hit(i, j, (1, 1)) for i, j in sorted(found))


def _groups(side: Sequence[Chunk], pairs: Sequence[Step], which: int) -> Ints:
    """Return for every segment of a side the number of the group that its chunk is in."""
    found: list[int] = []
    for group, step in enumerate(pairs):
        start = (step.i, step.j)[which]
        for chunk in side[start : start + step.sizes[which]]:
            found += [group] * len(chunk.segments)
    return np.array(found, np.int64)


def _corners(
    left: Sequence[Chunk], right: Sequence[Chunk], pairs: Sequence[Step]
) -> list[tuple[int, int]]:
    """Return where groups begin, in segments: every path goes through these points."""
    before = [np.cumsum([0, *(len(c.segments) for c in side)]) for side in (left, right)]
    return [(int(before[0][step.i]), int(before[1][step.j])) for step in pairs]


def _placed(one: Bead, segments: tuple[Sequence[Segment], Sequence[Segment]], sure: float) -> Bead:
    here = segments[0][one.source[0]] if one.source else segments[1][one.target[0]]
    said: tuple[str, ...] = ()
    last = here.path.rsplit("/", 1)[-1]
    if one.source and one.target and here.path == segments[1][one.target[0]].path:
        said = (last,) if any(character.isdigit() for character in last) else ()
    confidence = round(one.confidence * sure, 4)
    return replace(one, path=here.path, anchors=(*said, *one.anchors), confidence=confidence)


def _sure(one: Bead, group_of: Ints, pairs: Sequence[Step]) -> float:
    """Return how sure it is that the chunks of a bead belong together; 1 for an omission."""
    return pairs[int(group_of[one.source[0]])].sure if one.source and one.target else 1.0


def _segments(side: Sequence[Chunk]) -> tuple[Segment, ...]:
    return tuple(segment for chunk in side for segment in chunk.segments)


def _unpaired(
    document: Document, segments: Sequence[Segment], paired: set[str]
) -> tuple[Block, ...]:
    known = {segment.block_id for segment in segments}
    return tuple(b for b in document.blocks if b.id in known and b.id not in paired)
