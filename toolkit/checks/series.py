"""Breaks of a numbered series as cases of a rule."""

from collections.abc import Collection, Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.model import Document, Profile
from toolkit.numbering.sequence import BreakKind, Series, sequence_breaks

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
    ours = [one for one in breaks if one.kind in kinds and one.kind not in unsure]
    for one in ours:
        yield rule.at(
            document,
            one.block,
            found=one.found,
            expected=one.expected,
            label=(one.block.label or "").strip("."),
        )
    yield from (FINE for _ in range(looked_at - len(ours)))
