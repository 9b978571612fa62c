"""Lists of States joined, and put in the order of the language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.consolidate.leads import NEAR, Lead, Opening, bare, opening
from toolkit.consolidate.plan import Joining
from toolkit.consolidate.units import Stock, Unit
from toolkit.errors import UsageError
from toolkit.languages import Language, NumberKind, by_code
from toolkit.references import Edit
from toolkit.states.find import StateList, find_lists
from toolkit.states.order import sort_key
from toolkit.states.state import State
from toolkit.text.spans import Span

_ENDS = ".。;；"


@dataclass(frozen=True, slots=True)
class Joined:
    """The edits of the list that takes in others, and what its opening needs."""

    edits: tuple[Edit, ...]
    opening: Opening


def join_lists(join: Joining, stock: Stock, language: Language) -> Joined:
    """Return the edits of the words of ``join.into`` that take in the lists of the others.

    The number of States, where the words give it, becomes that of the whole list; agenda items
    become those of all lists.

    Raises:
        UsageError: one has no list of States, or says more than its list, so that words would be
            lost; or a list has a name that no table of States has.
    """
    into = stock.units[join.into]
    own = _list(into, language)
    runs = [(into, own)]
    for name in join.units:
        unit = stock.units[name]
        run = _list(unit, language)
        _says_no_more(unit, run)
        runs.append((unit, run))
    names: dict[State, str] = {}
    for unit, run in runs:
        for mention in run.mentions:
            names.setdefault(mention.state, mention.span.of(unit.head.text))
    ordered = [names[state] for state in sorted(names, key=sort_key)]
    counted = _counted(into, own, len(names), language)
    first, *others = (_lead(unit, run) for unit, run in runs)
    said = opening(first, others, language)
    edits = (*said.edits, *counted, Edit(own.span, language.join_list(ordered)))
    return Joined(edits, said)


def _lead(unit: Unit, run: StateList) -> Lead:
    return Lead(unit.head, unit.head.text[: run.span.start], len(run.mentions))


def joinable(stock: Stock, code: str) -> Iterator[Joining]:
    """Yield joins that could be meant: lists of several parts that begin with the same words."""
    language = by_code(code)
    groups: dict[tuple[str, str], list[Unit]] = {}
    for unit in stock.units.values():
        lists = find_lists(unit.head.text, code)
        if len(lists) == 1:
            one = _lead(unit, lists[0])
            lead = bare(one.words, one.names, language)
            groups.setdefault((unit.key, lead), []).append(unit)
    for (_, lead), units in groups.items():
        if len(units) > 1 and lead.endswith((":", "：")) and _plain(units[1:], language):
            names = tuple(one.name for one in units[1:])
            yield Joining(into=units[0].name, units=names, reason="the same list goes on")


def _plain(units: Sequence[Unit], language: Language) -> bool:
    try:
        for one in units:
            _says_no_more(one, _list(one, language))
    except UsageError:
        return False
    return True


def _list(unit: Unit, language: Language) -> StateList:
    """Return the list of a unit, the longest where its first block has several."""
    lists = find_lists(unit.head.text, language.code)
    if not lists:
        raise UsageError(f"“{unit.name}” has no list of at least three States to join.")
    longest = max(lists, key=lambda one: len(one.mentions))
    if longest.unknown:
        word = longest.unknown[0].of(unit.head.text)
        raise UsageError(
            f"“{unit.name}” lists “{word}”, which is in no table of States; put the list in order "
            "by hand, or correct the name."
        )
    return longest


def _says_no_more(unit: Unit, run: StateList) -> None:
    rest = unit.head.text[run.span.end :].strip()
    if len(unit.blocks) > 1 or unit.head.notes or rest.strip(_ENDS):
        words = " ".join((rest or unit.blocks[-1].text).split())[:40]
        raise UsageError(
            f"“{unit.name}” says more than its list of States (“{words}”), which joining would "
            "lose. Keep it, or move those words first."
        )


def _counted(unit: Unit, run: StateList, now: int, language: Language) -> Iterator[Edit]:
    """Yield the edit of the number of States that stands before a list."""
    text = unit.head.text
    for one in reversed(language.numbers(text[: run.span.start])):
        near = run.span.start - one.span.end <= NEAR
        if near and one.kind is NumberKind.CARDINAL and one.value == len(run.mentions) != now:
            said = language.cardinal(now) if one.in_words else str(now)
            yield Edit(Span(one.span.start, one.span.end), said)
            return
