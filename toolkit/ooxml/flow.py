"""Whole paragraphs deleted, inserted and moved, directly or as tracked changes."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from toolkit.errors import InputError
from toolkit.ooxml.build import run, tag
from toolkit.ooxml.revisions import Verdict, may_go, reaching_out, remove_paragraph, settle
from toolkit.ooxml.runs import Marker, strike
from toolkit.ooxml.xml import Element, drop, elements, mc, w

# The order in which the schema wants what stands before a paragraph's run properties' own.
_BEHIND_MARK = frozenset(map(w, ("sectPr", "pPrChange")))
_OWN_IDS = (
    "{http://schemas.microsoft.com/office/word/2010/wordml}paraId",
    "{http://schemas.microsoft.com/office/word/2010/wordml}textId",
)


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
        behind = next((one for one in own if one.tag in _BEHIND_MARK), None)
        if behind is None:
            own.append(found)
        else:
            behind.addprevious(found)
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
            "beyond it, such as a table of contents; take that out in Word first"
        )
    if marker.tracking is not None:
        _strike_all(part, marker, "del")
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


def _strike_all(part: Element, marker: Marker, kind: str) -> None:
    """Mark all of a paragraph, or all rows of a table, as deleted."""
    for row in part.iter(w("tr")):
        found = row.find(w("trPr"))
        if found is None:
            found = tag("trPr")
            row.insert(len([one for one in row if one.tag == w("tblPrEx")]), found)
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
    inside = [] if own else [one for one in part.iter(w("p")) if not _boxed(one, part)]
    return own or inside


def _boxed(paragraph: Element, outer: Element) -> bool:
    parent = paragraph.getparent()
    while parent is not None and parent is not outer:
        if parent.tag == w("txbxContent"):
            return True
        parent = parent.getparent()
    return False


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
        found = row.find(w("trPr"))
        if found is None:
            found = tag("trPr")
            row.insert(len([one for one in row if one.tag == w("tblPrEx")]), found)
        found.append(marker.mark("ins"))
    for paragraph in _paragraphs(part):
        mark_properties(paragraph).insert(0, marker.mark(kind))
        for one in _runs(paragraph):
            wrapper = marker.mark(kind)
            one.addprevious(wrapper)
            wrapper.append(one)


# -- moving --------------------------------------------------------------------------------
def copies_of(
    parts: Sequence[Element], marker: Marker, renamed: Mapping[str, str]
) -> tuple[list[Element], dict[Element, Element]]:
    """Return parts of the text once more, as they read now, to stand beside the first.

    Bookmarks and comments stay with the first, for names may not stand twice in a file; those in
    ``renamed`` stand in the copy too, under their other name. The second value leads from each
    paragraph to its copy.
    """
    holder = tag("body", *map(deepcopy, parts))
    old = [one for part in parts for one in part.iter(w("p"))]
    led = dict(zip(old, holder.iter(w("p")), strict=True))
    settle(holder, Verdict.ACCEPT)
    _rename(holder, marker, renamed)
    for one in holder.iter("*"):
        for name in _OWN_IDS:
            if name in one.attrib:
                del one.attrib[name]
        if isinstance(one.tag, str) and one.tag.endswith("}docPr") and one.get("id"):
            one.set("id", str(marker.next_id()))
    for section in holder.findall(f"{w('p')}/{w('pPr')}/{w('sectPr')}"):
        drop(section)
    return list(elements(holder)), led


def _rename(holder: Element, marker: Marker, renamed: Mapping[str, str]) -> None:
    """Keep the bookmarks that get another name, and take every other anchor out."""
    ids: dict[str, str] = {}
    for start in holder.iter(w("bookmarkStart")):
        name = renamed.get(start.get(w("name"), ""))
        if name is not None:
            ids[start.get(w("id"), "")] = str(marker.next_id())
            start.set(w("name"), name)
    for one in list(holder.iter(*map(w, _ANCHORS))):
        own = ids.get(one.get(w("id"), ""))
        if own is not None and "bookmark" in one.tag:
            one.set(w("id"), own)
        else:
            drop(one)


_ANCHORS = (
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "permStart",
    "permEnd",
)


def strike_moved(part: Element, marker: Marker, kind: str) -> None:
    """Mark a part as deleted or moved away."""
    _strike_all(part, marker, kind)


def range_around(parts: Sequence[Element], kind: str, name: str, marker: Marker) -> None:
    """Put the ends of a range of moved paragraphs around them (``kind``: moveFrom, moveTo)."""
    tracking = marker.tracking
    if tracking is None or not parts:
        return
    number = marker.next_id()
    start = tag(
        f"{kind}RangeStart", id=number, author=tracking.author, date=tracking.date, name=name
    )
    parts[0].addprevious(start)
    parts[-1].addnext(tag(f"{kind}RangeEnd", id=number))


def take_out(part: Element) -> None:
    """Take a part out of its place to stand elsewhere; a section that ends in it stays."""
    section = part.find(f"{w('pPr')}/{w('sectPr')}")
    for marker in reaching_out((part,)):
        part.addprevious(marker)
    if section is not None:
        part.addprevious(tag("p", tag("pPr", section)))
    parent = part.getparent()
    if parent is None:
        return
    if part.tag == w("p") and section is None and not may_go(part):
        part.addprevious(tag("p"))
    parent.remove(part)


def whole_parts(chosen: Sequence[Element]) -> Iterator[Element]:
    """Yield paragraphs, but the table in place of all of its own where all are chosen.

    Paragraphs of text boxes go with the paragraph they hang in and are left out.
    """
    marks = set(chosen)
    done: set[Element] = set()
    for one in chosen:
        if one in done or next(ancestors_of(one, "txbxContent"), None) is not None:
            continue
        table = next(
            (
                up
                for up in reversed(list(ancestors_of(one, "tbl")))
                if all(p in marks for p in up.iter(w("p")) if not _boxed(p, up))
            ),
            None,
        )
        done.update([one] if table is None else table.iter(w("p")))
        yield one if table is None else table


def ancestors_of(element: Element, name: str) -> Iterator[Element]:
    """Yield the ancestors of one name, the nearest first."""
    return (one for one in element.iterancestors(w(name)))


def outermost(paragraph: Element) -> Element:
    """Return the table that a paragraph stands in, the outermost one, or itself outside."""
    tables = list(ancestors_of(paragraph, "tbl"))
    return tables[-1] if tables else paragraph


def twins(paragraph: Element) -> Iterator[Element]:
    """Yield the paragraphs that stand for one of a text box in the other forms of that box."""
    box = next(ancestors_of(paragraph, "txbxContent"), None)
    forms = None if box is None else next(box.iterancestors(mc("AlternateContent")), None)
    if box is None or forms is None:
        return
    own = next(one for one in forms if box in one.iter(w("txbxContent")))
    place = list(own.iter(w("p"))).index(paragraph)
    for other in elements(forms):
        found = list(other.iter(w("p")))
        if other is not own and place < len(found):
            yield found[place]
