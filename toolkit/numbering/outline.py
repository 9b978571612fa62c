"""The outline: headings as a tree, each with the blocks that stand directly under it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.model import Block, Document, Kind


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with its own blocks and its lower headings; the root has no heading."""

    heading: Block | None
    blocks: tuple[Block, ...] = ()
    children: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(slots=True)
class _Open:
    heading: Block | None
    level: int
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def closed(self) -> Node:
        return Node(self.heading, tuple(self.blocks), tuple(self.children))


def outline(document: Document) -> Node:
    """Return the tree of a document. A heading of any depth may stand under any higher one."""
    stack = [_Open(None, 0)]
    for block in document.blocks:
        if block.kind is not Kind.HEADING:
            stack[-1].blocks.append(block)
            continue
        level = block.level or 1
        while stack[-1].level >= level:
            _close(stack)
        stack.append(_Open(block, level))
    while len(stack) > 1:
        _close(stack)
    return stack[0].closed()


def _close(stack: list[_Open]) -> None:
    node = stack.pop().closed()
    stack[-1].children.append(node)
