"""Words with marks and notes, as Markdown."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.model import Block, Mark, MarkKind

_SPECIAL: Final = re.compile(
    r"[*`]|\\(?=[!-/:-@\[-`{-~])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,10};)"
    r"|\[(?=\^[^\]\s]{1,40}\]|[^\[\]\n]*\]\()|<(?=/?[A-Za-z]{1,10}\d?[ />]|https?:)"
    r"|(?<![^\s\])>])\{(?=[ \t]?[#.\w=-])|\^(?=[^\s^\[\]]{1,20}\^)|~(?=[^\s~]{1,20}~)"
)
# Braces are no words behind brackets, a link, an address, or at the end of a heading only.
_SIGNS: Final = {MarkKind.BOLD: "**", MarkKind.ITALIC: "*"}


def escaped(text: str) -> str:
    """Return words so that nothing in them is read as mark-up."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def literal(words: str) -> str:
    """Return Markdown whose first character is written by its number: it begins no label."""
    if not words:
        return words
    rest = words[2:] if words[0] == "\\" and len(words) > 1 else words[1:]
    first = words[1] if words[0] == "\\" and len(words) > 1 else words[0]
    return f"&#{ord(first)};{rest}"


def marked(block: Block, numbers: Sequence[str]) -> str:
    """Return the words of a block with its marks, and its notes under the given numbers."""
    text = block.text
    inserts: list[tuple[int, int, int, str]] = []
    for order, mark in enumerate(_trimmed(block.marks, text)):
        opening, closing = _delimiters(mark)
        # At one place: close before notes, notes before openings; the longer mark opens first.
        inserts.append((mark.start, 2, -mark.end * 1000 + order, opening))
        inserts.append((mark.end, 0, -mark.start * 1000 - order, closing))
    for order, (note, number) in enumerate(zip(block.notes, numbers, strict=True)):
        inserts.append((note.at, 1, order, f"[^{number}]"))
    out: list[str] = []
    last = 0
    for at, _, _, words in sorted(inserts):
        out += (escaped(text[last:at]), words)
        last = at
    return "".join((*out, escaped(text[last:])))


def _delimiters(mark: Mark) -> tuple[str, str]:
    if mark.kind is MarkKind.LINK:
        return "[", f"]({mark.target})"
    return _SIGNS[mark.kind], _SIGNS[mark.kind]


def _trimmed(marks: Sequence[Mark], text: str) -> list[Mark]:
    """Return the marks that can be written: no space at their ends, none crossing another."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end, one.kind)):
        words = text[mark.start : mark.end]
        start = mark.start + len(words) - len(words.lstrip())
        end = mark.end - len(words) + len(words.rstrip())
        crosses = any(one.start < start < one.end < end for one in kept[-8:])
        if start < end and not crosses:
            kept.append(Mark(kind=mark.kind, start=start, end=end, target=mark.target))
    return kept
