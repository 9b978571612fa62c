"""Fingerprints of what references lead to: the same after renumbering, another for other words."""

import hashlib
from collections.abc import Collection, Iterator

from toolkit.languages import RefKind, by_code
from toolkit.model import Block, Document, Kind
from toolkit.references.places import belonging
from toolkit.text.normalize import match_key

_STAND_IN = "#"
_HOLDS_MORE = (Kind.PARAGRAPH, Kind.RECOMMENDATION, Kind.ITEM)
_LENGTH = 16
# Numbers of other texts (an article, a resolution) do not change with ours.
_OURS = frozenset(RefKind) - {RefKind.ARTICLE, RefKind.RESOLUTION, RefKind.DECISION}


def fingerprint(document: Document, at: int) -> str:
    """Return the fingerprint of block ``at`` with its subparagraphs and further text.

    Labels are no part of it. The list of numbers of a reference, its noun (singular or plural)
    and its direction are set aside, so that renumbering leaves it as it is; white space and
    signs that steer layout do not count. Of a heading only the title counts.
    """
    block = document.blocks[at]
    whole = [block, *belonging(document, at)] if block.kind in _HOLDS_MORE else [block]
    return digest("\n".join(neutral(one, document.language) for one in whole))


def digest(words: str) -> str:
    """Return the fingerprint of a text whose numbers are set aside."""
    return hashlib.sha256(match_key(words).encode()).hexdigest()[:_LENGTH]


def neutral(block: Block, language: str) -> str:
    """Return the words of a block, its notes and cells with numbers of references set aside."""
    return "\n".join(set_aside(text, language) for text in _texts(block))


def set_aside(text: str, language: str, keep: Collection[RefKind] = ()) -> str:
    """Return a text with a stand-in for the noun, numbers and direction of each own reference.

    References of the kinds ``keep`` stay as they are.
    """
    kinds = _OURS.difference(keep)
    pieces, at = [], 0
    for one in by_code(language).reference_lists(text):
        if one.kind in kinds and one.outside is None and one.members:
            pieces += [text[at : one.span.start], f"{one.kind.value} {_STAND_IN}"]
            at = one.span.end
    return "".join(pieces) + text[at:]


def _texts(block: Block) -> Iterator[str]:
    if not block.rows:
        yield block.text
    for row in block.rows:
        yield from row
    for note in block.notes:
        yield note.text
