"""Numbers that Word counts turned into text: labels of paragraphs, sequences, and references.

What is seen stays as it is: labels stand where the list set them, with the look the list gave
them. Bullets are no numbers and stay; so do tables of contents, page numbers, and everything else.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from toolkit.ooxml.build import run, tag, val
from toolkit.ooxml.flow import properties
from toolkit.ooxml.freezing_fields import freeze_fields
from toolkit.ooxml.layout import layers, put, setting, typed, write
from toolkit.ooxml.levels import Label, Levels
from toolkit.ooxml.opened import Opened, open_word
from toolkit.ooxml.standing import twins
from toolkit.ooxml.xml import Element, as_number, w

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
_REVISIONS = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange")))
_MARKS = frozenset(map(w, ("ins", "moveTo")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The file with typed numbers, and how many there were; the same bytes where there were none.

    ``labels`` are of paragraphs, ``sequences`` and ``references`` are fields. ``renewed`` are the
    fields whose result was out of date: what they showed and what they show now.
    """

    data: bytes
    labels: int
    sequences: int
    references: int
    renewed: tuple[tuple[str, str], ...]


def freeze(data: bytes, path: str) -> Frozen:
    """Turn the numbers of a Word file into text.

    Tracked changes are counted as if they were accepted.

    Raises:
        InputError: it is no Word file, or is damaged, so that writing it would lose something.
    """
    opened = open_word(data, path)
    levels = Levels(
        opened.styles, opened.numbering, opened.part("styles"), opened.part("numbering")
    )
    labels = dict(_labels(opened, levels))
    done = freeze_fields([opened.main, *_stories(opened)], labels)
    revisions = _Revisions(opened.main)
    for paragraph, label in labels.items():
        _type(paragraph, label, levels, revisions)
    if not labels and not done.sequences and not done.references:
        return Frozen(data=data, labels=0, sequences=0, references=0, renewed=())
    return Frozen(
        data=opened.editing.finish_kept(),
        labels=len(labels),
        sequences=done.sequences,
        references=done.references,
        renewed=done.renewed,
    )


def _stories(opened: Opened) -> Iterator[Element]:
    for kind in _STORIES:
        for name in opened.package.related(kind):
            yield opened.editing.root(name)


def _labels(opened: Opened, levels: Levels) -> Iterator[tuple[Element, Label]]:
    """Yield each paragraph of the main text that is numbered, with its label."""
    for place in opened.places:
        shown = place.traced.record.label
        if not shown or place.note is not None:
            continue
        for one in (place.traced.last, *twins(place.traced.last)):
            counted = levels.of(one)
            if counted is not None and counted.number_format != "bullet":
                yield one, Label(shown, counted)


def _type(paragraph: Element, label: Label, levels: Levels, revisions: "_Revisions") -> None:
    counted = label.counted
    own = properties(paragraph)
    suffix = _SUFFIXES.get(counted.suffix, "\t")
    live = setting(layers(counted.styles, counted.level, own, named_by=counted.named_by))
    without = setting([*(one.find(w("pPr")) for one in counted.styles), own])
    wanted, lead = typed(live, counted.align, tabbed=suffix == "\t")
    for old in own.findall(w("numPr")):
        own.remove(old)
    if levels.inherits(paragraph):
        put(own, tag("numPr", val("ilvl", 0), val("numId", 0)))
    write(own, wanted, without)
    made = run(f"{lead}{label.text}{suffix}", *_look(own, counted.level))
    mark = revisions.like_mark_of(own)
    if mark is not None:
        mark.append(made)
        made = mark
    own.addnext(made)


def _look(own: Element, level: Element) -> list[Element]:
    """Return the look of a label: that of the paragraph's mark, with what the level adds."""
    mark, added = own.find(w("rPr")), level.find(w("rPr"))
    look = {} if mark is None else {one.tag: one for one in mark if one.tag not in _REVISIONS}
    look |= {} if added is None else {one.tag: one for one in added}
    return sorted((deepcopy(one) for one in look.values()), key=_place)


# The order of the schema for what stands in ``w:rPr`` (ISO/IEC 29500-1, 17.3.2).
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_PLACES = {w(name): place for place, name in enumerate(_ORDER)}


def _place(one: Element) -> int:
    return _PLACES.get(str(one.tag), len(_ORDER))


class _Revisions:
    """Marks for what stands in a paragraph that a tracked change inserted."""

    def __init__(self, root: Element) -> None:
        self._last = max((as_number(one.get(w("id"))) or 0 for one in root.iter()), default=0)

    def like_mark_of(self, own: Element) -> Element | None:
        """Return an empty mark like that of a paragraph's end, None where it has none."""
        end = own.find(w("rPr"))
        mark = None if end is None else next((one for one in end if one.tag in _MARKS), None)
        if mark is None:
            return None
        self._last += 1
        made = tag("ins")
        for key, value in mark.attrib.items():
            made.set(key, value)
        made.set(w("id"), str(self._last))
        return made
