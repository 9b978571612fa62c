"""What two symbols say of whether one document can be a draft of the other."""

from enum import StrEnum

from toolkit.model import Document
from toolkit.symbols.find import first_symbol
from toolkit.symbols.relations import base, family, is_draft
from toolkit.symbols.symbol import Symbol


class Kinship(StrEnum):
    """How a document given as a draft stands to the final report."""

    PART = "part"  # of the draft of this report, as far as symbols tell
    MEETING = "meeting"  # of the same body, of another meeting
    SIBLING = "sibling"  # another document of the same meeting, or another part of one document
    UNKNOWN = "unknown"  # a symbol is missing, or they are of different bodies


def kinship(draft: Document, final: Document) -> Kinship:
    """Return what the symbols on the first pages say.

    Other bodies say nothing: the draft of a committee becomes a report of its parent body.
    """
    one, other = (first_symbol(each.masthead.symbol or "") for each in (draft, final))
    if one is None or other is None:
        return Kinship.UNKNOWN
    if base(one) == base(other):
        return Kinship.SIBLING if _other_part(one, other) else Kinship.PART
    if family(one) == family(other):
        drafted = is_draft(one) and not is_draft(other)
        return Kinship.PART if drafted or one.nature != other.nature else Kinship.SIBLING
    same_body = (one.organ, one.bodies) == (other.organ, other.bodies)
    return Kinship.MEETING if same_body else Kinship.UNKNOWN


def _other_part(one: Symbol, other: Symbol) -> bool:
    """Return whether two documents of one symbol are different parts, not revisions, of it."""
    mine, theirs = ([x for x in some.suffixes if x.code == "Add"] for some in (one, other))
    return mine != theirs
