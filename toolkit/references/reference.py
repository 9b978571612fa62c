"""A reference of a document, with what it leads to."""

from typing import NamedTuple

from toolkit.languages import Direction, Outside, ReferenceList, RefKind
from toolkit.model.edits import Spot
from toolkit.text.spans import Span


class Target(NamedTuple):
    """One thing that a reference names.

    ``number`` is as the reference has it, None for a bare "annex" and a lone subparagraph.
    ``member`` is the place among the members of the list of the number that names it, for a
    number inside a range that of the range's end; None without a list. ``again`` is "bis" and
    its like of a number put in later. ``block_id`` and
    ``path`` are None where there is no such thing. ``items`` are the ids of the subparagraphs
    named, None for one that is not there. ``note`` is the place of a footnote among the notes
    of its block. ``fingerprint`` is that of the target's words, of the subparagraph's where one
    is named; None without a target.
    """

    number: int | None
    again: str = ""
    part: str = ""
    member: int | None = None
    block_id: str | None = None
    path: str | None = None
    items: tuple[str | None, ...] = ()
    note: int | None = None
    fingerprint: str | None = None


class Reference(NamedTuple):
    """A whole mention in a document.

    ``text`` is the text it was found in, in which all spans of ``found`` count. ``targets`` are
    in the order named, each number of a range one of them (a range of more than a thousand, or
    one that goes down, only its ends); none for a reference that leads out.
    """

    where: Spot
    text: str
    found: ReferenceList
    targets: tuple[Target, ...] = ()

    @property
    def block_id(self) -> str:
        """The id of the block it stands in."""
        return self.where.block_id

    @property
    def kind(self) -> RefKind:
        """What it points to."""
        return self.found.kind

    @property
    def span(self) -> Span:
        """Where the whole mention stands in ``text``."""
        return self.found.span

    @property
    def words(self) -> str:
        """The whole mention as printed."""
        return self.found.span.of(self.text)

    @property
    def direction(self) -> Direction | None:
        """Whether it says above or below."""
        return self.found.direction

    @property
    def outside(self) -> Outside | None:
        """Why it leads out of the document; None for one of the document's own."""
        return self.found.outside

    @property
    def external(self) -> bool:
        """Whether it leads out of the document."""
        return self.found.outside is not None

    @property
    def dangling(self) -> tuple[Target, ...]:
        """The targets that are not there; none for a reference that leads out."""
        return tuple(one for one in self.targets if one.block_id is None)
