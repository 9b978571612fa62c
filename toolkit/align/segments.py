"""Sentence alignment of two plain lists of segments."""

from collections.abc import Sequence

from toolkit.align.bead import Alignment, Bead
from toolkit.align.features import Side
from toolkit.align.path import Step, align_sides, take_sides
from toolkit.languages.language import Language


def align_segments(
    source: Sequence[str], target: Sequence[str], source_lang: Language, target_lang: Language
) -> Alignment:
    """Align ``source`` with ``target``, segment by segment, in order (nothing crosses).

    Groups of up to three segments to one, and two to two; an omitted segment is a bead of its
    own. Time and memory grow with the number of segments, not with its square.
    """
    if not source or not target:
        return Alignment(one_sided(source, target))
    sides = take_sides(source, target, source_lang, target_lang)
    return Alignment(tuple(bead(step, sides.left, sides.right) for step in align_sides(sides)))


def bead(step: Step, left: Side, right: Side) -> Bead:
    """Return a step of the path as a bead, without a path of the document."""
    i, j = range(step.i, step.i + step.sizes[0]), range(step.j, step.j + step.sizes[1])
    return Bead(
        source=tuple(i),
        target=tuple(j),
        source_texts=left.texts[i.start : i.stop],
        target_texts=right.texts[j.start : j.stop],
        confidence=round(step.sure, 4),
        anchors=tuple(sorted(left.anchors(i) & right.anchors(j))),
    )


def one_sided(source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    """Return the beads when one of the two sides is empty."""
    left = (
        Bead(source=(i,), target=(), source_texts=(text,), target_texts=(), confidence=1.0)
        for i, text in enumerate(source)
    )
    right = (
        Bead(source=(), target=(j,), source_texts=(), target_texts=(text,), confidence=1.0)
        for j, text in enumerate(target)
    )
    return (*left, *right)
