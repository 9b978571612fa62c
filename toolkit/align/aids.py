"""What may be known besides the two texts: pairs from a memory, a scorer, rules of cutting."""

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.align.scorers import Encoder
from toolkit.languages.language import Language
from toolkit.text.spans import Span

Cut = Callable[[str], tuple[Span, ...]]  # as ``Language.segment``
KnownPairs = tuple[tuple[str, str], ...]  # source text, target text


@dataclass(frozen=True, slots=True, kw_only=True)
class Aids:
    """Helps, none of them needed.

    ``known`` are texts that translate each other: where they stand word for word they are paired,
    and their words teach the lexicon. ``encoder`` turns texts into vectors that are near each
    other for translations. ``cuts`` cut paragraphs into segments, for source and target; None is
    the language's own way.
    """

    known: KnownPairs = ()
    encoder: Encoder | None = None
    cuts: tuple[Cut | None, Cut | None] = (None, None)

    def cut(self, side: int, lang: Language) -> Cut:
        """Return how paragraphs of a side (0 source, 1 target) are cut."""
        return self.cuts[side] or lang.segment


NO_AIDS = Aids()
