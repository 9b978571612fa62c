"""Blocks of the model to paragraphs and tables of Word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.languages import Language
from toolkit.model import Block, Kind, Remark
from toolkit.model.edits import Spot
from toolkit.ooxml.build import field, run, tag, val
from toolkit.ooxml.xml import Element
from toolkit.writers.captions import on_two_lines
from toolkit.writers.docx_live import LiveNumbers
from toolkit.writers.docx_notes import Comments
from toolkit.writers.docx_pointers import Pointer, Pointers
from toolkit.writers.docx_roles import Roles
from toolkit.writers.docx_runs import Comment, Ink, Inked, Shade, not_bold, part, shade_of
from toolkit.writers.docx_tables import Tables

_HEADINGS = ("chapter", "section", "subsection", "heading4", "heading5")
_UNSURE = "fuzzy"  # such words are coloured beside their comment, which nobody sees in print
# Latin in which no line ends; a shorter one leaves no gap that would be seen in a justified line.
_UNBROKEN = re.compile(r"[!-,./-~]{12,}")
_ITEMS = ("subparagraph", "subsubparagraph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that is at hand while the body of one document is written.

    ``live`` and ``pointers`` None: numbers are typed. ``comments`` and ``coloured`` say how remarks
    are shown. ``bare`` holds the roles whose styles do not set tabs and indents themselves.
    ``text_width`` is that of the page between its margins, in twips.
    """

    roles: Roles
    ink: Ink
    language: Language
    live: LiveNumbers | None
    pointers: Pointers | None
    comments: Comments | None
    coloured: bool
    remarks: dict[str, list[Remark]]
    bare: frozenset[str]
    text_width: int


class BodyWriter:
    """Writes the blocks of one document in their order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._roles = desk.roles
        self._counts: Counter[str] = Counter()  # the last number of each series

    def elements(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Yield the elements for all blocks."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        match block.kind:
            case Kind.HEADING:
                yield from self._heading(block)
            case Kind.RECOMMENDATION:
                yield from self._recommendation(block)
            case Kind.TABLE:
                yield from self._table(block)
            case Kind.PARAGRAPH:
                yield self._numbered(block, "paragraph", lead="")
            case Kind.ITEM:
                yield self._item(block)
            case Kind.CAPTION:
                yield self._caption(block)
            case Kind.FOOTNOTE:
                yield self._loose_note(block)
            case _:
                yield self._paragraph("text", self._inked(block), label=block.label)

    # -- headings ------------------------------------------------------------------------------
    def _heading(self, block: Block) -> Iterator[Element]:
        inked = self._inked(block, self._continued(block))
        if self._is_annex(block):
            label = block.label or ""
            yield self._paragraph(
                "annex-title", Inked(text=""), label=label, gap="", owner=block.id
            )
            if inked.text:
                yield self._paragraph("annex-subtitle", inked)
            return
        role = _HEADINGS[min(max(block.level or 1, 1), len(_HEADINGS)) - 1]
        yield self._numbered(
            Block(id=block.id, kind=block.kind, text="", label=block.label, number=block.number),
            role,
            lead="\t",
            inked=inked,
        )

    def _is_annex(self, block: Block) -> bool:
        return bool(block.label) and self._desk.language.annex_number(block.label or "") is not None

    def _continued(self, block: Block) -> str:
        """Return what is added to a heading that goes on from another document."""
        if not block.continued:
            return ""
        words = self._desk.language.masthead.continued[0]
        return f" {words}" if self._desk.language.spaced else words

    # -- numbered things -----------------------------------------------------------------------
    def _item(self, block: Block) -> Element:
        level = max(block.level or 1, 1)
        role = _ITEMS[min(level, len(_ITEMS)) - 1]
        lead = "\t" if level == 1 else ""
        return self._numbered(block, role, lead=lead, deeper=max(level - len(_ITEMS), 0))

    def _numbered(
        self,
        block: Block,
        role: str,
        *,
        lead: str,
        inked: Inked | None = None,
        deeper: int = 0,
    ) -> Element:
        """Return a paragraph whose label Word counts, or that is typed after ``lead``."""
        words = self._inked(block) if inked is None else inked
        live = self._desk.live
        if live is not None and block.label and not deeper:
            properties = live.properties(role, block.label, block.number)
            if properties is not None:
                made = tag("p", tag("pPr", *properties, *self._ragged(words.text)))
                made.extend(self._marked(block, self._desk.ink.runs(words)))
                return made
        label = f"{lead}{block.label or ''}" if block.label or role in _HEADINGS else None
        return self._paragraph(role, words, label=label, deeper=deeper, owner=block.id)

    def _marked(self, block: Block, words: Iterable[Element]) -> Iterable[Element]:
        """Return the words of a counted paragraph, in a bookmark if anything points to it."""
        pointers = self._desk.pointers
        if pointers is None or not pointers.wants(block.id):
            return words
        return pointers.mark(block.id, words, (block.label or "").rstrip("."), counted=True)

    def _recommendation(self, block: Block) -> Iterator[Element]:
        yield self._recommendation_heading(block)
        if block.text or block.notes:
            yield self._paragraph("recommendation-body", self._inked(block))

    def _recommendation_heading(self, block: Block) -> Element:
        role, label = "recommendation-heading", block.label or ""
        word, found, rest = label.rpartition(str(block.number))
        pointers = self._desk.pointers
        if pointers is None or not found or rest:
            return self._paragraph(role, Inked(text=""), label=label, gap="", owner=block.id)
        code = self._sequence("Recommendation", block.number or 0)
        counted = field(code, str(block.number))
        made = self._paragraph(role, Inked(text=""))
        made.extend(self._words(word))
        made.extend(pointers.mark(block.id, counted, str(block.number), counted=False))
        return made

    def _caption(self, block: Block) -> Element:
        """Return a caption, its label on a line of its own and not bold as the title below it."""
        parted, at = on_two_lines(block, self._desk.language)
        inked = self._inked(parted)
        if not at:
            return self._paragraph("caption", inked, label=block.label, gap=" ")
        label = replace(part(inked, 0, at), text=inked.text[: at + 1], plain=True)
        made = self._paragraph("caption", Inked(text=""))
        made.extend(self._table_label(block, label))
        made.extend(self._desk.ink.runs(part(inked, at + 1, len(inked.text))))
        return made

    def _table_label(self, block: Block, label: Inked) -> Iterable[Element]:
        """Return "Table 1" as runs; Word counts the tables where it counts at all."""
        pointers, runs = self._desk.pointers, self._desk.ink.runs
        number = label.text.removeprefix(self._desk.language.masthead.table).strip()
        if pointers is None or not number.isdecimal() or label.notes or label.marks:
            return runs(label)
        at = label.text.index(number)
        counted = field(self._sequence("Table", int(number)), number, *not_bold())
        return [
            *runs(part(label, 0, at)),
            *pointers.mark(block.id, counted, number, counted=False),
            *runs(part(label, at + len(number), len(label.text))),
        ]

    def _sequence(self, name: str, number: int) -> str:
        """Return the code of a field that counts on, or begins anew where numbers do not."""
        restart = "" if number == self._counts[name] + 1 else f" \\r {number}"
        self._counts[name] = number
        return f"SEQ {name} \\* ARABIC{restart}"

    # -- everything else -----------------------------------------------------------------------
    def _loose_note(self, block: Block) -> Element:
        return self._paragraph("footnote-text", self._inked(block), label=block.label)

    def _paragraph(
        self,
        role: str,
        inked: Inked,
        *,
        label: str | None = None,
        gap: str = "\t",
        deeper: int = 0,
        owner: str = "",
    ) -> Element:
        """Return a paragraph, with the typed label of the block ``owner`` before its words."""
        properties = tag("pPr", val("pStyle", self._roles[role]))
        if role in self._desk.bare:
            properties.extend(_place(role))
        if deeper:
            properties.append(tag("ind", left=2693 + 475 * deeper, hanging=475))
        properties.extend(self._ragged(inked.text))
        typed = [] if label is None else self._label(owner, label, gap)
        return tag("p", properties, *typed, *self._desk.ink.runs(inked))

    def _ragged(self, text: str) -> list[Element]:
        """Return what keeps a symbol from stretching the Chinese before it over the whole line."""
        if self._desk.language.spaced or _UNBROKEN.search(text) is None:
            return []
        return [val("jc", "left")]

    def _label(self, owner: str, label: str, gap: str) -> list[Element]:
        """Return a typed label with what parts it from the words; one alone is set like words."""
        typed = label + gap
        pointers = self._desk.pointers
        if pointers is not None and owner:
            return pointers.label(owner, typed, self._words if not gap else _typed)
        return _typed(typed) if gap else self._words(typed)

    def _words(self, text: str) -> list[Element]:
        return list(self._desk.ink.runs(Inked(text=text)))

    def _inked(self, block: Block, addition: str = "") -> Inked:
        comments, shades = self._anchored(block)
        return Inked(
            text=block.text + addition,
            marks=block.marks,
            notes=block.notes,
            comments=comments,
            shades=shades,
            pointers=self._pointers(block),
        )

    def _pointers(self, block: Block) -> list[Pointer]:
        """Return the numbers in a block's text that point to others; in tables those of cells."""
        pointers = self._desk.pointers
        if pointers is None:
            return []
        found = list(pointers.of(Spot(block_id=block.id)))
        at = 0
        for row_at, row in enumerate(block.rows):
            for cell_at, cell in enumerate(row):
                here = pointers.of(Spot(block_id=block.id, cell=(row_at, cell_at)))
                found += [replace(one, start=one.start + at, end=one.end + at) for one in here]
                at += len(cell) + 1
        return found

    def _anchored(self, block: Block) -> tuple[list[Comment], list[Shade]]:
        remarks = self._desk.remarks.get(block.id, [])
        length = len(block.text)
        spans = [(max(one.start, 0), min(one.end, length), one) for one in remarks]
        comments: list[Comment] = []
        if self._desk.comments is not None:
            add = self._desk.comments.add
            comments = [
                Comment(start=min(start, length), end=end, id=add(one)) for start, end, one in spans
            ]
        return comments, [
            Shade(start=start, end=end, fill=shade_of(one.tone))
            for start, end, one in spans
            if self._desk.coloured or (comments and one.tone == _UNSURE)
        ]

    def _table(self, block: Block) -> Iterator[Element]:
        if not any(block.rows):
            yield self._paragraph("text", self._inked(block))
            return
        tables = Tables(self._roles, self._desk.ink, self._desk.text_width)
        yield tables.table(block, self._inked(block))
        # Two tables in a row would become one, and a text cannot end with a table.
        small = tag("spacing", after=0, line=120, lineRule="exact")
        yield tag("p", tag("pPr", val("pStyle", self._roles["text"]), small))


def _typed(text: str) -> list[Element]:
    return [run(text)]


def _place(role: str) -> list[Element]:
    """Return tabs and indents for what templates do not set in their styles but each time."""
    if role in _HEADINGS:
        stops = tag("tabs", tag("tab", val="right", pos=1022), tag("tab", val="left", pos=1267))
        space = tag("spacing", before=240, after=120)
        return [stops, space, tag("ind", left=1267, right=1267, hanging=1267)]
    if role == "subsubparagraph":
        return [tag("ind", left=2693, right=1267, hanging=475)]
    if role in ("recommendation-heading", "annex-title", "annex-subtitle", "caption"):
        return [tag("ind", left=1267, right=1267, firstLine=0)]
    return []
