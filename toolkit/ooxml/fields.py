"""Fields of Word as they stand: their codes, their results, and a field made plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.ooxml.xml import SPACE, Element, drop_from_run, w

_TOKEN = re.compile(r'"([^"]*)"|(\\.)|([^\s"\\]+)')
_DELETED = frozenset({w("del"), w("moveFrom")})
_PLAIN = frozenset(map(w, ("pPr", "rPr", "sdtPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid")))


@dataclass(slots=True)
class Field:
    """One field.

    ``signs`` are the elements that make it a field and show nothing: its beginning, code,
    separator and end. ``result`` are the leaves of what it shows. ``simple`` is a ``w:fldSimple``.
    """

    code: str = ""
    signs: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    simple: Element | None = None
    shows: bool = False
    nested: bool = False

    @property
    def name(self) -> str:
        """The first word of the code, in capitals."""
        words = self.code.split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def shown(self) -> str:
        """The words it shows."""
        return "".join(one.text or "" for one in self.result if one.tag == w("t"))

    def arguments(self) -> tuple[list[str], dict[str, str]]:
        """Return the words of the code behind its name, and its switches with what follows each."""
        words: list[str] = []
        switches: dict[str, str] = {}
        last = ""
        for quoted, switch, word in _TOKEN.findall(self.code)[1:]:
            if switch:
                last = switch
                switches[switch] = ""
            elif last in ("\\*", "\\r", "\\s", "\\d", "\\#", "\\@"):
                switches[last] = quoted or word
                last = ""
            else:
                words.append(quoted or word)
        return words, switches


def fields(root: Element) -> Iterator[Field]:
    """Yield the fields of a part as they end; what tracked changes deleted is passed over."""
    stack: list[Field] = []
    for one in _leaves(root):
        if one.tag == w("fldSimple"):
            shown = list(one.iter(w("t"), w("tab"), w("br")))
            yield Field(one.get(w("instr"), ""), [], shown, one, shows=True)
        elif one.tag == w("fldChar") and one.get(w("fldCharType")) == "begin":
            for outer in stack:
                outer.nested = True
            stack.append(Field(signs=[one]))
        elif stack and _take(stack, one):
            yield stack.pop()


def _take(stack: list[Field], one: Element) -> bool:
    """Give an element to the fields that are open; return whether the innermost ends with it."""
    own = stack[-1]
    kind = one.get(w("fldCharType")) if one.tag == w("fldChar") else None
    if kind or not own.shows:
        own.signs.append(one)
        own.shows = own.shows or kind == "separate"
        own.code += (one.text or "") if one.tag == w("instrText") else ""
        return kind == "end"
    for outer in stack:
        if outer.shows:
            outer.result.append(one)
    return False


def _leaves(root: Element) -> Iterator[Element]:
    """Yield what stands in runs, and simple fields, in order; however deep they stand."""
    waiting: list[Iterator[Element]] = [iter(root)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in _DELETED or child.tag in _PLAIN or not isinstance(child.tag, str):
            continue
        elif child.tag == w("r"):
            yield from (one for one in child if one.tag != w("rPr") and isinstance(one.tag, str))
            waiting += [iter(box) for box in reversed(list(_boxes(child)))]
        else:
            if child.tag == w("fldSimple"):
                yield child
            waiting.append(iter(child))


def _boxes(run: Element) -> Iterator[Element]:
    """Yield the text boxes of a run, without those inside of them."""
    for box in run.iter(w("txbxContent")):
        if next(box.iterancestors(w("txbxContent"), run.tag)) is run:
            yield box


def make_plain(one: Field, shown: str | None = None) -> None:
    """Leave of a field what it shows; ``shown`` replaces the words."""
    if shown is not None and shown != one.shown:
        _say(one, shown)
    for sign in one.signs:
        drop_from_run(sign)
    if one.simple is not None:
        holder = one.simple.getparent()
        if holder is not None:
            at = holder.index(one.simple)
            holder[at : at + 1] = list(one.simple)


def _say(one: Field, shown: str) -> None:
    texts = [leaf for leaf in one.result if leaf.tag == w("t")]
    for place, text in enumerate(texts):
        if place:
            drop_from_run(text)
        else:
            text.text = shown
            if shown != shown.strip():
                text.set(SPACE, "preserve")
