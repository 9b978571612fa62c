"""Flat blocks as the tree that Akoma Ntoso wants, by their paths."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.model import Block, Kind

_LEVELS = ("section", "title", "chapter", "subchapter")
_SHORT = {"section": "sec", "title": "title", "chapter": "chp", "subchapter": "subchp"}
_NOT_NAME = re.compile(r"[^0-9A-Za-z]+")


@dataclass(slots=True)
class Node:
    """A heading, paragraph, recommendation, item or other block with what hangs under it.

    ``element`` is the element it becomes, ``name`` its ``eId``. ``children`` are in order.
    """

    block: Block | None
    element: str
    name: str = ""
    children: list["Node"] = field(default_factory=list)

    @property
    def is_annex(self) -> bool:
        """Whether it is the heading of an annex."""
        path = self.block.path if self.block else ""
        return self.element == "annex" and "/" not in path

    @property
    def path(self) -> str:
        """The path of its block; "" for the root."""
        return self.block.path if self.block else ""

    def holds(self, block: Block) -> bool:
        """Return whether a block belongs under this one."""
        if self.block is None:
            return True
        if not self.path:
            return False
        below = block.path.startswith(f"{self.path}/")
        if block.kind in (Kind.TEXT, Kind.TABLE, Kind.CAPTION, Kind.FOOTNOTE):
            return below or block.path == self.path
        return below


def tree(blocks: Sequence[Block]) -> Node:
    """Return the blocks as a tree; each is in it once, in the order of reading."""
    root = Node(None, "mainBody")
    open_ones = [root]
    for block in blocks:
        while not open_ones[-1].holds(block):
            open_ones.pop()
        node = Node(block, element_of(block))
        open_ones[-1].children.append(node)
        if block.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.RECOMMENDATION, Kind.ITEM):
            open_ones.append(node)
    _name_all(root, "", _Names())
    return root


def element_of(block: Block) -> str:
    """Return the element that a block becomes."""
    match block.kind:
        case Kind.HEADING if block.path.rpartition("/")[2].startswith("annex"):
            return "annex"
        case Kind.HEADING:
            level = max(1, block.level or 1)
            return _LEVELS[level - 1] if level <= len(_LEVELS) else "hcontainer"
        case Kind.PARAGRAPH:
            return "paragraph"
        case Kind.ITEM:
            return "point"
        case Kind.TABLE:
            return "table"
        case _:
            return "hcontainer"


class _Names:
    """Gives each name once."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def free(self, name: str) -> str:
        count = self._used[name] = self._used.get(name, 0) + 1
        return name if count == 1 else self.free(f"{name}-{count}")


def _name_all(node: Node, prefix: str, names: _Names) -> None:
    lists = 0
    before = ""
    annexes = 0
    for child in node.children:
        if child.element == "point":
            lists += before != "point"
            child.name = names.free(f"{_joined(prefix, f'list_{lists}')}__point_{_number(child)}")
            inner = child.name
        elif child.element == "annex" and child.is_annex:
            annexes += 1
            child.name = inner = names.free(f"att_{annexes}")
        else:
            child.name = names.free(_own_name(child, prefix))
            inner = child.name
        before = child.element
        _name_all(child, inner, names)


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}__{name}" if prefix else name


def _own_name(node: Node, prefix: str) -> str:
    """Return the name of a part: the series of the main text runs through all its chapters."""
    block = node.block
    kind = block.kind if block else None
    annexed = prefix if prefix.startswith("att_") else ""
    if kind is Kind.PARAGRAPH:
        return _joined(annexed.partition("__")[0], f"para_{_number(node)}")
    if kind is Kind.RECOMMENDATION:
        return _joined(annexed.partition("__")[0], f"rec_{_number(node)}")
    if kind is Kind.HEADING:
        short = _SHORT.get(node.element, "hcontainer")
        return _joined(prefix, f"{short}_{_number(node)}")
    return _joined(prefix, f"{'table' if node.element == 'table' else 'text'}_1")


def _number(node: Node) -> str:
    """Return the printed number as the path has it, which is the same in every language."""
    last = node.path.rpartition("/")[2]
    figure = last.removeprefix("para ").removeprefix("rec ").removeprefix("annex ")
    return _NOT_NAME.sub("-", figure).strip("-") or "1"


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all under it, in order."""
    yield node
    for child in node.children:
        yield from walk(child)


def runs(nodes: Iterable[Node]) -> Iterator[tuple[bool, list[Node]]]:
    """Yield neighbours that are items (True) and neighbours that are none, in turn."""
    group: list[Node] = []
    for node in nodes:
        if group and (group[-1].element == "point") != (node.element == "point"):
            yield group[-1].element == "point", group
            group = []
        group.append(node)
    if group:
        yield group[-1].element == "point", group
