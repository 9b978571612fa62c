"""Fields that number and refer, turned into text: SEQ and REF."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.ooxml.fields import Field, fields, make_plain
from toolkit.ooxml.formats import letters, roman
from toolkit.ooxml.levels import Label
from toolkit.ooxml.xml import Element, w

_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "": str,
        "arabic": str,
        "mergeformat": str,
        "charformat": str,
        "roman": roman,
        "ROMAN": lambda value: roman(value).upper(),
        "Roman": lambda value: roman(value).upper(),
        "alphabetic": letters,
        "ALPHABETIC": lambda value: letters(value).upper(),
        "Alphabetic": lambda value: letters(value).upper(),
    }
)
_NUMBER_SWITCHES = frozenset({"\\n", "\\r", "\\w"})
_HARMLESS = frozenset({"\\h", "\\*"})
_KEEPS_LOOK = frozenset({"", "mergeformat", "charformat"})


@dataclass(slots=True)
class Fields:
    """What became of the fields; see ``freezing.Frozen``."""

    sequences: int = 0
    references: int = 0
    renewed: tuple[tuple[str, str], ...] = ()


def freeze_fields(roots: Sequence[Element], labels: Mapping[Element, Label]) -> Fields:
    """Turn the sequences and references of all parts into text.

    ``labels`` are those that Word counts, by paragraph; they are still counted now.
    """
    freezer = _Freezer(roots, labels)
    found = [one for root in roots for one in fields(root)]
    for one in found:
        if one.name == "SEQ" and one.shows:
            freezer.sequence(one)
    for one in found:
        if one.name == "REF" and one.shows and not one.nested:
            freezer.reference(one)
    freezer.done.renewed = tuple(freezer.renewed)
    return freezer.done


@dataclass(slots=True)
class _Freezer:
    roots: Sequence[Element]
    labels: Mapping[Element, Label]
    done: Fields = field(default_factory=Fields)
    renewed: list[tuple[str, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _changed: set[Element] = field(default_factory=set)
    _bookmarks: dict[str, Element] = field(init=False)

    def __post_init__(self) -> None:
        self._bookmarks = {}
        for root in self.roots:
            for one in root.iter(w("bookmarkStart")):
                self._bookmarks.setdefault(one.get(w("name"), "").lower(), one)

    def sequence(self, one: Field) -> None:
        """Turn a sequence into text, counted anew where its code says no more than to count."""
        shown = self._counted(one)
        self._changed.update(one.result)
        self._plain(one, shown)
        self.done.sequences += 1

    def reference(self, one: Field) -> None:
        """Turn a reference into text."""
        self._plain(one, self._said(one))
        self.done.references += 1

    def _plain(self, one: Field, shown: str | None) -> None:
        before = one.shown
        if shown is not None and before and shown != before:
            self.renewed.append((before, shown))
        make_plain(one, shown if before else None)

    def _counted(self, one: Field) -> str | None:
        words, switches = one.arguments()
        if not words:
            return None
        name = words[0].lower()
        count = self._counts.get(name, 0)
        if "\\r" in switches:
            try:
                count = int(switches["\\r"])
            except ValueError:
                return None
        elif "\\c" not in switches:
            count += 1
        self._counts[name] = count
        if "\\s" in switches or "\\h" in switches:
            return None
        form = switches.get("\\*", "")
        write = _FORMATS.get(form) or _FORMATS.get(form.lower())
        return write(count) if write and count >= 0 else None

    def _said(self, one: Field) -> str | None:
        """Return what a reference says now, None where only Word can tell."""
        words, switches = one.arguments()
        start = self._bookmarks.get(words[0].lower()) if words else None
        plain = switches.get("\\*", "").lower() in _KEEPS_LOOK
        if start is None or not plain or switches.keys() - _HARMLESS - _NUMBER_SWITCHES:
            return None
        if switches.keys() & _NUMBER_SWITCHES:
            return self._number(start, alone="\\n" in switches)
        return self._words(start)

    def _number(self, start: Element, *, alone: bool) -> str | None:
        """Return the number of the paragraph a bookmark begins in, without its full stop.

        Unless it is asked for ``alone``, it must be whole: what stands above it is not put before.
        """
        paragraph = next(start.iterancestors(w("p")), None)
        if paragraph is None:
            paragraph = next((one for one in start.itersiblings() if one.tag == w("p")), None)
        label = None if paragraph is None else self.labels.get(paragraph)
        if label is None or not (alone or label.counted.whole):
            return None
        return re.sub(r"\.+$", "", label.text)

    def _words(self, start: Element) -> str | None:
        """Return the words in a bookmark that holds a sequence, which may have changed."""
        key, texts, own = start.get(w("id")), list[str](), False
        for one in start.itersiblings():
            if one.tag == w("bookmarkEnd") and one.get(w("id")) == key:
                return "".join(texts) if own else None
            for text in one.iter(w("t")):
                texts.append(text.text or "")
                own = own or text in self._changed
        return None
