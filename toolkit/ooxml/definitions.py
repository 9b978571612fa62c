"""The numbering part of a file, to which lists are added."""

from copy import deepcopy

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.xml import Element, as_number, w


class Definitions:
    """Lists (``w:abstractNum``) and their uses (``w:num``) by their keys, the first of each key."""

    def __init__(self, root: Element) -> None:
        """Take the root of the numbering part, which is changed in place."""
        self._root = root
        self._lists = root.findall(w("abstractNum"))
        self._uses = root.findall(w("num"))
        self._list_of = _by_key(self._lists, "abstractNumId")
        self._use_of = _by_key(self._uses, "numId")
        self._free_list = _free(self._lists, "abstractNumId")
        self._free_use = max(_free(self._uses, "numId"), 1)

    def indent(self, key: str, level: int) -> Element | None:
        """Return a copy of the indent of a level of the list ``key``, None where it has none."""
        found = self._list_of.get(key)
        for one in () if found is None else found.findall(w("lvl")):
            indent = one.find(f"{w('pPr')}/{w('ind')}")
            if as_number(one.get(w("ilvl"))) == level and indent is not None:
                return deepcopy(indent)
        return None

    def add_list(self, like: str, level: int, value: int) -> str:
        """Add a list like another with counters of its own; ``level`` begins with ``value``.

        Programs differ in what a list that only overrides a start does to the others that share
        its counters, so the new one shares none.
        """
        key, self._free_list = self._free_list, self._free_list + 1
        old = self._list_of.get(like)
        new = tag("abstractNum") if old is None else deepcopy(old)
        new.set(w("abstractNumId"), str(key))
        for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"):
            for one in new.findall(w(name)):
                new.remove(one)
        new.insert(0, val("nsid", f"{0x5E000000 + key:08X}"))
        for one in new.findall(w("lvl")):
            _settle(one, level, value)
        self._put(new, self._lists)
        self._lists.append(new)
        self._list_of[str(key)] = new
        return str(key)

    def add_use(self, like: str, key: str, level: int, value: int) -> str:
        """Add a use of the list ``key`` that differs from it as ``like`` does from its own.

        Levels down to ``level`` have begun already, and do not begin once more.
        """
        number, self._free_use = str(self._free_use), self._free_use + 1
        old = self._use_of.get(like)
        new = tag("num", val("abstractNumId", 0)) if old is None else deepcopy(old)
        new.set(w("numId"), number)
        for one in new.findall(w("abstractNumId")):
            one.set(w("val"), key)
        for override in new.findall(w("lvlOverride")):
            begun = (as_number(override.get(w("ilvl"))) or 0) <= level
            for one in override.findall(w("startOverride")) if begun else ():
                override.remove(one)
            for one in override.findall(w("lvl")):
                _settle(one, level, value)
        self._put(new, self._uses or self._lists)
        self._uses.append(new)
        self._use_of[number] = new
        return number

    def _put(self, new: Element, before: list[Element]) -> None:
        if before:
            before[-1].addnext(new)
        else:
            self._root.insert(len(self._root.findall(w("numPicBullet"))), new)


def _by_key(parts: list[Element], attribute: str) -> dict[str | None, Element]:
    return {one.get(w(attribute)): one for one in reversed(parts)}


def _free(parts: list[Element], attribute: str) -> int:
    taken = [as_number(one.get(w(attribute))) for one in parts]
    return max([one + 1 for one in taken if one is not None], default=0)


def _settle(one: Element, level: int, value: int) -> None:
    """Take the styles off a level, and let it begin with ``value`` where it is ``level``."""
    for linked in one.findall(w("pStyle")):
        one.remove(linked)
    if as_number(one.get(w("ilvl"))) == level:
        _start_at(one, value)


def _start_at(level: Element, value: int) -> None:
    start = level.find(w("start"))
    if start is None:
        level.insert(0, val("start", value))
    else:
        start.set(w("val"), str(value))
