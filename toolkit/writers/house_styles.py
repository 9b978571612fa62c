"""The styles of the house, from ``data/house.toml`` to ``word/styles.xml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.xml import Element, w

Figures = Mapping[str, Any]

# The order in which the schema wants the children of pPr and rPr.
_PPR = ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "suppressLineNumbers",
        "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc",
        "outlineLvl")  # fmt: skip
_RPR = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "position",
        "sz", "szCs", "u", "shd", "vertAlign", "lang")  # fmt: skip


@cache
def house() -> Figures:
    """Return the house's figures as the data file has them."""
    text = files("toolkit.writers").joinpath("data/house.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def language_figures(language: str) -> Figures:
    """Return what a language changes; a language without an entry is set like English."""
    entries = house()["language"]
    return entries.get(language) or {**entries["en"], "lang": language}


def styles_root(language: str) -> Element:
    """Return ``word/styles.xml`` of the house for a language."""
    root = tag("styles", _defaults(language))
    for figures in house()["style"]:
        root.append(_style(figures))
    adapt(root, language)
    return root


def adapt(root: Element, language: str) -> None:
    """Give the styles of the house the figures of a language; styles not there are passed over.

    What ``house.toml`` does not name for the language goes back to the common figures, so that a
    template made for one language serves another.
    """
    changes = language_figures(language).get("styles", {})
    common = {one["id"]: one for one in house()["style"]}
    changed = {id_ for entry in house()["language"].values() for id_ in entry.get("styles", {})}
    for style in root.iter(w("style")):
        id_ = style.get(w("styleId"), "")
        if id_ in changed and id_ in common:
            _apply(style, {**common[id_], **changes.get(id_, {})}, _changeable(id_))


def _changeable(id_: str) -> set[str]:
    entries = (one.get("styles", {}).get(id_, {}) for one in house()["language"].values())
    return {key for entry in entries for key in entry}


def _apply(style: Element, figures: Figures, keys: set[str]) -> None:
    """Set the properties that some language changes and leave all others as they are."""
    for holder_name, made, order in (
        ("pPr", paragraph_properties(figures), _PPR),
        ("rPr", run_properties(figures), _RPR),
    ):
        holder = style.find(w(holder_name))
        if holder is None:
            continue
        touched = {name for key in keys for name in _TOUCHES[key]}
        new = {str(one.tag): one for one in made}
        for name in touched & set(order):
            old = holder.find(w(name))
            if old is not None:
                holder.remove(old)
            if w(name) in new:
                holder.append(new[w(name)])
        holder[:] = sorted(holder, key=lambda one: _place(one, order))


_TOUCHES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "size": ("sz", "szCs"),
        "line": ("spacing",),
        "after": ("spacing",),
        "before": ("spacing",),
        "spacing": ("spacing",),
        "scale": ("w",),
        "east_asian": ("rFonts",),
        "italic": ("i", "iCs"),
        "bold": ("b", "bCs"),
    }
)


def _place(element: Element, order: tuple[str, ...]) -> int:
    name = str(element.tag).rpartition("}")[2]
    return order.index(name) if name in order else len(order)


def _defaults(language: str) -> Element:
    fonts, words = house()["fonts"], language_figures(language)
    latin = fonts["latin"]
    run = tag(
        "rPr",
        tag("rFonts", ascii=latin, hAnsi=latin, eastAsia=fonts["east_asian"], cs=latin),
        val("sz", 20),
        val("szCs", 20),
        tag("lang", val=words["lang"], eastAsia=words["east_asia"], bidi="ar-SA"),
    )
    return tag("docDefaults", tag("rPrDefault", run), tag("pPrDefault", tag("pPr")))


def _style(figures: Figures) -> Element:
    kind = figures.get("type", "paragraph")
    style = tag("style", type=kind, default="1" if figures.get("default") else None)
    style.set(w("styleId"), figures["id"])
    style.append(val("name", figures["name"]))
    for key, name in (("based_on", "basedOn"), ("next", "next")):
        if key in figures:
            style.append(val(name, figures[key]))
    if kind == "paragraph":
        style.append(tag("qFormat"))
        style.append(tag("pPr", *paragraph_properties(figures)))
    style.append(tag("rPr", *run_properties(figures)))
    return style


def paragraph_properties(figures: Figures) -> list[Element]:
    """Return the children of ``w:pPr`` for figures of ``house.toml``, in the schema's order."""
    found = [tag(name) for key, name in _PARAGRAPH_SWITCHES.items() if figures.get(key)]
    if figures.get("rule"):
        found.append(tag("pBdr", tag("top", val="single", sz=4, space=1, color="auto")))
    if "tabs" in figures or "tabs_own" in figures:
        found.append(tabs(figures.get("tabs_own") or house()["tabs"][figures["tabs"]]))
    if figures.get("default"):
        found.append(tag("suppressAutoHyphens"))
    found.extend(_spacing(figures))
    if {"left", "right", "hanging"} & set(figures):
        indent = {key: figures.get(key) for key in ("left", "right", "hanging")}
        found.append(tag("ind", **indent))
    if "align" in figures:
        found.append(val("jc", figures["align"]))
    if "outline" in figures:
        found.append(val("outlineLvl", figures["outline"]))
    return found


_PARAGRAPH_SWITCHES = MappingProxyType(
    {"keep_next": "keepNext", "keep_lines": "keepLines", "page_break": "pageBreakBefore"}
)


def tabs(stops: str) -> Element:
    """Return ``w:tabs`` for stops written as "right:1022 left:1267"."""
    pairs = (stop.partition(":") for stop in stops.split())
    return tag("tabs", *(tag("tab", val=kind, pos=place) for kind, _, place in pairs))


def _spacing(figures: Figures) -> list[Element]:
    attributes: dict[str, object] = {key: figures.get(key) for key in ("before", "after")}
    if "line" in figures:
        attributes |= {"line": figures["line"], "lineRule": "exact"}
    elif figures.get("line_auto"):
        attributes |= {"line": 240, "lineRule": "auto"}
    if all(value is None for value in attributes.values()):
        return []
    spacing = tag("spacing")
    for key, value in attributes.items():
        if value is not None:
            spacing.set(w(key), str(value))
    return [spacing]


def run_properties(figures: Figures) -> list[Element]:
    """Return the children of ``w:rPr`` for figures of ``house.toml``, in the schema's order."""
    found: list[Element] = []
    if "east_asian" in figures:
        found.append(tag("rFonts", eastAsia=figures["east_asian"]))
    for key, name in (("bold", "b"), ("italic", "i")):
        if key in figures:
            off = None if figures[key] else "0"
            found += [tag(name, val=off), tag(f"{name}Cs", val=off)]
    for key, name in (("colour", "color"), ("spacing", "spacing"), ("scale", "w")):
        if key in figures:
            found.append(val(name, figures[key]))
    if "size" in figures:
        half_points = round(figures["size"] * 2)
        found += [val("sz", half_points), val("szCs", half_points)]
    if figures.get("superscript"):
        found.append(val("vertAlign", "superscript"))
    return found
