"""Whether a plan fits the parts: everything is named once, and nothing that is not there."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from toolkit.consolidate.numbers import chapter_number, section_number
from toolkit.consolidate.part import Part
from toolkit.consolidate.plan import Plan
from toolkit.consolidate.propose import hold_titles, report_of
from toolkit.consolidate.units import Stock
from toolkit.errors import UsageError


def hold_plan(plan: Plan, parts: Sequence[Part], stock: Stock) -> None:
    """Refuse a plan that does not fit.

    Raises:
        UsageError: it is for other parts, names what is not there, names something twice, or says
            nothing of something.
    """
    _same_parts(plan, parts)
    _sections(plan, stock)
    _in_order(plan)
    seen: set[str] = set()
    for name, where in _named(plan):
        if name not in stock.units:
            raise UsageError(
                f"The plan's {where} names “{name}”, which is not there.{_like(name, stock)}"
            )
        if name in seen:
            raise UsageError(f"The plan names “{name}” twice, the second time in its {where}.")
        seen.add(name)
    _whole(stock, seen)
    _joins(plan)
    hold_titles(plan, stock)


def _same_parts(plan: Plan, parts: Sequence[Part]) -> None:
    report, names = report_of(parts), tuple(one.name for one in parts)
    if plan.report and report and plan.report != report:
        raise UsageError(f"The plan is for {plan.report}, and the parts are of {report}.")
    if plan.parts and plan.parts != names:
        raise UsageError(
            f"The plan is for {', '.join(plan.parts)}, and {', '.join(names)} were given. Give the "
            "same parts, or write a new plan with --propose."
        )


def _sections(plan: Plan, stock: Stock) -> None:
    paths: set[str] = set()
    sources: set[str] = set()
    for one in plan.sections:
        if one.path in paths:
            raise UsageError(f"The plan has two sections with the path “{one.path}”.")
        if one.source in sources:
            raise UsageError(f"The plan has two sections with the heading “{one.source}”.")
        paths.add(one.path)
        sources.add(one.source)
        if one.source and one.source not in stock.titles:
            raise UsageError(
                f"The plan's section “{one.path}” has the heading “{one.source}”, which no part "
                "has."
            )
        titled = {title.part for title in stock.titles.get(one.source, ())}
        if one.title_of and one.title_of not in titled:
            raise UsageError(
                f"The plan's section “{one.path}” takes its title from {one.title_of}, which has "
                "no such heading."
            )


def _in_order(plan: Plan) -> None:
    """Refuse sections whose numbers do not rise, which no reader of the report could follow."""
    last: dict[str, tuple[int, str]] = {}
    for one in plan.sections:
        above, _, step = one.path.rpartition("/")
        number = section_number(step) if above else chapter_number(step)
        if number is None:
            continue
        before, path = last.get(above, (0, ""))
        if number <= before:
            raise UsageError(
                f"The plan has section “{one.path}” behind “{path}”. Give each `path` the number "
                "it is to have where it stands, and its place in the parts as `source`."
            )
        last[above] = (number, one.path)


def _named(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield every unit that has to be named once, with where it is."""
    for one in plan.sections:
        yield from ((name, f"section “{one.path}”") for name in one.take)
    yield from ((one.unit, "[[drop]]") for one in plan.drops)
    for join in plan.joins:
        yield from ((name, f"[[join]] into “{join.into}”") for name in join.units)


def _like(name: str, stock: Stock) -> str:
    close = get_close_matches(name, stock.units, n=1) if len(name) < 200 else []
    return f" Is “{close[0]}” meant?" if close else ""


def _whole(stock: Stock, seen: set[str]) -> None:
    left = [unit for name, unit in stock.units.items() if name not in seen]
    if left:
        words = " ".join(left[0].head.text.split())[:40]
        more = f", and nothing of {len(left) - 1} more" if len(left) > 1 else ""
        raise UsageError(
            f"The plan says nothing of “{left[0].name}” (“{words}…”){more}. Put it into a `take`, "
            "a [[drop]] or a [[join]]."
        )


def _joins(plan: Plan) -> None:
    taken = {name for one in plan.sections for name in one.take}
    for one in plan.joins:
        if one.into not in taken:
            raise UsageError(f"The plan joins lists into “{one.into}”, which no section takes.")
