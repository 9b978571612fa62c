"""Translation memories: keeping units, matches, concordance. Scores are computed in one place.

Opening and writing are here; ``match`` and ``concordance`` are imported where they are used, so
that a command loads only what it needs.
"""

from toolkit.memory.memory import Change, Memory, Outcome
from toolkit.memory.store import open_change, open_memory
from toolkit.model.unit import TranslationUnit

__all__ = ["Change", "Memory", "Outcome", "TranslationUnit", "open_change", "open_memory"]
