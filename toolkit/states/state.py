"""The States and the names the United Nations gives them.

The data are tables beside this file: ``states.tsv`` has a line for each State, and each language
has ``CODE.tsv`` with the names and ``CODE.toml`` with the words of lists. Adding a language is
adding its two files. The names are those of the list of Member States and of UNTERM as of 2024.

    >>> by_name("Iran (Islamic Republic of)", "en").code
    'IRN'
    >>> by_name("联合王国", "zh").short("en")
    'United Kingdom of Great Britain and Northern Ireland'
"""

import csv
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from toolkit.text.normalize import match_key

_DATA: Final = resources.files("toolkit.states").joinpath("data")
_SAME_NAME: Final = "="


class Kind(StrEnum):
    """What a participant is."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER = "other"
    ORGANIZATION = "organization"
    ENTITY = "entity"


class Standing(StrEnum):
    """How a name stands to the State it names."""

    SHORT = "short"
    FORMAL = "formal"
    LATER = "later"
    VARIANT = "variant"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """A name not to use; ``since`` is the year the State or the Organization gave it up."""

    name: str
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one State in one language.

    Attributes:
        short: the name in lists: "Bolivia (Plurinational State of)".
        formal: the name in treaties, without an article.
        later: a shorter form for after the first mention: "United Kingdom"; or empty.
        variants: other forms that are accepted.
        avoid: forms that are understood but should be replaced by ``short``.
    """

    short: str
    formal: str
    later: str = ""
    variants: tuple[str, ...] = ()
    avoid: tuple[Avoided, ...] = ()

    def all(self) -> Iterator[tuple[str, Standing]]:
        """Yield every name with its standing, the best standing first."""
        yield self.short, Standing.SHORT
        yield self.formal, Standing.FORMAL
        if self.later:
            yield self.later, Standing.LATER
        yield from ((name, Standing.VARIANT) for name in self.variants)
        yield from ((avoided.name, Standing.AVOID) for avoided in self.avoid)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State or other participant; two are the same when their codes are.

    Attributes:
        code: ISO 3166-1 alpha-3; EUE and XOM, the travel-document codes, for the two without one.
        kind: what it is.
        sort_name: the English name that lists are ordered by.
        names: by language code.
    """

    code: str
    kind: Kind = field(compare=False)
    sort_name: str = field(compare=False)
    names: Mapping[str, Names] = field(compare=False, repr=False)

    @property
    def is_state(self) -> bool:
        """Whether it is a State: the European Union and the Order of Malta are none."""
        return self.kind not in (Kind.ORGANIZATION, Kind.ENTITY)

    def short(self, language_code: str) -> str:
        """Return the short name; the English one for a language that has no table."""
        return self.names.get(language_code, self.names["en"]).short

    def formal(self, language_code: str) -> str:
        """Return the formal name; the English one for a language that has no table."""
        return self.names.get(language_code, self.names["en"]).formal


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What parts the names of a list, and phrases that hold a name and do not mean the State.

    ``taking_article`` are the codes of States that have an article in running text.
    """

    separators: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    taking_article: tuple[str, ...] = ()


@cache
def states() -> tuple[State, ...]:
    """Return all States and other participants, Members first, in English alphabetical order."""
    tables = {code: _names(code) for code in languages()}
    return tuple(
        State(
            code=row["code"],
            kind=Kind(row["kind"]),
            sort_name=row["sort"],
            names=MappingProxyType({code: table[row["code"]] for code, table in tables.items()}),
        )
        for row in _rows("states.tsv")
    )


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a table of names, in order."""
    files = sorted(entry.name for entry in _DATA.iterdir() if entry.name.endswith(".toml"))
    return tuple(name.removesuffix(".toml") for name in files)


@cache
def list_words(language_code: str) -> ListWords:
    """Return the words of lists in a language; empty for one that has no table."""
    if language_code not in languages():
        return ListWords()
    data = tomllib.loads(_DATA.joinpath(f"{language_code}.toml").read_text("utf-8"))
    return ListWords(**{key: tuple(value) for key, value in data.items()})


def by_code(code: str) -> State | None:
    """Return the State with an ISO alpha-3 code, None when there is none."""
    return next((state for state in states() if state.code == code), None)


def by_name(name: str, language_code: str) -> State | None:
    """Return the State of a short, formal, later or variant name, None for any other.

    An article before it, accents, case, spacing and the kind of apostrophe do not matter. A name
    to avoid is not accepted: see ``suggest``.
    """
    found = table(language_code).get(name_key(name, language_code))
    return None if found is None or found[1] is Standing.AVOID else found[0]


@cache
def table(language_code: str) -> Mapping[str, tuple[State, Standing]]:
    """Return the State and standing of every name of a language, by ``name_key``."""
    out: dict[str, tuple[State, Standing]] = {}
    for state in states():
        if language_code in state.names:
            for name, standing in state.names[language_code].all():
                out.setdefault(name_key(name, language_code), (state, standing))
    return MappingProxyType(out)


def running(name: str) -> str:
    """Return a name of lists as running text has it: "Plurinational State of Bolivia".

    >>> running("Iran (Islamic Republic of)"), running("Netherlands (Kingdom of the)")
    ('Islamic Republic of Iran', 'Kingdom of the Netherlands')
    """
    head, bracket, tail = name.partition(" (")
    return f"{tail.removesuffix(')')} {head}" if bracket else name


def name_key(name: str, language_code: str) -> str:
    """Return the form under which two spellings are one name: "the Gambia" and "Gambia"."""
    key = plain(match_key(name)).casefold()
    for article in list_words(language_code).articles:
        key = key.removeprefix(f"{article} ")
    return key


def plain(name: str) -> str:
    """Return a name without accents and with straight apostrophes."""
    apart = unicodedata.normalize("NFD", name.replace("’", "'"))
    return "".join(ch for ch in apart if not unicodedata.combining(ch))


def _names(language_code: str) -> dict[str, Names]:
    return {row["code"]: _read(row) for row in _rows(f"{language_code}.tsv")}


def _read(row: Mapping[str, str | None]) -> Names:
    short = row["short"] or ""
    formal = row["formal"] or _SAME_NAME
    return Names(
        short=short,
        formal=short if formal == _SAME_NAME else formal,
        later=row["later"] or "",
        variants=tuple((row["variants"] or "").split(";")) if row["variants"] else (),
        avoid=tuple(map(_avoided, (row["avoid"] or "").split(";"))) if row["avoid"] else (),
    )


def _avoided(text: str) -> Avoided:
    name, _, since = text.partition("@")
    return Avoided(name=name, since=int(since) if since else None)


def _rows(name: str) -> list[dict[str, str]]:
    lines = _DATA.joinpath(name).read_text("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
