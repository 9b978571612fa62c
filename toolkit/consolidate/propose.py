"""The plan as conventions would have it: by chapter and section, each in the order of the parts."""

from collections.abc import Iterator, Mapping, Sequence

from toolkit.consolidate.part import Part
from toolkit.consolidate.plan import Plan, Section
from toolkit.consolidate.units import Stock, Title
from toolkit.errors import UsageError
from toolkit.symbols.relations import base
from toolkit.text.normalize import match_key
from toolkit.text.numerals import roman


def propose(parts: Sequence[Part], stock: Stock) -> Plan:
    """Return the plan; a heading of which parts have different words has those of the first."""
    placed: dict[str, list[str]] = {}
    for unit in stock.units.values():
        placed.setdefault(unit.key, []).append(unit.name)
    order = [*([""] if "" in placed else []), *_in_order(stock.titles)]
    annexes = [one for one in order if one.startswith("annex") and "/" not in one]
    several = "annex-2" in annexes
    sections = (
        Section(
            path=_annex_path(key, annexes) if several else key,
            source=key,
            take=tuple(placed.get(key, ())),
            title_of=titles[0].part if differ(titles := stock.titles.get(key, [])) else "",
        )
        for key in order
    )
    return Plan(
        report=report_of(parts),
        parts=tuple(one.name for one in parts),
        sections=tuple(sections),
    )


def _annex_path(key: str, annexes: Sequence[str]) -> str:
    """Return a path with the annexes numbered one after the other."""
    first, stroke, rest = key.partition("/")
    if first not in annexes:
        return key
    return f"annex {roman(annexes.index(first) + 1)}{stroke}{rest}"


def report_of(parts: Sequence[Part]) -> str:
    """Return the symbol of the draft that the parts are parts of; empty where none has one."""
    return next((str(base(one.symbol)) for one in parts if one.symbol is not None), "")


def differ(titles: Sequence[Title]) -> bool:
    """Return whether parts have different words for one heading."""
    return len({match_key(one.block.text) for one in titles}) > 1


def hold_titles(plan: Plan, stock: Stock) -> None:
    """Refuse a heading with different words in several parts, unless the plan says whose hold.

    Raises:
        UsageError: there is one.
    """
    settled = {one.source for one in plan.sections if one.title_of}
    for key, titles in stock.titles.items():
        if key not in settled and differ(titles):
            said = "; ".join(
                f"{one.part}, {one.block.place}: “{one.block.label or ''} {one.block.text}”"
                for one in titles
            )
            raise UsageError(
                f"{key} has different titles: {said}. Make the headings equal; or write the plan "
                "with --propose, and set in it which title holds (title_of) or give one of them "
                "another place."
            )


def _in_order(titles: Mapping[str, Sequence[Title]]) -> Iterator[str]:
    """Yield the keys of all headings in the order of the report, annexes last."""
    below: dict[str, list[str]] = {}
    for key in titles:
        _insert(below.setdefault(_parent(key, titles), []), key, titles)
    waiting = list(reversed(below.get("", [])))
    while waiting:
        key = waiting.pop()
        yield key
        waiting.extend(reversed(below.get(key, [])))


def _parent(key: str, titles: Mapping[str, Sequence[Title]]) -> str:
    """Return the nearest heading above a key that some part has."""
    while key:
        key = key.rpartition("/")[0]
        if key in titles:
            break
    return key


def _insert(sisters: list[str], key: str, titles: Mapping[str, Sequence[Title]]) -> None:
    """Put a key before the first sister of a higher number; at the end where there is none."""
    rank = _rank(key, titles)
    if rank is None:
        sisters.append(key)
        return
    for at, one in enumerate(sisters):
        other = _rank(one, titles)
        if other is not None and other > rank:
            sisters.insert(at, key)
            return
    sisters.append(key)


def _rank(key: str, titles: Mapping[str, Sequence[Title]]) -> tuple[bool, int] | None:
    """Return what numbered headings are ordered by; None for one without a number."""
    annex = key.startswith("annex") and "/" not in key
    number = titles[key][0].block.number
    if number is None and not annex:
        return None
    return annex, number or 0
