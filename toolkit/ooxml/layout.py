"""Where a counted paragraph stands: its indents and tabs, and how to keep them without the list.

Styles, the level of the list and the paragraph itself each set indents and tabs. Word lets the
nearer win; a level counts where the list is named: below the style that names it, or above all
styles where the paragraph names it itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.ooxml.build import tag
from toolkit.ooxml.xml import VAL, Element, as_number, w

_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
_PLACES = {w(name): place for place, name in enumerate(_ORDER)}
_SAME = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_OTHER = {"hanging": "firstLine", "firstLine": "hanging",
          "hangingChars": "firstLineChars", "firstLineChars": "hangingChars"}  # fmt: skip
_OUTSIDE = 1440  # twips a label that ends at the margin may reach out of it

Stops = Mapping[int, tuple[str, str]]  # where, in twips: kind and leader


@dataclass(frozen=True, slots=True)
class Setting:
    """Indents by their names in ``w:ind``, and tab stops."""

    indents: Mapping[str, str]
    stops: Stops

    def number(self, name: str) -> int:
        """Return an indent in twips, 0 where it is not set."""
        return as_number(self.indents.get(name)) or 0

    @property
    def first(self) -> int:
        """Where the first line begins, in twips from the margin."""
        return self.number("left") + self.number("firstLine") - self.number("hanging")


def setting(layers: Iterable[Element | None]) -> Setting:
    """Return what paragraph properties come to, the farthest layer first."""
    indents: dict[str, str] = {}
    stops: dict[int, tuple[str, str]] = {}
    for layer in layers:
        if layer is None:
            continue
        for one in layer.findall(w("ind")):
            for key, value in one.attrib.items():
                name = str(key).rpartition("}")[2]
                name = _SAME.get(name, name)
                indents.pop(_OTHER.get(name, ""), None)
                indents[name] = str(value)
        for one in layer.findall(f"{w('tabs')}/{w('tab')}"):
            _stop(one, stops)
    return Setting(indents, stops)


def _stop(one: Element, stops: dict[int, tuple[str, str]]) -> None:
    at, kind = as_number(one.get(w("pos"))), one.get(VAL, "left")
    if at is None:
        return
    if kind == "clear":
        stops.pop(at, None)
    else:
        stops[at] = ("left" if kind in ("num", "start") else kind, one.get(w("leader"), ""))


def typed(counted: Setting, align: str, *, tabbed: bool) -> tuple[Setting, str]:
    """Return how a paragraph is set whose label is typed, and what stands before the label.

    Args:
        counted: how it is set while the list counts it.
        align: how the level sets its label: "left", "right" or "center".
        tabbed: whether a tab stands behind the label.
    """
    left, first = counted.number("left"), counted.first
    stops = dict(counted.stops)
    indents = dict(counted.indents)
    if tabbed and first < left:
        stops.setdefault(left, ("left", ""))
    if align not in ("right", "center", "end"):
        return Setting(indents, stops), ""
    begin = 0 if first > 0 else first - _OUTSIDE
    for one in [at for at in stops if begin < at < first]:
        del stops[one]
    stops[first] = ("center" if align == "center" else "right", "")
    for name in ("firstLine", "firstLineChars", "hangingChars"):
        indents.pop(name, None)
    indents["hanging"] = str(left - begin)
    return Setting(indents, stops), "\t"


def write(properties: Element, wanted: Setting, without: Setting) -> None:
    """Set indents and tabs of a paragraph so that they come to ``wanted``.

    ``without`` is what styles and the paragraph itself come to when the list is gone.
    """
    for old in properties.findall(w("ind")):
        properties.remove(old)
    if wanted.indents:
        put(properties, tag("ind", **wanted.indents))
    changed = [at for at in wanted.stops if wanted.stops[at] != without.stops.get(at)]
    gone = [at for at in without.stops if at not in wanted.stops]
    if not changed and not gone:
        return
    tabs = properties.find(w("tabs"))
    held = {} if tabs is None else {as_number(one.get(w("pos"))): one for one in tabs}
    held |= {at: _tab(at, *wanted.stops[at]) for at in changed}
    held |= {at: _tab(at, "clear", "") for at in gone}
    made = tag("tabs", *(held[at] for at in sorted(held, key=lambda at: at or 0)))
    if tabs is not None:
        properties.remove(tabs)
    put(properties, made)


def _tab(at: int, kind: str, leader: str) -> Element:
    return tag("tab", val=kind, leader=leader or None, pos=at)


def put(properties: Element, new: Element) -> None:
    """Put a paragraph property where the schema wants it."""
    place = _PLACES[str(new.tag)]
    behind = next((one for one in properties if _PLACES.get(str(one.tag), 0) > place), None)
    if behind is None:
        properties.append(new)
    else:
        behind.addprevious(new)


def layers(
    styles: Sequence[Element], level: Element, own: Element | None, *, named_by: int | None
) -> list[Element | None]:
    """Return the layers of a counted paragraph, the farthest first.

    Args:
        styles: the style elements of the paragraph's chain, the farthest first.
        level: the ``w:lvl`` that counts it.
        own: its own ``w:pPr``.
        named_by: the place in ``styles`` of the one that names the list, None where the paragraph
            names the list or its level itself.
    """
    found: list[Element | None] = []
    for place, style in enumerate(styles):
        if place == named_by:
            found.append(level.find(w("pPr")))
        found.append(style.find(w("pPr")))
    if named_by is None:
        found.append(level.find(w("pPr")))
    return [*found, own]
