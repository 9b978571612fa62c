"""The parts of a Word file beside its text: footnotes and comments."""

from collections.abc import Callable, Iterable

from toolkit.model import Note, Remark
from toolkit.ooxml.build import run, tag, val
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.xml import Element, as_number, w
from toolkit.writers.docx_roles import Roles


class Footnotes:
    """Real footnotes, in their own part, in the order in which their references are written."""

    def __init__(
        self,
        editing: Editing,
        roles: Roles,
        notes: Iterable[Note],
        words: Callable[[Note], Iterable[Element]],
    ) -> None:
        """Begin numbering with the first of ``notes`` that has a number; ``words`` sets a note."""
        self._editing = editing
        self._roles = roles
        self._words = words
        numbers = (as_number(one.number) for one in notes)
        self.first = next((one for one in numbers if one is not None), 1)
        self._next_number = self.first
        self._root: Element | None = None
        self._next_id = 1

    def add(self, note: Note) -> Element:
        """Add a note and return the run with its reference.

        A number that is the next one is left to Word; any other sign is written as text.
        """
        custom = note.number != str(self._next_number)
        self._next_number += not custom
        return self.put(note, custom=custom)

    def put(self, note: Note, *, custom: bool) -> Element:
        """Add a note whose number is typed (``custom``) or left to Word; as ``add`` otherwise."""
        root = self._part()
        note_id = self._next_id
        self._next_id += 1
        root.append(self._note(note, note_id, custom=custom))
        reference = tag("footnoteReference", customMarkFollows="1" if custom else None, id=note_id)
        made = tag("r", self._reference_style(), reference)
        if custom:
            made.extend(run(note.number))
        return made

    def _note(self, note: Note, note_id: int, *, custom: bool) -> Element:
        sign = run(note.number) if custom else tag("r", tag("footnoteRef"))
        style = self._reference_style()
        if style is not None:
            sign.insert(0, style)
        paragraph = tag(
            "p",
            tag("pPr", val("pStyle", self._roles["footnote-text"])),
            sign,
            run("\t"),
            *self._words(note),
        )
        return tag("footnote", paragraph, id=note_id)

    def _reference_style(self) -> Element | None:
        style = self._roles["footnote-reference"]
        plain = val("vertAlign", "superscript")
        return tag("rPr", val("rStyle", style) if style else plain)

    def _part(self) -> Element:
        if self._root is None:
            self._root = self._editing.part("footnotes", _separators())
            self._drop_left_overs(self._root)
            ids = [as_number(one.get(w("id"))) or 0 for one in self._root]
            self._next_id = max([*ids, 0]) + 1
        return self._root

    def _drop_left_overs(self, root: Element) -> None:
        """Take out the notes of a text that once stood in the template."""
        main = self._editing.root(self._editing.main)
        used = {one.get(w("id")) for one in main.iter(w("footnoteReference"))}
        for note in list(root):
            if note.get(w("type")) is None and note.get(w("id")) not in used:
                root.remove(note)

    @property
    def used(self) -> bool:
        """Whether any note was written."""
        return self._root is not None


def plain_words(note: Note, *, hint: bool) -> list[Element]:
    """Return the words of a note as one run; ``hint`` as for ``Ink.east_asian``."""
    hinted = hint and not note.text.isascii()
    return [run(note.text, *([tag("rFonts", hint="eastAsia")] if hinted else []))]


def _separators() -> Element:
    pairs = (("-1", "separator"), ("0", "continuationSeparator"))
    notes = [
        tag("footnote", tag("p", tag("r", tag(kind))), type=kind, id=number)
        for number, kind in pairs
    ]
    return tag("footnotes", *notes)


class Comments:
    """Word comments, one for each remark."""

    def __init__(self, editing: Editing, roles: Roles) -> None:
        self._editing = editing
        self._roles = roles
        self._root: Element | None = None
        self._next_id = 0

    def add(self, remark: Remark) -> int:
        """Add a comment and return its number."""
        if self._root is None:
            self._root = self._editing.part("comments", tag("comments"))
            ids = [as_number(one.get(w("id"))) or 0 for one in self._root]
            self._next_id = max([*ids, -1]) + 1
        number = self._next_id
        self._next_id += 1
        style = tag("pPr", val("pStyle", self._roles["comment-text"]))
        paragraphs = [tag("p", style, run(remark.text))]
        initials = "".join(word[0] for word in remark.author.split())
        self._root.append(
            tag("comment", *paragraphs, id=number, author=remark.author, initials=initials)
        )
        return number
