"""A template's wording said in one language, with the values of a data file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Template as Compiled
from jinja2 import TemplateError as JinjaError
from jinja2 import Undefined, pass_context

from toolkit.assemble.clauses import Wording, say
from toolkit.assemble.sandbox import (
    Closed,
    WordingError,
    dotted_names,
    environment,
    parse,
    parse_expression,
)
from toolkit.assemble.say import Borrow, EmptyValueError, NoWords, Speaker, borrow_nothing
from toolkit.languages.language import Language

LONGEST = 200_000  # characters one clause may come to; far above any real paragraph
_MOST_MEMBERS = 5_000  # of a list that is said in one sentence
Scope = Mapping[str, object]
Refer = Callable[..., str]
"""Says what clauses are called, by their names."""


@dataclass(slots=True)
class Renderer:
    """Says wordings in ``language``. ``forms`` are the named ways to say a record.

    ``mentioned`` are the codes of the States named so far; ``refer`` says what clauses are called,
    None where none can be referred to. Not for use by several threads: what
    was compiled is kept for the next time.
    """

    language: Language
    forms: Mapping[str, Wording] = field(default_factory=dict)
    borrow: Borrow = borrow_nothing
    mentioned: set[str] = field(default_factory=set)
    refer: Refer | None = None
    _speaker: Speaker = field(init=False, repr=False)
    _env: Closed = field(init=False, repr=False)
    _compiled: dict[str, Compiled] = field(default_factory=dict, repr=False)
    _expressions: dict[str, Callable[..., object]] = field(default_factory=dict, repr=False)
    _in_form: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        self._speaker = Speaker(self.language, self.borrow, self.mentioned)
        filters = {**self._speaker.filters(), "form": self.form, "ref": self.ref}
        self._env = environment(filters, self._speaker.say)

    def render(self, wording: str, scope: Scope) -> str:
        """Say ``wording``; line breaks in it are those of the file, not of the text.

        Raises:
            NoWords: a free text has nothing in this language.
            EmptyValueError: a field without a value is used.
            WordingError: anything else that does not hold, without a place.
        """
        text = self._run(wording, scope)
        if len(text) > LONGEST:
            raise WordingError(f"this clause comes to more than {LONGEST:,} characters.")
        joined = ""
        for line in text.split("\n"):
            stripped = line.strip(" \t")
            joined = (
                self.language.joins(joined, stripped) if joined and stripped else joined + stripped
            )
        return joined

    def _run(self, wording: str, scope: Scope) -> str:
        compiled = self._compiled.get(wording)
        try:
            if compiled is None:
                compiled = self._env.from_string(parse(wording))
                self._compiled[wording] = compiled
            return compiled.render(scope)
        except EmptyValueError:
            raise EmptyValueError(_which_is_empty(wording, scope)) from None
        except (JinjaError, RecursionError) as error:
            raise WordingError(f"{error}.") from None
        except (TypeError, ValueError) as error:
            if isinstance(error, WordingError):
                raise
            raise WordingError(
                f"a filter or comparison does not fit its value ({error})."
            ) from None

    def evaluate(self, expression: str, scope: Scope) -> object:
        """Return the value of a condition or of another expression.

        Raises:
            WordingError: it does not hold, or names what there is not.
        """
        try:
            value = self._expression(expression)(**scope)
        except (JinjaError, TypeError) as error:
            raise WordingError(f"“{expression}” does not hold ({error}).") from None
        if isinstance(value, Undefined):
            raise WordingError(f"“{expression}” is not among the fields.")
        return value

    def _expression(self, expression: str) -> Callable[..., object]:
        found = self._expressions.get(expression)
        if found is None:
            parse_expression(expression)
            found = self._env.compile_expression(expression, undefined_to_none=False)
            self._expressions[expression] = found
        return found

    @pass_context  # else the answer for the first piece would be compiled in
    def ref(self, _context: object, value: object, *more: object) -> str:
        """Say what clauses are called in this document, by their names."""
        if self.refer is None:
            raise WordingError("a reference to a clause can stand in clauses only.")
        return self.refer(value, *more)

    def form(self, value: object, name: str, between: str = "", last: str = "") -> str:
        """Say a record by the named form; of a list each member, joined.

        ``between`` parts the members ("; ") and ``last`` the last two; without them the
        language's own list is made. In the form the record is called ``it``.
        """
        if self._in_form:
            raise WordingError(f"the form “{name}” is used inside a form, which cannot be.")
        members = value if isinstance(value, tuple) else (value,)
        if value is None or not members:
            raise EmptyValueError(f"the form “{name}” is put on a field that is empty.")
        if len(members) > _MOST_MEMBERS:
            raise WordingError(f"a list of more than {_MOST_MEMBERS:,} is said in one sentence.")
        said = [self._formed(name, one) for one in members]
        return _joined(said, between, last) if between else self._speaker.listed(said)

    def _formed(self, name: str, record: object) -> str:
        wording = say(self.forms.get(name, {}), self.language.code)
        if wording is None:
            if name not in self.forms:
                raise WordingError(f"there is no [form.{name}].")
            raise NoWords(name)
        self._in_form = True
        try:
            return self._run(wording, {"it": record})
        finally:
            self._in_form = False


def _joined(said: list[str], between: str, last: str) -> str:
    if len(said) < 2:
        return "".join(said)
    return between.join(said[:-1]) + (last or between) + said[-1]


def _which_is_empty(wording: str, scope: Scope) -> str:
    for names in dotted_names(parse(wording)):
        value: object = scope
        for name in names:
            value = value.get(name) if isinstance(value, Mapping) else None
        if value is None or value == ():
            dotted = ".".join(names)
            return f"the field “{dotted}” is empty; fill it in, or give the clause a when."
    return "a field in it is empty; fill it in, or give the clause a when."
