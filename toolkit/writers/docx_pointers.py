"""References that Word keeps up to date: fields that show the number of another paragraph.

Every reference that has its target in the document becomes a field for each number it prints; the
words around the number stay text. What is pointed to gets a bookmark: around the whole paragraph
where Word counts it (the field then asks for its number), around the number where it is typed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.languages import ReferenceList, RefKind
from toolkit.model import Block, Document, Kind
from toolkit.model.edits import Spot
from toolkit.ooxml.build import field, tag
from toolkit.ooxml.xml import Element, as_number, w
from toolkit.references import Reference, Target, find_references
from toolkit.text.spans import Span

_KINDS = frozenset(
    {
        RefKind.PARAGRAPH,
        RefKind.SUBPARAGRAPH,
        RefKind.RECOMMENDATION,
        RefKind.CHAPTER,
        RefKind.SECTION,
        RefKind.ANNEX,
        RefKind.AGENDA_ITEM,
        RefKind.TABLE,
    }
)
_MARK = re.compile(r"\(\w{1,5}\)")
_NUMERAL = re.compile(r"\d+|[IVXLC]+\b|[A-Z]\b|[〇一二三四五六七八九十百]+")
_LONGEST = 20  # characters of a block's id in a bookmark's name, which may have 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """``text[start:end]`` is the number of the block ``target``."""

    start: int
    end: int
    target: str


class Pointers:
    """The references of one document, and the bookmarks they lead to."""

    def __init__(self, document: Document, text: Element) -> None:
        """Find the references of ``document``; ``text`` is the part that it is written into."""
        self._blocks = {one.id: one for one in document.blocks}
        self._ids = {one.path: one.id for one in reversed(document.blocks) if one.path}
        self._by_place: dict[Spot, list[Pointer]] = defaultdict(list)
        for reference in find_references(document):
            if reference.kind in _KINDS:
                self._by_place[reference.where].extend(self._pointers(reference))
        self._notes = self._by_note(document.blocks)
        wanted = (one.target for found in self._by_place.values() for one in found)
        self._names = dict.fromkeys(wanted, "")
        starts = list(text.iter(w("bookmarkStart")))
        self._last = max([as_number(one.get(w("id"))) or 0 for one in starts], default=0)
        self._taken = {one.get(w("name")) for one in starts}
        self._counted: set[str] = set()
        self._printed: dict[str, str] = {}
        self._fields: list[tuple[str, str, list[Element]]] = []

    def of(self, where: Spot) -> list[Pointer]:
        """Return the pointers in one text."""
        return self._by_place.get(where, [])

    def of_note(self, number: str, text: str) -> list[Pointer]:
        """Return the pointers in a note, which is known by its number and words."""
        return self._notes.get((number, text), [])

    def wants(self, block_id: str) -> bool:
        """Return whether anything points to a block."""
        return block_id in self._names

    def field(self, pointer: Pointer, shown: str, *properties: Element) -> list[Element]:
        """Return the runs of a field that shows a number; ``close`` completes its code."""
        made = field("REF", shown, *properties)
        self._fields.append((pointer.target, shown, made))
        return made

    def mark(
        self, block_id: str, content: Iterable[Element], number: str, *, counted: bool
    ) -> list[Element]:
        """Wrap content in the bookmark of a block, to show ``number``.

        ``counted`` when Word counts the paragraph, so that the bookmark holds its words.
        """
        self._last += 1
        letters = "".join(one for one in block_id if one.isascii() and one.isalnum())
        name = f"_Ref_{letters[:_LONGEST]}_{self._last}"
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        self._names[block_id] = name
        self._printed[block_id] = number
        if counted:
            self._counted.add(block_id)
        start = tag("bookmarkStart", id=self._last, name=name)
        return [start, *content, tag("bookmarkEnd", id=self._last)]

    def label(
        self, block_id: str, typed: str, words: Callable[[str], list[Element]]
    ) -> list[Element]:
        """Return a typed label as runs, its number in a bookmark if anything points to it.

        ``words`` makes the runs of a text.
        """
        number = _number(self._blocks[block_id], typed) if self.wants(block_id) else ""
        if not number:
            return words(typed)
        before, _, behind = typed.rpartition(number)
        marked = self.mark(block_id, words(number), number, counted=False)
        return [*(words(before) if before else []), *marked, *(words(behind) if behind else [])]

    def close(self) -> None:
        """Complete the codes of all fields.

        One becomes text whose target has no bookmark, or prints its number in another form.
        """
        for target, shown, runs in self._fields:
            name = self._names.get(target)
            if name and self._printed[target] == shown:
                switches = "\\n \\h" if target in self._counted else "\\h"
                for code in runs[1].iter(w("instrText")):
                    code.text = f" REF {name} {switches} "
                continue
            for one in (*runs[:3], runs[4]):
                holder = one.getparent()
                if holder is not None:
                    holder.remove(one)

    # -- finding -------------------------------------------------------------------------------
    def _by_note(self, blocks: Iterable[Block]) -> Mapping[tuple[str, str], list[Pointer]]:
        return {
            (note.number, note.text): self.of(Spot(block_id=block.id, note=place))
            for block in blocks
            for place, note in enumerate(block.notes)
        }

    def _pointers(self, reference: Reference) -> Iterator[Pointer]:
        seen: set[tuple[int, int]] = set()
        for target in reference.targets:
            if target.block_id is None or target.note is not None:
                continue
            block = self._blocks[target.block_id]
            for one in self._target(reference.found, reference.text, target, block):
                if (one.start, one.end) not in seen:
                    seen.add((one.start, one.end))
                    yield one

    def _target(
        self, found: ReferenceList, text: str, target: Target, block: Block
    ) -> Iterator[Pointer]:
        member = None if target.member is None else found.members[target.member]
        if found.kind is RefKind.CHAPTER and found.part:
            yield from self._section(found, text, target, block)
            chapter = self._ids.get(block.path.rpartition("/")[0])
            if chapter and member is not None:
                yield _pointer(member.number, chapter)
            return
        if member is not None and member.value == target.number and not member.again:
            yield _pointer(member.number, block.id)
        parts = found.part_span if member is None else member.part_span
        if parts is not None and target.part:
            yield from self._items(parts, text, block)

    def _section(
        self, found: ReferenceList, text: str, target: Target, block: Block
    ) -> Iterator[Pointer]:
        """Yield the letter of a section that is named with its chapter."""
        if found.part_span is None:
            return
        for letter in re.finditer(r"\b[A-Z]\b", found.part_span.of(text)):
            if letter[0] == target.part:
                yield _pointer(_inside(found.part_span, letter), block.id)

    def _items(self, parts: Span, text: str, block: Block) -> Iterator[Pointer]:
        """Yield the marks of subparagraphs: "(a) (ii)" is one in the other, "(a) and (c)" two."""
        steps: list[str] = []
        for mark in _MARK.finditer(parts.of(text)):
            depth = next(
                (n for n in range(len(steps), -1, -1) if self._item(block, *steps[:n], mark[0])),
                None,
            )
            if depth is None:
                return
            steps = [*steps[:depth], mark[0]]
            yield _pointer(_inside(parts, mark), self._item(block, *steps))

    def _item(self, block: Block, *marks: str) -> str:
        """Return the id of a subparagraph, "" where there is none or it is printed otherwise."""
        return self._ids.get("/".join((block.path, *marks)), "")


def _pointer(span: Span, target: str) -> Pointer:
    return Pointer(start=span.start, end=span.end, target=target)


def _inside(span: Span, found: re.Match[str]) -> Span:
    return Span(span.start + found.start(), span.start + found.end())


def _number(block: Block, typed: str) -> str:
    """Return how a typed label prints the number that references to it print."""
    if block.kind is Kind.ITEM and not (block.label or "").rstrip(".").isdecimal():
        return (block.label or "") if (block.label or "") in typed else ""
    found = _NUMERAL.findall(typed)
    return found[-1] if found else ""
