"""Word's automatic numbers: from ``numbering.xml`` to the label a reader sees."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from toolkit.ooxml.formats import show
from toolkit.ooxml.styles import NumPr, StyleSheet
from toolkit.ooxml.xml import Element, as_number, child_number, child_val, switch, w

_LEVELS = 9
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list.

    ``text`` is the pattern ("%1."), ``restart`` the level number (from 1) whose step restarts
    this one: None for every higher level, 0 for never.
    """

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Num:
    """One use of a list.

    ``counters`` names the abstract list whose counters it shares, ``overrides`` the numbers it
    starts with, by level.
    """

    id: str
    counters: str
    levels: Mapping[int, Level]
    overrides: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document, by ``w:numId``."""

    nums: Mapping[str, Num] = field(default_factory=dict)

    def level_of_style(self, num: str, style_id: str | None) -> int | None:
        """Return the level of a list that belongs to a paragraph style, None without one."""
        entry = self.nums.get(num)
        for index, level in () if entry is None else entry.levels.items():
            if style_id and level.style == style_id:
                return index
        return None


def parse_numbering(root: Element | None, styles: StyleSheet) -> Numbering:
    """Read ``word/numbering.xml``; empty for None."""
    if root is None:
        return Numbering()
    abstract = {one.get(w("abstractNumId"), ""): one for one in root.iter(w("abstractNum"))}
    elements = {one.get(w("numId"), ""): one for one in root.iter(w("num"))}
    nums = {key: _num(key, one, abstract, elements, styles) for key, one in elements.items()}
    return Numbering(nums)


def _num(
    key: str,
    element: Element,
    abstract: Mapping[str, Element],
    elements: Mapping[str, Element],
    styles: StyleSheet,
) -> Num:
    counters = _follow(child_val(element, "abstractNumId") or "", abstract, elements, styles)
    levels = _levels(abstract.get(counters))
    overrides: dict[int, int] = {}
    for override in element.iter(w("lvlOverride")):
        index = as_number(override.get(w("ilvl")))
        if index is None or not 0 <= index < _LEVELS:
            continue
        own = override.find(w("lvl"))
        if own is not None:
            levels[index] = _level(own)
        start = child_number(override, "startOverride")
        if start is not None:
            overrides[index] = start
            levels[index] = replace(levels.get(index, Level()), start=start)
    return Num(id=key, counters=counters, levels=levels, overrides=overrides)


def _follow(
    key: str,
    abstract: Mapping[str, Element],
    elements: Mapping[str, Element],
    styles: StyleSheet,
) -> str:
    """Return the abstract list that really holds the levels.

    A list may only name a list style (``numStyleLink``), which another defines (``styleLink``).
    """
    link = child_val(abstract.get(key), "numStyleLink")
    if not link:
        return key
    for other, element in abstract.items():
        if child_val(element, "styleLink") == link:
            return other
    style = styles.styles.get(link)
    num = elements.get(style.num_pr.num or "") if style and style.num_pr else None
    return child_val(num, "abstractNumId") or key


def _levels(abstract: Element | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in () if abstract is None else abstract.findall(w("lvl")):
        index = as_number(element.get(w("ilvl")))
        if index is not None and 0 <= index < _LEVELS:
            found.setdefault(index, _level(element))
    return found


def _level(element: Element) -> Level:
    start = child_number(element, "start")
    return Level(
        number_format=_format(element),
        text=child_val(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=child_number(element, "lvlRestart"),
        legal=bool(switch(element, "isLgl")),
        suffix=child_val(element, "suff") or "tab",
        style=child_val(element, "pStyle"),
    )


def _format(element: Element) -> str:
    """Return the number format; a newer one stands in ``mc:Choice`` beside a plain one."""
    found = [one.get(w("val"), "decimal") for one in element.iter(w("numFmt"))]
    custom = [one.get(w("format"), "") for one in element.iter(w("numFmt"))]
    if any(one.startswith("0") for one in custom):
        return next(one for one in custom if one.startswith("0"))
    return next((one for one in reversed(found) if one != "custom"), "decimal")


class Labels:
    """Counts as Word does while a document is walked from its beginning to its end."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def next(self, num_pr: NumPr | None, style_id: str | None) -> str | None:
        """Count one paragraph and return its label; None when it is in no list.

        A bullet's label is its own sign, that of a symbol font "•"; a level that shows nothing
        gives "".
        """
        if num_pr is None or num_pr.num in (None, "0"):
            return None
        num = self._numbering.nums.get(num_pr.num or "")
        if num is None:
            return None
        index = self._index(num, num_pr.level, style_id)
        level = num.levels.get(index)
        if level is None:
            return None
        counts = self._step(num, index)
        if level.number_format == "bullet":
            return "".join("•" if _is_private(one) else one for one in level.text)
        return _fill(level, num, counts)

    def _index(self, num: Num, level: int | None, style_id: str | None) -> int:
        own = self._numbering.level_of_style(num.id, style_id) if level is None else level
        return min(max(own or 0, 0), _LEVELS - 1)

    def _step(self, num: Num, index: int) -> Mapping[int, int]:
        counts = self._counts.setdefault(num.counters, {})
        for upper in range(index):
            self._override(num, upper, counts)
            if upper not in counts:
                counts[upper] = num.levels.get(upper, Level()).start
        if self._override(num, index, counts):
            counts[index] = num.overrides[index]
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = num.levels[index].start
        for lower in [one for one in counts if one > index]:
            if _restarts(num.levels.get(lower, Level()), index):
                del counts[lower]
        return counts

    def _override(self, num: Num, index: int, counts: dict[int, int]) -> bool:
        """Return whether a list's own start counts now: once for each list and level."""
        if index not in num.overrides or (num.id, index) in self._overridden:
            return False
        self._overridden.add((num.id, index))
        counts.pop(index, None)
        return True


def _is_private(character: str) -> bool:
    """Return whether a character means something in a symbol font only."""
    return "\ue000" <= character <= "\uf8ff"


def _restarts(level: Level, stepped: int) -> bool:
    return level.restart is None or (level.restart > 0 and stepped < level.restart)


def _fill(level: Level, num: Num, counts: Mapping[int, int]) -> str:
    def shown(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        one = num.levels.get(index, Level())
        plain = level.legal and one.number_format != "none"
        return show(counts.get(index, one.start), "decimal" if plain else one.number_format)

    return _PLACE.sub(shown, level.text)
