"""A Word file read as a whole: masthead furniture of the first page, and the body."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from toolkit.errors import InputError
from toolkit.ooxml.body import Tally, Walk
from toolkit.ooxml.headers import first_page_parts, furniture
from toolkit.ooxml.inline import Setting
from toolkit.ooxml.notes import NoteNumbers, NoteTexts, note_count, read_notes
from toolkit.ooxml.numbering import Labels, parse_numbering
from toolkit.ooxml.opened import Opened
from toolkit.ooxml.package import Package, Relationship, open_package
from toolkit.ooxml.records import Item
from toolkit.ooxml.styles import StyleSheet, parse_styles
from toolkit.ooxml.symbols import unknown_signs
from toolkit.ooxml.xml import Element, parsed, r, w


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """Everything with words in it.

    ``header`` and ``footer`` are those of the first page, ``body`` the main text in reading
    order. ``comments`` are the authors of Word comments, one for each, in order;
    their words are not read. ``lost`` names damaged parts, ``outside`` zip entries that point out
    of the file, ``external`` what it points to elsewhere, web links apart; neither is read.
    ``variables`` are the document variables that hold words. ``signs`` are those of symbol fonts
    that could not be read, with their numbers. ``inserted`` names the files whose words Word
    shows as part of the text, and which are not read.
    """

    header: tuple[Item, ...]
    body: tuple[Item, ...]
    footer: tuple[Item, ...]
    notes: NoteTexts
    numbers: NoteNumbers
    tally: Tally
    comments: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    external: tuple[Relationship, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, int] = field(default_factory=dict)
    inserted: tuple[str, ...] = ()


def read_word(data: bytes, path: str, *, original: bool = False) -> WordFile:
    """Read the bytes of a Word file; ``original`` reads it as before its tracked changes.

    Raises:
        InputError: there is no document in it; ``path`` is only for the message.
    """
    package = open_package(data, path)
    root, whole = parsed(package.parts.get(package.main.lower(), b""))
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise InputError(f"{path}: the text of this Word file is damaged; ask for a fresh copy.")
    styles = parse_styles(package.root_of("styles"))
    walk = _main_walk(package, styles, original=original)
    items = tuple(walk.items(body))
    found = _with_others(package, root, styles, items, walk.tally, original=original)
    return found if whole else replace(found, lost=_once(*found.lost, package.main))


def word_of(opened: Opened) -> WordFile:
    """Return what ``read_word`` reads of a file that was opened to be changed, and is not yet."""
    parts = opened.package, opened.main, opened.styles
    return _with_others(*parts, opened.items, opened.tally, original=False)


def _with_others(
    package: Package,
    root: Element,
    styles: StyleSheet,
    items: tuple[Item, ...],
    tally: Tally,
    *,
    original: bool,
) -> WordFile:
    """Return the main text with all that stands in other parts."""
    header, footer = furniture(package, root, styles, original=original)
    notes = read_notes(package, styles, root, original=original)
    comments = _comments(package)
    return WordFile(
        header=header,
        body=items,
        footer=footer,
        notes=notes,
        numbers=_numbers(package, root),
        tally=tally,
        comments=comments,
        variables=_variables(package),
        signs=unknown_signs(_spoken(package, root)),
        lost=package.damaged,
        outside=package.outside,
        external=package.external(),
        inserted=tuple(_inserted(package, root)),
    )


def _inserted(package: Package, root: Element) -> Iterator[str]:
    """Yield the names of the files that stand in the text as a whole: altChunk, subDoc."""
    relations = package.relations(package.main)
    for one in root.iter(w("altChunk"), w("subDoc")):
        arrow = relations.get(one.get(r("id"), ""))
        yield arrow.target if arrow is not None else "?"


def _spoken(package: Package, root: Element) -> list[Element]:
    """Return the roots of the parts whose words are read."""
    notes = (*package.related("footnotes"), *package.related("endnotes"))
    others = map(package.root, (*notes, *first_page_parts(package, root)))
    return [root, *(one for one in others if one is not None)]


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _main_walk(package: Package, styles: StyleSheet, *, original: bool) -> Walk:
    numbering = parse_numbering(package.root_of("numbering"), styles)
    setting = Setting(styles, package.relations(package.main), original)
    return Walk(setting, Labels(numbering))


def _numbers(package: Package, root: Element) -> NoteNumbers:
    section = next(root.iter(w("sectPr")), None)
    roots = (section, package.root_of("settings"))
    return NoteNumbers(
        note_count(roots, "footnote", "decimal"), note_count(roots, "endnote", "lowerRoman")
    )


def _variables(package: Package) -> Mapping[str, str]:
    root = package.root_of("settings")
    found = {} if root is None else {one.get(w("name"), ""): one for one in root.iter(w("docVar"))}
    texts = {name: _plain(one.get(w("val"), "")) for name, one in found.items()}
    return {name: text for name, text in texts.items() if any(map(str.isalnum, text))}


def _plain(value: str) -> str:
    """Return a variable's words; Word writes control characters as "_x000d_"."""
    return " ".join(re.sub("_x00[0-9A-Fa-f]{2}_", " ", value).split())


def _comments(package: Package) -> tuple[str, ...]:
    roots = (package.root(name) for name in package.related("comments"))
    every = (one for root in roots if root is not None for one in root.iter(w("comment")))
    return tuple(one.get(w("author"), "") for one in every)
