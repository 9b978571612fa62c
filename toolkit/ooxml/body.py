"""A walk over the paragraphs and tables of a part, through every container Word knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.ooxml.cells import columns_before, merged_cells
from toolkit.ooxml.inline import Inline, Line, Setting
from toolkit.ooxml.numbering import Labels
from toolkit.ooxml.records import Item, Paragraph, Table
from toolkit.ooxml.styles import NumPr, list_of
from toolkit.ooxml.xml import VAL, Element, as_number, elements, first_child, local, mc, w

_P = w("p")
_TBL = w("tbl")
_P_PR = w("pPr")
_R_PR = w("rPr")
_P_STYLE = w("pStyle")
_NUM_PR = w("numPr")
_OUTLINE = w("outlineLvl")
_CHANGE = w("pPrChange")
_ALTERNATE = mc("AlternateContent")
# A paragraph's mark that a tracked change takes away joins the paragraph to the next.
_GONE = frozenset({w("del"), w("moveFrom")})
_UNMADE = frozenset({w("ins"), w("moveTo")})
_MAX_DEPTH = 40  # of tables, text boxes and containers in one another
_ROW = ("trPr", "ins", "del")  # where the properties of a row say that it came or went
_CELL = ("tcPr", "cellIns", "cellDel")
_SKIPPED = frozenset({"sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx"})


@dataclass(slots=True)
class Tally:
    """What was seen that a model of words does not keep."""

    paragraphs: int = 0
    pictures: int = 0


class Said(NamedTuple):
    """What the properties of a paragraph say themselves; None where they say nothing.

    ``mark`` holds the properties of its mark, ``change`` those before a tracked change.
    """

    style: str | None = None
    list: NumPr | None = None
    outline: int | None = None
    mark: Element | None = None
    change: Element | None = None


_NOTHING_SAID = Said()


def said(paragraph: Element) -> Said:
    """Read the properties of a paragraph that count, in one pass."""
    properties = first_child(paragraph, _P_PR)
    return _NOTHING_SAID if properties is None else _read(properties)


def _read(properties: Element) -> Said:
    style, own, outline, mark, change = _NOTHING_SAID
    for one in properties:
        tag = one.tag
        if tag == _P_STYLE:
            style = one.get(VAL)
        elif tag == _NUM_PR:
            own = list_of(one)
        elif tag == _OUTLINE:
            outline = as_number(one.get(VAL))
        elif tag == _R_PR:
            mark = one
        elif tag == _CHANGE:
            change = one
    return Said(style, own, outline, mark, change)


class Walk:
    """One pass over a part, in reading order.

    Text boxes follow the paragraph they are anchored in. A paragraph whose mark is deleted by a
    tracked change is joined to the next one and takes no number.
    """

    def __init__(self, setting: Setting, labels: Labels) -> None:
        self._setting = setting
        self._labels = labels
        self._inline = Inline(setting)
        self.tally = Tally()

    def items(self, container: Element) -> Iterator[Item]:
        """Yield the paragraphs and tables of a container; empty ones too."""
        self._inline.begin()
        yield from self._items(container, 0)

    def _items(self, container: Element, depth: int, *, boxed: bool = False) -> Iterator[Item]:
        line = Line()
        last: Said | None = None
        for child in self._flat(container, depth):
            if child.tag == _TBL:
                if last is not None:
                    yield from self._close(last, line, depth, boxed=boxed)
                    line, last = Line(), None
                yield self._table(child, depth)
                continue
            last = said(child)
            self._hear(child, line, last)
            if not self._joins_next(last):
                yield from self._close(last, line, depth, boxed=boxed)
                line, last = Line(), None
        if last is not None:
            yield from self._close(last, line, depth, boxed=boxed)

    def _flat(self, container: Element, depth: int) -> Iterator[Element]:
        """Yield paragraphs and tables, through content controls and whatever else wraps them."""
        if depth > _MAX_DEPTH:
            yield from container.iter(_P)
            return
        for child in elements(container):
            tag = child.tag
            if tag in (_P, _TBL):
                yield child
            elif tag == _ALTERNATE:
                yield from self._flat(_chosen(child), depth + 1)
            elif local(child) not in _SKIPPED and tag not in self._setting.skipped:
                yield from self._flat(child, depth + 1)

    def _hear(self, element: Element, line: Line, own: Said) -> None:
        self._inline.walk(element, line, own.style)

    def _joins_next(self, own: Said) -> bool:
        if own.mark is None:
            return False
        gone = _UNMADE if self._setting.original else _GONE
        return any(one.tag in gone for one in own.mark)

    def _close(self, own: Said, line: Line, depth: int, *, boxed: bool) -> Iterator[Item]:
        yield self._paragraph(own, line, boxed=boxed)
        self.tally.pictures += line.pictures - len(line.boxes)
        for box in line.boxes:
            if depth < _MAX_DEPTH:
                yield from self._items(box, depth + 1, boxed=True)

    def _paragraph(self, own: Said, line: Line, *, boxed: bool) -> Paragraph:
        if self._setting.original and own.change is not None:
            before = first_child(own.change, _P_PR)
            own = own if before is None else _read(before)
        styles = self._setting.styles
        look = styles.look(own.style)
        self.tally.paragraphs += line.letters
        return Paragraph(
            text=line.text,
            style=look.name,
            meaning=look.meaning,
            outline=look.outline if own.outline is None else own.outline,
            label=self._labels.next(_list(own.list, look.num_pr), own.style or styles.default),
            bold=line.letters and line.all_bold,
            stretches=tuple(line.stretches),
            notes=tuple(line.notes),
            boxed=boxed,
            ordinal=self.tally.paragraphs,
        )

    def _table(self, table: Element, depth: int) -> Table:
        parts = [
            (row, [one for one in self._parts(row, "tc", depth) if not self._is_gone(one, *_CELL)])
            for row in self._parts(table, "tr", depth)
            if not self._is_gone(row, *_ROW)
        ]
        parts = [(row, cells) for row, cells in parts if cells]
        rows = tuple(
            ((),) * bool(columns_before(row)) + tuple(self._cell(cell, depth) for cell in cells)
            for row, cells in parts
        )
        return Table(rows, self.tally.paragraphs, tuple(merged_cells(parts)))

    def _parts(self, parent: Element, name: str, depth: int) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, through content controls."""
        if depth > _MAX_DEPTH:
            return
        tag = w(name)
        for child in elements(parent):
            if child.tag == tag:
                yield child
            elif local(child) not in _SKIPPED and child.tag not in self._setting.skipped:
                yield from self._parts(child, name, depth + 1)

    def _is_gone(self, part: Element, properties: str, inserted: str, deleted: str) -> bool:
        """Return whether a tracked change takes a row or cell out of what is read."""
        own = first_child(part, w(properties))
        change = inserted if self._setting.original else deleted
        return own is not None and first_child(own, w(change)) is not None

    def _cell(self, cell: Element, depth: int) -> tuple[Paragraph, ...]:
        found: list[Paragraph] = []
        for item in self._items(cell, depth + 1):
            found.extend((item,) if isinstance(item, Paragraph) else item.paragraphs())
        return tuple(found)


def _list(own: NumPr | None, inherited: NumPr | None) -> NumPr | None:
    """Return the list a paragraph is in: its own word on it, filled in by its style's."""
    if own is None or inherited is None:
        return own or inherited
    return NumPr(inherited.num, own.level) if own.num is None else own


def _chosen(alternatives: Element) -> Element:
    """Return the first form that has words, else the element itself, which then has none."""
    for form in elements(alternatives):
        if next(form.iter(w("t")), None) is not None:
            return form
    return alternatives
