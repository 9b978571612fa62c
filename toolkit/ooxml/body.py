"""A walk over the paragraphs and tables of a part, through every container Word knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.ooxml.inline import Inline, Line, Setting
from toolkit.ooxml.numbering import Labels
from toolkit.ooxml.records import Item, Paragraph, Table
from toolkit.ooxml.styles import NumPr, num_pr
from toolkit.ooxml.xml import Element, child_number, child_val, elements, local, mc, w

_MAX_DEPTH = 40  # of tables, text boxes and containers in one another
_SKIPPED = frozenset({"sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx"})


@dataclass(slots=True)
class Tally:
    """What was seen that a model of words does not keep."""

    paragraphs: int = 0
    pictures: int = 0


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
        yield from self._items(container, 0)

    def _items(self, container: Element, depth: int, *, boxed: bool = False) -> Iterator[Item]:
        line = Line()
        last: Element | None = None
        for child in self._flat(container, depth):
            if local(child) == "tbl":
                if last is not None:
                    yield from self._close(last, line, depth, boxed=boxed)
                    line, last = Line(), None
                yield self._table(child, depth)
                continue
            self._inline.walk(child, line)
            last = child
            if not self._joins_next(child):
                yield from self._close(child, line, depth, boxed=boxed)
                line, last = Line(), None
        if last is not None:
            yield from self._close(last, line, depth, boxed=boxed)

    def _flat(self, container: Element, depth: int) -> Iterator[Element]:
        """Yield paragraphs and tables, through content controls and whatever else wraps them."""
        if depth > _MAX_DEPTH:
            yield from container.iter(w("p"))
            return
        for child in elements(container):
            name = local(child)
            if name in ("p", "tbl") and child.tag == w(name):
                yield child
            elif child.tag == mc("AlternateContent"):
                yield from self._flat(_chosen(child), depth + 1)
            elif name not in _SKIPPED and child.tag not in self._setting.skipped:
                yield from self._flat(child, depth + 1)

    def _joins_next(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is None:
            return False
        gone = ("ins", "moveTo") if self._setting.original else ("del", "moveFrom")
        return any(mark.find(w(name)) is not None for name in gone)

    def _close(self, element: Element, line: Line, depth: int, *, boxed: bool) -> Iterator[Item]:
        yield self._paragraph(element, line, boxed=boxed)
        self.tally.pictures += line.pictures - len(line.boxes)
        for box in line.boxes:
            if depth < _MAX_DEPTH:
                yield from self._items(box, depth + 1, boxed=True)

    def _paragraph(self, element: Element, line: Line, *, boxed: bool) -> Paragraph:
        ppr = self._properties(element)
        style = child_val(ppr, "pStyle")
        styles = self._setting.styles
        outline = child_number(ppr, "outlineLvl")
        self.tally.paragraphs += line.letters
        return Paragraph(
            text=line.text,
            style=styles.name(style),
            meaning=styles.meaning(style),
            outline=styles.outline(style) if outline is None else outline,
            label=self._labels.next(self._list(ppr, style), style or styles.default),
            bold=line.letters and line.all_bold,
            stretches=tuple(line.stretches),
            notes=tuple(line.notes),
            boxed=boxed,
            ordinal=self.tally.paragraphs,
        )

    def _properties(self, paragraph: Element) -> Element | None:
        """Return the properties that count: those before a tracked change of them, or after."""
        before = paragraph.find(f"{w('pPr')}/{w('pPrChange')}/{w('pPr')}")
        if self._setting.original and before is not None:
            return before
        return paragraph.find(w("pPr"))

    def _list(self, ppr: Element | None, style: str | None) -> NumPr | None:
        """Return the list a paragraph is in: its own word on it, filled in by its style's."""
        own, inherited = num_pr(ppr), self._setting.styles.num_pr(style)
        if own is None or inherited is None:
            return own or inherited
        if own.num is None:
            return NumPr(inherited.num, own.level)
        return own

    def _table(self, table: Element, depth: int) -> Table:
        rows = tuple(
            tuple(
                self._cell(cell, depth)
                for cell in self._parts(row, "tc", depth)
                if not self._is_gone(cell, "tcPr", "cellIns", "cellDel")
            )
            for row in self._parts(table, "tr", depth)
            if not self._is_gone(row, "trPr", "ins", "del")
        )
        return Table(tuple(row for row in rows if row), self.tally.paragraphs)

    def _parts(self, parent: Element, name: str, depth: int) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, through content controls."""
        if depth > _MAX_DEPTH:
            return
        for child in elements(parent):
            if child.tag == w(name):
                yield child
            elif local(child) not in _SKIPPED and child.tag not in self._setting.skipped:
                yield from self._parts(child, name, depth + 1)

    def _is_gone(self, part: Element, properties: str, inserted: str, deleted: str) -> bool:
        """Return whether a tracked change takes a row or cell out of what is read."""
        change = inserted if self._setting.original else deleted
        return part.find(f"{w(properties)}/{w(change)}") is not None

    def _cell(self, cell: Element, depth: int) -> tuple[Paragraph, ...]:
        found: list[Paragraph] = []
        for item in self._items(cell, depth + 1):
            found.extend((item,) if isinstance(item, Paragraph) else item.paragraphs())
        return tuple(found)


def _chosen(alternatives: Element) -> Element:
    """Return the first form that has words, else the element itself, which then has none."""
    for form in elements(alternatives):
        if next(form.iter(w("t")), None) is not None:
            return form
    return alternatives
