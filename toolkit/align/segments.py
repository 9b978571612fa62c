"""Sentence alignment of two plain lists of segments."""

from collections.abc import Sequence
from itertools import zip_longest

from toolkit.align.bead import Alignment, Bead
from toolkit.languages.language import Language


def align_segments(
    source: Sequence[str], target: Sequence[str], source_lang: Language, target_lang: Language
) -> Alignment:
    """Align ``source`` with ``target``, segment by segment, in order (nothing crosses)."""
    beads = []
    for i, (left, right) in enumerate(zip_longest(source, target)):
        beads.append(
            Bead(
                source=() if left is None else (i,),
                target=() if right is None else (i,),
                source_texts=() if left is None else (left,),
                target_texts=() if right is None else (right,),
                confidence=0.5,
            )
        )
    return Alignment(tuple(beads))
