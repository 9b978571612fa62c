"""Superseding the units of a draft when the final report arrives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from toolkit.errors import UsageError
from toolkit.model.unit import TranslationUnit
from toolkit.text.normalize import match_key
from toolkit.workflows.tm.report import Case
from toolkit.workflows.tm.sweeping import Judge, Verdict

SUPERSEDED = "x-superseded-by"


def superseded(drafts: Sequence[str], final: str, *, every: bool) -> Judge:
    """Return a judge over the units of draft documents, now that the final one is there.

    A unit of a draft whose source is in the final is removed. One whose source is not keeps
    standing, marked with the final's symbol, unless ``every`` says that it goes too. ``drafts``
    are symbols or patterns with ``*``.

    Raises:
        UsageError: the memory has no unit of the final.
    """

    def judge(units: Iterable[TranslationUnit]) -> Iterator[Verdict]:
        everyone = list(units)
        now: dict[str, list[str]] = {}
        for unit in everyone:
            if unit.symbol == final:
                now.setdefault(match_key(unit.source), []).append(match_key(unit.target))
        draft = [unit for unit in everyone if _is_draft(unit, drafts, final)]
        if not now:
            raise UsageError(
                f"The memory has no unit of {final}. Import the final report first,"
                " or check the symbol."
            )
        concerned = set(map(id, draft))
        for unit in everyone:
            yield (
                _verdict(unit, now, final, every=every) if id(unit) in concerned else Verdict(unit)
            )

    return judge


def _is_draft(unit: TranslationUnit, drafts: Sequence[str], final: str) -> bool:
    return unit.symbol != final and any(fnmatchcase(unit.symbol, one) for one in drafts)


def _verdict(
    unit: TranslationUnit, now: dict[str, list[str]], final: str, *, every: bool
) -> Verdict:
    targets = now.get(match_key(unit.source))
    if targets is not None:
        alike = match_key(unit.target) in targets
        reason = "in-final" if alike else "changed-in-final"
        return Verdict(unit, Case("removed", reason, unit, f"{final} has its source"))
    if every:
        return Verdict(unit, Case("removed", "not-in-final", unit, f"{final} lacks its source"))
    marked = (SUPERSEDED, final)
    if marked in unit.props:
        return Verdict(unit)
    case = Case("updated", "not-in-final", unit, f"{final} lacks its source; marked")
    return Verdict(unit, case, replace(unit, props=(*unit.props, marked)))
