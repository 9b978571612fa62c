"""What a command is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_type_hints


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One verb.

    ``function`` is a Typer function whose docstring is the help text. ``examples`` are whole
    command lines that work in a folder made by ``undraft samples samples``, run in the order
    given; the tests run every one of them. ``group`` is the noun before the verb
    ("config" in ``undraft config show``), "" for none. ``spread`` are options that take all
    words up to the next option.
    """

    name: str
    function: Callable[..., Any]
    examples: tuple[str, ...]
    group: str = ""
    spread: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words one types after ``undraft``."""
        return (self.group, self.name) if self.group else (self.name,)

    @property
    def formats(self) -> bool:
        """Whether it has a ``--format`` of its own; ``--json`` stands for the others'."""
        hints = get_type_hints(self.function, include_extras=True).values()
        options = (one for hint in hints for one in getattr(hint, "__metadata__", ()))
        # Typer keeps the first name of an annotated option as its default.
        return any("--format" in (one.default, *(one.param_decls or ())) for one in options)

    @property
    def epilog(self) -> str:
        """The examples as the foot of the help page, each on its own line."""
        # A line of its own with a backspace keeps Typer from filling the paragraph below it.
        return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in self.examples)
