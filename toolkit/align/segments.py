"""Sentence alignment of two plain lists of segments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.align.aids import NO_AIDS, Aids
from toolkit.align.bead import Alignment, Bead
from toolkit.align.chain import certain_points, rising
from toolkit.align.features import Side
from toolkit.align.known import as_adjust, as_points, hits
from toolkit.align.likeness import likeness_of
from toolkit.align.moved import with_moved
from toolkit.align.path import Step, align_sides, in_turn, take_sides
from toolkit.align.teaching import teach
from toolkit.align.trust import trusted
from toolkit.languages.language import Language


def align_segments(
    source: Sequence[str],
    target: Sequence[str],
    source_lang: Language,
    target_lang: Language,
    aids: Aids = NO_AIDS,
) -> Alignment:
    """Align ``source`` with ``target``, segment by segment, in order but for moved passages.

    Groups of up to three segments to one, and two to two; an omitted segment is a bead of its
    own, and so is a blank one unless it stands inside a group. Time and memory grow with the
    number of segments, not with its square. ``aids.cuts`` have no part in it.

    Raises:
        UsageError: the scorer of ``aids`` fails.
    """
    langs = (source_lang, target_lang)

    def again(ours: range, theirs: range) -> tuple[Bead, ...]:
        stretches = source[ours.start : ours.stop], target[theirs.start : theirs.stop]
        return _in_turn(*stretches, langs, aids)

    return Alignment(trusted(with_moved(_in_turn(source, target, langs, aids), again)))


def _in_turn(
    source: Sequence[str], target: Sequence[str], langs: tuple[Language, Language], aids: Aids
) -> tuple[Bead, ...]:
    """Align two lists of segments without anything crossing."""
    said = [[i for i, text in enumerate(side) if text.strip()] for side in (source, target)]
    texts = [source[i] for i in said[0]], [target[j] for j in said[1]]
    if not texts[0] or not texts[1]:
        beads = tuple(one_sided(*texts))
    else:
        sides = take_sides(*texts, langs, teach(aids.known, texts, langs))
        found = hits(*texts, aids.known)
        points = None
        if found:
            certain = certain_points(sides.left, sides.right, sides.pairs)
            points = rising(sorted({*certain, *as_points(found)}))
        adjust = in_turn([as_adjust(found), *likeness_of(aids, texts)])
        path = align_sides(sides, adjust=adjust, points=points)
        beads = tuple(bead(step, sides.left, sides.right) for step in path)
    return tuple(_with_blanks(beads, said, source, target))


def _with_blanks(
    beads: Sequence[Bead], said: Sequence[list[int]], source: Sequence[str], target: Sequence[str]
) -> Iterator[Bead]:
    """Yield beads over all segments from ``beads`` over those that say something."""
    i = j = 0
    for one in beads:
        ours, theirs = _stretch(one.source, said[0], i), _stretch(one.target, said[1], j)
        yield from one_sided(source, target, (i, ours.start), (j, theirs.start))
        yield replace(
            one,
            source=tuple(ours),
            target=tuple(theirs),
            source_texts=tuple(source[ours.start : ours.stop]),
            target_texts=tuple(target[theirs.start : theirs.stop]),
        )
        i, j = ours.stop, theirs.stop
    yield from one_sided(source, target, (i, len(source)), (j, len(target)))


def _stretch(members: Sequence[int], said: Sequence[int], at: int) -> range:
    """Return all segments from the first member to the last; for none, none from ``at`` on."""
    return range(said[members[0]], said[members[-1]] + 1) if members else range(at, at)


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


def one_sided(
    source: Sequence[str],
    target: Sequence[str],
    ours: tuple[int, int] | None = None,
    theirs: tuple[int, int] | None = None,
) -> Iterator[Bead]:
    """Yield a bead for each segment of two stretches (start, end), all omitted; None is all."""
    for at in range(*(ours or (0, len(source)))):
        yield _omitted((at,), (), source[at])
    for at in range(*(theirs or (0, len(target)))):
        yield _omitted((), (at,), target[at])


def _omitted(source: tuple[int, ...], target: tuple[int, ...], text: str) -> Bead:
    return Bead(
        source=source,
        target=target,
        source_texts=(text,) if source else (),
        target_texts=(text,) if target else (),
        confidence=1.0,
    )
