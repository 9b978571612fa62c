"""Reference fields that show another number than what they point to has."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.ooxml.fields import fields
from toolkit.ooxml.levels import Label, Levels
from toolkit.ooxml.opened import Opened
from toolkit.ooxml.pointed import Pointed
from toolkit.ooxml.xml import Element, w

_LONGEST = 40  # characters; what is longer is a title and no number
_HAN = frozenset("一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Stale:
    """A field, in the paragraph of an index: what it shows, and what it would show if updated."""

    paragraph: int
    shown: str
    true: str


def stale_references(opened: Opened) -> tuple[Stale, ...]:
    """Return the REF fields whose number is out of date, in order, before anything is changed.

    Those whose number Word alone can tell are passed over.
    """
    roots = (opened.main, *opened.note_roots)
    if not any(_refers(root) for root in roots):
        return ()
    return tuple(_found(opened, roots))


def _refers(root: Element) -> bool:
    codes = root.iter(w("instrText"), w("fldSimple"))
    return any("REF" in (one.text or one.get(w("instr")) or "") for one in codes)


def _found(opened: Opened, roots: tuple[Element, ...]) -> Iterator[Stale]:
    homes = {home: at for at, one in enumerate(opened.places) for home in one.traced.elements}
    levels = Levels(
        opened.styles, opened.numbering, opened.part("styles"), opened.part("numbering")
    )

    def label_of(paragraph: Element) -> Label | None:
        at = homes.get(paragraph)
        shown = None if at is None else opened.places[at].traced.record.label
        counted = levels.of(paragraph) if shown else None
        return Label(shown, counted) if shown and counted else None

    pointed = Pointed(roots, label_of)
    for root in roots:
        for one in fields(root):
            if one.name != "REF" or one.nested or not one.result:
                continue
            said = pointed.said(one)
            home = next(one.result[0].iterancestors(w("p")), None)
            if said is None or home not in homes or not _is_number(said[0]):
                continue
            if _plain(said[0]) != _plain(one.shown):
                yield Stale(homes[home], one.shown.strip(), said[0].strip())


def _is_number(words: str) -> bool:
    return 0 < len(words) <= _LONGEST and any(one.isdecimal() or one in _HAN for one in words)


def _plain(words: str) -> str:
    return "".join(words.split())
