"""How values are said in a language: the filters of a wording.

Each filter is a method of ``Speaker``; the words themselves come from ``Language``. Which fields
may be named is the business of ``scope.py``, what syntax is allowed that of ``sandbox.py``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.values import Days, Month, Words
from toolkit.languages.language import Language
from toolkit.states.order import sort_key
from toolkit.states.state import State, running
from toolkit.symbols.symbol import Symbol

T = TypeVar("T")
FILTERS = (
    "all_states",
    "beside",
    "capital",
    "cardinal",
    "count",
    "date",
    "days",
    "figure",
    "having",
    "iso",
    "join",
    "meetings",
    "month",
    "ordinal",
    "plural",
    "series",
    "state",
    "states",
    "symbol",
    "title",
    "venue",
    "work",
    "years",
)
_PLACE = "\ue000"  # what no text has stands for a place until its line is made
Borrow = Callable[[str, str], str | None]
"""Asked for free text that a data file has in one language only: (words, language) to words."""


class NoWords(Exception):  # noqa: N818  (an answer to the caller, not a fault of the template)
    """A free text says nothing in the language asked for; ``words`` is what it says elsewhere."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class EmptyValueError(WordingError):
    """A field that was left empty is used where something must be said."""


def borrow_nothing(_words: str, _language: str) -> str | None:
    """Have no words to lend."""
    return None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says values in ``language``; free text without words in it is asked of ``borrow``.

    ``mentioned`` are the codes of the States named so far; it grows.
    """

    language: Language
    borrow: Borrow = borrow_nothing
    mentioned: set[str] = field(default_factory=set)

    def filters(self) -> dict[str, Callable[..., object]]:
        """Return the filters by the names that wordings use."""
        return {name: getattr(self, name) for name in FILTERS}

    def say(self, value: object) -> str:
        """Say a value that no filter was put on.

        Raises:
            EmptyValueError: there is nothing to say.
            NoWords: free text lacks this language, and none could be borrowed.
            WordingError: the value is a list or a record.
        """
        if value is None:
            raise EmptyValueError("a field that is empty is used here.")
        if isinstance(value, Words):
            return self._words(value)
        if isinstance(value, bool):
            raise WordingError("a yes-or-no field belongs in when = or {% if %}, not in the text.")
        if isinstance(value, str | int | Symbol):
            return str(value)
        if isinstance(value, State):
            return self.state(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Days):
            return self.days(value)
        if isinstance(value, Month):
            return self.month(value)
        raise WordingError("a list or record needs a filter: states, join, series or form.")

    def _words(self, value: Words) -> str:
        own = value.by_language.get(self.language.code)
        if own:
            return own
        other = next(iter(value.by_language.values()), "")
        lent = self.borrow(other, self.language.code)
        if lent is None:
            raise NoWords(other)
        return lent

    def date(self, value: object) -> str:
        """Say a day."""
        return self.language.format_date(_as(date, value, "date", "a date"))

    def days(self, value: object, on: str = "", through: str = "") -> str:
        """Say the days of a meeting, after ``on`` ("on 2 and 3 July") or ``through`` ("from …")."""
        days = _as(Days, value, "days", "days")
        first, last = days.days[0], days.days[-1]
        if days.through and first != last:
            return _after(through, self.language.format_range(first, last))
        if first == last:
            return _after(on, self.language.format_date(first))
        return _after(on, self.language.format_days(days.days))

    def month(self, value: object) -> str:
        """Say a month with its year; of a day the month it is in."""
        if isinstance(value, date):
            return self.language.format_month(value.year, value.month)
        month = _as(Month, value, "month", "a month or a date")
        return self.language.format_month(month.year, month.number)

    def years(self, value: object, last: object) -> str:
        """Say a period from one year to another."""
        years = [_as(int, one, "years", "two years") for one in (value, last)]
        if years[0] > years[1]:
            raise WordingError(f"the years are the wrong way round: {years[0]} to {years[1]}.")
        return self.language.format_years(*years)

    def series(self, value: object, on: str = "", through: str = "") -> str:
        """Say the days of several meetings, in their order."""
        members = _as(tuple, value, "series", "a list of days")
        return self.listed([self.days(one, on, through) for one in members])

    def venue(self, value: object, place: object) -> str:
        """Say days and place as the masthead prints them."""
        days = _as(Days, value, "venue", "days")
        first, last = days.days[0], days.days[-1]
        if days.through or first == last:
            return self.language.format_venue(self.say(place), first, last)
        # The place is put in last: it may have a date in its own words.
        line = self.language.format_venue(_PLACE, first, first)
        line = line.replace(self.language.format_date(first), self.language.format_days(days.days))
        return line.replace(_PLACE, self.say(place))

    def ordinal(self, value: object) -> str:
        """Say a number as an ordinal in words."""
        return self.language.ordinal(_as(int, value, "ordinal", "a number"))

    def cardinal(self, value: object) -> str:
        """Say a count as running text has it: in words below ten where the language does so."""
        return self.language.cardinal(_as(int, value, "cardinal", "a number"))

    def figure(self, value: object) -> str:
        """Say a number in figures, thousands set off by commas."""
        return f"{_as(int, value, 'figure', 'a number'):,}"

    def meetings(self, value: object) -> str:
        """Say which meetings: "1st and 2nd"; takes one number or a list."""
        numbers = value if isinstance(value, tuple) else (value,)
        known = [_as(int, one, "meetings", "numbers") for one in numbers]
        return self.language.meeting_number(known)

    def state(self, value: object, form: str = "") -> str:
        """Say a State in running text: "Plurinational State of Bolivia".

        ``form`` "formal" is the name in treaties. Without it, where a language has a shorter
        name for later mentions, it is used from the second mention in the document on.
        """
        state = _as(State, value, "state", "a State")
        if form not in ("", "formal"):
            raise WordingError(f"a State has no form “{form}”; write formal or nothing.")
        if form:
            return _printed(state.formal(self.language.code))
        return running(self._mention(state))

    def states(self, value: object) -> str:
        """Say a list of States in English alphabetical order, whatever the language.

        Authority: the set order of lists of States in reports. Names as for ``state``, but in
        the form of lists: "Bolivia (Plurinational State of)".
        """
        ordered = sorted(self._states(value, "states"), key=sort_key)
        return self.listed([self._mention(one) for one in ordered])

    def all_states(self, value: object) -> bool:
        """Return whether all of a list are States; with the European Union they are "parties"."""
        return all(one.is_state for one in self._states(value, "all_states"))

    def _states(self, value: object, name: str) -> list[State]:
        return [_as(State, one, name, "a list of States") for one in _many(value, name)]

    def _mention(self, state: State) -> str:
        names = state.names.get(self.language.code, state.names["en"])
        if state.code in self.mentioned:
            return _printed(names.later or names.short)
        self.mentioned.add(state.code)
        return _printed(names.short)

    def listed(self, said: Sequence[str]) -> str:
        """Join what was said into a list of the language."""
        return self.language.join_list(said)

    def title(self, value: object) -> str:
        """Say a title in the quotation marks of the language."""
        return self.language.quote(self.say(value))

    def work(self, value: object) -> str:
        """Say the title of a treaty, law or book: in Chinese in 《》."""
        return self.language.work(self.say(value))

    def capital(self, value: object) -> str:
        """Say a value with a capital at its beginning, for a line that begins with it."""
        said = self.say(value)
        return said[:1].upper() + said[1:]

    def symbol(self, value: object) -> str:
        """Say a document symbol; the same in every language."""
        return str(_as(Symbol, value, "symbol", "a symbol"))

    def join(self, value: object) -> str:
        """Say a list of simple values: "a, b and c"."""
        return self.listed([self.say(one) for one in _many(value, "join")])

    def count(self, value: object) -> int:
        """Return how many members a list has."""
        return len(_many(value, "count"))

    def having(self, value: object, name: str) -> tuple[object, ...]:
        """Return the records of a list in which a field is filled in, or is true."""
        members = _as(tuple, value, "having", "a list of records")
        return tuple(one for one in members if isinstance(one, Mapping) and one.get(name))

    def plural(self, value: object, one: str, more: str) -> str:
        """Return ``one`` for exactly one, else ``more``; takes a number or a list."""
        number = len(value) if isinstance(value, tuple) else value
        return one if number == 1 else more

    def beside(self, value: object, other: object) -> str:
        """Say two things side by side, with a space where the language parts them."""
        return self.language.beside(self.say(value), self.say(other))

    def iso(self, value: object) -> str:
        """Say a day as year-month-day, for the masthead, whose date the writer prints."""
        return _as(date, value, "iso", "a date").isoformat()


def _after(word: str, said: str) -> str:
    return f"{word} {said}" if word else said


def _printed(name: str) -> str:
    """Give a name of the tables the apostrophe of print."""
    return name.replace("'", "’")


def _many(value: object, name: str) -> Sequence[object]:
    return _as(tuple, value, name, "a list")


def _as(kind: type[T], value: object, name: str, what: str) -> T:
    if value is None:
        raise EmptyValueError(f"the filter “{name}” is put on a field that is empty.")
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise WordingError(f"the filter “{name}” needs {what}.")
    return value
