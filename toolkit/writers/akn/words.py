"""Words, marks, notes and references in Akoma Ntoso."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from toolkit.model import Block, Document, MarkKind
from toolkit.model.merged import head_rows, laid_out, spans_of
from toolkit.writers.akn.elements import Element, add_words, tag
from toolkit.writers.akn.tree import Node, walk
from toolkit.writers.strands import Link, Strand, Strands

_TAGS = {MarkKind.BOLD: "b", MarkKind.ITALIC: "i"}
_SAFE = ("http://", "https://", "mailto:")


class WordsMaker:
    """Makes the inline content of one document, and names its places."""

    def __init__(self, document: Document, earlier: Mapping[str, str], root: Node) -> None:
        """``earlier`` leads from a name to the one before a renumbering."""
        self._strands = Strands(document)
        self._earlier = earlier
        self._names = {node.block.id: node.name for node in walk(root) if node.block}
        self._notes = 0

    def named(self, name: str) -> dict[str, str]:
        """Return the attributes that name a place."""
        old = self._earlier.get(name)
        return {"eId": name} if old is None or old == name else {"eId": name, "wId": old}

    def paragraph(self, block: Block) -> Element:
        """Return the words of a block."""
        made = tag("p")
        self._fill(made, self._strands.words(block), block)
        return made

    def inline(self, name: str, block: Block) -> Element:
        """Return the words of a block in an element such as ``heading``."""
        made = tag(name)
        self._fill(made, self._strands.words(block), block)
        return made

    def table(self, block: Block, name: str) -> Element:
        """Return a table; its first row is its head."""
        rows = []
        grid = laid_out(block)
        heads = head_rows(grid)
        for at, (cells, laid) in enumerate(zip(self._strands.rows(block), grid, strict=True)):
            row = tag("tr")
            for strands, one in zip(cells, laid, strict=True):
                if one.covered:
                    continue
                words = tag("p")
                self._fill(words, strands, block)
                row.append(tag("th" if at < heads else "td", words, **spans_of(one)))
            rows.append(row)
        return tag("table", *rows, **self.named(name))

    def _fill(self, parent: Element, strands: Iterable[Strand], block: Block) -> None:
        for link, group in groupby(strands, key=lambda one: one.link):
            inside = list(group)
            holder = self._link(link) if link else None
            target = parent if holder is None else holder
            for strand in inside:
                self._strand(target, strand, block)
            if holder is not None:
                parent.append(holder)

    def _link(self, link: Link) -> Element | None:
        if link.block_id:
            return tag("ref", href=f"#{self._names[link.block_id]}")
        if link.address.lower().startswith(_SAFE):
            return tag("a", href=link.address)
        return None

    def _strand(self, parent: Element, strand: Strand, block: Block) -> None:
        if strand.note is not None:
            parent.append(self._note(block, strand.note))
            return
        holder = parent
        for kind, name in _TAGS.items():
            if kind in strand.looks:
                inner = tag(name)
                holder.append(inner)
                holder = inner
        for at, line in enumerate(strand.text.split("\n")):
            if at:
                holder.append(tag("br"))
            add_words(holder, line)

    def _note(self, block: Block, place: int) -> Element:
        self._notes += 1
        words = tag("p")
        self._fill(words, self._strands.note(block, place), block)
        return tag(
            "authorialNote",
            words,
            marker=block.notes[place].number,
            placement="bottom",
            eId=f"authorialNote_{self._notes}",
        )

    def texts(self, nodes: Iterable[Node]) -> Iterator[Element]:
        """Yield what stands beside numbered parts: text, captions, loose notes and tables."""
        for node in nodes:
            block = node.block
            if block is None:
                continue
            if node.element == "table":
                yield self.table(block, node.name)
                continue
            made = self.paragraph(block)
            if block.label:
                label = tag("inline", block.label, name="label")
                label.tail, made.text = " " + (made.text or ""), None
                made.insert(0, label)
            for key, value in self.named(node.name).items():
                made.set(key, value)
            yield made
