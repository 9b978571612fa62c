"""The words inside a paragraph, with their formatting, notes, fields and text boxes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.ooxml.package import Relationship
from toolkit.ooxml.records import NoteRef, Stretch
from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.symbols import symbol
from toolkit.ooxml.xml import Element, child_val, elements, local, mc, r, switch, w

_MAX_DEPTH = 80  # deeper than any document that people made
_CURRENT_SKIPS = frozenset({w("del"), w("moveFrom"), w("delText")})
_ORIGINAL_SKIPS = frozenset({w("ins"), w("moveTo")})
_ALWAYS_SKIPPED = frozenset(
    w(name)
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt")
)
_PICTURES = frozenset({"drawing", "pict", "object"})
_BOX = w("txbxContent")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for a whole part: styles, relationships, and which revisions count."""

    styles: StyleSheet
    relations: Mapping[str, Relationship]
    original: bool = False

    @property
    def skipped(self) -> frozenset[str]:
        """The elements whose words are not read."""
        return _ALWAYS_SKIPPED | (_ORIGINAL_SKIPS if self.original else _CURRENT_SKIPS)


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
class _Run:
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    plain_bold: bool = False  # bold by the paragraph's style alone


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
        self._flags: dict[tuple[str | None, str], bool] = {}

    def walk(self, paragraph: Element, line: Line) -> None:
        """Add the words of a paragraph to ``line``."""
        self._line = line
        self._mark_follows = False
        self._style = child_val(paragraph.find(w("pPr")), "pStyle")
        self._children(paragraph, _Run(), "", 0)

    def _children(self, parent: Element, run: _Run, link: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._say("".join(one.text or "" for one in parent.iter(w("t"))), run, link)
            return
        for child in elements(parent):
            if child.tag not in self._skipped:
                self._child(child, run, link, depth + 1)

    def _child(self, child: Element, run: _Run, link: str, depth: int) -> None:
        name = local(child)
        signs = _SIGNS.get(name)
        if signs is not None:
            self._say(signs(child), run, link)
        elif name in _HANDLERS:
            _HANDLERS[name](self, child)
        elif name == "r":
            self._children(child, self._run(child), link, depth)
        elif name == "hyperlink":
            self._children(child, run, self._address(child) or link, depth)
        elif child.tag == mc("AlternateContent"):
            self._alternative(child, run, link, depth)
        elif child.tag == _BOX:
            self._line.boxes.append(child)
        else:
            self._line.pictures += name in _PICTURES
            self._children(child, run, link, depth)

    def _alternative(self, element: Element, run: _Run, link: str, depth: int) -> None:
        """Read one of the forms of the same thing: the first that has words."""
        choices = [one for one in elements(element) if local(one) in ("Choice", "Fallback")]
        speaking = (one for one in choices if next(one.iter(w("t"), _BOX), None) is not None)
        chosen = next(speaking, choices[0] if choices else None)
        if chosen is not None:
            self._children(chosen, run, link, depth)

    def _say(self, text: str, run: _Run, link: str) -> None:
        if not text or run.hidden or any(not one.in_result for one in self._fields):
            return
        line = self._line
        if self._mark_follows and line.notes:
            self._mark_follows = False
            last = line.notes.pop()
            line.notes.append(NoteRef(at=last.at, id=last.id, mark=text, endnote=last.endnote))
            return
        if text.strip():
            line.letters = True
            line.all_bold = line.all_bold and run.bold
        address = link or next((one.link for one in reversed(self._fields) if one.link), "")
        self._stretch(len(text), run, address)
        line.pieces.append(text)
        line.length += len(text)

    def _stretch(self, length: int, run: _Run, link: str) -> None:
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

    def _run(self, element: Element) -> _Run:
        rpr = element.find(w("rPr"))
        character = child_val(rpr, "rStyle")

        def on(direct: bool | None, what: str) -> bool:
            if direct is not None:
                return direct
            # Word adds toggles of the two kinds of style up: bold in bold is plain.
            by_character = bool(character) and self._flag(character, what)
            return by_character != self._flag(self._style, what)

        return _Run(
            bold=on(switch(rpr, "b"), "bold"),
            italic=on(switch(rpr, "i"), "italic") and not self._flag(self._style, "italic"),
            hidden=on(switch(rpr, "vanish"), "hidden"),
            plain_bold=self._flag(self._style, "bold"),
        )

    def _flag(self, style: str | None, what: str) -> bool:
        """Return a flag of a style; chains are walked once, runs are many."""
        key = (style, what)
        if key not in self._flags:
            self._flags[key] = self._setting.styles.flag(style, what)
        return self._flags[key]

    def _address(self, hyperlink: Element) -> str:
        arrow = self._setting.relations.get(hyperlink.get(r("id"), ""))
        return arrow.target if arrow is not None and arrow.external else ""

    def note(self, element: Element) -> None:
        """Take a reference to a note."""
        if any(not one.in_result for one in self._fields):
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


def _plain(element: Element) -> str:
    return (element.text or "").translate(_WHITE)


def _break(element: Element) -> str:
    return "" if element.get(w("type")) in ("page", "column") else "\n"


_WHITE = str.maketrans("\n\r\t", "   ", "\u00ad")
_SIGNS: Mapping[str, Callable[[Element], str]] = {
    "t": _plain,
    "delText": _plain,
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "br": _break,
    "cr": lambda _: "\n",
    "noBreakHyphen": lambda _: "\u2011",
    "softHyphen": lambda _: "",
    "sym": symbol,
}
_HANDLERS: Mapping[str, Callable[[Inline, Element], None]] = {
    "footnoteReference": Inline.note,
    "endnoteReference": Inline.note,
    "fldChar": Inline.field_sign,
    "instrText": Inline.field_code,
    "delInstrText": lambda _walker, _element: None,
}
