"""The header and footer of the first page, where New York keeps the masthead."""

from toolkit.ooxml.body import Walk
from toolkit.ooxml.inline import Setting
from toolkit.ooxml.numbering import Labels, Numbering
from toolkit.ooxml.package import Package
from toolkit.ooxml.records import Item
from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.xml import Element, r, switch, w


def furniture(
    package: Package, root: Element, styles: StyleSheet, *, original: bool
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return the header and the footer of the first page; each empty where there is none."""
    section = next(root.iter(w("sectPr")), None)
    if section is None:
        return (), ()
    parts = (
        _part(package, section, "headerReference"),
        _part(package, section, "footerReference"),
    )
    header, footer = (_items(package, one, styles, original=original) for one in parts)
    return header, footer


def first_page_parts(package: Package, root: Element | None) -> tuple[str, ...]:
    """Return the names of the parts that head and foot the first page; none without a section.

    ``root`` is that of the main part, None where it has none.
    """
    section = None if root is None else next(root.iter(w("sectPr")), None)
    if section is None:
        return ()
    kinds = ("headerReference", "footerReference")
    return tuple(part for kind in kinds if (part := _part(package, section, kind)))


def _part(package: Package, section: Element, kind: str) -> str | None:
    """Return the part for the first page: its own when the section has one, else the default."""
    wanted = "first" if switch(section, "titlePg") else "default"
    for reference in section.findall(w(kind)):
        arrow = package.relations(package.main).get(reference.get(r("id"), ""))
        if arrow is not None and reference.get(w("type"), "default") == wanted:
            return arrow.target
    return None


def _items(
    package: Package, part: str | None, styles: StyleSheet, *, original: bool
) -> tuple[Item, ...]:
    root = None if part is None else package.root(part)
    if part is None or root is None:
        return ()
    setting = Setting(styles, package.relations(part), original)
    return tuple(Walk(setting, Labels(Numbering())).items(root))
