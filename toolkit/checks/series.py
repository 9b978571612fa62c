"""Breaks of a numbered series as cases of a rule."""

from collections.abc import Collection, Iterator, Sequence

from toolkit.checks.places import annex_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.diagnostics import Fix
from toolkit.model import Document, Profile
from toolkit.numbering.sequence import Break, BreakKind, Series, sequence_breaks

OFF = (BreakKind.GAP, BreakKind.START)
AGAIN = (BreakKind.REPEAT, BreakKind.BACKWARDS)

# A corrigendum quotes numbers out of their order, and a paper of unknown kind may be a treaty,
# whose articles each number their own paragraphs.
NUMBERED = (Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.NOTE, Profile.OTHER)
THROUGH = (Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.NOTE)

_COUNTED = {
    Series.PARAGRAPH: Fix(renumber="paragraph"),
    Series.RECOMMENDATION: Fix(renumber="recommendation"),
}


def broken(
    rule: Rule, document: Document, series: Series, kinds: Collection[BreakKind]
) -> Iterator[Case]:
    """Yield a case for each number of ``series``, with a finding where it breaks in these ways.

    Gaps of paragraphs and recommendations can be closed by renumbering. The message may use
    ``{found}``, ``{expected}`` and ``{label}``.
    """
    breaks, looked_at = sequence_breaks(document, series)
    unsure = (BreakKind.START,) if document.profile is Profile.OTHER else ()
    ours = [
        one
        for one in _each_slip_once(breaks)
        if one.kind in kinds and one.kind not in unsure and not _begins_anew(one, series)
    ]
    for one in ours:
        yield rule.at(
            document,
            one.block,
            fix=_COUNTED.get(series),
            found=one.found,
            expected=one.expected,
            label=(one.block.label or "").strip("."),
        )
    yield from (FINE for _ in range(looked_at - len(ours)))


def _begins_anew(one: Break, series: Series) -> bool:
    """Return whether a series of its own may begin here.

    A list may follow another one without words between them; annexes keep their own structure;
    resolutions set one after the other, under bare headings, each count from 1.
    """
    if one.kind is BreakKind.GAP:
        return False
    if series is Series.ITEM:
        return one.kind is BreakKind.REPEAT and one.found == 1
    bare = one.kind is BreakKind.RESTART and one.block.path.startswith("heading")
    return bare or bool(annex_of(one.block))


def _each_slip_once(breaks: Sequence[Break]) -> Iterator[Break]:
    """Leave out the return to the right number after a single wrong one: the 14 of 12, 12, 14."""
    wrong: Break | None = None
    for one in breaks:
        back = wrong is not None and one.previous is wrong.block and one.found == wrong.expected + 1
        if not back:
            yield one
        wrong = None if back else one
