"""Two versions of one document held against each other.

Knows which block of one version is which of the other, what moved, and which words changed. Takes
documents and gives a redline; writes no file.
"""

from toolkit.compare.matching import Pair, pairs_of
from toolkit.compare.redlining import redline

__all__ = ["Pair", "pairs_of", "redline"]
