"""A remark on words of a document, to be shown by a writer as a Word comment or a colour."""

from dataclasses import dataclass

OUR_AUTHOR = "Undraft"
"""Who remarks are by, so that a reader tells them from other people's comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something said about ``block.text[start:end]``.

    ``tone`` names its colour and meaning: "template", "context", "exact", "substituted",
    "fuzzy", "untranslated", or "finding".
    """

    block_id: str
    start: int
    end: int
    text: str
    tone: str
    author: str = OUR_AUTHOR
