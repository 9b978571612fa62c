"""Which level of which list counts a paragraph, as elements of Word."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.ooxml.numbering import Numbering
from toolkit.ooxml.styles import NumPr, StyleSheet, num_pr
from toolkit.ooxml.xml import Element, as_number, child_val, w


@dataclass(frozen=True, slots=True)
class Counted:
    """The ``w:lvl`` that counts a paragraph, its format, and which layer names the list.

    ``whole`` is true where the label alone says which paragraph is meant: on the first level, and
    where it prints the levels above. ``styles`` are the style elements of the paragraph, the
    farthest first; ``named_by`` the place of the one that names the list, None where the paragraph
    does.
    """

    level: Element
    number_format: str
    whole: bool
    suffix: str
    align: str
    styles: tuple[Element, ...]
    named_by: int | None


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is seen, and what counts it."""

    text: str
    counted: Counted


@dataclass(slots=True)
class Levels:
    """Finds levels in one document."""

    sheet: StyleSheet
    numbering: Numbering
    styles_root: Element | None
    root: Element | None
    _styles: Mapping[str, Element] = field(init=False)
    _levels: dict[tuple[str, int], Element | None] = field(init=False)

    def __post_init__(self) -> None:
        self._levels = {}
        every = () if self.styles_root is None else self.styles_root.iter(w("style"))
        self._styles = {one.get(w("styleId"), ""): one for one in every}

    def of(self, paragraph: Element) -> Counted | None:
        """Return what counts a paragraph, None where nothing does."""
        own = paragraph.find(w("pPr"))
        style = child_val(own, "pStyle")
        direct, inherited = num_pr(own), self.sheet.num_pr(style)
        found = self._list(direct, inherited)
        if found is None or found.num in (None, "0"):
            return None
        num = self.numbering.nums.get(found.num or "")
        if num is None:
            return None
        index = found.level
        if index is None:
            index = self.numbering.level_of_style(num.id, style or self.sheet.default) or 0
        element, level = self._element(num.id, num.counters, index), num.levels.get(index)
        if element is None or level is None:
            return None
        chain = [one.id for one in reversed(self.sheet.chain(style))]
        return Counted(
            level=element,
            number_format=level.number_format,
            whole=index == 0 or "%1" in level.text,
            suffix=level.suffix,
            align=child_val(element, "lvlJc") or "left",
            styles=tuple(self._styles[one] for one in chain if one in self._styles),
            named_by=None if direct is not None else self._named_by(chain),
        )

    def inherits(self, paragraph: Element) -> bool:
        """Return whether a style alone would count a paragraph."""
        inherited = self.sheet.num_pr(child_val(paragraph.find(w("pPr")), "pStyle"))
        return inherited is not None and inherited.num not in (None, "0")

    def _list(self, direct: NumPr | None, inherited: NumPr | None) -> NumPr | None:
        if direct is None or inherited is None:
            return direct or inherited
        return NumPr(inherited.num, direct.level) if direct.num is None else direct

    def _named_by(self, chain: list[str]) -> int | None:
        for place in range(len(chain) - 1, -1, -1):
            one = self.sheet.styles[chain[place]].num_pr
            if one is not None and one.num is not None:
                return place
        return None

    def _element(self, num: str, abstract: str, index: int) -> Element | None:
        if (num, index) not in self._levels:
            self._levels[num, index] = self._find(num, abstract, index)
        return self._levels[num, index]

    def _find(self, num: str, abstract: str, index: int) -> Element | None:
        if self.root is None:
            return None
        for use in self.root.findall(w("num")):
            if use.get(w("numId")) != num:
                continue
            for over in use.findall(w("lvlOverride")):
                own = over.find(w("lvl"))
                if own is not None and as_number(over.get(w("ilvl"))) == index:
                    return own
        for one in self.root.findall(w("abstractNum")):
            if one.get(w("abstractNumId")) == abstract:
                every = one.findall(w("lvl"))
                return next((lvl for lvl in every if as_number(lvl.get(w("ilvl"))) == index), None)
        return None
