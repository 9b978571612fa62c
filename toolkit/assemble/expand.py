"""From clauses to pieces: conditions decided, repeats written out. No language yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.assemble.clauses import Clause, ClauseKind
from toolkit.assemble.data import Data
from toolkit.assemble.faults import Fault
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.template import Template
from toolkit.errors import TemplateError

Within = tuple[tuple[Clause, Scope], ...]
MOST_PIECES = 50_000  # a whole session's reports together have fewer paragraphs


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause that is to be said once, and the values it may name.

    ``sentences`` is what it says in the language of the template, empty until it is said; of a row
    its cells. ``note`` is the text of its footnote, "" without one. ``within`` are the clauses
    around it, outermost first, each with the values that its own conditions may name.
    """

    clause: Clause
    scope: Scope
    sentences: tuple[str, ...] = ()
    note: str = ""
    within: tuple[tuple[Clause, Scope], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What one block is made of: a piece, and the pieces (kind sentence) that go on in it.

    ``number`` is the number the clause sets for its heading, None to count on; ``continued``
    whether the heading was opened in an earlier part.
    """

    pieces: tuple[Piece, ...]
    number: int | None = None
    continued: bool = False

    @property
    def clause(self) -> Clause:
        """The clause that begins the block."""
        return self.pieces[0].clause


def expand(template: Template, data: Data, renderer: Renderer) -> tuple[Piece, ...]:
    """Return the pieces of the text in order.

    Raises:
        TemplateError: a condition or repeat does not hold, or the repeats run away.
    """
    expander = _Expander(template, renderer)
    return tuple(expander.clauses(template.text.clauses, data.values, ()))


@dataclass(slots=True)
class _Expander:
    template: Template
    renderer: Renderer
    made: int = field(default=0)

    def clauses(self, clauses: tuple[Clause, ...], scope: Scope, within: Within) -> Iterator[Piece]:
        for clause in clauses:
            try:
                yield from self._clause(clause, scope, within)
            except WordingError as error:
                raise TemplateError(str(at(self.template, clause, str(error)))) from None

    def _clause(self, clause: Clause, scope: Scope, within: Within) -> Iterator[Piece]:
        for inside in self._rounds(clause, scope):
            self.made += 1
            if self.made > MOST_PIECES:
                raise WordingError(f"the repeats come to more than {MOST_PIECES:,} clauses.")
            if clause.when and not self.renderer.evaluate(clause.when, inside):
                continue
            if clause.kind is not ClauseKind.GROUP:
                yield Piece(clause, inside, within=within)
            yield from self.clauses(clause.parts, inside, (*within, (clause, inside)))

    def _rounds(self, clause: Clause, scope: Scope) -> Iterator[Scope]:
        if clause.each is None:
            yield scope
            return
        name, expression = clause.each
        members = self.renderer.evaluate(expression, scope)
        if not isinstance(members, tuple):
            raise WordingError(f"each needs a list, and “{expression}” is none.")
        for position, member in enumerate(members, 1):
            is_last = position == len(members)
            yield {**scope, name: member, "position": position, "is_last": is_last}


def at(template: Template, clause: Clause, text: str) -> Fault:
    """Return a fault at a clause."""
    place = f"{clause.place}, clause “{clause.id}”".lstrip(", ")
    return Fault(file=template.text_path, place=place, text=text)
