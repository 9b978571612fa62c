"""Whole paragraphs deleted and inserted, directly or as tracked changes."""

from collections.abc import Sequence
from copy import deepcopy

from toolkit.errors import InputError
from toolkit.ooxml.build import run, tag
from toolkit.ooxml.revisions import may_go, reaching_out, remove_paragraph
from toolkit.ooxml.standing import is_boxed
from toolkit.ooxml.tracked import Marker, strike
from toolkit.ooxml.xml import Element, drop, put_in_order, w

# The order in which the schema wants what stands before a paragraph's run properties' own.
_BEHIND_MARK = frozenset(map(w, ("sectPr", "pPrChange")))


# -- properties ----------------------------------------------------------------------------
def properties(paragraph: Element) -> Element:
    """Return the ``w:pPr`` of a paragraph, made where it has none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = tag("pPr")
        paragraph.insert(0, found)
    return found


def mark_properties(paragraph: Element) -> Element:
    """Return the run properties of a paragraph's mark, made where it has none."""
    own = properties(paragraph)
    found = own.find(w("rPr"))
    if found is None:
        found = tag("rPr")
        put_in_order(own, found, _BEHIND_MARK)
    return found


def _row_properties(row: Element) -> Element:
    found = row.find(w("trPr"))
    if found is None:
        found = tag("trPr")
        row.insert(len([one for one in row if one.tag == w("tblPrEx")]), found)
    return found


# -- deleting ------------------------------------------------------------------------------
def delete(part: Element, marker: Marker) -> None:
    """Delete a paragraph or a table.

    Raises:
        InputError: a field of Word, such as a table of contents, begins or ends inside.
    """
    if not _balanced(part):
        raise InputError(
            "a paragraph that is to go holds the beginning or the end of a field that reaches "
            "beyond it, such as a table of contents; take that out in Word first."
        )
    if marker.tracking is not None:
        strike_all(part, marker, "del")
    elif part.tag == w("tbl"):
        _remove_table(part)
    elif may_go(part):
        remove_paragraph(part)
    else:
        _empty(part)


def _balanced(part: Element) -> bool:
    depth = 0
    for sign in part.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(sign.get(w("fldCharType"), ""), 0)
        if depth < 0:
            return False
    return depth == 0


def _remove_table(table: Element) -> None:
    for marker in reaching_out((table,)):
        table.addprevious(marker)
    drop(table)


def _empty(paragraph: Element) -> None:
    for one in reaching_out((paragraph,)):
        paragraph.addprevious(one)
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)


def strike_all(part: Element, marker: Marker, kind: str) -> None:
    """Mark all of a paragraph, or all rows of a table, as deleted or moved away."""
    for row in part.iter(w("tr")):
        found = _row_properties(row)
        if found.find(w("del")) is None:
            found.append(marker.mark("del"))
    for paragraph in _paragraphs(part):
        _mark_end(paragraph, marker, kind)
        for one in _runs(paragraph):
            wrapper = strike(one, marker)
            if wrapper.tag == w("del") and kind != "del":
                wrapper.tag = w(kind)


def _mark_end(paragraph: Element, marker: Marker, kind: str) -> None:
    mark = mark_properties(paragraph)
    if mark.find(w("del")) is None and mark.find(w("moveFrom")) is None:
        had = [one for one in mark if one.tag in (w("ins"), w("moveTo"))]
        mark.insert(len(had), marker.mark(kind))


def _paragraphs(part: Element) -> list[Element]:
    own = [part] if part.tag == w("p") else []
    inside = [] if own else [one for one in part.iter(w("p")) if not is_boxed(one, part)]
    return own or inside


def _runs(paragraph: Element) -> list[Element]:
    """Return the runs of a paragraph, without those of the text boxes in it."""
    found: list[Element] = []
    for one in paragraph.iter(w("r")):
        holder = one.getparent()
        while holder is not None and holder is not paragraph and holder.tag != w("r"):
            holder = holder.getparent()
        if holder is paragraph:
            found.append(one)
    return found


# -- inserting -----------------------------------------------------------------------------
def made_like(like: Element, text: str, marker: Marker) -> Element:
    """Return a new paragraph that looks like another, with words of its own."""
    paragraph = tag("p")
    own = like.find(w("pPr"))
    if own is not None:
        kept = deepcopy(own)
        _plain_properties(kept)
        paragraph.append(kept)
    if not text:
        words: list[Element] = []
    else:
        words = [run(text)]
        looks = next((one.find(w("rPr")) for one in _runs(like)), None)
        if looks is not None:
            plain = deepcopy(looks)
            _drop_children(plain, ("rPrChange",))
            words[0].insert(0, plain)
    paragraph.extend(words)
    if marker.tracking is not None:
        mark_inserted(paragraph, marker, "ins")
    return paragraph


def _plain_properties(own: Element) -> None:
    _drop_children(own, ("sectPr", "pPrChange"))
    mark = own.find(w("rPr"))
    if mark is not None:
        _drop_children(mark, ("ins", "del", "moveFrom", "moveTo", "rPrChange"))


def _drop_children(parent: Element, names: Sequence[str]) -> None:
    for child in [one for name in names for one in parent.findall(w(name))]:
        parent.remove(child)


def mark_inserted(part: Element, marker: Marker, kind: str) -> None:
    """Mark a paragraph, or all rows of a table, as inserted; there is no other change in it."""
    for row in part.iter(w("tr")):
        _row_properties(row).append(marker.mark("ins"))
    for paragraph in _paragraphs(part):
        mark_properties(paragraph).insert(0, marker.mark(kind))
        for one in _runs(paragraph):
            wrapper = marker.mark(kind)
            one.addprevious(wrapper)
            wrapper.append(one)
