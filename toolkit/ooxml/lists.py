"""Word's own numbers of single paragraphs: begun anew, or taken off."""

from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.definitions import Definitions
from toolkit.ooxml.flow import properties
from toolkit.ooxml.numbering import Numbering
from toolkit.ooxml.stretches import Family, Stretch
from toolkit.ooxml.styles import NumPr, StyleSheet, num_pr
from toolkit.ooxml.tracked import Marker
from toolkit.ooxml.xml import Element, child_val, put_in_order, w

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
    """The lists of one document, for changes that come in the order of its text."""

    def __init__(
        self,
        styles: StyleSheet,
        numbering: Numbering,
        root: Element,
        order: Sequence[Element],
        marker: Marker,
    ) -> None:
        """Take the definitions as read, and where new ones and changes go.

        Args:
            styles: those of the document.
            numbering: its lists as read.
            root: the numbering part, to add new ones to.
            order: all paragraphs.
            marker: marks the changes of paragraphs.
        """
        self._styles = styles
        self._numbering = numbering
        self._definitions = Definitions(root)
        self._order = order
        self._marker = marker
        self._found = [self._list(one) for one in order]
        self._families = self._gathered()
        self._taken: set[int] = set()  # places where another list was begun
        self._stopped: set[int] = set()
        self._passed = 0  # how many places are behind
        self._spent: set[str] = set()  # the uses of lists that they name

    def start(self, at: int, value: int) -> None:
        """Give a paragraph, and those behind it that count on, a list from ``value`` on.

        Where the old list begins anew by itself, as that of an annex does, it is left alone.
        """
        own = self._found[at]
        use = None if own is None else self._numbering.nums.get(own.num or "")
        if own is None or use is None or at in self._stopped:
            return
        family = self._families[use.counters]
        level = self._level(own, self._order[at])
        old = family.split(at)
        firsts = family.firsts(at, old.end)
        end = old.end if old.uses else self._ending(firsts, at, level, old.end)
        key = self._definitions.add_list(old.counters, level, value)
        new = Stretch(at, end, key)
        for num in (num for first, num in firsts if first < end):
            like = old.uses.get(num, num)
            new.uses[num] = self._definitions.add_use(like, key, level, value)
        if not old.uses:
            self._take(sorted(one for num in new.uses for one in family.within(num, at, end)))
        old.start = end
        family.ahead.append(new)

    def stop(self, at: int) -> None:
        """Take a paragraph out of its list; the indent the list gave it becomes its own."""
        own, paragraph = self._found[at], self._order[at]
        if own is None or at in self._stopped:
            return
        self._stopped.add(at)
        indent = self._indent(own, paragraph)
        self._mark(paragraph)
        self._set(paragraph, "0", self._level(own, paragraph))
        if indent is not None:
            put_in_order(properties(paragraph), indent, _BEHIND_INDENT)

    def finish(self) -> None:
        """Write into the paragraphs which lists they are in now; once, at the end."""
        for family in self._families.values():
            for stretch in (*family.done, *family.ahead):
                for old, new in stretch.uses.items():
                    for at in family.within(old, stretch.start, stretch.end):
                        self._name(at, new)

    def _name(self, at: int, num: str) -> None:
        own, paragraph = self._found[at], self._order[at]
        if own is not None and at not in self._stopped:
            self._set(paragraph, num, self._level(own, paragraph))

    def _gathered(self) -> dict[str, Family]:
        places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, one in enumerate(self._found):
            use = None if one is None else self._numbering.nums.get(one.num or "")
            if use is not None:
                places[use.counters][use.id].append(at)
        whole = len(self._order)
        return {key: Family(one, [Stretch(0, whole, key)]) for key, one in places.items()}

    def _ending(self, firsts: list[tuple[int, str]], at: int, level: int, end: int) -> int:
        """Return where a use of the list begins anew by itself, else ``end``."""
        self._pass(at)
        for first, num in firsts:
            anew = any(one <= level for one in self._numbering.nums[num].overrides)
            if first > at and num not in self._spent and anew:
                return first
        return end

    def _pass(self, at: int) -> None:
        """Take note of the uses that begin before a place, and cannot begin anew behind it."""
        for place in range(self._passed, at):
            one = self._found[place]
            if one is not None and one.num and not (place in self._taken or place in self._stopped):
                self._spent.add(one.num)
        self._passed = max(at, self._passed)

    def _take(self, places: Sequence[int]) -> None:
        for place in places:
            self._mark(self._order[place])
        self._taken.update(places)

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
        use, level = self._numbering.nums.get(found.num or ""), self._level(found, paragraph)
        return None if use is None else self._definitions.indent(use.counters, level)

    def _mark(self, paragraph: Element) -> None:
        """Note the properties of a paragraph, before they change, where changes are tracked."""
        own = properties(paragraph)
        if self._marker.tracking is None or own.find(w("pPrChange")) is not None:
            return
        former = deepcopy(own)
        for name in _NOT_HELD:
            for one in former.findall(w(name)):
                former.remove(one)
        own.append(self._marker.mark("pPrChange", former))

    def _set(self, paragraph: Element, num: str, level: int) -> None:
        own = properties(paragraph)
        for one in own.findall(w("numPr")):
            own.remove(one)
        place = len([one for one in own if one.tag in _BEFORE_NUMBER])
        own.insert(place, tag("numPr", val("ilvl", level), val("numId", num)))
