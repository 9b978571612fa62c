"""The sentences of a pair, aligned for the rules that compare them one by one."""

from toolkit.align.documents import align_documents
from toolkit.checks.rule import Facing, Sentence
from toolkit.model import Document


def facing_of(source: Document, target: Document) -> tuple[Facing, ...]:
    """Return the sentences of two versions as they face each other, those of footnotes left out.

    Raises:
        KeyError: no module knows one of the languages.
    """
    aligned = align_documents(source, target)
    left = [Sentence(one.block_id, one.text) for one in aligned.source]
    right = [Sentence(one.block_id, one.text) for one in aligned.target]
    notes = {at for at, one in enumerate(aligned.source) if one.kind == "footnote"}
    their_notes = {at for at, one in enumerate(aligned.target) if one.kind == "footnote"}
    return tuple(
        Facing(
            tuple(left[at] for at in bead.source),
            tuple(right[at] for at in bead.target),
            bead.confidence,
        )
        for bead in aligned.beads
        if notes.isdisjoint(bead.source) and their_notes.isdisjoint(bead.target)
    )
