"""What the rows of a review say, and whether together they keep every segment exactly once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.errors import UsageError
from toolkit.workflows.review.places import exactly
from toolkit.workflows.review.rows import STATUSES, Key, Row, read_key

SIDES = ("source", "target")
_BETWEEN = re.compile(r"[\s,;，；、]+")
_INDEX = re.compile(r"([0-9]{1,9})(?:\.0+)?")  # a spreadsheet may keep a number as 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One row: the segments it now has, ascending, and what its reviewer said of it."""

    row: Row
    key: Key | None
    source: tuple[int, ...]
    target: tuple[int, ...]
    status: str

    @property
    def regrouped(self) -> bool:
        """Whether its segments are other than those it was given out with."""
        if self.key is None:
            return True
        given = (tuple(i for i, _ in side) for side in (self.key.source, self.key.target))
        return (self.source, self.target) != tuple(given)

    @property
    def retyped(self) -> tuple[bool, bool]:
        """Whether the text of the source and of the target is other than it was given out."""
        given = self.key.texts if self.key else (exactly(""), exactly(""))
        return exactly(self.row.source) != given[0], exactly(self.row.target) != given[1]

    @property
    def speaks(self) -> bool:
        """Whether a reviewer did anything to the row."""
        said = self.status or self.row.note.strip() or self.regrouped
        return bool(said) or any(self.retyped)


def read_claims(rows: Iterable[Row]) -> tuple[Claim, ...]:
    """Read the rows of a review, in order.

    Raises:
        UsageError: a row does not hold, two rows claim one segment, or a segment is in no row
            any more.
    """
    claims = tuple(_claim(row) for row in rows)
    for which, side in enumerate(SIDES):
        _keep_every_segment(claims, which, side)
    return claims


def _claim(row: Row) -> Claim:
    claim = Claim(
        row=row,
        key=read_key(row),
        source=_indexes(row, row.source_segments, "source"),
        target=_indexes(row, row.target_segments, "target"),
        status=_status(row),
    )
    _complain(claim)
    return claim


def _status(row: Row) -> str:
    status = row.status.strip().lower()
    if status and status not in STATUSES:
        raise UsageError(
            f"row {row.line}: the status is “{row.status.strip()[:40]}”; "
            f"it must be {', '.join(STATUSES[:-1])} or {STATUSES[-1]}, or empty."
        )
    return status


def _indexes(row: Row, text: str, side: str) -> tuple[int, ...]:
    found: list[int] = []
    for word in filter(None, _BETWEEN.split(text)):
        index = _INDEX.fullmatch(word)
        if index is None:
            raise UsageError(
                f"row {row.line}: “{word[:40]}” in {side} segments is not the number of a segment; "
                "write numbers with commas between, such as 12, 13."
            )
        found.append(int(index[1]))
    (most, times), *_ = Counter(found).most_common(1) or [(0, 0)]
    if times > 1:
        raise UsageError(f"row {row.line}: {side} segment {most} is there twice; once is enough.")
    return tuple(sorted(found))


def _complain(claim: Claim) -> None:
    """Raise a UsageError for a row that contradicts itself."""
    row, fault = claim.row, ""
    typed = row.target.strip()
    if not claim.source and not claim.target:
        if claim.status or row.note.strip() or (claim.key is None and typed):
            fault = "has no segments left; move its status and note to the row that took them"
    elif claim.target and not typed and claim.retyped[1] and not claim.regrouped:
        fault = "has lost its translation; clear its target segments too, or set the status wrong"
    if fault:
        raise UsageError(f"row {row.line} {fault}.")


def _keep_every_segment(claims: Sequence[Claim], which: int, side: str) -> None:
    home = {i: claim.row.line for claim in claims for i in _given(claim, which)}
    taken: dict[int, int] = {}
    for claim in claims:
        for i in (claim.source, claim.target)[which]:
            if i in taken:
                raise UsageError(
                    f"rows {taken[i]} and {claim.row.line} both have {side} segment {i}; "
                    "a segment belongs to one row."
                )
            if i not in home:
                raise UsageError(
                    f"row {claim.row.line}: {side} segment {i} is in no row of this review."
                )
            taken[i] = claim.row.line
    for i in sorted(home):
        if i not in taken:
            raise UsageError(
                f"{side} segment {i}, which row {home[i]} had, is in no row any more; put it back, "
                "or give it a row of its own with the other side empty."
            )


def _given(claim: Claim, which: int) -> Iterator[int]:
    if claim.key:
        yield from (i for i, _ in (claim.key.source, claim.key.target)[which])
