"""White space that justified lines had stretched: between words, and between the signs of Han."""

import re
from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import readings
from toolkit.structure.para import Para
from toolkit.structure.pieces import without

_WIDE: Final = re.compile(r"(?<=\S)[ \u2000-\u200a\u202f]( +)")
_HAN: Final = "[\u3001-\u301b\u4e00-\u9fff\uff01-\uff60“”‘’—…]"
# Four signs in a row, each with a blank behind it, are no way to write.
_STRETCHED: Final = re.compile(rf"{_HAN}(?: {_HAN}){{3,}}(?: |$)?")
_BEFORE_STOP: Final = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[，。；：、！？）》」”])")


def evened(para: Para, language: Language) -> Para:
    """Return a paragraph with the spaces of one line evened out; what parts its label stays."""
    if para.rows or ("  " not in para.text and " " not in para.text.strip()):
        return para
    start = _behind_label(para, language)
    gone = {at for found in _WIDE.finditer(para.text, start) for at in range(*found.span(1))}
    if not language.spaced:
        gone |= _stretched(para.text, start)
    return without(para, gone) if gone else para


def _behind_label(para: Para, language: Language) -> int:
    """Return where the words begin behind a label and the gap that parts it from them."""
    annex = language.annex_number(para.text)
    rest = para.text[annex[1] :] if annex else readings(para.text, language)[1]
    return len(para.text) - len(rest.lstrip())


def _stretched(text: str, start: int) -> set[int]:
    gone = {at for found in _BEFORE_STOP.finditer(text, start) for at in range(*found.span())}
    for found in _STRETCHED.finditer(text, start):
        # A figure or a Latin word behind the last sign keeps its space.
        gone |= {at for at in range(*found.span()) if text[at] == " " and _is_han(text[at + 1 :])}
    return gone


def _is_han(text: str) -> bool:
    return re.match(_HAN, text) is not None
