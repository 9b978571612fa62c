"""Translation memories: units, TMX, matches, concordance. Scores are computed in one place."""

from toolkit.memory.concordance import Hit, find
from toolkit.memory.match import Match, MatchKind, match
from toolkit.memory.memory import Change, Memory, Outcome
from toolkit.memory.store import open_change, open_memory
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.form import TmxHeader, TmxResult
from toolkit.tmx.read import read_tmx
from toolkit.tmx.write import write_tmx

__all__ = [
    "Change",
    "Hit",
    "Match",
    "MatchKind",
    "Memory",
    "Outcome",
    "TmxHeader",
    "TmxResult",
    "TranslationUnit",
    "find",
    "match",
    "open_change",
    "open_memory",
    "read_tmx",
    "write_tmx",
]
