"""A remark on words of a document, to be shown by a writer as a Word comment or a colour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """``text`` is said about ``block.text[start:end]``; ``tone`` names its colour and meaning:
    "template", "context", "exact", "substituted", "fuzzy", "untranslated", or "finding"."""

    block_id: str
    start: int
    end: int
    text: str
    tone: str
    author: str = "Undraft"
