"""Paragraph and character styles: their chains, and what their names mean."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from toolkit.ooxml.xml import Element, child_number, child_val, first_child, switch, w

_NUM_PR = w("numPr")
_MAX_CHAIN = 64  # a chain of styles may run in a circle in a damaged file


@dataclass(frozen=True, slots=True)
class NumPr:
    """The list a style or paragraph is in; ``num`` "0" takes a paragraph out of its list."""

    num: str | None
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style as its element has it; None where it says nothing.

    ``outline`` is 0 for the highest heading, 9 for body text.
    """

    id: str
    name: str
    based_on: str | None = None
    num_pr: NumPr | None = None
    outline: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a style's name says: ``role`` as in ``data/styles.toml``, ``depth`` from 1."""

    role: str
    depth: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style's whole chain comes to; ``outline`` is None for body text."""

    name: str
    meaning: Meaning | None
    outline: int | None
    num_pr: NumPr | None
    bold: bool
    italic: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles of a document by id; ``default`` is the id of the default paragraph style."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""
    _looks: dict[str | None, Look] = field(default_factory=dict, repr=False, compare=False)

    def look(self, style_id: str | None) -> Look:
        """Return what a style comes to; each chain is walked once, its paragraphs are many."""
        found = self._looks.get(style_id)
        if found is None:
            found = self._looks[style_id] = Look(
                name=self.name(style_id),
                meaning=self.meaning(style_id),
                outline=self.outline(style_id),
                num_pr=self.num_pr(style_id),
                bold=self.flag(style_id, "bold"),
                italic=self.flag(style_id, "italic"),
                hidden=self.flag(style_id, "hidden"),
            )
        return found

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """Return a style and what it is based on, nearest first; the default for None."""
        found: list[Style] = []
        current = self.styles.get(style_id or self.default)
        while current is not None and current not in found and len(found) < _MAX_CHAIN:
            found.append(current)
            current = self.styles.get(current.based_on or "")
        return tuple(found)

    def name(self, style_id: str | None) -> str:
        """Return a style's name, its id when it is not defined, "" for none at all."""
        style = self.styles.get(style_id or self.default)
        return style.name if style else style_id or ""

    def num_pr(self, style_id: str | None) -> NumPr | None:
        """Return the list that a paragraph style puts its paragraphs in."""
        for style in self.chain(style_id):
            if style.num_pr is not None and style.num_pr.num is not None:
                return style.num_pr
        return None

    def outline(self, style_id: str | None) -> int | None:
        """Return the outline level (0 the highest), None for body text."""
        for style in self.chain(style_id):
            if style.outline is not None:
                return style.outline if style.outline < 9 else None
        return None

    def meaning(self, style_id: str | None) -> Meaning | None:
        """Return what the nearest known name in the style's chain means."""
        for style in self.chain(style_id):
            found = meaning_of(style.name) or meaning_of(style.id)
            if found is not None:
                return None if found.role == "none" else found
        return None

    def flag(self, style_id: str | None, what: str) -> bool:
        """Return whether ``what`` ("bold", "italic", "hidden") is on in a style's chain."""
        values = (getattr(style, what) for style in self.chain(style_id))
        return bool(next((value for value in values if value is not None), False))


def parse_styles(root: Element | None) -> StyleSheet:
    """Read ``word/styles.xml``; empty for None."""
    styles: dict[str, Style] = {}
    default = ""
    for element in () if root is None else root.iter(w("style")):
        style = _style(element)
        styles.setdefault(style.id, style)
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
            default = default or style.id
    return StyleSheet(styles, default)


def _style(element: Element) -> Style:
    ppr, rpr = element.find(w("pPr")), element.find(w("rPr"))
    style_id = element.get(w("styleId"), "")
    return Style(
        id=style_id,
        name=child_val(element, "name") or style_id,
        based_on=child_val(element, "basedOn"),
        num_pr=num_pr(ppr),
        outline=child_number(ppr, "outlineLvl"),
        bold=switch(rpr, "b"),
        italic=switch(rpr, "i"),
        hidden=switch(rpr, "vanish"),
    )


def num_pr(ppr: Element | None) -> NumPr | None:
    """Return the ``w:numPr`` of paragraph properties, None without one."""
    element = None if ppr is None else first_child(ppr, _NUM_PR)
    return None if element is None else list_of(element)


def list_of(element: Element) -> NumPr:
    """Return the list that a ``w:numPr`` names."""
    return NumPr(child_val(element, "numId"), child_number(element, "ilvl"))


_IGNORED = re.compile(r"[\s_/\-]+")
_GENEVA = re.compile(r"g(\d?)$")  # "…_G", "…_G2"


@cache
def meaning_of(name: str) -> Meaning | None:
    """Return what a style's name means, None when the tables do not know it."""
    key = _IGNORED.sub("", name).lower()
    plain = _GENEVA.sub(r"\1", key)
    for one in (key, plain, plain.removeprefix("reg")):
        if one in _meanings():
            return _meanings()[one]
    return None


@cache
def _meanings() -> Mapping[str, Meaning]:
    text = files("toolkit.ooxml").joinpath("data/styles.toml").read_text("utf-8")
    entries = tomllib.loads(text)["styles"]
    return {key: Meaning(one["role"], one.get("depth")) for key, one in entries.items()}
