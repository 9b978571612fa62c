"""The fields of two mastheads in one: where they differ, both, as tracked changes."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from toolkit.ooxml.build import tag
from toolkit.ooxml.tracked import Marker, strike
from toolkit.ooxml.xml import SPACE, Element, w

# Signs of the private use area that stand around an old and a new value until they are parted.
_OPEN: Final = "\ue010"
_THEN: Final = "\ue011"
_SHUT: Final = "\ue012"


def both(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Return one value for each field: what both have, or both values in signs."""
    found: dict[str, str] = {}
    for name in new:
        before, after = _plain(old.get(name, "")), _plain(new[name])
        same = old.get(name, "") == new[name]
        found[name] = new[name] if same else f"{_OPEN}{before}{_THEN}{after}{_SHUT}"
    return found


def _plain(value: str) -> str:
    return " ".join(value.translate(dict.fromkeys(map(ord, (_OPEN, _THEN, _SHUT)))).split())


def split_fields(root: Element, marker: Marker) -> None:
    """Make tracked changes of the values in signs."""
    for words in [one for one in root.iter(w("t")) if _OPEN in (one.text or "")]:
        holder = words.getparent()
        if holder is not None:
            _split(holder, words, marker)


def _split(holder: Element, words: Element, marker: Marker) -> None:
    """Cut the run that holds a text; only its text is in it, as placeholders are."""
    text = words.text or ""
    while _OPEN in text:
        before, _, rest = text.partition(_OPEN)
        old, _, rest = rest.partition(_THEN)
        new, _, text = rest.partition(_SHUT)
        if before:
            holder.addprevious(_like(holder, before))
        if old:
            gone = _like(holder, old)
            holder.addprevious(gone)
            strike(gone, marker)
        if new:
            holder.addprevious(marker.mark("ins", _like(holder, new)))
    words.text = text
    parent = holder.getparent()
    if not text and parent is not None:
        parent.remove(holder)


def _like(holder: Element, text: str) -> Element:
    """Return a run set as another."""
    own = holder.find(w("rPr"))
    words = tag("t", text=text)
    words.set(SPACE, "preserve")
    return tag("r", None if own is None else deepcopy(own), words)
