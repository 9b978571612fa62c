"""The words of a ``seg``: inline codes out, what is marked up kept."""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # their content is code, not words
MARKED = frozenset({"hi"})  # its content is words
DEEPEST = 50


class DamagedSegmentError(Exception):
    """A segment that cannot be read without losing words; the message says why."""


@dataclass(frozen=True, slots=True)
class SegmentText:
    """What a segment says.

    ``text`` is the words; ``codes`` how many inline codes were left out; ``foreign`` the names of
    elements that TMX does not have, left out with their content.
    """

    text: str
    codes: int = 0
    foreign: tuple[str, ...] = ()


def segment_text(seg: etree._Element, namespace: str) -> SegmentText:
    """Read a ``seg``.

    Raises:
        DamagedSegmentError: an entity that nothing declares, or elements nested beyond reason.
    """
    if not len(seg):
        return SegmentText(seg.text or "")
    words: list[str] = []
    codes: list[str] = []
    foreign: list[str] = []
    _walk(seg, namespace, 0, (words, codes, foreign))
    return SegmentText("".join(words), len(codes), tuple(foreign))


def _walk(
    element: etree._Element,
    namespace: str,
    depth: int,
    found: tuple[list[str], list[str], list[str]],
) -> None:
    words, codes, foreign = found
    if depth > DEEPEST:
        raise DamagedSegmentError(f"elements are nested more than {DEEPEST} deep")
    words.append(element.text or "")
    for child in element:
        if isinstance(child, etree._Entity):
            raise DamagedSegmentError(f"the entity {child.text} is declared nowhere")
        if isinstance(child.tag, str):
            name = local_name(child, namespace)
            if name in MARKED:
                _walk(child, namespace, depth + 1, found)
            elif name in CODES:
                codes.append(name)
            else:
                foreign.append(etree.QName(child).localname)
        words.append(child.tail or "")


def local_name(element: etree._Element, namespace: str) -> str:
    """Return the name of a TMX element, "" for one of another namespace, a comment or the like."""
    tag: object = element.tag  # a function for comments and the like, whatever its stub says
    return _local(tag, namespace) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str, namespace: str) -> str:
    name = etree.QName(tag)
    return name.localname if (name.namespace or "") in (namespace, "") else ""
