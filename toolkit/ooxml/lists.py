"""Word's own numbers of single paragraphs: begun anew, or taken off."""

from collections.abc import Iterable
from copy import deepcopy

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.flow import properties
from toolkit.ooxml.numbering import Numbering
from toolkit.ooxml.runs import Marker
from toolkit.ooxml.styles import NumPr, StyleSheet, num_pr
from toolkit.ooxml.xml import Element, as_number, child_val, w

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
        self._numbering = numbering
        self._root = root

    def start(
        self, paragraph: Element, following: Iterable[Element], value: int, marker: Marker
    ) -> None:
        """Give a paragraph, and those of its list among ``following``, a list from ``value`` on."""
        own = self._list(paragraph)
        if own is None or own.num not in self._nums:
            return
        counters = self._nums[own.num]
        new = self._begin(counters, self._level(own, paragraph), value)
        self._nums[new] = new
        self._set(paragraph, new, self._level(own, paragraph), marker)
        for one in following:
            other = self._list(one)
            if other is not None and other.num and self._nums.get(other.num) == counters:
                self._set(one, new, self._level(other, one), marker)

    def stop(self, paragraph: Element, marker: Marker) -> None:
        """Take a paragraph out of its list; the indent the list gave it becomes its own."""
        own = self._list(paragraph)
        if own is None:
            return
        indent = self._indent(own, paragraph)
        self._set(paragraph, "0", self._level(own, paragraph), marker)
        if indent is not None:
            into = properties(paragraph)
            behind = next((one for one in into if one.tag in _BEHIND_INDENT), None)
            if behind is None:
                into.append(indent)
            else:
                behind.addprevious(indent)

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
        abstracts, nums = self._root.findall(w("abstractNum")), self._root.findall(w("num"))
        key = _free(abstracts, "abstractNumId")
        number = max(_free(nums, "numId"), 1)
        old = self._abstract(counters)
        new = tag("abstractNum") if old is None else deepcopy(old)
        new.set(w("abstractNumId"), str(key))
        for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"):
            for one in new.findall(w(name)):
                new.remove(one)
        new.insert(0, val("nsid", f"{0x5E000000 + key:08X}"))
        for one in new.findall(w("lvl")):
            for linked in one.findall(w("pStyle")):
                one.remove(linked)
            if as_number(one.get(w("ilvl"))) == level:
                _start_at(one, value)
        _put_behind(self._root, abstracts, new)
        num = tag("num", val("abstractNumId", key), numId=number)
        _put_behind(self._root, nums or [new], num)
        self._nums[str(number)] = str(number)
        return str(number)

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
