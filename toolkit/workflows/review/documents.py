"""What is told of two documents beside their beads, brought up to date after a review."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from toolkit.align.bead import Bead
from toolkit.align.chunks import Segment
from toolkit.align.differences import Difference, differences
from toolkit.align.documents import DocumentAlignment
from toolkit.model import Block
from toolkit.workflows.alignment.aligning import Aligned, Verdict


def renewed(
    aligned: Aligned, beads: tuple[Bead, ...], verdicts: Sequence[Verdict]
) -> DocumentAlignment | None:
    """Return the documents of an alignment with the beads of its review; None without any.

    Differences are looked for again where pairs or words changed. A pair marked wrong has none.
    """
    documents = aligned.documents
    if documents is None:
        return None
    paired = [bead for bead in beads if bead.source and bead.target]
    source = (documents.source[i] for bead in paired for i in bead.source)
    target = (documents.target[j] for bead in paired for j in bead.target)
    return replace(
        documents,
        beads=beads,
        differences=_compared(aligned, documents.differences, beads, verdicts),
        unpaired_source=_alone(documents.unpaired_source, source),
        unpaired_target=_alone(documents.unpaired_target, target),
    )


def _alone(blocks: Iterable[Block], paired: Iterable[Segment]) -> tuple[Block, ...]:
    known = {segment.block_id for segment in paired}
    return tuple(block for block in blocks if block.id not in known)


def _compared(
    aligned: Aligned,
    told: Iterable[Difference],
    beads: Sequence[Bead],
    verdicts: Sequence[Verdict],
) -> tuple[Difference, ...]:
    changed = set(_changed(aligned.beads, beads, verdicts))
    again = differences(
        (
            _as_reviewed(bead, verdict)
            for bead, verdict in zip(beads, verdicts, strict=True)
            if bead.path in changed and verdict.status != "wrong"
        ),
        *aligned.languages,
    )
    order: dict[str, int] = {}
    for at, bead in enumerate(beads):
        order.setdefault(bead.path, at)
    kept = (one for one in told if one.path not in changed)
    return tuple(sorted((*kept, *again), key=lambda one: order.get(one.path, len(order))))


def _changed(
    before: Sequence[Bead], beads: Sequence[Bead], verdicts: Sequence[Verdict]
) -> Iterator[str]:
    """Yield the paths where pairs or the words of a translation are others than before."""
    known = {(bead.source, bead.target) for bead in before}
    for bead, verdict in zip(beads, verdicts, strict=True):
        same = (bead.source, bead.target) in known and verdict.translation is None
        if not same or verdict.status == "wrong":
            yield bead.path
    after = {(bead.source, bead.target) for bead in beads}
    yield from (bead.path for bead in before if (bead.source, bead.target) not in after)


def _as_reviewed(bead: Bead, verdict: Verdict) -> Bead:
    return (
        bead if verdict.translation is None else replace(bead, target_texts=(verdict.translation,))
    )
