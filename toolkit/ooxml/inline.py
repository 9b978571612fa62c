"""The words inside a paragraph, with their formatting, notes, fields and text boxes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.ooxml.looks import Looks, RunLook
from toolkit.ooxml.package import Relationship
from toolkit.ooxml.records import NoteRef, Stretch
from toolkit.ooxml.signs import SIGNS
from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.xml import Element, elements, local, mc, r, w

_MAX_DEPTH = 80  # deeper than any document that people made
_CURRENT_SKIPS = frozenset({w("del"), w("moveFrom"), w("delText")})
_ORIGINAL_SKIPS = frozenset({w("ins"), w("moveTo")})
_ALWAYS_SKIPPED = frozenset(
    w(name)
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt")
)
_PICTURES = frozenset({"drawing", "pict", "object"})
_BOX = w("txbxContent")
_UNSET = RunLook()
_SKIPPED = {
    False: _ALWAYS_SKIPPED | _CURRENT_SKIPS,
    True: _ALWAYS_SKIPPED | _ORIGINAL_SKIPS,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for a whole part: styles, relationships, and which revisions count."""

    styles: StyleSheet
    relations: Mapping[str, Relationship]
    original: bool = False

    @property
    def skipped(self) -> frozenset[str]:
        """The elements whose words are not read."""
        return _SKIPPED[self.original]


@dataclass(slots=True)
class _Field:
    """A complex field that is open; its words count from the separator on."""

    code: str = ""
    in_result: bool = False

    @property
    def link(self) -> str:
        words = self.code.split()
        if len(words) > 1 and words[0].upper() == "HYPERLINK" and words[1].startswith('"'):
            return words[1].strip('"')
        return ""


@dataclass(slots=True)
class Line:
    """The words of one paragraph, gathered."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    notes: list[NoteRef] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: int = 0
    letters: bool = False  # anything but white space so far
    all_bold: bool = True

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.pieces)


class Inline:
    """Walks the inside of paragraphs; open fields reach from one paragraph into the next."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._skipped = setting.skipped
        self._fields: list[_Field] = []
        self._mark_follows = False
        self._line = Line()
        self._style: str | None = None
        # Elements and runs are many, their names and looks few: each is worked out once.
        self._takers: dict[str, _Taker] = {}
        self._looks = Looks(setting.styles)

    def begin(self) -> None:
        """Begin another text: no field of the one before is open in it."""
        self._fields.clear()

    def walk(self, paragraph: Element, line: Line, style: str | None) -> None:
        """Add the words of a paragraph to ``line``; ``style`` is the one it names itself."""
        self._line = line
        self._mark_follows = False
        self._style = style
        self._children(paragraph, _UNSET, "", 0)

    def _children(self, parent: Element, run: RunLook, link: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._say(parent, "".join(one.text or "" for one in parent.iter(w("t"))), run, link)
            return
        skipped, takers = self._skipped, self._takers
        for child in parent:
            tag = child.tag
            if tag in skipped or not isinstance(tag, str):
                continue
            taker = takers.get(tag)
            if taker is None:
                taker = takers[tag] = _taker(child)
            taker(self, child, run, link, depth + 1)

    def _in_run(self, element: Element, _run: RunLook, link: str, depth: int) -> None:
        self._children(element, self._looks.of(element, self._style), link, depth)

    def _in_link(self, element: Element, run: RunLook, link: str, depth: int) -> None:
        self._children(element, run, self._address(element) or link, depth)

    def _box(self, element: Element, _run: RunLook, _link: str, _depth: int) -> None:
        self._line.boxes.append(element)

    def _picture(self, element: Element, run: RunLook, link: str, depth: int) -> None:
        self._line.pictures += 1
        self._children(element, run, link, depth)

    def _alternative(self, element: Element, run: RunLook, link: str, depth: int) -> None:
        """Read one of the forms of the same thing: the first that has words."""
        choices = [one for one in elements(element) if local(one) in ("Choice", "Fallback")]
        speaking = (one for one in choices if next(one.iter(w("t"), _BOX), None) is not None)
        chosen = next(speaking, choices[0] if choices else None)
        if chosen is not None:
            self._children(chosen, run, link, depth)

    def _say(self, _source: Element, text: str, run: RunLook, link: str) -> None:
        if not text or run.hidden or (self._fields and self._in_code()):
            return
        line = self._line
        if self._mark_follows and line.notes:
            self._mark_follows = False
            last = line.notes.pop()
            line.notes.append(NoteRef(at=last.at, id=last.id, mark=text, endnote=last.endnote))
            return
        if not text.isspace():
            line.letters = True
            line.all_bold = line.all_bold and run.bold
        if self._fields and not link:
            link = next((one.link for one in reversed(self._fields) if one.link), "")
        if link or run.italic or run.bold:
            self._stretch(len(text), run, link)
        line.pieces.append(text)
        line.length += len(text)

    def _in_code(self) -> bool:
        """Return whether what comes is the code of a field, not its result."""
        return any(not one.in_result for one in self._fields)

    def _stretch(self, length: int, run: RunLook, link: str) -> None:
        bold = run.bold and not run.plain_bold
        if not (bold or run.italic or link):
            return
        start, end, stretches = self._line.length, self._line.length + length, self._line.stretches
        last = stretches[-1] if stretches else None
        same = last and (last.end, last.bold, last.italic, last.link) == (
            start, bold, run.italic, link,
        )  # fmt: skip
        if last and same:
            start = stretches.pop().start
        stretches.append(Stretch(start=start, end=end, bold=bold, italic=run.italic, link=link))

    def _address(self, hyperlink: Element) -> str:
        arrow = self._setting.relations.get(hyperlink.get(r("id"), ""))
        return arrow.target if arrow is not None and arrow.external else ""

    def note(self, element: Element) -> None:
        """Take a reference to a note."""
        if self._in_code():
            return
        self._mark_follows = element.get(w("customMarkFollows")) in ("1", "true", "on")
        endnote = local(element) == "endnoteReference"
        reference = NoteRef(at=self._line.length, id=element.get(w("id"), ""), endnote=endnote)
        self._line.notes.append(reference)

    def field_sign(self, element: Element) -> None:
        """Take the beginning, the separator or the end of a complex field."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def field_code(self, element: Element) -> None:
        """Take a stretch of a field's code."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code += element.text or ""


_HANDLERS: Mapping[str, Callable[[Inline, Element], None]] = {
    "footnoteReference": Inline.note,
    "endnoteReference": Inline.note,
    "fldChar": Inline.field_sign,
    "instrText": Inline.field_code,
    "delInstrText": lambda _walker, _element: None,
}
_Taker = Callable[[Inline, Element, RunLook, str, int], None]


def _taker(element: Element) -> _Taker:
    """Return what takes an element of this name, here or in a namespace like Word's."""
    name = local(element)
    if name in SIGNS:
        return _saying(SIGNS[name])
    if name in _HANDLERS:
        return _handling(_HANDLERS[name])
    if name in _PICTURES:
        return Inline._picture
    named = {"r": Inline._in_run, "hyperlink": Inline._in_link}
    full = {mc("AlternateContent"): Inline._alternative, _BOX: Inline._box}
    return named.get(name) or full.get(str(element.tag)) or Inline._children


def _saying(sign: Callable[[Element], str]) -> _Taker:
    def take(walker: Inline, element: Element, run: RunLook, link: str, _depth: int) -> None:
        walker._say(element, sign(element), run, link)

    return take


def _handling(handler: Callable[[Inline, Element], None]) -> _Taker:
    def take(walker: Inline, element: Element, _run: RunLook, _link: str, _depth: int) -> None:
        handler(walker, element)

    return take
