"""From marked paragraphs to blocks: each judged by words, mark-up and what came before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.languages import Language
from toolkit.model import Block, Kind
from toolkit.numbering.label import Label, Shape, System
from toolkit.structure.ahead import Ahead
from toolkit.structure.items import ItemStack
from toolkit.structure.levels import Levels
from toolkit.structure.marking import (
    Marked,
    caption_label,
    ends_open,
    heading_words,
    is_caption,
    looks_set,
    marked_all,
    take_continued,
)
from toolkit.structure.para import Para, Role
from toolkit.structure.trail import Trail, joined_path

_LISTED: Final = (Shape.BRACKETS, Shape.CLOSE, Shape.BULLET)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it was found, for the judgement of its mark-up: ``sort`` is its own kind."""

    sort: str
    block: Block
    para: Para


@dataclass(frozen=True, slots=True)
class Walked:
    """The blocks, in order and with ids, and the headings among them with their paragraphs."""

    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]


def walk(paras: Sequence[Para], language: Language, left: Sequence[Para] = ()) -> Walked:
    """Return the blocks of a text. ``left`` are paragraphs of the masthead that are no field."""
    walker = _Walker(marked_all(paras, language), language)
    for para in left:
        walker.leave(para)
    walker.run()
    return Walked(tuple(walker.blocks), tuple(walker.headings))


class _Walker:
    """The state of one walk: open headings and lists, the running number, what ended last."""

    def __init__(self, marked: Sequence[Marked], language: Language) -> None:
        self.marked = marked
        self.language = language
        self.ahead = Ahead(marked)
        self.trail = Trail()
        self.items = ItemStack()
        self.levels = Levels(self.trail, self.items, language)
        self.container = ""  # path of the paragraph or recommendation that is open
        self.bodiless = False  # a recommendation's heading waits for its body
        self.opens = False  # what stands before ends with a colon
        self.number: int | None = None  # of the last numbered paragraph
        self.shape = Shape.DOT  # of its label
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []

    def run(self) -> None:
        at = 0
        while at < len(self.marked):
            at += self._one(at)

    def leave(self, para: Para) -> None:
        """Keep a paragraph of the masthead: a title-page note as a note, else as text."""
        if para.role is Role.FOOTNOTE:
            self._add(Kind.FOOTNOTE, para, para.label)
            return
        text = " ".join(para.text.split())
        words = text.lstrip("*")
        mark = text[: len(text) - len(words)]
        kind = Kind.FOOTNOTE if mark and words else Kind.TEXT
        plain = replace(para, text=words.strip() if mark else text, notes=(), marks=())
        self._add(kind, plain, mark or None)

    def _one(self, at: int) -> int:
        """Make the block of the paragraph ``at``; return how many paragraphs it took."""
        one = self.marked[at]
        if self._apart(one):
            return 1
        if one.annex is not None:
            return self._annex(at, one)
        if one.recommendation is not None:
            self._recommendation(one, one.recommendation)
            return 1
        taken = self._heading(at, one)
        if taken:
            return taken
        self._body(at, one)
        return 1

    def _apart(self, one: Marked) -> bool:
        """Add what stands outside the running text."""
        para = one.para
        if para.rows:
            text = "\n".join("\t".join(row) for row in para.rows)
            self._add(Kind.TABLE, replace(para, text=text), None)
        elif para.role is Role.FOOTNOTE:
            self._add(Kind.FOOTNOTE, para, para.label or None)
        elif is_caption(one, self.language) or self._under_label(one):
            self._add(Kind.CAPTION, para, None)
        else:
            return False
        return True

    def _under_label(self, one: Marked) -> bool:
        """Return whether this is the title of a table or figure whose label has its own line."""
        before = self.blocks[-1] if self.blocks else None
        if before is None or before.kind is not Kind.CAPTION or not before.text:
            return False
        return caption_label(before.text, self.language) == before.text and self._titles(one)

    # -- headings --------------------------------------------------------------------------
    def _annex(self, at: int, one: Marked) -> int:
        number, raw = one.annex or (None, "")
        self._close()
        self.number = None
        self.trail.open_annex(number, one.para.depth)
        words, taken = one.rest, 1
        if not words.text and self._is_title(at + 1):
            words, taken = self.marked[at + 1].para, 2
        words, continued = take_continued(words, self.language)
        words = replace(words, place=one.para.place)
        self._add(Kind.HEADING, words, raw, number=number, level=1, continued=continued)
        return taken

    def _is_title(self, at: int) -> bool:
        """Return whether the paragraph ``at`` is the title of the heading before it."""
        return at < len(self.marked) and self._titles(self.marked[at])

    def _titles(self, one: Marked) -> bool:
        fits = one.plain and heading_words(one.para.text, self.language)
        return fits and one.para.role in (None, Role.HEADING, Role.TITLE, Role.BODY, Role.SUBTITLE)

    def _heading(self, at: int, one: Marked) -> int:
        """Add a heading if it is one; return how many paragraphs it took, 0 when it is none."""
        label_level = self.levels.of(
            one, below=self.ahead.figure_at(at + 1), number=self.number, opens=self.opens
        )
        if label_level is not None:
            return self._labelled_heading(at, one, *label_level)
        if one.labels or not looks_set(one.para) or not heading_words(one.para.text, self.language):
            return 0
        self._close()
        level = self.trail.open_nameless(one.para.depth)
        words, continued = take_continued(one.para, self.language)
        block = self._add(Kind.HEADING, words, None, level=level, continued=continued)
        self.headings.append(Heading("nameless", block, one.para))
        return 1

    def _labelled_heading(self, at: int, one: Marked, label: Label, level: int) -> int:
        words, taken = one.rest, 1
        if (
            not words.text
            and self._is_title(at + 1)
            and self.marked[at + 1].para.role is not Role.BODY
        ):
            words, taken = self.marked[at + 1].para, 2
        self._close()
        sort = f"level {level}" + (" of an annex" if self.trail.in_annex else "")
        level = self.trail.open_labelled(level, label, one.para.depth)
        words, continued = take_continued(words, self.language)
        words = replace(words, place=one.para.place)
        block = self._add(
            Kind.HEADING, words, label.raw, number=label.value, level=level, continued=continued
        )
        self.headings.append(Heading(sort, block, one.para))
        return taken

    # -- numbered text ---------------------------------------------------------------------
    def _recommendation(self, one: Marked, label: Label) -> None:
        self._close()
        self.container = joined_path([self.trail.path, f"rec {label.value}" + _tail(label)])
        block = self._add(Kind.RECOMMENDATION, one.rest, label.raw, number=label.value)
        self.bodiless = not one.rest.text
        self.headings.append(Heading("recommendation", block, one.para))

    def _body(self, at: int, one: Marked) -> None:
        figure = one.reading(System.ARABIC, shape=Shape.DOT)
        if figure is not None and not self._is_list_number(at, figure):
            self._paragraph(one, figure)
        elif (odd := self._odd_figure(one)) is not None:
            self._paragraph(one, odd)
        elif one.labels and self._is_listed(one):
            self._item(at, one)
        elif self.bodiless and one.para.role is not Role.HEADING:
            self._fill_recommendation(one.para)
        else:
            self._add(Kind.TEXT, one.para, None)

    def _paragraph(self, one: Marked, label: Label) -> None:
        self._close()
        self.number, self.shape = label.value, label.shape
        self.container = joined_path([self.trail.path, f"para {label.value}" + _tail(label)])
        self._add(Kind.PARAGRAPH, one.rest, label.raw, number=label.value)

    def _odd_figure(self, one: Marked) -> Label | None:
        """Return the label of a paragraph in a text that numbers them "1)" or "(1)"."""
        for shape in (Shape.CLOSE, Shape.BRACKETS):
            label = one.reading(System.ARABIC, shape=shape)
            if label is None or self.opens or self.items:
                continue
            first = self.number is None and not self.container and label.value == 1
            if first or (self.shape is not Shape.DOT and label.value == (self.number or 0) + 1):
                return label
        return None

    def _is_list_number(self, at: int, label: Label) -> bool:
        """Return whether "2." numbers a list inside a paragraph, not the next paragraph."""
        value = label.value or 0
        due = (self.number or 0) + 1
        last = self.items.last_number()
        if last is None:
            if value != 1 or not self.opens:
                return False
            return self.number is not None or bool(self.container) or self.ahead.comes(1, at)
        if value == last + 1:
            return value != due or self.ahead.comes(value, at) or self._ends_list(at, value)
        return value != due and abs(value - last) < abs(value - due)

    def _ends_list(self, at: int, value: int) -> bool:
        """Return whether the last number of a text ends a list that it is no longer than."""
        if self.ahead.comes(value + 1, at) or self.blocks[-1].kind is not Kind.ITEM:
            return False
        longest = 0
        for block in reversed(self.blocks):
            if block.kind is not Kind.ITEM:
                break
            longest = max(longest, len(block.text))
        return len(self.marked[at].rest.text) <= 1.5 * longest

    def _is_listed(self, one: Marked) -> bool:
        """Return whether a label is an item's: "(a)", "a)", "-"; "a." and "i." only in a list."""
        if any(label.shape in _LISTED for label in one.labels):
            return True
        if any(label.system is System.ARABIC for label in one.labels):
            return True
        lower = (System.LETTER_LOWER, System.ROMAN_LOWER)
        inside = bool(self.items) or self.opens or one.para.role is Role.ITEM
        return inside and any(label.system in lower for label in one.labels)

    def _item(self, at: int, one: Marked) -> None:
        placed = self.items.place(one.labels, opens=self.opens, following=self.ahead.following(at))
        self.bodiless = False
        path = joined_path([self.container or self.trail.path, placed.path])
        self._add(
            Kind.ITEM, one.rest, one.raw, number=placed.label.value, level=placed.level, path=path
        )

    def _fill_recommendation(self, para: Para) -> None:
        """Set the words below a recommendation's heading into its block."""
        head = self.blocks[-1]
        self.bodiless = False
        notes = (*head.notes, *para.notes)
        self.blocks[-1] = replace(head, text=para.text, notes=notes, marks=para.marks)
        self.opens = ends_open(para.text)

    # -- blocks ----------------------------------------------------------------------------
    def _close(self) -> None:
        self.items.clear()
        self.container = ""
        self.bodiless = False

    def _add(  # noqa: PLR0913
        self,
        kind: Kind,
        para: Para,
        label: str | None,
        *,
        number: int | None = None,
        level: int | None = None,
        path: str | None = None,
        continued: bool = False,
    ) -> Block:
        block = Block(
            id=f"b{len(self.blocks) + 1}",
            kind=kind,
            text=para.text,
            label=label,
            number=number,
            level=level,
            path=self.container or self.trail.path if path is None else path,
            continued=continued,
            notes=para.notes,
            marks=para.marks if kind is not Kind.TABLE else (),
            place=para.place,
            rows=para.rows,
            merged=para.merged,
        )
        self.blocks.append(block)
        if kind not in (Kind.TABLE, Kind.FOOTNOTE, Kind.CAPTION):
            self.opens = ends_open(para.text)
        return block


def _tail(label: Label) -> str:
    return f" {label.suffix}" if label.suffix else ""
