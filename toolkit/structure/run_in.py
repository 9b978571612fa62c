"""Labels of lists in the lines of a wrapped text: which begin an item, and which stand in one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import Label, readings
from toolkit.structure.beginnings import is_closed
from toolkit.structure.para import Para

_LISTED: Final = re.compile(
    r"(?<!\S)[(（](?:[a-z]{1,2}|[ivx]{1,5})[)）](?=\s|[^\x00-\x7f])"
    r"|[(（](?:[a-z]{1,2}|[ivx]{1,5})[)）] ?(?=[\u4e00-\u9fff])"
)

# The line, whether the sign leads there, its readings.
_Sign = tuple[int, bool, tuple[Label, ...]]


def signs(parted: Sequence[Para], language: Language) -> list[_Sign]:
    """Return the labels of list items in the lines, in order, wherever in a line they stand."""
    return [
        (at, sign.start() == 0, readings(sign[0] + " ", language)[0])
        for at, line in enumerate(parted)
        for sign in _LISTED.finditer(line.text)
    ]


def run_in(found: Sequence[_Sign]) -> frozenset[int]:
    """Return the lines that only by chance begin with a label of a list inside a sentence.

    The label before it in the list, or for the first the one behind it, then stands within a
    line: "… the following: (a) lamps; (b)".
    """
    judged = list(found)
    inside: set[int] = set()
    for place, (at, leads, labels) in enumerate(judged):
        if leads and _is_run_in(judged, place, labels):
            inside.add(at)
            judged[place] = (at, False, labels)
    return frozenset(inside)


def list_heads(found: Sequence[_Sign], parted: Sequence[Para]) -> frozenset[int]:
    """Return the lines with the first label of a list whose second begins an item's line too.

    So a list shows that goes on a sentence without a colon: "… should light", "(a) quays; and",
    "(b) locks".
    """
    heads: set[int] = set()
    for (at, leads, labels), (then, leads_too, others) in pairwise(found):
        firsts = {one.system for one in labels if one.value == 1}
        seconds = {one.system for one in others if one.value == 2}
        if leads and leads_too and firsts & seconds and is_closed(parted[then - 1].text):
            heads.add(at)
    return frozenset(heads)


def _is_run_in(found: Sequence[_Sign], place: int, labels: tuple[Label, ...]) -> bool:
    values = {(one.system, one.value or 0) for one in labels}
    if any(value == 1 for _, value in values):
        coming, step = found[place + 1 : place + 2], 1
    else:
        coming, step = list(reversed(found[max(0, place - 2) : place]))[:1], -1
    for _, leads, others in coming:
        wanted = {(one.system, (one.value or 0) - step) for one in others}
        if values & wanted:
            return not leads
    return False
