"""Names for the places of a document, from its paths: the same in every language version."""

import re
from collections import Counter
from collections.abc import Sequence

from toolkit.model import Block, Kind

_NAMED = (Kind.HEADING, Kind.PARAGRAPH, Kind.RECOMMENDATION, Kind.ITEM)
_OTHER = re.compile(r"[^A-Za-z0-9]+")


def anchors(blocks: Sequence[Block]) -> dict[str, str]:
    """Return a name for each block by its id; numbered ones by their path ("para-12").

    A paragraph or recommendation of the main text is named without its chapter, since its series
    runs through the report; what comes twice gets a figure behind it.
    """
    used: Counter[str] = Counter()
    named: dict[str, str] = {}
    for block in blocks:
        name = _name(block)
        used[name] += 1
        named[block.id] = name if used[name] == 1 else f"{name}--{used[name]}"
    return named


def _name(block: Block) -> str:
    if block.kind not in _NAMED or not block.path:
        return block.id
    parts = block.path.split("/")
    if not parts[0].startswith("annex"):
        numbered = [at for at, part in enumerate(parts) if part.startswith(("para ", "rec "))]
        parts = parts[numbered[0] :] if numbered else parts
    return _OTHER.sub("-", "/".join(parts)).strip("-").lower() or block.id
