"""Word's own numbers of single paragraphs: begun anew, or taken off."""

from collections.abc import Sequence
from copy import deepcopy

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.flow import properties
from toolkit.ooxml.numbering import Numbering
from toolkit.ooxml.styles import NumPr, StyleSheet, num_pr
from toolkit.ooxml.tracked import Marker
from toolkit.ooxml.xml import Element, as_number, child_val, put_in_order, w

_BEFORE_NUMBER = frozenset(
    map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
)
_BEHIND_INDENT = frozenset(
    map(
        w,
        (
            "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
            "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
            "sectPr", "pPrChange",
        ),
    )
)  # fmt: skip
_NOT_HELD = ("rPr", "sectPr", "pPrChange")


class Lists:
    """The lists of one document, for changes."""

    def __init__(self, styles: StyleSheet, numbering: Numbering, root: Element) -> None:
        """Take the definitions as read, and ``root``, the numbering part to add new ones to."""
        self._styles = styles
        self._nums = {key: one.counters for key, one in numbering.nums.items()}
        self._anew = {key: frozenset(one.overrides) for key, one in numbering.nums.items()}
        self._numbering = numbering
        self._root = root

    def start(self, order: Sequence[Element], at: int, value: int, marker: Marker) -> None:
        """Give a paragraph, and those behind it that count on, a list from ``value`` on.

        Where the old list begins anew by itself, as that of an annex does, it is left alone.
        """
        own = self._list(order[at])
        if own is None or own.num not in self._nums:
            return
        counters, level = self._nums[own.num], self._level(own, order[at])
        spent = {found.num for one in order[: at + 1] if (found := self._list(one)) is not None}
        key = self._begin(counters, level, value)
        new: dict[str, str] = {}
        for one in order[at:]:
            other = self._list(one)
            if other is None or not other.num or self._nums.get(other.num) != counters:
                continue
            if other.num not in spent and any(n <= level for n in self._anew[other.num]):
                return
            if other.num not in new:
                new[other.num] = self._like(other.num, key, level, value)
            self._set(one, new[other.num], self._level(other, one), marker)

    def stop(self, paragraph: Element, marker: Marker) -> None:
        """Take a paragraph out of its list; the indent the list gave it becomes its own."""
        own = self._list(paragraph)
        if own is None:
            return
        indent = self._indent(own, paragraph)
        self._set(paragraph, "0", self._level(own, paragraph), marker)
        if indent is not None:
            into = properties(paragraph)
            put_in_order(into, indent, _BEHIND_INDENT)

    def _list(self, paragraph: Element) -> NumPr | None:
        ppr = paragraph.find(w("pPr"))
        own, inherited = num_pr(ppr), self._styles.num_pr(child_val(ppr, "pStyle"))
        found = own or inherited
        if own is not None and inherited is not None and own.num is None:
            found = NumPr(inherited.num, own.level)
        return None if found is None or found.num in (None, "0") else found

    def _level(self, found: NumPr, paragraph: Element) -> int:
        if found.level is not None:
            return found.level
        style = child_val(paragraph.find(w("pPr")), "pStyle") or self._styles.default
        return self._numbering.level_of_style(found.num or "", style) or 0

    def _indent(self, found: NumPr, paragraph: Element) -> Element | None:
        """Return a copy of the indent that only the list gives a paragraph."""
        if paragraph.find(f"{w('pPr')}/{w('ind')}") is not None:
            return None
        level = self._level(found, paragraph)
        abstract = self._abstract(self._nums.get(found.num or "", ""))
        for one in () if abstract is None else abstract.findall(w("lvl")):
            indent = one.find(f"{w('pPr')}/{w('ind')}")
            if as_number(one.get(w("ilvl"))) == level and indent is not None:
                return deepcopy(indent)
        return None

    def _abstract(self, key: str) -> Element | None:
        every = self._root.findall(w("abstractNum"))
        return next((one for one in every if one.get(w("abstractNumId")) == key), None)

    def _begin(self, counters: str, level: int, value: int) -> str:
        """Add a list like ``counters`` with counters of its own.

        Programs differ in what a list that only overrides a start does to the others that share
        its counters, so the new one shares none.
        """
        abstracts = self._root.findall(w("abstractNum"))
        key = _free(abstracts, "abstractNumId")
        old = self._abstract(counters)
        new = tag("abstractNum") if old is None else deepcopy(old)
        new.set(w("abstractNumId"), str(key))
        for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"):
            for one in new.findall(w(name)):
                new.remove(one)
        new.insert(0, val("nsid", f"{0x5E000000 + key:08X}"))
        for one in new.findall(w("lvl")):
            _settle(one, level, value)
        _put_behind(self._root, abstracts, new)
        return str(key)

    def _like(self, num: str, key: str, level: int, value: int) -> str:
        """Add a use of the list ``key`` that differs from it as ``num`` does from its own.

        Levels down to ``level`` have begun already, and do not begin once more.
        """
        nums = self._root.findall(w("num"))
        number = str(max(_free(nums, "numId"), 1))
        old = next((one for one in nums if one.get(w("numId")) == num), None)
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
        _put_behind(self._root, nums or self._root.findall(w("abstractNum")), new)
        self._nums[number], self._anew[number] = key, frozenset()
        return number

    def _set(self, paragraph: Element, num: str, level: int, marker: Marker) -> None:
        own = properties(paragraph)
        if marker.tracking is not None and own.find(w("pPrChange")) is None:
            former = deepcopy(own)
            for name in _NOT_HELD:
                for one in former.findall(w(name)):
                    former.remove(one)
            own.append(marker.mark("pPrChange", former))
        for one in own.findall(w("numPr")):
            own.remove(one)
        place = len([one for one in own if one.tag in _BEFORE_NUMBER])
        own.insert(place, tag("numPr", val("ilvl", level), val("numId", num)))


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


def _put_behind(root: Element, before: list[Element], new: Element) -> None:
    if before:
        before[-1].addnext(new)
    else:
        root.insert(len(root.findall(w("numPicBullet"))), new)
