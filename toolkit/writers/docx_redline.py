"""A redline as a Word file with tracked changes.

Accepting all gives the new version, rejecting all the old one. Numbers are typed, for those that
Word counts cannot be tracked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Final

from toolkit.languages import by_code
from toolkit.model import Block, Document, Note
from toolkit.model.redline import Op, Piece, Redline, Row
from toolkit.ooxml.build import run, tag
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.flow import delete, mark_inserted, strike_all
from toolkit.ooxml.moving import range_around
from toolkit.ooxml.tracked import Marker, strike
from toolkit.ooxml.xml import Element, w
from toolkit.writers.docx_body import BodyWriter, Desk
from toolkit.writers.docx_frame import (
    bare_roles,
    fill_masthead,
    finish,
    notes_of,
    opened,
    put_content,
    styles_root,
    text_width,
)
from toolkit.writers.docx_notes import Footnotes, plain_words
from toolkit.writers.docx_placeholders import content_anchor, values
from toolkit.writers.docx_redline_fields import both, split_fields
from toolkit.writers.docx_redline_ink import RedInk, RedInked
from toolkit.writers.docx_roles import Roles, roles
from toolkit.writers.docx_runs import Inked
from toolkit.writers.house_style import house_style

_NO_FIELDS: Final[Mapping[str, str]] = {}


def write_redline(
    redline: Redline,
    tracking: Tracking,
    *,
    new_fields: Mapping[str, str] = _NO_FIELDS,
) -> bytes:
    """Return a redline as the bytes of a Word file in the style of the house.

    Args:
        redline: what is to be shown.
        tracking: author and date; with ``moves`` blocks that moved are recorded as moves, else as
            gone in one place and come in another.
        new_fields: placeholders of the new masthead, as ``docx.write`` takes them.
    """
    editing = opened(house_style(redline.new.language))
    found = roles(styles_root(editing), {})
    marker = Marker(tracking, ())
    footnotes = _footnotes(editing, found, redline)
    press = _Press(redline, editing, found, footnotes, marker)
    anchor = content_anchor(editing.root(editing.main))
    masthead = both(values(redline.old, {}), values(redline.new, new_fields))
    fill_masthead(editing, masthead)
    put_content(anchor, press.elements())
    for name in (editing.main, *editing.related("header"), *editing.related("footer")):
        split_fields(editing.root(name), marker)
    finish(editing, redline.new, footnotes)
    return editing.finish()


def _footnotes(editing: Editing, found: Roles, redline: Redline) -> Footnotes:
    """Return the footnotes, which begin as those of the old version do."""
    notes = notes_of(redline.old.blocks)
    numbered = any(one.number.isdecimal() for one in notes)
    given = notes if numbered else notes_of(redline.new.blocks)
    hint = not by_code(redline.new.language).spaced
    return Footnotes(editing, found, given, partial(plain_words, hint=hint))


def _counted(document: Document, first: int) -> frozenset[tuple[str, str]]:
    """Return the notes that Word counts itself, by number and words."""
    found: set[tuple[str, str]] = set()
    expected = first
    for note in notes_of(document.blocks):
        if note.number == str(expected):
            found.add((note.number, note.text))
            expected += 1
    return frozenset(found)


class _RedBody(BodyWriter):
    """Writes a block whose words are pieces; labels are seen to afterwards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.row = Row()

    def _inked(self, block: Block, addition: str = "") -> Inked:
        row = self.row
        if row.old is None or row.new is None:
            return super()._inked(block, addition)
        pieces = list(row.pieces)
        before, after = self._continued(row.old), self._continued(row.new)
        if row.new.kind.value == "heading" and (before or after):
            pieces += _added(before, after)
        return RedInked(text=block.text or before or after, pieces=pieces)


def _added(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece(op=Op.SAME, text=after)
        return
    if before:
        yield Piece(op=Op.GONE, text=before)
    if after:
        yield Piece(op=Op.COME, text=after)


class _Press:
    """Makes the elements of all rows."""

    def __init__(
        self, redline: Redline, editing: Editing, found: Roles, notes: Footnotes, marker: Marker
    ) -> None:
        self._redline = redline
        self._marker = marker
        old = _counted(redline.old, notes.first)
        new = _counted(redline.new, notes.first)

        def add(counted: frozenset[tuple[str, str]]) -> Callable[[Note], Element]:
            return lambda one: notes.put(one, custom=(one.number, one.text) not in counted)

        ink = RedInk(
            note=add(new),
            link=lambda address: editing.relate("hyperlink", address, external=True),
            link_style=found["hyperlink"],
            comment_style=found["comment-reference"],
            east_asian=not by_code(redline.new.language).spaced,
            point=None,
            marker=marker,
            old_note=add(old),
        )
        desk = Desk(
            roles=found,
            ink=ink,
            language=by_code(redline.new.language),
            live=None,
            pointers=None,
            comments=None,
            coloured=False,
            remarks={},
            bare=bare_roles(editing, found),
            text_width=text_width(editing),
        )
        self._ink = ink
        self._new = _RedBody(desk)
        self._old = _RedBody(replace(desk, ink=replace(ink, note=add(old))))

    def elements(self) -> Iterator[Element]:
        """Yield the elements of the whole text."""
        holder = tag("body")
        rows = self._redline.rows
        at = 0
        while at < len(rows):
            end = _end_of_move(rows, at)
            made = [one for row in rows[at:end] for one in self._row(row)]
            holder.extend(made)
            self._range(rows[at], made)
            at = end
        yield from list(holder)

    def _range(self, row: Row, made: Sequence[Element]) -> None:
        if row.move is not None and self._moves:
            kind = "moveFrom" if row.old is not None else "moveTo"
            range_around(made, kind, f"move{row.move}", self._marker)

    @property
    def _moves(self) -> bool:
        return self._marker.tracking is not None and self._marker.tracking.moves

    def _row(self, row: Row) -> list[Element]:
        if row.old is not None and row.new is not None:
            return self._stayed(row, row.old, row.new)
        moved = row.move is not None and self._moves
        if row.old is not None:
            made = list(self._old.elements([row.old]))
            for one in made:
                if moved:
                    strike_all(one, self._marker, "moveFrom")
                else:
                    delete(one, self._marker)
            return made
        made = list(self._new.elements([row.new] if row.new else []))
        for one in made:
            mark_inserted(one, self._marker, "moveTo" if moved else "ins")
        return made

    def _stayed(self, row: Row, old: Block, new: Block) -> list[Element]:
        self._new.row = row if not new.rows else Row()
        made = list(self._new.elements([new]))
        self._new.row = Row()
        if new.rows:
            self._cells(made[0], row)
        elif (old.label or "") != (new.label or "") and made:
            self._label(made[0], old.label or "", new.label or "")
        return made

    def _label(self, paragraph: Element, old: str, new: str) -> None:
        """Show the old label beside the new one in the run that has it."""
        first = next((one for one in paragraph.iter(w("r")) if new in _text(one)), None)
        if first is None:
            return
        before, _, after = _text(first).partition(new)
        own = [one for one in first if one.tag == w("rPr")]
        gone, come = run(old, *_of(own)), run(new, *_of(own))
        inserted = self._marker.mark("ins", come)
        parts: list[Element] = [run(before, *_of(own))] if before else []
        parts += [gone, inserted] + ([run(after, *_of(own))] if after else [])
        for part in parts:
            first.addprevious(part)
        paragraph.remove(first)
        strike(gone, self._marker)

    def _cells(self, table: Element, row: Row) -> None:
        for line, cells in zip(table.iter(w("tr")), row.cells, strict=True):
            for cell, pieces in zip(line.iter(w("tc")), cells, strict=False):
                if any(one.op is not Op.SAME for one in pieces):
                    first, *rest = cell.findall(w("p"))
                    for one in rest:
                        cell.remove(one)
                    for one in [child for child in first if child.tag != w("pPr")]:
                        first.remove(one)
                    first.extend(part for piece in pieces for part in self._ink.piece(piece))


def _end_of_move(rows: Sequence[Row], at: int) -> int:
    """Return where the rows that move together with that at a place end; the next one if none."""
    first = rows[at]
    if first.move is None:
        return at + 1
    end = at + 1
    while end < len(rows) and rows[end].move == first.move and _side(rows[end]) == _side(first):
        end += 1
    return end


def _side(row: Row) -> bool:
    return row.old is not None


def _of(properties: Sequence[Element]) -> list[Element]:
    """Return copies of run properties."""
    return [deepcopy(child) for one in properties for child in one]


def _text(one: Element) -> str:
    signs = {w("t"): None, w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011"}
    return "".join(
        (child.text or "") if signs[child.tag] is None else str(signs[child.tag])
        for child in one
        if child.tag in signs
    )
