"""What paragraphs stand in: tables, text boxes, and the other forms of a text box."""

from collections.abc import Iterator, Sequence

from toolkit.ooxml.xml import Element, elements, mc, w


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
                if all(p in marks for p in up.iter(w("p")) if not is_boxed(p, up))
            ),
            None,
        )
        done.update([one] if table is None else table.iter(w("p")))
        yield one if table is None else table


def ancestors_of(element: Element, name: str) -> Iterator[Element]:
    """Yield the ancestors of one name, the nearest first."""
    return (one for one in element.iterancestors(w(name)))


def outermost(paragraph: Element) -> Element:
    """Return what holds a paragraph in the text itself: a table, or what its text box hangs in.

    A paragraph that stands there by itself holds itself.
    """
    return [paragraph, *paragraph.iterancestors(w("tbl"), w("p"))][-1]


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


def is_boxed(paragraph: Element, outer: Element) -> bool:
    """Return whether a paragraph stands in a text box inside another part."""
    parent = paragraph.getparent()
    while parent is not None and parent is not outer:
        if parent.tag == w("txbxContent"):
            return True
        parent = parent.getparent()
    return False
