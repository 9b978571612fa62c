"""What a name that is not accepted most likely means.

>>> [(s.name, s.since) for s in suggest("Swaziland", "en")]
[('Eswatini', 2018)]
>>> [s.name for s in suggest("哥伦比业", "zh")]
['哥伦比亚']
"""

import difflib
from dataclasses import dataclass
from typing import Final

from toolkit.states.state import Standing, State, name_key, table

_LONGEST: Final = 80  # characters; the longest name has fewer than sixty
_CLOSE: Final = 0.72


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A State that may be meant.

    Attributes:
        state: it.
        name: the short name to use.
        since: the year since when the name asked for should no longer be used, if it is known.
    """

    state: State
    name: str
    since: int | None = None


def suggest(name: str, language_code: str) -> tuple[Suggestion, ...]:
    """Return what may be meant by a name, the likeliest first, at most three.

    A name to avoid gives one suggestion; an accepted name, or one like none, gives none.
    """
    key = name_key(name[:_LONGEST], language_code)
    names = table(language_code)
    if key in names:
        state, standing = names[key]
        return (_suggestion(state, language_code, key),) if standing is Standing.AVOID else ()
    close = difflib.get_close_matches(key, names, n=6, cutoff=_CLOSE)
    near = list(dict.fromkeys(names[match][0] for match in close))
    return tuple(Suggestion(state=state, name=state.short(language_code)) for state in near[:3])


def _suggestion(state: State, language_code: str, key: str) -> Suggestion:
    avoided = state.names[language_code].avoid
    since = next((a.since for a in avoided if name_key(a.name, language_code) == key), None)
    return Suggestion(state=state, name=state.short(language_code), since=since)
