"""Find names of States, and lists of them, in running text.

>>> [m.state.code for m in find("Guinea-Bissau, the Niger and Papua New Guinea", "en")]
['GNB', 'NER', 'PNG']
>>> [m.name for m in find("中国常驻代表、特立尼达和多巴哥和发展中国家", "zh")]
['中国', '特立尼达和多巴哥']
>>> [[m.state.code for m in run.mentions] for run in find_lists("秘鲁、多哥和约旦", "zh")]
[['PER', 'TGO', 'JOR']]
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Final

from toolkit.states.state import Standing, State, list_words, plain, states
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import is_han
from toolkit.text.spans import Span

SHORTEST_LIST: Final = 3
_LONGEST_GAP: Final = 120  # characters between two names that may hold unknown names
_UNKNOWN_ITEMS: Final = 2
_WORD_BEGINS: Final = r"(?<!\w)"
_NEVER: Final = Pattern(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMention:
    """A State named in a text; ``name`` as the tables spell it, ``standing`` how good it is."""

    span: Span
    state: State
    name: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StateList:
    """A run of at least three States parted by commas or "and".

    Attributes:
        span: from the first name to the last, which are always known ones.
        mentions: the known names in the order printed.
        unknown: items between them that no table has, without the marks around them.
    """

    span: Span
    mentions: tuple[StateMention, ...]
    unknown: tuple[Span, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        """The States in the order printed."""
        return tuple(mention.state for mention in self.mentions)


def find(text: str, language_code: str) -> tuple[StateMention, ...]:
    """Find names of States, in order, the longest at each place.

    Case counts. A name to avoid is found too, with that standing. A language without a table of
    names has none.
    """
    known = _known(language_code)
    found = []
    for match in _pattern(language_code).finditer(text):
        hit = known[re.sub(r"\s+", " ", match[0]).replace("’", "'")]
        if hit is not None:
            state, name, standing = hit
            span = Span(match.start(), match.end())
            found.append(StateMention(span=span, state=state, name=name, standing=standing))
    return tuple(found)


def find_lists(text: str, language_code: str) -> tuple[StateList, ...]:
    """Find runs of at least three names, in order; one or two unknown items in a row are let by."""
    lists: list[StateList] = []
    run: list[StateMention] = []
    unknown: list[Span] = []
    for mention in find(text, language_code):
        gap = _gap(text, run[-1].span.end, mention.span.start, language_code) if run else None
        if gap is None:
            lists += _list_of(run, unknown)
            run, unknown, gap = [], [], ()
        run.append(mention)
        unknown += gap
    return (*lists, *_list_of(run, unknown))


def _list_of(run: list[StateMention], unknown: list[Span]) -> list[StateList]:
    if len(run) < SHORTEST_LIST:
        return []
    span = Span(run[0].span.start, run[-1].span.end)
    return [StateList(span=span, mentions=tuple(run), unknown=tuple(unknown))]


def _gap(text: str, start: int, end: int, language_code: str) -> tuple[Span, ...] | None:
    """Return the unknown items between two names of one list, None if they are of no one list."""
    if not 0 < end - start <= _LONGEST_GAP:
        return None
    whole = _gap_pattern(language_code).fullmatch(text, start, end)
    if whole is None:
        return None
    words = _separator(language_code).finditer(text, start, end)
    marks = [(word.start(), word.end()) for word in words]
    between = zip([at for _, at in marks], [at for at, _ in marks[1:]], strict=False)
    items = [_trimmed(text, left, right) for left, right in between]
    return tuple(item for item in items if item.length)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, max(left, start + len(piece.rstrip())))


@cache
def _separator(language_code: str) -> Pattern:
    words = sorted(list_words(language_code).separators, key=len, reverse=True)
    return Pattern("|".join(map(_bounded, words))) if words else _NEVER


@cache
def _gap_pattern(language_code: str) -> Pattern:
    if not list_words(language_code).separators:
        return _NEVER
    mark = rf"(?:\s*(?:{_separator(language_code).pattern})\s*)"
    articles = "|".join(rf"{re.escape(word)}\s+" for word in list_words(language_code).articles)
    # An item no table has begins like a name: with a capital, or in a script without case.
    item = rf"(?:{articles})?(?![a-zß-ÿ])[^.。;；:：,，、!?！？\[\]…]{{1,60}}?"
    return Pattern(rf"{mark}{{1,2}}(?:{item}{mark}{{1,2}}){{0,{_UNKNOWN_ITEMS}}}(?:{articles})?")


@cache
def _known(language_code: str) -> Mapping[str, tuple[State, str, Standing] | None]:
    """Return what each spelling names; None for a phrase that names no State."""
    out: dict[str, tuple[State, str, Standing] | None]
    out = dict.fromkeys(list_words(language_code).not_names)
    for state in states():
        if language_code in state.names:
            for name, standing in state.names[language_code].all():
                out.setdefault(name, (state, name, standing))
                out.setdefault(plain(name), (state, name, standing))
    return MappingProxyType(out)


@cache
def _pattern(language_code: str) -> Pattern:
    """Return one pattern of all spellings, the longest first at each first character.

    The character before is looked at once, not for each spelling, and a set of first characters
    stands in front: this decides how fast a text is searched.
    """
    spellings = sorted(_known(language_code), key=lambda name: (-len(name), name))
    han = [_bounded(name) for name in spellings if is_han(name[0])]
    other = [_bounded(name).removeprefix(_WORD_BEGINS) for name in spellings if not is_han(name[0])]
    if not spellings:
        return _NEVER
    first = "".join(sorted({re.escape(name[0]) for name in spellings}))
    branches = [rf"{_WORD_BEGINS}(?:{_by_first(other)})"] if other else []
    branches += [_by_first(han)] if han else []
    return Pattern(f"(?=[{first}])(?:{'|'.join(branches)})")


def _by_first(patterns: list[str]) -> str:
    groups = groupby(sorted(patterns, key=lambda p: p[0]), key=lambda p: p[0])
    return "|".join(f"{first}(?:{'|'.join(p[1:] for p in group)})" for first, group in groups)


def _bounded(name: str) -> str:
    """Return a pattern of a name, which in a script that has word breaks must be whole words."""
    body = re.escape(name).replace(r"\ ", r"\s{1,3}").replace("'", "['’]")
    left = _WORD_BEGINS if name[0].isalpha() and not is_han(name[0]) else ""
    right = r"(?!\w)" if name[-1].isalpha() and not is_han(name[-1]) else ""
    return left + body + right
