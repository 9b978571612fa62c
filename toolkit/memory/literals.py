"""The words that every text must have in which a regular expression is found."""

import warnings
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from toolkit.text.normalize import fold_width

SHORTEST = 2  # characters of a piece that is worth looking for


def literals_of(pattern: str) -> list[str]:
    """Return pieces of text that every match of ``pattern`` holds, whole or as part of words.

    None at all when that cannot be told: for an alternative, or what only ``regex`` understands.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = parser.parse(fold_width(pattern))
    except Exception:  # noqa: BLE001 (whatever it dislikes: without literals all units are read)
        return []
    found: list[str] = []
    _walk(tree, found)
    return [piece for piece in "".join(found).split("\0") if len(piece.strip()) >= SHORTEST]


def _walk(tree: Iterable[Any], found: list[str]) -> None:
    """Add what must be there, parted by NUL where something else may stand between."""
    for kind, given in tree:
        if kind is sre.LITERAL and given:
            found.append(chr(given))
        elif kind is sre.SUBPATTERN:
            # Flags of a group, such as (?-i:...), only make the expression narrower.
            found.append("\0")
            _walk(given[-1], found)
            found.append("\0")
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and given[0] > 0:
            found.append("\0")
            _walk(given[2], found)
            found.append("\0")
        elif kind is not sre.AT:
            found.append("\0")
