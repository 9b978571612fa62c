"""Values of a data file that nothing in the document says: they would be lost in silence.

A value counts as said when the words or cells of a clause that stands in the document name it, when
such a clause goes through it with ``each``, or when the masthead names it. To be asked for in a
``when`` is enough only for what is not printed as it is: yes or no, a choice, a number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from jinja2 import nodes

from toolkit.assemble.clauses import Clause, wordings
from toolkit.assemble.data import Data, title
from toolkit.assemble.expand import Source
from toolkit.assemble.faults import Fault
from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.places import Path
from toolkit.assemble.render import Scope
from toolkit.assemble.sandbox import dotted_names, parse, parse_expression, picked
from toolkit.assemble.scope import Sayer
from toolkit.assemble.template import Template
from toolkit.assemble.values import Record, Value


def unsaid(
    template: Template, data: Data, sources: Sequence[Source], sayers: Sequence[Sayer]
) -> tuple[Fault, ...]:
    """Return a fault for each value given that the document does not say.

    ``sources`` is what the document is made of, ``sayers`` which clauses name which field. Fields
    that a template asks for in any case are not looked at: not every draft says all of them.
    """
    said = _Said(data.values)
    for wording in template.text.masthead.values():
        said.words(wording.values(), data.values)
    for expression in template.text.starts.values():
        said.asked(expression, data.values)
    for piece in chain.from_iterable(source.pieces for source in sources):
        for clause, scope in (*piece.within, (piece.clause, piece.scope)):
            said.clause(clause, scope)
    return tuple(
        Fault(file=data.path, place=data.places.say(path), text=_sentence(one, path, sayers))
        for one, path in said.missing(template.fields, data.values, ())
    )


def _sentence(one: Field, path: Path, sayers: Sequence[Sayer]) -> str:
    able = [clause for named, clause in sayers if named is one]
    text = f"{title(path)} is filled in, but nothing in the document says it"
    if not able:
        return f"{text}: no clause of the template does. Take it out."
    clause = able[0]
    needs = f", which is there only when “{clause.when}”" if clause.when else ""
    return f"{text}. It belongs to clause “{clause.id}”{needs}; make that hold, or take this out."


_UNPRINTED = (bool, int, str)


@dataclass(slots=True)
class _Said:
    """Which values are said: by the record that holds them, and their names in it."""

    top: Record
    keys: set[tuple[int, str]] = field(default_factory=set)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def clause(self, clause: Clause, scope: Scope) -> None:
        """Note what a clause that stands in the document names."""
        if (id(clause), id(scope)) in self.seen:
            return
        self.seen.add((id(clause), id(scope)))
        for expression in filter(None, (clause.when, clause.continued, clause.number)):
            self.asked(expression, scope)
        if clause.each:
            self._mark(_names(clause.each[1]), scope)
        if clause.cells_of:
            self._mark(_names(clause.cells_of), scope)
        for wording in wordings(clause):
            self.words(wording.values(), scope)

    def words(self, wordings: Iterable[str], scope: Scope) -> None:
        """Note what wordings name; of a record that a form says, all of it counts."""
        for words in wordings:
            tree = parse(words)
            self._mark(dotted_names(tree), scope)
            for value in self._mark(_formed(tree), scope):
                self._whole(value)
            self._picked(tree, scope)

    def asked(self, expression: str, scope: Scope) -> None:
        """Note what a condition asks for, where it is nothing that would be printed."""
        self._mark(_names(expression), scope, only=_UNPRINTED)
        self._picked(parse_expression(expression), scope)

    def _picked(self, tree: nodes.Template, scope: Scope) -> None:
        """Note the fields by which records are picked from a list."""
        for names, name in picked(tree):
            for value in self._mark([names], scope, only=()):
                for member in _members(value):
                    if isinstance(member, Mapping) and isinstance(member.get(name), _UNPRINTED):
                        self.keys.add((id(member), name))

    def _mark(
        self,
        names: Iterable[tuple[str, ...]],
        scope: Scope,
        only: tuple[type, ...] = (object,),
    ) -> list[object]:
        found: list[object] = []
        for dotted in names:
            holder: object = scope
            for at, name in enumerate(dotted):
                if not isinstance(holder, Mapping) or name not in holder:
                    break
                value = holder[name]
                if at < len(dotted) - 1 or isinstance(value, only):
                    self.keys.add((id(self._home(holder, scope, name)), name))
                holder = value
            else:
                found.append(holder)
        return found

    def _home(self, holder: object, scope: Scope, name: str) -> object:
        """Return the record that a value is from: the names of a clause stand beside the data's."""
        own = holder is scope and scope.get(name) is self.top.get(name)
        return self.top if own else holder

    def _whole(self, value: object) -> None:
        if isinstance(value, Mapping):
            self.keys.update((id(value), name) for name in value)
        for member in _members(value):
            self._whole(member)

    def missing(
        self, fields: Sequence[Field], record: Record, path: Path
    ) -> Iterator[tuple[Field, Path]]:
        """Give what is filled in and not said, in the order of the fields."""
        for one in fields:
            value, here = record[one.name], (*path, one.name)
            if value is None or value is False or value == ():
                continue
            if one.type is FieldType.RECORD:
                yield from self._inside(one, value, here)
            elif not one.required and not one.counts and not self._is_said(one, record, value):
                yield one, here

    def _inside(self, one: Field, value: Value, path: Path) -> Iterator[tuple[Field, Path]]:
        if isinstance(value, Mapping):
            yield from self.missing(one.fields, value, path)
        elif isinstance(value, tuple):
            for at, member in enumerate(value):
                yield from self._inside(one, member, (*path, at))

    def _is_said(self, one: Field, record: Record, value: Value) -> bool:
        if (id(record), one.name) in self.keys:
            return True
        return isinstance(value, Mapping) and any((id(value), name) in self.keys for name in value)


def _members(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()


def _formed(tree: nodes.Template) -> tuple[tuple[str, ...], ...]:
    """Return the fields that a form says as they are, not picked from."""
    forms = (one.node for one in tree.find_all(nodes.Filter) if one.name == "form")
    plain = (one for one in forms if isinstance(one, nodes.Name | nodes.Getattr))
    return tuple(chain.from_iterable(dotted_names(nodes.Output([one])) for one in plain))


def _names(expression: str) -> tuple[tuple[str, ...], ...]:
    return dotted_names(parse_expression(expression))
