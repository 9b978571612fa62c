"""Breaks of a numbered series as cases of a rule."""

from collections.abc import Collection, Iterator, Sequence

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.model import Document, Profile
from toolkit.numbering.sequence import Break, BreakKind, Series, sequence_breaks

OFF = (BreakKind.GAP, BreakKind.START)
AGAIN = (BreakKind.REPEAT, BreakKind.BACKWARDS)

# A corrigendum quotes numbers out of their order, and a paper of unknown kind may be a treaty,
# whose articles each number their own paragraphs.
NUMBERED = (Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.NOTE, Profile.OTHER)
THROUGH = (Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.NOTE)


def broken(
    rule: Rule, document: Document, series: Series, kinds: Collection[BreakKind]
) -> Iterator[Case]:
    """Yield a case for each number of ``series``, with a finding where it breaks in these ways.

    The message may use ``{found}``, ``{expected}`` and ``{label}``.
    """
    breaks, looked_at = sequence_breaks(document, series)
    unsure = (BreakKind.START,) if document.profile is Profile.OTHER else ()
    ours = [one for one in _each_slip_once(breaks) if one.kind in kinds and one.kind not in unsure]
    for one in ours:
        yield rule.at(
            document,
            one.block,
            found=one.found,
            expected=one.expected,
            label=(one.block.label or "").strip("."),
        )
    yield from (FINE for _ in range(looked_at - len(ours)))


def _each_slip_once(breaks: Sequence[Break]) -> Iterator[Break]:
    """Leave out the return to the right number after a single wrong one: the 14 of 12, 12, 14."""
    wrong: Break | None = None
    for one in breaks:
        back = wrong is not None and one.previous is wrong.block and one.found == wrong.expected + 1
        if not back:
            yield one
        wrong = None if back else one
