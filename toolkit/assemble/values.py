"""Values of a data file, typed, as clauses see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.states.state import State
from toolkit.symbols.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Words:
    """Free text: the same thing said in one language or several; keys are language codes."""

    by_language: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Days:
    """Days of a meeting, ascending.

    ``through`` when all days from the first to the last are meant, which is how "from 7 to 9
    September" differs from "7 and 9 September".
    """

    days: tuple[date, ...]
    through: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year; ``number`` is 1 to 12."""

    year: int
    number: int


# A person is a Record too: name, surname, title, function, state.
Record = Mapping[str, "Value"]
Scalar = str | int | bool | date | Month | Words | Days | Symbol | State
Value = Scalar | Record | tuple["Value", ...] | None
