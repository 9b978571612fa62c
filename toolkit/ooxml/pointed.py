"""What reference fields have to show: the number or the words that their bookmark holds now."""

import re
from collections.abc import Callable, Iterable

from toolkit.ooxml.fields import Field
from toolkit.ooxml.levels import Label
from toolkit.ooxml.xml import Element, w

_NUMBER_SWITCHES = frozenset({"\\n", "\\r", "\\w"})
_HARMLESS = frozenset({"\\h", "\\*"})
_KEEPS_LOOK = frozenset({"", "mergeformat", "charformat"})


class Pointed:
    """The bookmarks of a file, by name."""

    def __init__(
        self, roots: Iterable[Element], label_of: Callable[[Element], Label | None]
    ) -> None:
        """Take the parts that hold bookmarks, and what gives the label Word counts a ``w:p`` by."""
        self._label_of = label_of
        self._bookmarks: dict[str, Element] = {}
        for root in roots:
            for one in root.iter(w("bookmarkStart")):
                self._bookmarks.setdefault(one.get(w("name"), "").lower(), one)

    def said(self, one: Field) -> tuple[str, tuple[Element, ...]] | None:
        """Return what a REF field says now, and the ``w:t`` it was taken from.

        There are no elements where it is the number of a paragraph. None where only Word can tell.
        """
        words, switches = one.arguments()
        start = self._bookmarks.get(words[0].lower()) if words else None
        plain = switches.get("\\*", "").lower() in _KEEPS_LOOK
        if start is None or not plain or switches.keys() - _HARMLESS - _NUMBER_SWITCHES:
            return None
        if switches.keys() & _NUMBER_SWITCHES:
            number = self._number(start, alone="\\n" in switches)
            return None if number is None else (number, ())
        found = _words(start)
        return None if found is None else ("".join(text.text or "" for text in found), found)

    def _number(self, start: Element, *, alone: bool) -> str | None:
        """Return the number of the paragraph a bookmark begins in, without its full stop.

        Unless it is asked for ``alone``, it must be whole: what stands above it is not put before.
        """
        paragraph = next(start.iterancestors(w("p")), None)
        if paragraph is None:
            paragraph = next((one for one in start.itersiblings() if one.tag == w("p")), None)
        label = None if paragraph is None else self._label_of(paragraph)
        if label is None or not (alone or label.counted.whole):
            return None
        return re.sub(r"\.+$", "", label.text)


def _words(start: Element) -> tuple[Element, ...] | None:
    """Return the words in a bookmark, None where it ends in another place than it begins in."""
    key, texts = start.get(w("id")), list[Element]()
    for one in start.itersiblings():
        if one.tag == w("bookmarkEnd") and one.get(w("id")) == key:
            return tuple(texts)
        texts.extend(one.iter(w("t")))
    return None
