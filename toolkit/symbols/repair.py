"""Mend what is mechanically wrong with a symbol.

>>> str(repair("ctoc／cop／wg4／2019／L.1／ADD.02"))
'CTOC/COP/WG.4/2019/L.1/Add.2'
>>> repair("and/or") is None
True
"""

import re
from typing import Final

from toolkit.symbols.codes import Codes, shipped
from toolkit.symbols.surface import LONGEST
from toolkit.symbols.symbol import Symbol, SymbolError
from toolkit.text.normalize import fold_width
from toolkit.text.pattern import Pattern

_CODE: Final = Pattern(r"([A-Za-z]+)\.?([0-9]+)")


def repair(text: str, codes: Codes | None = None) -> Symbol | None:
    """Return the symbol that ``text`` most likely means, or None.

    Mends width, case, leaning and doubled strokes, hyphens for strokes, spaces, missing dots, dots
    for strokes, leading zeros and long words (Revision). Never invents a part or a number.
    """
    codes = codes or shipped()
    if len(text) > LONGEST:
        return None
    plain = fold_width(text).replace("\\", "/").strip(" /")
    if "/" not in plain:
        plain = plain.replace("-", "/")
    plain = re.sub(r" ?/[/ ]*", "/", plain).replace("[", "(").replace("]", ")")
    plain = re.sub(r"(?<=[0-9])\.(?=[A-Za-z])", "/", plain)
    organ, *rest = plain.split("/")
    mended = _joined([_part(part, codes) for part in rest], codes)
    try:
        return Symbol.parse("/".join([organ.upper(), *mended]), codes)
    except SymbolError:
        return None


def _part(part: str, codes: Codes) -> str:
    if part.isdigit():
        return part.lstrip("0") or part
    if found := _CODE.fullmatch(part):
        code = _known(found[1], codes)
        sign = "." if code in codes.dotted else "/"
        return f"{code}{sign}{found[2].lstrip('0')}" if code else part
    return _known(part, codes) or part


def _known(code: str, codes: Codes) -> str | None:
    return codes.spelling(codes.instead.get(code.capitalize(), code))


def _joined(parts: list[str], codes: Codes) -> list[str]:
    """Put a code that needs a number together with the number after it: Add, 2 to Add.2."""
    out: list[str] = []
    for part in parts:
        if part.isdigit() and out and out[-1] in codes.dotted - codes.bare:
            out[-1] += f".{part}"
        else:
            out.append(part)
    return out
