"""A part of a report goes on where earlier parts ended: numbers, and headings opened before.

What a data file leaves empty is taken from the earlier parts; what it gives is held against them.
A heading is known again by its words in the language the template is written in, so that parts in
another language give numbers only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.assemble.clauses import ClauseKind, say
from toolkit.assemble.data import Data
from toolkit.assemble.expand import Piece, expand
from toolkit.assemble.faults import Fault, raise_for
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError, dotted_names, parse_expression
from toolkit.assemble.say import NoWords
from toolkit.assemble.template import Template
from toolkit.assemble.values import Record, Value
from toolkit.languages.registry import by_code
from toolkit.model import Block, Document, Kind

Place = tuple[int, ...]  # numbers of the headings down to one: (2, 1) is II.A
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier parts have used up.

    ``recommendation`` is the last number given, 0 for none; ``titles`` the headings of each
    language by their place; ``named`` says which parts these are, for messages.
    """

    recommendation: int
    titles: Mapping[str, Mapping[Place, str]]
    named: str


def earlier(documents: Sequence[Document]) -> Earlier:
    """Return what ``documents``, parts of one report, have used up; annexes are left out."""
    titles: dict[str, dict[Place, str]] = {}
    last = 0
    for document in documents:
        found = titles.setdefault(document.language, {})
        for place, block in _headings(document.blocks):
            found.setdefault(place, block.text)
        numbers = (b.number or 0 for b in document.blocks if b.kind is Kind.RECOMMENDATION)
        last = max([last, *numbers])
    named = " and ".join(one.masthead.symbol or one.origin.path for one in documents)
    return Earlier(last, titles, named)


def _headings(blocks: Sequence[Block]) -> Iterator[tuple[Place, Block]]:
    place: Place = ()
    for block in blocks:
        if block.path.startswith("annex"):
            return
        level = block.level or 0
        if block.kind is Kind.HEADING and block.number and 1 <= level <= _DEEPEST:
            place = (*place[: level - 1], block.number)
            yield place, block


def going_on(template: Template, data: Data, before: Earlier) -> Data:
    """Return the data with what it leaves open filled from the earlier parts.

    Raises:
        TemplateError: the data file says otherwise than the earlier parts do.
    """
    renderer = Renderer(by_code(template.languages[0]), template.text.forms)
    walk = _Walk(data, before, renderer)
    for series, expression in template.text.starts.items():
        walk.start(series, expression)
    for piece in expand(template, data, renderer):
        if piece.clause.kind is ClauseKind.ANNEX:
            break
        if piece.clause.kind is ClauseKind.HEADING and piece.clause.numbered:
            walk.heading(piece)
    raise_for(walk.faults)
    values = walk.changed(data.values)
    return replace(data, values=values if isinstance(values, Mapping) else data.values)


@dataclass(slots=True)
class _Walk:
    data: Data
    before: Earlier
    renderer: Renderer
    faults: list[Fault] = field(default_factory=list)
    place: Place = ()
    changes: dict[tuple[int, str], Value] = field(default_factory=dict)

    @property
    def titles(self) -> Mapping[Place, str]:
        """The headings of the earlier parts, in the language of the template."""
        return self.before.titles.get(self.renderer.language.code, {})

    def start(self, series: str, expression: str) -> None:
        """Let a series go on; paragraphs begin anew in each part."""
        if series != "recommendation":
            return
        following = self.before.recommendation + 1
        given = self.renderer.evaluate(expression, self.data.values)
        if given is None:
            self._set(expression, self.data.values, following)
        elif given != following:
            self._fault(
                f"recommendations begin with {given} here, but {self.before.named} ends with "
                f"{following - 1}: put {following} into “{expression}”, or take it out."
            )

    def heading(self, piece: Piece) -> None:
        """Give a heading its number, and say whether it was opened before."""
        clause, scope = piece.clause, piece.scope
        above = self.place[: clause.level - 1]
        if len(above) < clause.level - 1:
            return
        number, title = self._number(piece), self._title(piece)
        known = next((at for at, own in self._beside(above) if _same(own, title)), None)
        if number is None:
            number = known[-1] if known else self._next(above, clause.level)
            self._set(clause.number, scope, number)
        elif known and known[-1] != number:
            self._fault(
                f"“{title}” is number {number} here, but {known[-1]} in {self.before.named}."
            )
        self.place = (*above, number)
        opened = self.titles.get(self.place, title)
        if title and not _same(opened, title):
            self._fault(
                f"“{title}” is number {number} here, but in {self.before.named} that is “{opened}”."
            )
        if clause.continued and any(self.place in one for one in self.before.titles.values()):
            self._set(clause.continued, scope, True)

    def _beside(self, above: Place) -> Iterator[tuple[Place, str]]:
        deep = len(above) + 1
        return (
            (at, title) for at, title in self.titles.items() if len(at) == deep and at[:-1] == above
        )

    def _next(self, above: Place, level: int) -> int:
        used = [at[-1] for at, _ in self._beside(above)]
        own = self.place[level - 1 : level] if self.place[: level - 1] == above else ()
        return max([0, *used, *own]) + 1

    def _number(self, piece: Piece) -> int | None:
        expression = piece.clause.number
        value = self.renderer.evaluate(expression, piece.scope) if expression else None
        return value if isinstance(value, int) else None

    def _title(self, piece: Piece) -> str:
        wording = say(piece.clause.wording, self.renderer.language.code) or ""
        try:
            return self.renderer.render(wording, piece.scope)
        except (NoWords, WordingError):
            return ""  # said with its place when the document is filled

    def _set(self, expression: str, scope: Scope, value: Value) -> None:
        """Note a value for the field that an expression names; none for anything else."""
        names = dotted_names(parse_expression(expression)) if expression else ()
        if len(names) != 1:
            return
        holder: object = scope if len(names[0]) > 1 else self.data.values
        for name in names[0][:-1]:
            holder = holder.get(name) if isinstance(holder, Mapping) else None
        if isinstance(holder, Mapping):
            self.changes[id(holder), names[0][-1]] = value

    def changed(self, value: Value) -> Value:
        """Return a value with the changes to the records in it."""
        if isinstance(value, tuple):
            return tuple(self.changed(one) for one in value)
        if not isinstance(value, Mapping):
            return value
        return self._record(value)

    def _record(self, record: Record) -> Record:
        return {
            name: self.changes.get((id(record), name), self.changed(value))
            for name, value in record.items()
        }

    def _fault(self, text: str) -> None:
        self.faults.append(Fault(file=self.data.path, text=text))


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
