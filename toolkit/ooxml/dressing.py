"""What new words of a paragraph put on: copies of the holders and of the looks of old ones."""

from copy import deepcopy

from lxml import etree

from toolkit.ooxml.build import NSMAP, tag
from toolkit.ooxml.xml import Element, elements, local, put_in_order, w

_BEHIND_SHADE = frozenset(
    map(w, ("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
            "oMath", "rPrChange"))
)  # fmt: skip
_KEPT_IN_SHELL = frozenset({"sdtPr", "sdtEndPr", "fldData"})


def empty_shell(old: Element) -> tuple[Element, Element]:
    """Return an empty copy of what holds words, and the element in it that they go into."""
    made = etree.Element(old.tag, {str(k): str(v) for k, v in old.attrib.items()}, nsmap=NSMAP)
    for child in elements(old):
        if local(child) in _KEPT_IN_SHELL:
            made.append(deepcopy(child))
    if local(old) != "sdt":
        return made, made
    inside = etree.SubElement(made, w("sdtContent"))
    return made, inside


def dressed(properties: Element | None, text: str, *, han: bool) -> Element | None:
    """Return run properties for words of another language: no language tag, fonts for Han."""
    hinted = han and not text.isascii()
    if properties is None:
        return tag("rPr", tag("rFonts", hint="eastAsia")) if hinted else None
    made = deepcopy(properties)
    for one in [one for one in made if local(one) in ("lang", "rPrChange", "noProof")]:
        made.remove(one)
    fonts = made.find(w("rFonts"))
    if fonts is None and hinted:
        made.insert(1 if made.find(w("rStyle")) is not None else 0, tag("rFonts", hint="eastAsia"))
    elif fonts is not None and hinted:
        fonts.set(w("hint"), "eastAsia")
    elif fonts is not None and fonts.get(w("hint")) == "eastAsia":
        del fonts.attrib[w("hint")]
    return made


def shaded(properties: Element | None, fill: str) -> Element | None:
    """Return a copy of run properties with a colour behind the words, "" for none of ours."""
    if properties is None and not fill:
        return None
    made = tag("rPr") if properties is None else deepcopy(properties)
    if not fill:
        return made
    for one in made.findall(w("shd")):
        made.remove(one)
    shade = tag("shd", val="clear", color="auto", fill=fill)
    put_in_order(made, shade, _BEHIND_SHADE)
    return made
