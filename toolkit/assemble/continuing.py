"""A part of a report goes on where earlier parts ended: numbers, and headings opened before.

What a data file leaves empty is taken from the earlier parts; what it gives is held against them.
A heading is known again by its words, in any language in which both the earlier parts and the
data or the template have them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from toolkit.assemble.clauses import ClauseKind, say
from toolkit.assemble.data import Data
from toolkit.assemble.expand import Piece, expand
from toolkit.assemble.faults import Fault, raise_for
from toolkit.assemble.parts_before import Earlier, Place
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError, dotted_names, parse_expression
from toolkit.assemble.say import NoWords
from toolkit.assemble.template import Template
from toolkit.assemble.values import Record, Value
from toolkit.languages.registry import by_code


def going_on(template: Template, data: Data, before: Earlier) -> Data:
    """Return the data with what it leaves open filled from the earlier parts.

    Raises:
        TemplateError: the data file says otherwise than the earlier parts do.
    """
    own = template.languages[0]
    renderers = {
        code: Renderer(by_code(code), template.text.forms) for code in (own, *before.titles)
    }
    renderer = renderers[own]
    walk = _Walk(data, before, renderers, renderer)
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
    renderers: Mapping[str, Renderer]  # by language: those of the earlier parts and the first one
    renderer: Renderer  # of the language the template is written in
    faults: list[Fault] = field(default_factory=list)
    place: Place = ()
    changes: dict[tuple[int, str], Value] = field(default_factory=dict)

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
        number, titles = self._number(piece), self._titles(piece)
        title = next(filter(None, titles.values()), "")
        known = next(
            (at for at, code, own in self._beside(above) if _same(own, titles[code])), None
        )
        if number is None:
            number = known[-1] if known else self._next(above, clause.level)
            self._set(clause.number, scope, number)
            self._comparable(titles)
        elif known and known[-1] != number:
            self._fault(
                f"“{title}” is number {number} here, but {known[-1]} in {self.before.named}."
            )
        self.place = (*above, number)
        for code, opened in self._opened(self.place):
            if titles[code] and not _same(opened, titles[code]):
                self._fault(
                    f"“{titles[code]}” is number {number} here, but in {self.before.named} that "
                    f"is “{opened}”."
                )
        if clause.continued and any(self.place in one for one in self.before.titles.values()):
            self._set(clause.continued, scope, True)

    def _comparable(self, titles: Mapping[str, str]) -> None:
        """Find a heading that no earlier part can have in its language."""
        if self.before.titles and not any(titles[code] for code in self.before.titles):
            said = " and ".join(by_code(code).name for code in self.before.titles)
            self._fault(
                f"“{titles[self.renderer.language.code]}” has no words in {said}, by which its "
                f"number could be looked up in {self.before.named}: give the earlier part in "
                f"{self.renderer.language.name} with --after too, or the number itself."
            )

    def _beside(self, above: Place) -> Iterator[tuple[Place, str, str]]:
        """Yield place, language and words of the headings of earlier parts below a place."""
        deep = len(above) + 1
        return (
            (at, code, title)
            for code, titles in self.before.titles.items()
            for at, title in titles.items()
            if len(at) == deep and at[:-1] == above
        )

    def _opened(self, place: Place) -> Iterator[tuple[str, str]]:
        """Yield the words that a heading of the earlier parts has, by language."""
        for code, titles in self.before.titles.items():
            if place in titles:
                yield code, titles[place]

    def _next(self, above: Place, level: int) -> int:
        used = [at[-1] for at, _, _ in self._beside(above)]
        own = self.place[level - 1 : level] if self.place[: level - 1] == above else ()
        return max([0, *used, *own]) + 1

    def _number(self, piece: Piece) -> int | None:
        expression = piece.clause.number
        value = self.renderer.evaluate(expression, piece.scope) if expression else None
        return value if isinstance(value, int) else None

    def _titles(self, piece: Piece) -> Mapping[str, str]:
        """Return the words of a heading by language, none where there are none in it."""
        return {code: self._title(piece, one) for code, one in self.renderers.items()}

    def _title(self, piece: Piece, renderer: Renderer) -> str:
        wording = say(piece.clause.wording, renderer.language.code) or ""
        try:
            return renderer.render(wording, piece.scope)
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
    return bool(other) and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
