"""Word's comments with the answers to them, and whether they are resolved.

Answers and resolutions stand in a part of their own (commentsExtended), which names each comment
by the id of its last paragraph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.ooxml.package import Package, open_package
from toolkit.ooxml.xml import Element, w

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment that answers no other: its words, a line a paragraph, and those of its answers."""

    author: str
    text: str
    resolved: bool = False
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Thread:
    resolved: bool
    parent: str


def conversation(data: bytes, path: str) -> tuple[Remark, ...]:
    """Return the comments of a Word file in their order; ``path`` is only for messages.

    Raises:
        InputError: it is no Word file.
    """
    package = open_package(data, path)
    threads = dict(_threads(package))
    every = [(_last_id(one), one) for one in _comments(package)]
    answers: dict[str, list[str]] = {}
    for key, one in every:
        if key in threads and threads[key].parent:
            answers.setdefault(threads[key].parent, []).append(_words(one))
    return tuple(
        Remark(
            author=one.get(w("author"), ""),
            text=_words(one),
            resolved=key in threads and threads[key].resolved,
            answers=tuple(answers.get(key, ())) if key else (),
        )
        for key, one in every
        if not _answers(key, threads)
    )


def _answers(key: str, threads: Mapping[str, _Thread]) -> bool:
    return key in threads and bool(threads[key].parent)


def _comments(package: Package) -> Iterator[Element]:
    for name in package.related("comments"):
        root = package.root(name)
        if root is not None:
            yield from root.iter(w("comment"))


def _threads(package: Package) -> Iterator[tuple[str, _Thread]]:
    for name in package.related("commentsExtended"):
        root = package.root(name)
        for one in root.iter(f"{_W15}commentEx") if root is not None else ():
            done = one.get(f"{_W15}done", "0") in ("1", "true", "on")
            thread = _Thread(done, one.get(f"{_W15}paraIdParent", ""))
            yield one.get(f"{_W15}paraId", ""), thread


def _last_id(comment: Element) -> str:
    ids = [one.get(f"{_W14}paraId", "") for one in comment.iter(w("p"))]
    return ids[-1] if ids else ""


def _words(comment: Element) -> str:
    paragraphs = (
        "".join(text.text or "" for text in one.iter(w("t"))) for one in comment.iter(w("p"))
    )
    return "\n".join(paragraphs).strip()
