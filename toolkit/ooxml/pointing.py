"""Fields that point to bookmarks, led to the copy of a paragraph that a tracked change moves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Final

from toolkit.ooxml.build import tag
from toolkit.ooxml.cutting import properties_of
from toolkit.ooxml.tracing import ancestors
from toolkit.ooxml.tracked import Marker, place_after, strike
from toolkit.ooxml.xml import SPACE, Element, w

_LONGEST: Final = 40  # characters of a bookmark's name, by Word
_WORD: Final = re.compile(r'[^\s"\\]+')
_GONE: Final = frozenset({"del", "moveFrom"})


def pointed_to(parts: Sequence[Element], roots: Iterable[Element]) -> dict[str, str]:
    """Return new names for the bookmarks wholly inside ``parts`` that a field points to."""
    starts = [one for part in parts for one in part.iter(w("bookmarkStart"))]
    ends = {one.get(w("id")) for part in parts for one in part.iter(w("bookmarkEnd"))}
    whole = {one.get(w("name"), "") for one in starts if one.get(w("id")) in ends}
    if not whole:
        return {}
    roots = tuple(roots)
    taken = {one.get(w("name"), "") for root in roots for one in root.iter(w("bookmarkStart"))}
    codes = " ".join(one.text or "" for root in roots for one in root.iter(w("instrText")))
    used = whole & set(_WORD.findall(codes))
    return {name: _free(name, taken) for name in sorted(used)}


def _free(name: str, taken: set[str]) -> str:
    for turn in range(1, 1000):
        ending = f"_m{turn}"
        new = name[: _LONGEST - len(ending)] + ending
        if new not in taken:
            taken.add(new)
            return new
    return name


def point_anew(
    roots: Iterable[Element], copies: Sequence[Element], renamed: Mapping[str, str], marker: Marker
) -> None:
    """Let every field that points to a renamed bookmark point to the new name.

    The change of a field's code is tracked; in ``copies`` and other insertions of this run it is
    not, for LibreOffice takes the first code of a field that has two.
    """
    inside = {one for part in copies for one in part.iter(w("instrText"))}
    for code in [one for root in roots for one in root.iter(w("instrText"))]:
        old = code.text or ""
        new = _WORD.sub(lambda found: renamed.get(found[0], found[0]), old)
        own = code.getparent()
        gone = next(ancestors(code, _GONE), None) is not None
        if new == old or own is None or gone:
            continue
        if code in inside or _is_new(code, marker):
            code.text = new
        elif own.tag == w("r") and len([one for one in own if one.tag != w("rPr")]) == 1:
            _replace(own, new, marker)


def _is_new(code: Element, marker: Marker) -> bool:
    insertions = ancestors(code, frozenset({"ins"}))
    made = marker.tracking
    return made is not None and any(
        (one.get(w("author")), one.get(w("date"))) == (made.author, made.date) for one in insertions
    )


def _replace(own: Element, code: str, marker: Marker) -> None:
    written = tag("instrText", text=code)
    written.set(SPACE, "preserve")
    looks = properties_of(own)
    made = tag("r", *([] if looks is None else [deepcopy(looks)]), written)
    place_after(strike(own, marker), marker.mark("ins", made), marker)
