"""What is said of an alignment in a few lines: for a person at a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.align.bead import Bead
from toolkit.workflows.alignment.aligning import Aligned, shown
from toolkit.workflows.alignment.doubts import doubts

SHOWN = 70
"""Characters of a sentence that are enough to find it by."""


def notes_on(aligned: Aligned) -> Iterator[str]:
    """Yield what a user should know before the result."""
    if aligned.swapped:
        path, name = aligned.inputs[0].path, aligned.languages[0].name
        yield f"note: {path} is the {name} one; read as the original."
    for sentence in doubts(aligned):
        yield f"doubt: {sentence}"
    for one in aligned.review.lost if aligned.review else ():
        where = ", ".join(filter(None, (one.id or "a row of your own", one.path)))
        yield f"not applied: row {one.row} ({where}): {one.reason}: {one.text}"


def report(aligned: Aligned) -> Iterator[str]:
    """Yield the lines of a summary: pairs, review, omissions, differences."""
    kinds = Counter(bead.kind for bead in aligned.beads)
    listed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    yield f"pairs  {len(aligned.beads)} ({listed}), {aligned.confidence:.2f} sure on the whole"
    if aligned.review:
        parts = [f"{aligned.review.applied} rows put in"]
        if aligned.review.wrong:
            parts.append(f"{aligned.review.wrong} of them wrong pairs, kept out of the memory")
        if aligned.review.lost:
            parts.append(f"{len(aligned.review.lost)} not applied")
        yield f"review {', '.join(parts)}"
    yield from _omissions(aligned.beads)
    for difference in aligned.differences:
        where = f"{difference.path}: " if difference.path else ""
        yield f"differ {where}{shown(difference)}"


def _omissions(beads: Iterable[Bead]) -> Iterator[str]:
    for bead in beads:
        if not bead.source or not bead.target:
            side = "no translation" if bead.source else "no original"
            text = (bead.source_texts + bead.target_texts)[0]
            yield f"lacks  {bead.path or bead.kind}: {side}: {_beginning(text)}"


def _beginning(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
