"""What a reference says of other parts: the symbol beside it, what they have, on which side."""

from collections.abc import Iterator, Sequence

from toolkit.languages import Direction, Outside, RefKind
from toolkit.references import Edit, Reference
from toolkit.references.index import Index, Key
from toolkit.symbols.find import find
from toolkit.text.numerals import letter_value
from toolkit.text.spans import Span

_MOST = 1000  # numbers of one range
_OF_SYMBOL = ("号", "")  # between a symbol and the word for a document


def numbers_of(one: Reference) -> Iterator[int]:
    """Yield every number of a reference that leads out, those inside of ranges too."""
    before = 0
    for member in one.found.members:
        inside = range(before + 1, member.value) if member.ends_range else ()
        yield from (*inside[:_MOST], member.value)
        before = member.value


def place_in(index: Index, kind: RefKind, path: str, number: int, letter: str = "") -> int | None:
    """Return where a part has what another part's reference names, None where it has it not.

    ``path`` is that of the block with the reference, for a section is looked for in its chapter;
    ``letter`` is the section named with a chapter.
    """
    if kind is RefKind.SECTION:
        chapter = path.partition("/")[0]
        return index.places.get(Key(kind=kind, number=number, scope=chapter))
    place = index.places.get(Key(kind=kind, number=number))
    if not letter or place is None:
        return place
    scope = index.document.blocks[place].path
    return index.places.get(Key(kind=RefKind.SECTION, number=letter_value(letter), scope=scope))


def symbol_beside(one: Reference) -> Span | None:
    """Return the symbol that a reference is said to be of, with the words that go with it."""
    witness = one.found.witness
    if witness is None or one.outside is Outside.SYMBOL:
        return witness
    if one.outside is Outside.NAMED:
        if find(witness.of(one.text)):
            return witness
        for hit in find(one.text):
            gap = one.text[hit.span.end : witness.start].strip()
            if hit.span.end <= witness.start and gap in _OF_SYMBOL:
                return Span(hit.span.start, witness.end)
    return None


def region(one: Reference, witness: Span) -> Span | None:
    """Return the stretch from the symbol to the reference, brackets whole; None if they are not."""
    span = one.span
    start, end = min(span.start, witness.start), max(span.end, witness.end)
    inside = one.text[start:end]
    for left, right in ("()", "（）"):
        if inside.count(left) > inside.count(right) and one.text[end : end + 1] == right:
            end += 1
    inside = one.text[start:end]
    balanced = all(inside.count(left) == inside.count(right) for left, right in ("()", "（）"))
    return Span(start, end) if balanced else None


def without_gap(text: str, stretch: Span) -> Span:
    """Return a stretch with the space that set its letters off from Chinese before it."""
    before = text[: stretch.start]
    start = len(before.rstrip(" "))
    return Span(start, stretch.end) if start and not before[start - 1].isascii() else stretch


def shifted(edit: Edit, by: int) -> Edit:
    """Return an edit so many signs later."""
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.text)


def side(here: int, places: Sequence[int]) -> Direction | None:
    """Return on which side of a place all others are; None on both, or without any."""
    if places and all(place < here for place in places):
        return Direction.ABOVE
    if places and all(place > here for place in places):
        return Direction.BELOW
    return None
