"""The body of a report in Akoma Ntoso: chapters, paragraphs, recommendations, items."""

from collections.abc import Iterator, Sequence

from toolkit.model import Kind
from toolkit.writers.akn.elements import Element, tag
from toolkit.writers.akn.tree import Node, runs
from toolkit.writers.akn.words import WordsMaker

_LOOSE = (Kind.TEXT, Kind.TABLE, Kind.CAPTION, Kind.FOOTNOTE)


class BodyMaker:
    """Makes the elements of one document's tree."""

    def __init__(self, words: WordsMaker) -> None:
        """Write words with ``words``."""
        self._words = words

    def body(self, nodes: Sequence[Node]) -> Iterator[Element]:
        """Yield the content of a ``mainBody``, which is never empty."""
        if not nodes:
            yield tag("p")
        yield from self._parts(nodes)

    def title(self, annex: Node) -> Iterator[Element]:
        """Yield the label and the title of an annex."""
        block = annex.block
        if block is None:
            return
        if block.label:
            yield tag("num", block.label)
        if block.text:
            yield self._words.inline("heading", block)

    def _parts(self, nodes: Sequence[Node]) -> Iterator[Element]:
        """Yield parts that stand side by side, each numbered or wrapped."""
        for items, group in runs(nodes):
            if items:
                yield self._list(group, (), ())
                continue
            for node in group:
                yield self._part(node)

    def _part(self, node: Node) -> Element:
        block = node.block
        if block is None or block.kind in _LOOSE:
            return tag("hcontainer", tag("content", *self._words.texts([node])), name="text")
        if block.kind is Kind.HEADING:
            return self._heading(node)
        return self._numbered(node)

    def _heading(self, node: Node) -> Element:
        block = node.block
        assert block is not None
        element = "hcontainer" if node.element == "annex" else node.element
        kind = {"annex": "annex", "hcontainer": "heading"}.get(node.element)
        heading = self._words.inline("heading", block) if block.text else None
        inside = list(self._parts(node.children)) or [tag("content", tag("p"))]
        number = tag("num", block.label) if block.label else None
        status = "true" if block.continued else None
        named = self._words.named(node.name)
        made = tag(element, number, heading, *inside, name=kind, **named)
        if status:
            made.set("class", "continued")
        return made

    def _numbered(self, node: Node) -> Element:
        """Return a paragraph, recommendation or item with its items and further text."""
        block = node.block
        assert block is not None
        lead = [self._words.paragraph(block)] if block.text or block.notes else []
        inside = list(self._inside(lead, node.children)) or [tag("content", tag("p"))]
        kind = {Kind.RECOMMENDATION: "recommendation"}.get(block.kind)
        number = tag("num", block.label) if block.label else None
        return tag(node.element, number, *inside, name=kind, **self._words.named(node.name))

    def _inside(self, lead: list[Element], children: Sequence[Node]) -> Iterator[Element]:
        """Yield the content: text alone, or lists with the text before and after them."""
        groups = list(runs(children))
        if not any(items for items, _ in groups):
            words = [*lead, *self._loose(children)]
            if words:
                yield tag("content", *words)
            return
        before = lead
        for at, (items, group) in enumerate(groups):
            if not items:
                before = [*before, *self._loose(group)]
                continue
            last = at == len(groups) - 2
            after = list(self._loose(groups[-1][1])) if last else []
            yield self._list(group, before, after)
            before = []
            if last:
                return

    def _loose(self, nodes: Sequence[Node]) -> Iterator[Element]:
        for node in nodes:
            yield from self._words.texts([node])

    def _list(
        self, items: Sequence[Node], before: Sequence[Element], after: Sequence[Element]
    ) -> Element:
        name = items[0].name.rpartition("__point_")[0]
        return tag(
            "list",
            tag("intro", *before) if before else None,
            *(self._numbered(item) for item in items),
            tag("wrapUp", *after) if after else None,
            eId=name,
        )
