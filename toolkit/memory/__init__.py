"""Translation memories: units, TMX, matches, concordance. Scores are computed in one place."""

from toolkit.memory.unit import TranslationUnit

__all__ = ["TranslationUnit"]
