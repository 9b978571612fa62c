"""Translation memories: units, TMX, matches, concordance. Scores are computed in one place."""

from toolkit.memory.concordance import Hit, find
from toolkit.memory.match import Match, MatchKind, match
from toolkit.memory.memory import Memory
from toolkit.memory.store import open_memory
from toolkit.memory.tmx import TmxHeader, TmxResult
from toolkit.memory.tmx_read import read_tmx
from toolkit.memory.tmx_write import write_tmx
from toolkit.memory.unit import TranslationUnit

__all__ = [
    "Hit",
    "Match",
    "MatchKind",
    "Memory",
    "TmxHeader",
    "TmxResult",
    "TranslationUnit",
    "find",
    "match",
    "open_memory",
    "read_tmx",
    "write_tmx",
]
