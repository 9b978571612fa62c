"""How the words of a redline are written: what came and went as tracked changes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.model import Mark, MarkKind, Note
from toolkit.model.redline import Op, Piece
from toolkit.ooxml.build import tag
from toolkit.ooxml.tracked import Marker, strike
from toolkit.ooxml.xml import Element, w
from toolkit.writers.docx_runs import Ink, Inked


@dataclass(frozen=True, slots=True, kw_only=True)
class RedInked(Inked):
    """A text that is written as pieces."""

    pieces: Sequence[Piece] = ()


@dataclass(frozen=True, slots=True)
class RedInk(Ink):
    """Writes pieces: what came and went as tracked changes."""

    marker: Marker
    old_note: Callable[[Note], Element]

    def runs(self, inked: Inked) -> Iterator[Element]:
        """Yield the elements of a text, piece by piece where it is written as pieces."""
        if not isinstance(inked, RedInked):
            yield from super(RedInk, self).runs(inked)
            return
        for piece in inked.pieces:
            yield from self.piece(piece)

    def piece(self, piece: Piece) -> Iterator[Element]:
        """Yield the elements of one piece."""
        for element in self._plain(piece):
            if piece.op is Op.COME:
                for one in _runs(element):
                    _wrap(one, self.marker.mark("ins"), element)
            if piece.op is Op.GONE:
                yield self._struck(element)
                continue
            yield element if piece.op is Op.SAME or element.tag != w("r") else _holder(element)

    def _plain(self, piece: Piece) -> list[Element]:
        if piece.note is not None:
            return [(self.old_note if piece.op is Op.GONE else self.note)(piece.note)]
        marks = tuple(_marks(piece))
        return list(super(RedInk, self).runs(Inked(text=piece.text, marks=marks)))

    def _struck(self, element: Element) -> Element:
        holder = tag("p", element)
        for one in _runs(element):
            strike(one, self.marker)
        return holder[0]


def _runs(element: Element) -> list[Element]:
    return [element] if element.tag == w("r") else list(element.iter(w("r")))


def _wrap(one: Element, wrapper: Element, element: Element) -> None:
    """Put a run into a wrapper, where it stands."""
    if one is element:
        tag("p", wrapper)
    else:
        one.addprevious(wrapper)
    wrapper.append(one)


def _holder(one: Element) -> Element:
    parent = one.getparent()
    return one if parent is None else parent


def _marks(piece: Piece) -> Iterator[Mark]:
    end = len(piece.text)
    if piece.bold:
        yield Mark(kind=MarkKind.BOLD, start=0, end=end)
    if piece.italic:
        yield Mark(kind=MarkKind.ITALIC, start=0, end=end)
    if piece.link:
        yield Mark(kind=MarkKind.LINK, start=0, end=end, target=piece.link)
