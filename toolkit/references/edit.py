"""Words to stand where others stood, in one text."""

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.text.spans import Span


class Edit(NamedTuple):
    """``text`` to stand where ``span`` was; an empty span inserts."""

    span: Span
    text: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits carried out; they must not overlap."""
    pieces, at = [], 0
    for one in sorted(edits):
        pieces += [text[at : one.span.start], one.text]
        at = one.span.end
    return "".join(pieces) + text[at:]


def cased(word: str, like: str) -> str:
    """Return a word in capitals, with a first capital or as it is, like another word."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
