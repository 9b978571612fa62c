"""Which codes belong together, and which have lost their other half."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.inline.code import Code, CodeKind


@dataclass(frozen=True, slots=True)
class Pairing:
    """Indexes into the codes of a segment.

    ``pairs`` are (opening, closing) in order of opening; ``widows`` are halves that stand alone
    though they do not say that they are isolated, in order.
    """

    pairs: tuple[tuple[int, int], ...]
    widows: tuple[int, ...]


def pairing(codes: Sequence[Code]) -> Pairing:
    """Pair every closing code with the last open one of its id; pairs may overlap."""
    waiting: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    widows: list[int] = []
    for place, code in enumerate(codes):
        if code.isolated or code.kind is CodeKind.ALONE:
            continue
        if code.kind is CodeKind.OPEN:
            waiting.setdefault(code.id, []).append(place)
        elif waiting.get(code.id):
            pairs.append((waiting[code.id].pop(), place))
        else:
            widows.append(place)
    widows.extend(place for places in waiting.values() for place in places)
    return Pairing(tuple(sorted(pairs)), tuple(sorted(widows)))
