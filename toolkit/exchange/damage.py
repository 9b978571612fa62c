"""Signs that a translation was damaged on its way, so that nobody takes it for confirmed.

A spreadsheet, a chat window or a hasty hand turns ⟦1⟧ into [1], leaves half of a mark, empties one
of two segments of a unit, or brings in characters that no document can hold.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.exchange.segmented import blank_parts
from toolkit.exchange.unit import ExchangeUnit
from toolkit.inline import Code, Segment
from toolkit.text.normalize import strip_controls

_TORN = re.compile(r"⟦[^⟦⟧]{0,9}⟧|[⟦⟧]")
# What is written for ⟦1⟧, ⟦/1⟧ and ⟦2/⟧ by whoever has no such brackets.
_ALIKE = re.compile(
    r"[\[［【〔〖{｛<＜«《(（]{1,2} ?[/／]? ?(\d{1,6}) ?[/／]? ?[\]］】〕〗}｝>＞»》)）]{1,2}"
)
_SHOWN = 5


def damage(unit: ExchangeUnit) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the codes of findings with their values, for a unit that has a translation."""
    if unit.target is None:
        return
    blank, whole = blank_parts(unit)
    if blank:
        yield "EXC112", {"blank": blank, "all": whole}
    marks = list(dict.fromkeys(_marks(unit.source, unit.target)))
    if marks:
        yield "EXC113", {"found": ", ".join(marks[:_SHOWN])}
    text = unit.target.text
    kept = set(strip_controls(text))
    signs = sorted(f"U+{ord(one):04X}" for one in set(text) - kept)
    if signs:
        yield "EXC114", {"found": ", ".join(signs[:_SHOWN])}


def _marks(source: Segment, target: Segment) -> Iterator[str]:
    """Yield what looks like a damaged mark and is not in the source too."""
    for found in _TORN.finditer(target.text):
        if found[0] not in source.text:
            yield found[0]
    missing = _names(source) - _names(target)
    for found in _ALIKE.finditer(target.text) if missing else ():
        if found[1] in missing and found[0] not in source.text:
            yield found[0]


def _names(segment: Segment) -> set[str]:
    return {code.id for code in segment.codes if not code.mark}


def without_controls(segment: Segment) -> Segment:
    """Return a segment without the characters that no document can hold."""
    if strip_controls(segment.text) == segment.text:
        return segment
    pieces: list[str] = []
    codes: list[Code] = []
    at = length = 0
    for code in segment.codes:
        pieces.append(strip_controls(segment.text[at : code.at]))
        at = code.at
        length += len(pieces[-1])
        codes.append(replace(code, at=length))
    pieces.append(strip_controls(segment.text[at:]))
    return Segment("".join(pieces), tuple(codes))
