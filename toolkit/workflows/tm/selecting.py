"""Which units are meant: by provenance, date, status, language, certainty and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

import regex as regular

from toolkit.errors import UsageError
from toolkit.languages.tags import tag
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.form import ATTRIBUTE, LANG
from toolkit.tmx.pairs import day

SECONDS = 0.5  # that a regular expression may take over one text


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a unit must be; every field that is given must hold, and of a list one member.

    ``symbols`` and ``aligners`` are patterns with ``*`` and ``?``; ``since`` and ``until`` are
    ISO days, both included, and hold for no unit without a date; ``langs`` are codes a side had
    in its file; ``props`` are ``name=pattern``; ``words`` is a regular expression for either
    side. ``inverted`` turns the answer round.
    """

    symbols: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    aligners: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    least: float | None = None
    most: float | None = None
    words: str = ""
    inverted: bool = False

    def __bool__(self) -> bool:
        """Return whether anything is asked for at all."""
        return self != Selection() and self != Selection(inverted=True)


def selector(wanted: Selection) -> Callable[[TranslationUnit], bool]:
    """Return a function that tells whether a unit is meant.

    Raises:
        UsageError: a day that is none, a property without ``=``, a bad regular expression.
    """
    tests = [*_provenance(wanted), *_dated(wanted), *_certain(wanted), *_said(wanted)]
    return lambda unit: all(test(unit) for test in tests) != wanted.inverted


Test = Callable[[TranslationUnit], bool]


def _provenance(wanted: Selection) -> list[Test]:
    tests: list[Test] = []
    if wanted.symbols:
        tests.append(lambda unit: _like(unit.symbol, wanted.symbols))
    if wanted.statuses:
        tests.append(lambda unit: unit.status in wanted.statuses)
    if wanted.aligners:
        tests.append(lambda unit: _like(unit.aligner, wanted.aligners))
    if wanted.langs:
        langs = {tag(code) or code for code in wanted.langs}
        tests.append(lambda unit: bool(langs & tags_of(unit)))
    return tests


def _like(text: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(text, pattern) for pattern in patterns)


def tags_of(unit: TranslationUnit) -> set[str]:
    """Return the codes of both languages as their file had them, in lower case."""
    sides = ((unit.source_lang, unit.source_props), (unit.target_lang, unit.target_props))
    return {tag(dict(props).get(LANG, lang)) or lang for lang, props in sides}


def date_of(unit: TranslationUnit) -> str:
    """Return the last ISO day a unit says anything of: changed, else made; "" unknown."""
    said = [unit.created]
    for props in (unit.props, unit.source_props, unit.target_props):
        given = dict(props)
        said.extend(day(given.get(ATTRIBUTE + name, "")) for name in ("changedate", "creationdate"))
    return max(said)


def _dated(wanted: Selection) -> list[Test]:
    for given in filter(None, (wanted.since, wanted.until)):
        try:
            date.fromisoformat(given)
        except ValueError:
            raise UsageError(f"{given} is not a day; write it as 2026-11-05.") from None
    if not (wanted.since or wanted.until):
        return []
    return [
        lambda unit: wanted.since <= date_of(unit) <= (wanted.until or "9") and bool(date_of(unit))
    ]


def _certain(wanted: Selection) -> list[Test]:
    """A unit that a person made, whose confidence is None, is as certain as can be."""
    tests: list[Test] = []
    if wanted.least is not None:
        least = wanted.least
        tests.append(lambda unit: unit.confidence is None or unit.confidence >= least)
    if wanted.most is not None:
        most = wanted.most
        tests.append(lambda unit: unit.confidence is not None and unit.confidence <= most)
    return tests


def _said(wanted: Selection) -> list[Test]:
    tests: list[Test] = []
    for prop in wanted.props:
        name, equals, pattern = prop.partition("=")
        if not equals:
            raise UsageError(f"{prop} names no value; write NAME=VALUE, such as client=LB.")
        tests.append(_has(name, pattern))
    if wanted.words:
        tests.append(_speaking(wanted.words))
    return tests


def _has(name: str, pattern: str) -> Test:
    return lambda unit: any(
        key in (name, ATTRIBUTE + name) and fnmatchcase(value, pattern)
        for key, value in (*unit.props, *unit.source_props, *unit.target_props)
    )


def _speaking(words: str) -> Test:
    try:
        pattern = regular.compile(words, regular.IGNORECASE)
    except regular.error as error:
        raise UsageError(f"{words!r} is not a regular expression: {error}.") from error

    def test(unit: TranslationUnit) -> bool:
        try:
            return any(pattern.search(side, timeout=SECONDS) for side in (unit.source, unit.target))
        except TimeoutError:
            raise UsageError(f"The regular expression {words!r} takes too long.") from None

    return test
