"""Which fields a template's wordings name, and whether they exist: found without running anything.

What is not found here: whether a filter suits its value. That shows when the example is built.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from toolkit.assemble.clauses import CELL, Clause, walk, wordings
from toolkit.assemble.faults import Fault, did_you_mean
from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.referring import fault_of
from toolkit.assemble.sandbox import WordingError, dotted_names, parse, parse_expression, picked
from toolkit.assemble.say import FILTERS
from toolkit.assemble.template import Template

Names = Mapping[str, Field]
IN_EACH: Names = {
    "position": Field(name="position", type=FieldType.NUMBER),
    "is_last": Field(name="is_last", type=FieldType.BOOLEAN),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong in a template, and which of its fields no clause uses.

    ``sayers`` are the fields that words, cells or ``each`` of a clause name, each with the clause;
    after them those that a condition of a clause asks for.
    """

    faults: tuple[Fault, ...]
    unused: tuple[str, ...]
    sayers: tuple["Sayer", ...] = ()


Sayer = tuple[Field, Clause]


def verify(template: Template) -> Verdict:
    """Hold every wording and expression of a template against its fields."""
    verifier = _Verifier(template)
    verifier.template_wide()
    names = {one.name: one for one in template.fields}
    for clause in template.text.clauses:
        verifier.clause(clause, names)
    unused = tuple(one.name for one in template.fields if one.name not in verifier.used)
    return Verdict(tuple(verifier.faults), unused, (*verifier.sayers, *verifier.askers))


@dataclass(slots=True)
class _Verifier:
    template: Template
    faults: list[Fault] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    sayers: list[Sayer] = field(default_factory=list)
    askers: list[Sayer] = field(default_factory=list)
    _saying: Clause | None = None
    _asking: Clause | None = None

    def template_wide(self) -> None:
        """Look at masthead, forms and first numbers."""
        text = self.template.text
        names = {one.name: one for one in self.template.fields}
        for name, wording in text.masthead.items():
            for words in wording.values():
                self._look(words, names, f"masthead {name}")
        for name, expression in text.starts.items():
            self._look(expression, names, f"start {name}", expression=True)
        for name, wording in text.forms.items():
            for words in wording.values():
                self._look(words, None, f"form {name}")

    def clause(self, clause: Clause, names: Names) -> None:
        """Look at a clause and its parts; ``names`` is what may be named there."""
        place = f"{clause.place}, clause “{clause.id}”".lstrip(", ")
        inside = self._inside(clause, names, place)
        self._asking = clause
        for expression in filter(None, (clause.when, clause.continued, clause.number)):
            self._look(expression, inside, place, expression=True)
        self._asking = None
        self._saying = clause
        if clause.cells_of:
            cell = self._many(clause.cells_of, inside, place, "cells")
            inside = {**inside, CELL: cell} if cell else inside
        for words in (words for one in wordings(clause) for words in one.values()):
            self._look(words, inside, place)
        self._saying = None
        for part in clause.parts:
            self.clause(part, inside)

    def _inside(self, clause: Clause, names: Names, place: str) -> Names:
        """Return the names inside a clause: those outside and the one its ``each`` gives."""
        if clause.each is None:
            return names
        name, expression = clause.each
        self._saying = clause
        member = self._many(expression, names, place, "each")
        self._saying = None
        return names if member is None else {**names, **IN_EACH, name: member}

    def _many(self, expression: str, names: Names, place: str, what: str) -> Field | None:
        """Return what a member of a list is, None where the expression names nothing."""
        found = self._look(expression, names, place, expression=True)
        if found is None:
            return None
        if not found.many:
            self._fault(place, f"{what} needs a list, and “{expression}” is none.")
        return replace(found, many=False)

    def _look(
        self, words: str, names: Names | None, place: str, *, expression: bool = False
    ) -> Field | None:
        """Look at one wording; return the field that an expression is, None for anything else.

        ``names`` None: a form, whose ``it`` may be any record.
        """
        try:
            tree = parse_expression(words) if expression else parse(words)
        except WordingError as error:
            self._fault(place, str(error))
            return None
        self._filters(tree, place)
        found = None
        for dotted in dotted_names(tree):
            if names is not None:
                found = self._resolve(dotted, names, place)
            elif dotted[0] != "it":
                self._fault(place, f"a form knows only “it”, not “{dotted[0]}”.")
        for dotted, name in picked(tree) if names is not None else ():
            self._picked(self._resolve(dotted, names or {}, place), name, place)
        return found

    def _resolve(self, dotted: tuple[str, ...], names: Names, place: str) -> Field | None:
        known: Names = names
        found: Field | None = None
        for i, name in enumerate(dotted):
            if name not in known:
                whole = ".".join(dotted[: i + 1])
                hint = did_you_mean(name, sorted(known))
                self._fault(place, f"there is no field “{whole}”.{hint}")
                return None
            found = known[name]
            known = {one.name: one for one in found.fields}
            if found.many and i < len(dotted) - 1:
                self._fault(place, f"“{name}” is a list; go through it with each.")
                return None
        self.used.add(dotted[0])
        if self._saying is not None and found is not None:
            self.sayers.append((found, self._saying))
        if self._asking is not None and found is not None:
            self.askers.append((found, self._asking))
        return found

    def _picked(self, records: Field | None, name: str, place: str) -> None:
        known = [one.name for one in records.fields] if records else [name]
        if name not in known:
            self._fault(place, f"having: there is no field “{name}”.{did_you_mean(name, known)}")

    def _filters(self, tree: nodes.Template, place: str) -> None:
        known = (*FILTERS, "form", "ref")
        for node in tree.find_all(nodes.Filter):
            if node.name not in known:
                hint = did_you_mean(node.name, sorted(known))
                self._fault(place, f"there is no filter “{node.name}”.{hint}")
            elif node.name == "form":
                self._form(node, place)
            elif node.name == "ref":
                self._reference(node, place)

    def _reference(self, node: nodes.Filter, place: str) -> None:
        kinds = {one.id: one.kind for one in walk(self.template.text.clauses)}
        for one in (node.node, *node.args):
            name = one.value if isinstance(one, nodes.Const) else None
            fault = fault_of(kinds, name)
            if fault:
                self._fault(place, fault)

    def _form(self, node: nodes.Filter, place: str) -> None:
        name = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else ""
        if name not in self.template.text.forms:
            hint = did_you_mean(str(name), sorted(self.template.text.forms))
            self._fault(place, f"there is no [form.{name}].{hint}")

    def _fault(self, place: str, text: str) -> None:
        self.faults.append(Fault(file=self.template.text_path, place=place, text=text))
