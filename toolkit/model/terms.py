"""Terms met in a document, and terms missed in a translation: plain values for those who judge."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.edits import Spot


class Standing(StrEnum):
    """How a form of a term is thought of, where it is used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    ELSEWHERE = "elsewhere"  # what another body says


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A form of a term in a document.

    Attributes:
        spot: the text it stands in: of a block, a note or a cell.
        start: where it begins in that text.
        end: where it ends.
        said: the words as they are printed.
        form: the form as the termbase has it.
        concept: the id of the concept in the termbase.
        standing: what the form is to the body whose document it is.
        preferred: the forms to use instead, the best first; () where there are none.
        bodies: whose form it is; () everybody's.
        quoted: it stands between quotation marks or in a title.
    """

    spot: Spot
    start: int
    end: int
    said: str
    form: str
    concept: str
    standing: Standing
    preferred: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFacing:
    """A term of the original and whether the translation that faces it has what the termbase says.

    Attributes:
        block_id: of the translation's block.
        source_id: of the original's block.
        said: the term as the original prints it.
        concept: its id in the termbase.
        expected: the forms the termbase allows, the preferred ones first.
        kept: the translation has one of them, or a form of it that is judged by itself.
    """

    block_id: str
    source_id: str
    said: str
    concept: str
    expected: tuple[str, ...]
    kept: bool
