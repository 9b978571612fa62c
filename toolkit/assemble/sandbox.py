"""Wording with ``{{ fields }}``: a small, closed part of Jinja.

What may stand in a clause is a list of allowed syntax (``_ALLOWED``), checked before anything
runs: fields, filters, comparisons, ``{% if %}``. There is no loop, call, arithmetic, assignment or
include, so that the work is bounded by the length of the wording; repeats are the clause's own
``each``. Jinja's sandbox stands behind it, and attributes are looked up in data only.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

LONGEST_WORDING = 20_000
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Filter,
    nodes.Keyword,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_INSTEAD = {
    "For": 'repeat a clause with each = "NAME in FIELD" instead of {% for %}',
    "Getitem": 'go through a list with each = "NAME in FIELD" on the clause',
    "Call": "nothing can be called in a template; use a filter, such as {{ day|date }}",
    "Assign": "{% set %} is not available; put the value into the data file",
    "Include": "other files cannot be included",
    "Import": "other files cannot be included",
}
_BRACE = re.compile(r"[{}]")
Finalize = Callable[[object], str]


class WordingError(ValueError):
    """A wording that does not hold; the message is a sentence without a place."""


class Closed(SandboxedEnvironment):
    """An environment in which only data, our filters and nothing else can be reached."""

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field of a record, undefined for anything else."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return undefined: nothing is reached by its place."""
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: object) -> bool:  # noqa: ARG002
        """Say no: nothing is called from a wording."""
        return False


def environment(filters: Mapping[str, Callable[..., object]], finalize: Finalize) -> Closed:
    """Return an environment with these filters; ``finalize`` says a value that has no filter."""
    made = Closed(undefined=StrictUndefined, finalize=finalize, autoescape=False)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(filters)
    return made


def parse(wording: str) -> nodes.Template:
    """Parse a wording and hold it to the allowed syntax.

    Raises:
        WordingError: it is too long, misspelt, or uses what is not allowed.
    """
    if len(wording) > LONGEST_WORDING:
        raise WordingError(f"this wording is longer than {LONGEST_WORDING:,} characters.")
    try:
        tree = Closed().parse(wording)
        return _held(tree)
    except TemplateSyntaxError as error:
        raise WordingError(
            f"the braces do not hold ({error.message}); write fields as {{{{ name }}}}."
        ) from None
    except RecursionError:
        raise WordingError("this wording is nested too deeply.") from None


def parse_expression(expression: str) -> nodes.Template:
    """Parse a condition or another expression; raises ``WordingError`` like ``parse``."""
    if "{" in expression or "}" in expression:
        raise WordingError("write the field without braces here.")
    return parse("{{ " + expression + " }}")


def _held(tree: nodes.Template) -> nodes.Template:
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            _refuse(type(node).__name__)
        if isinstance(node, nodes.TemplateData) and _BRACE.search(node.data):
            raise WordingError("a brace stands alone here; write fields as {{ name }}.")
    return tree


def _refuse(kind: str) -> NoReturn:
    instead = _INSTEAD.get(kind, "only fields, filters and {% if %} may stand in a wording")
    raise WordingError(f"this wording tries to do more than it may ({kind.lower()}): {instead}.")


def dotted_names(tree: nodes.Node) -> tuple[tuple[str, ...], ...]:
    """Return every field a wording names, in its longest form: ("section", "title")."""
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    found = (node for node in tree.find_all((nodes.Name, nodes.Getattr)) if id(node) not in inner)
    return tuple(_dotted(node) for node in found)


def _dotted(node: nodes.Node) -> tuple[str, ...]:
    if isinstance(node, nodes.Getattr):
        return (*_dotted(node.node), node.attr)
    return (node.name,) if isinstance(node, nodes.Name) else ()


def picked(tree: nodes.Node) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the lists that a wording picks from with ``having``, each with the field it asks for."""
    for one in tree.find_all(nodes.Filter):
        if one.name != "having" or not one.args or not isinstance(one.args[0], nodes.Const):
            continue
        if isinstance(one.node, nodes.Name | nodes.Getattr):
            yield _dotted(one.node), str(one.args[0].value)
