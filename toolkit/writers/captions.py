"""Captions on two lines, as the United Nations sets them: "Table 1", and below it the title."""

from dataclasses import replace

from toolkit.languages import Language
from toolkit.model import Block
from toolkit.structure.marking import caption_label


def on_two_lines(block: Block, language: Language) -> tuple[Block, int]:
    """Return a caption with a line break behind its label, and where that stands.

    One that has no label, no title, or more than a space between them stays as it is; then 0.
    """
    text = block.text
    at = len(caption_label(text, language))
    if not at or not text[at:].strip() or not text[at].isspace() or text[at + 1].isspace():
        return block, 0
    return replace(block, text=f"{text[:at]}\n{text[at + 1 :]}"), at
