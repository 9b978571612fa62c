"""One set of changes made to an open Word file."""

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from toolkit.errors import UsageError
from toolkit.ooxml.build import tag
from toolkit.ooxml.changes import (
    FIXED_DATE,
    AddComment,
    Change,
    DeleteParagraph,
    InsertParagraph,
    MoveParagraphs,
    RemoveComments,
    RemoveShading,
    ReplaceText,
    StartNumber,
    StopNumber,
    Tracking,
)
from toolkit.ooxml.flow import delete, made_like, mark_inserted, strike_all
from toolkit.ooxml.lists import Lists
from toolkit.ooxml.losing import lost_bookmarks, pointing
from toolkit.ooxml.moving import copies_of, range_around, take_out
from toolkit.ooxml.opened import Opened
from toolkit.ooxml.pointing import point_anew, pointed_to
from toolkit.ooxml.remarks import Comments, hang, remove_comments, remove_shading
from toolkit.ooxml.revisions import drop_unused_notes, used_notes
from toolkit.ooxml.runs import Edit, edit_words
from toolkit.ooxml.standing import outermost, twins, whole_parts
from toolkit.ooxml.tracked import Marker
from toolkit.ooxml.unlinking import edit_paragraph, holding_fields
from toolkit.ooxml.xml import Element, drop, w

_ByParagraph = dict[int, list[Edit]]
_Placing = InsertParagraph | MoveParagraphs


class Application:
    """Makes the changes of one call, in an order in which none disturbs another."""

    def __init__(self, opened: Opened, tracking: Tracking | None) -> None:
        self._opened = opened
        self._roots = (opened.main, *opened.note_roots)
        self._marker = Marker(tracking, self._roots)
        self._direct = Marker(None, ())
        self._copies: dict[Element, Element] = {}  # from what moved with its place to where it is
        self._stands: dict[_Placing, Element] = {}  # where each puts what it brings
        self._parts: dict[MoveParagraphs, list[Element]] = {}
        self._lost: frozenset[str] = frozenset()  # bookmarks that go, or whose number does
        self._fielded = holding_fields(self._roots)  # paragraphs, before the changes

    def run(self, changes: Sequence[Change]) -> bytes:
        """Make the changes and return the bytes of the file."""
        edits = _edits(changes)
        notes = used_notes(self._opened.main)
        others = [one for one in enumerate(changes) if not isinstance(one[1], ReplaceText)]
        rest = [one for _, one in others]
        moving = {
            index for one in rest if isinstance(one, MoveParagraphs) for index in one.paragraphs
        }
        gone = {one.paragraph for one in rest if isinstance(one, DeleteParagraph)}
        held = moving if self._marker.tracking is not None else set()
        self._lost = lost_bookmarks(self._opened, rest, edits)
        for index in pointing(self._opened, self._lost):
            edits.setdefault(index, [])
        self._comment([one for one in rest if isinstance(one, AddComment)])
        self._reword(sorted(edits.keys() - gone - held), edits)
        self._mark_places([one for one in rest if isinstance(one, _Placing)])
        for number, one in others:
            if isinstance(one, InsertParagraph):
                self._insert(one)
            elif isinstance(one, MoveParagraphs):
                self._move(one, edits, number)
        for stand in self._stands.values():
            drop(stand)
            drop(self._copies.get(stand, stand))
        self._delete(gone)
        self._renumber(rest)
        self._strip(rest)
        if self._marker.tracking is None:
            drop_unused_notes(self._opened.editing, self._opened.package, notes)
        return self._opened.editing.finish_kept()

    # -- words -----------------------------------------------------------------------------
    def _reword(self, chosen: Sequence[int], edits: _ByParagraph) -> None:
        if any(self._rewords(index, edits[index]) for index in chosen):
            self._opened.editing.changed(self._opened.package.main)
        for index in chosen:
            self._edit(index, edits[index])

    def _rewords(self, index: int, edits: Sequence[Edit]) -> bool:
        """Return whether a paragraph of the main text surely has other words then."""
        place = self._opened.places[index]
        words = old = place.traced.record.text
        for one in sorted(edits, key=lambda each: each.start, reverse=True):
            words = words[: one.start] + one.text + words[one.end :]
        return place.note is None and words != old

    def _edit(self, index: int, edits: Sequence[Edit]) -> None:
        place = self._opened.places[index]
        pieces = self._opened.pieces(index)
        if not place.traced.record.boxed and self._fielded.isdisjoint(place.traced.elements):
            edit_words(pieces, place.traced.last, edits, self._marker)
            return
        other = list(twins(place.traced.last)) if place.traced.record.boxed else []
        read = [(twin, *place.tracer.pieces((twin,))) for twin in other]
        edit_paragraph(pieces, place.traced.elements, edits, self._marker, self._lost)
        for twin, text, own in read:
            if text == place.traced.record.text:
                edit_words(own, twin, edits, self._marker)

    def _comment(self, comments: Sequence[AddComment]) -> None:
        if not comments:
            return
        tracking = self._marker.tracking
        date = tracking.date if tracking else FIXED_DATE
        part = Comments(self._opened.editing, self._opened.styles, date)
        points: list[tuple[int, int, int, list[Element]]] = []
        for order, one in enumerate(comments):
            number = part.add(one)
            start = [tag("commentRangeStart", id=number)]
            points.append((one.paragraph, one.start, order, start))
            points.append((one.paragraph, one.end, order + len(comments), part.end(number)))
        for index, at, _, marks in sorted(points, key=lambda one: one[:3], reverse=True):
            homes = self._opened.places[index].traced.elements
            hang(self._opened.pieces(index), homes, at, marks)

    # -- paragraphs ------------------------------------------------------------------------
    def _insert(self, change: InsertParagraph) -> None:
        like = self._opened.places[change.like].traced.last
        new = self._counting_like(change)
        if new is None:
            new = made_like(like, change.text, self._marker)
        self._place(change, [new])

    def _counting_like(self, change: InsertParagraph) -> Element | None:
        """Return a copy of a paragraph whose number is a SEQ field, with another number in it.

        None where it is no such one, or more than the number differs.
        """
        place = self._opened.places[change.like]
        like = self._now(change.like)
        codes = like.iter(w("instrText"))
        if not any((one.text or "").split()[:1] == ["SEQ"] for one in codes):
            return None
        copies, led = copies_of([like], self._direct, {})
        copy = led[like]
        text, pieces = place.tracer.pieces((copy,))
        edit = _difference(text, change.text)
        if not any(one.start <= edit.start and edit.end <= one.end for one in pieces):
            return None
        edit_words(pieces, copy, [edit], self._direct)
        if self._marker.tracking is not None:
            mark_inserted(copies[0], self._marker, "ins")
        return copies[0]

    def _mark_places(self, changes: Sequence[_Placing]) -> None:
        """Note what moves, and the places behind paragraphs, while all stand still."""
        stands: dict[Element | None, Element] = {}
        for one in changes:
            anchor = self._anchor(one)
            if anchor not in stands:
                stands[anchor] = self._stand(anchor)
            self._stands[one] = stands[anchor]
            if isinstance(one, MoveParagraphs):
                self._parts[one] = list(whole_parts(self._elements(one.paragraphs)))

    def _anchor(self, change: _Placing) -> Element | None:
        """Return what a change puts something behind; None is the beginning of the text.

        It may be the table or the paragraph with a text box that another paragraph stands in.
        """
        if change.after is None:
            return None
        last = self._opened.places[change.after].traced.last
        if isinstance(change, MoveParagraphs):
            return outermost(last)
        like = self._opened.places[change.like]
        return last if like.table is not None or like.traced.record.boxed else outermost(last)

    def _stand(self, anchor: Element | None) -> Element:
        stand = etree.Comment("here")
        if anchor is None:
            outermost(self._opened.places[0].traced.elements[0]).addprevious(stand)
        else:
            anchor.addnext(stand)
        return stand

    def _place(self, change: _Placing, new: Sequence[Element]) -> None:
        """Put parts where they are to stand, behind what was put there before."""
        stand = self._stands[change]
        for one in new:
            self._copies.get(stand, stand).addprevious(one)

    def _move(self, change: MoveParagraphs, edits: _ByParagraph, number: int) -> None:
        parts = self._parts[change]
        if not parts:
            return
        if self._marker.tracking is None:
            for one in parts:
                take_out(one)
            self._place(change, parts)
            return
        renamed = pointed_to(parts, self._roots)
        copies, led = copies_of(parts, self._marker, renamed)
        self._copies.update(led)
        for index in change.paragraphs:
            if index in edits:
                self._edit_copy(index, edits[index])
        self._place(change, copies)
        if renamed:
            point_anew(self._roots, copies, renamed, self._marker)
        self._mark_move(parts, copies, f"move{number + 1}")

    def _edit_copy(self, index: int, edits: Sequence[Edit]) -> None:
        place = self._opened.places[index]
        copy = self._copies.get(place.traced.last)
        if copy is None:  # in a text box of a paragraph that goes
            return
        _, pieces = place.tracer.pieces((copy,))
        edit_paragraph(pieces, (copy,), edits, self._direct, self._lost)

    def _mark_move(self, parts: Sequence[Element], copies: Sequence[Element], name: str) -> None:
        tracking = self._marker.tracking
        moves = tracking is not None and tracking.moves
        for one in copies:
            mark_inserted(one, self._marker, "moveTo" if moves else "ins")
        for one in parts:
            strike_all(one, self._marker, "moveFrom" if moves else "del")
        if moves:
            range_around(parts, "moveFrom", name, self._marker)
            range_around(copies, "moveTo", name, self._marker)

    def _delete(self, gone: set[int]) -> None:
        for part in list(whole_parts(self._elements(sorted(gone)))):
            delete(part, self._marker)

    def _elements(self, indices: Sequence[int]) -> list[Element]:
        return [one for index in indices for one in self._opened.places[index].traced.elements]

    # -- numbers and remarks ---------------------------------------------------------------
    def _renumber(self, changes: Sequence[Change]) -> None:
        wanted = [one for one in changes if isinstance(one, StartNumber | StopNumber)]
        if not wanted:
            return
        root = self._opened.editing.part("numbering", tag("numbering"))
        order = list(self._opened.main.iter(w("p")))
        opened = self._opened
        lists = Lists(opened.styles, opened.numbering, root, order, self._marker)
        place = {one: at for at, one in enumerate(order)}
        found = [(place.get(self._now(one.paragraph), -1), one) for one in wanted]
        for at, one in sorted(found, key=lambda pair: pair[0]):
            if at >= 0 and isinstance(one, StopNumber):
                lists.stop(at)
            elif at >= 0 and isinstance(one, StartNumber):
                lists.start(at, one.value)
        lists.finish()

    def _now(self, index: int) -> Element:
        last = self._opened.places[index].traced.last
        return self._copies.get(last, last)

    def _strip(self, changes: Sequence[Change]) -> None:
        for one in changes:
            if isinstance(one, RemoveComments):
                remove_comments(self._opened.editing, self._roots, one.author)
            elif isinstance(one, RemoveShading):
                remove_shading(self._roots, one.fills)


def _edits(changes: Sequence[Change]) -> _ByParagraph:
    """Return the new words by paragraph.

    Raises:
        UsageError: two overlap.
    """
    found: _ByParagraph = defaultdict(list)
    for one in changes:
        if isinstance(one, ReplaceText):
            found[one.paragraph].append(Edit(one.start, one.end, one.text))
    for index, edits in found.items():
        if len(edits) == 1:
            continue
        end = 0
        for edit in sorted(edits, key=lambda one: (one.start, one.end)):
            if edit.start < end:
                raise UsageError(f"two changes meet at character {edit.start} of “{index}”")
            end = edit.end
    return found


def _difference(old: str, new: str) -> Edit:
    """Return the edit that makes one text of another, without what both begin and end with."""
    start = _alike(old, new)
    behind = _alike(old[start:][::-1], new[start:][::-1])
    return Edit(start, len(old) - behind, new[start : len(new) - behind])


def _alike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
