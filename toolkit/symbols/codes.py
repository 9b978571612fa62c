"""The codes that symbols are made of: data, not code."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes one parse knows; ``shipped()`` gives those of ``data/codes.toml``.

    Attributes:
        organs: codes a symbol may begin with.
        not_organs: what is often written for an organ, with the sentence that says what to do.
        dotted_bodies: subsidiary bodies with a dot and a number: WG.
        bare_bodies: subsidiary bodies without: COP.
        treaty_bodies: bodies that an unlisted organ may stand before.
        dotted_natures: L, CRP, …
        bare_natures: INF, RES, …
        dotted_modifiers: Add, Rev, …
        bare_modifiers: Summary, Excerpt.
        open_codes: codes of single organs.
        lettered: codes with a letter after the dot: SER.
        natures_of: natures with a dot, each with the organs that write it so.
        states_after: parts after which three capitals name a State.
        instead: long words, with the code to write, empty where there is none.
        dotted: every code that takes a dot and a number.
        bare: every code that stands alone between strokes.
        spellings: the code by its small letters; the first where two differ only in case.
    """

    organs: frozenset[str]
    not_organs: dict[str, str]
    dotted_bodies: frozenset[str]
    bare_bodies: frozenset[str]
    treaty_bodies: frozenset[str]
    dotted_natures: frozenset[str]
    bare_natures: frozenset[str]
    dotted_modifiers: frozenset[str]
    bare_modifiers: frozenset[str]
    open_codes: frozenset[str]
    lettered: frozenset[str]
    natures_of: dict[str, frozenset[str]]
    states_after: frozenset[str]
    instead: dict[str, str]
    dotted: frozenset[str] = field(init=False)
    bare: frozenset[str] = field(init=False)
    spellings: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        dotted = self.dotted_bodies | self.dotted_natures | self.dotted_modifiers
        bare = self.bare_bodies | self.bare_natures | self.bare_modifiers | self.open_codes
        known = sorted(dotted | bare, reverse=True)
        object.__setattr__(self, "dotted", dotted)
        object.__setattr__(self, "bare", bare)
        object.__setattr__(self, "spellings", {code.casefold(): code for code in known})

    def spelling(self, code: str) -> str | None:
        """Return the code that differs from ``code`` only in case, or None."""
        if code in self.dotted or code in self.bare:
            return code
        return self.spellings.get(code.casefold())


@cache
def shipped() -> Codes:
    """Return the codes of the data file that comes with the toolkit."""
    text = resources.files("toolkit.symbols").joinpath("data/codes.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Codes(
        organs=frozenset(data["organs"]),
        not_organs=data["not_organs"],
        dotted_bodies=frozenset(data["bodies"]["dotted"]),
        bare_bodies=frozenset(data["bodies"]["bare"]),
        treaty_bodies=frozenset(data["treaty_bodies"]["codes"]),
        dotted_natures=frozenset(data["natures"]["dotted"]),
        bare_natures=frozenset(data["natures"]["bare"]),
        dotted_modifiers=frozenset(data["modifiers"]["dotted"]),
        bare_modifiers=frozenset(data["modifiers"]["bare"]),
        open_codes=frozenset(data["open"]["codes"]),
        lettered=frozenset(data["lettered"]["codes"]),
        natures_of={code: frozenset(organs) for code, organs in data["natures_of"].items()},
        states_after=frozenset(data["states_after"]["codes"]),
        instead=data["instead"],
    )
