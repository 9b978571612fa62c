"""The level of a heading with a label: by its numeral, its mark-up, or what stands around it."""

from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import Label, Shape, System
from toolkit.structure.items import ItemStack
from toolkit.structure.marking import Marked, heading_words, looks_set
from toolkit.structure.para import Role
from toolkit.structure.trail import Trail

_CHAPTER: Final = (System.ROMAN_UPPER, System.HAN)


class Levels:
    """Judges labels by the headings and lists that stand open."""

    def __init__(self, trail: Trail, items: ItemStack, language: Language) -> None:
        self._trail = trail
        self._items = items
        self._language = language

    def of(
        self, one: Marked, *, below: int | None, number: int | None, opens: bool
    ) -> tuple[Label, int] | None:
        """Return the reading and level of a heading's label, None when it is no heading.

        Args:
            one: what may be a heading.
            below: the figure of the numbered paragraph right below it.
            number: the figure of the last numbered paragraph.
            opens: whether what stands before it ends with a colon.
        """
        para, text = one.para, one.rest.text
        marked = para.role is Role.HEADING
        if not one.labels or not (heading_words(text, self._language) or not text or marked):
            return None
        for label in one.labels:
            if label.shape is Shape.CHAPTER:
                return label, 1
        options = [(label, 1) for label in one.labels if _is(label, *_CHAPTER)]
        options += [(label, 2) for label in one.labels if _is(label, System.LETTER_UPPER)]
        if options:
            return min(options, key=self._distance)
        if not heading_words(text, self._language) or opens:
            return None
        return self._lower_level(one) if looks_set(para) else self._set_off(one, below, number)

    def _set_off(
        self, one: Marked, below: int | None, number: int | None
    ) -> tuple[Label, int] | None:
        """Return the level of a bare "1. Lamps" or "（一）灯具" that stands between paragraphs.

        The paragraph below it must be the next of the series that runs through the text, which it
        is not of itself, and it must be the next heading of its own kind.
        """
        if number is None or below != number + 1 or one.para.role is not None:
            return None
        figure = one.reading(System.ARABIC, shape=Shape.DOT)
        label = figure or one.reading(System.HAN, shape=Shape.BRACKETS)
        if label is None or label.value in (None, below) or self._items.goes_on(label):
            return None
        level = self._trail.figure_level()
        due = self._trail.value_at(level) + 1
        return (label, level) if label.value == due else None

    def _lower_level(self, one: Marked) -> tuple[Label, int] | None:
        """Return the level of "1.", "(a)" and "(i)" where mark-up says that they head something."""
        figure = one.reading(System.ARABIC, shape=Shape.DOT)
        if figure is not None:
            return figure, self._trail.figure_level()
        if one.para.role is not Role.HEADING:
            return None
        third = one.reading(System.LETTER_LOWER, shape=Shape.BRACKETS)
        fourth = one.reading(System.ROMAN_LOWER, System.HAN, shape=Shape.BRACKETS)
        if third is not None and (fourth is None or third.value == self._trail.value_at(4) + 1):
            return third, 4
        return (fourth, 5) if fourth is not None else None

    def _distance(self, option: tuple[Label, int]) -> tuple[int, int]:
        label, level = option
        return abs((label.value or 0) - self._trail.value_at(level) - 1), level


def _is(label: Label, *systems: System) -> bool:
    return label.shape is Shape.DOT and label.system in systems
