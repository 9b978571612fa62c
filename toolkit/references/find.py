"""All references of a document, each led to its target."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toolkit.languages import NumeralForm, ReferenceList, RefKind, by_code
from toolkit.model import Block, Document, Kind
from toolkit.model.edits import Spot
from toolkit.references.index import index_of
from toolkit.references.reference import Reference
from toolkit.references.resolve import Resolver


def find_references(document: Document, *, prints: bool = True) -> tuple[Reference, ...]:
    """Return the references of a document in reading order, those of notes and cells included.

    Without ``prints`` targets have no fingerprints, which saves half of the time.
    What leads out of the document is among them, without targets. The words "Table 2" at the
    head of a caption are a label and no reference.
    """
    return _found(document, prints)


@lru_cache(maxsize=4)
def _found(document: Document, prints: bool) -> tuple[Reference, ...]:
    return tuple(_references(document, Resolver(index_of(document), prints=prints)))


def _references(document: Document, resolver: Resolver) -> Iterator[Reference]:
    language = by_code(document.language)
    for at, block in enumerate(document.blocks):
        for where, text in texts(block):
            lists = language.reference_lists(text)
            for place, found in enumerate(lists):
                if not found.span.start and _is_own(where) and _is_label(block, found):
                    continue
                annex = _annex(text, lists, place)
                targets = () if found.outside else resolver.targets(found, at, annex)
                yield Reference(where=where, text=text, found=found, targets=targets)


def _is_own(where: Spot) -> bool:
    """Return whether a spot is the words of a block, not a note or a cell."""
    return where.note is None and where.cell is None


def _is_label(block: Block, found: ReferenceList) -> bool:
    """Return whether a mention at the head of a block names the block itself.

    So do "Table 2" before a caption, and 第四段 where nothing is said of it (第四段。 but not
    第四段规定…).
    """
    if block.kind is Kind.CAPTION:
        return True
    han = len(found.members) == 1 and found.members[0].form is NumeralForm.HAN
    return han and block.text[found.span.end : found.span.end + 1] in _BEHIND_LABELS


_BEHIND_LABELS = ("", "。", "：", ":", "\u3000", " ")


# What may stand between an annex and what is named in it, before and behind.
_IN_ANNEX = re.compile(
    r"(?:,?\s(?:of|to)\s(?:the\spresent|this)\s\w{1,20})?"
    r"(?:(?P<bracket>\s?[(（])|(?:[,，]?\s?|的)(?:(?:in\sparticular|notably)\s|特别是|尤其是)?)"
)
_OF_ANNEX = frozenset((" of ", " of the ", " in ", " in the ", " to the "))
_PARTS = (RefKind.PARAGRAPH, RefKind.SECTION, RefKind.CHAPTER)


def _annex(text: str, lists: Sequence[ReferenceList], place: int) -> ReferenceList | None:
    """Return the annex of which a reference is said to be a part: "annex II, paragraph 5"."""
    found = lists[place]
    if len(lists) == 1 or found.kind not in _PARTS:
        return None
    before, behind = lists[max(0, place - 1) : place], lists[place + 1 : place + 2]
    for one in before:
        if one.kind is RefKind.ANNEX and _leads_in(text[one.span.end : found.span.start], found):
            return one
    for one in behind:
        gap = text[found.span.end : one.span.start]
        if one.kind is RefKind.ANNEX and gap in _OF_ANNEX:
            return one
    return None


def _leads_in(gap: str, found: ReferenceList) -> bool:
    """Return whether the words between an annex and a reference make it a part of the annex.

    "Annex I (para. 3)" does, "annex I (para. 3 above)" is a paragraph that speaks of the annex.
    """
    match = _IN_ANNEX.fullmatch(gap)
    return match is not None and not (match["bracket"] and found.direction)


def texts(block: Block) -> Iterator[tuple[Spot, str]]:
    """Yield each text of a block with where it stands: its words or cells, then its notes."""
    if block.rows:
        for row_at, row in enumerate(block.rows):
            for cell_at, cell in enumerate(row):
                yield Spot(block_id=block.id, cell=(row_at, cell_at)), cell
    elif block.text:
        yield Spot(block_id=block.id), block.text
    for place, note in enumerate(block.notes):
        yield Spot(block_id=block.id, note=place), note.text
