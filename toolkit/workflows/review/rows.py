"""The rows of a review: all pairs of an alignment as text, doubtful ones first.

The last column, ``key``, holds the segments that a row was made of, each index with the token of
its words (``review_places``), and digests of both texts: by it a row is found again, and what a
reviewer changed is told from what was there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from toolkit.align.bead import Bead
from toolkit.align.differences import differences
from toolkit.errors import UsageError
from toolkit.workflows.alignment.aligning import (
    Aligned,
    Verdict,
    is_doubtful,
    joined_text,
    shown,
    translation_of,
)
from toolkit.workflows.review.places import TOKEN, digest, exactly, tokens

COLUMNS = (
    "id",
    "path",
    "confidence",
    "kind",
    "status",
    "source",
    "target",
    "source segments",
    "target segments",
    "differs",
    "note",
    "key",
)
_CELLS = attrgetter(*(column.replace(" ", "_") for column in COLUMNS))
STATUSES = ("ok", "approved", "wrong")

_WRITTEN = {"reviewed": "ok", "approved": "approved", "wrong": "wrong", "aligned": ""}
_SEGMENT = re.compile(rf"([0-9]{{1,9}})=([0-9a-f]{{{TOKEN}}})")
_KEY = re.compile(r"([0-9a-f=,]*)\|([0-9a-f=,]*)\|([0-9a-f]{12}),([0-9a-f]{12})")

Segments = tuple[tuple[int, str], ...]  # indexes with tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, its fields in the order of ``COLUMNS``, all of them text as a file has them.

    ``line`` is its row in the file, counted from 1 as a spreadsheet does; 0 before it is in one.
    """

    id: str = ""
    path: str = ""
    confidence: str = ""
    kind: str = ""
    status: str = ""
    source: str = ""
    target: str = ""
    source_segments: str = ""
    target_segments: str = ""
    differs: str = ""
    note: str = ""
    key: str = ""
    line: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        """The fields in the order of ``COLUMNS``."""
        cells: tuple[str, ...] = _CELLS(self)
        return cells


@dataclass(frozen=True, slots=True)
class Key:
    """What a row was made of: segments of both sides, and digests of both texts."""

    source: Segments
    target: Segments
    texts: tuple[str, str]


def review_order(aligned: Aligned) -> list[int]:
    """Return the positions of the beads: doubtful ones, the worst first, then the others."""
    judged = list(aligned.judged())
    doubtful = [i for i, one in enumerate(judged) if is_doubtful(*one)]
    first = set(doubtful)
    rest = [i for i in range(len(judged)) if i not in first]
    return sorted(doubtful, key=lambda i: (judged[i][0].confidence, i)) + rest


def rows_of(aligned: Aligned) -> tuple[Row, ...]:
    """Return a row for every bead, in ``review_order``."""
    sides = side_texts(aligned.beads)
    known = tokens(sides[0]), tokens(sides[1])
    judged = list(aligned.judged())
    rows: list[Row] = []
    seen: Counter[str] = Counter()
    for i in review_order(aligned):
        row = _row(aligned, *judged[i], known)
        seen[row.id] += 1
        rows.append(row if seen[row.id] == 1 else replace(row, id=f"{row.id}-{seen[row.id]}"))
    return tuple(rows)


def side_texts(beads: tuple[Bead, ...]) -> tuple[list[str], list[str]]:
    """Return the segments of both sides in order, put together from the beads."""
    source = {i: text for b in beads for i, text in zip(b.source, b.source_texts, strict=True)}
    target = {j: text for b in beads for j, text in zip(b.target, b.target_texts, strict=True)}
    return [source[i] for i in sorted(source)], [target[j] for j in sorted(target)]


def _row(aligned: Aligned, bead: Bead, verdict: Verdict, known: tuple[tuple[str, ...], ...]) -> Row:
    source = joined_text(bead.source_texts, aligned.languages[0])
    target = joined_text(bead.target_texts, aligned.languages[1])
    key = Key(
        tuple((i, known[0][i]) for i in bead.source),
        tuple((j, known[1][j]) for j in bead.target),
        (exactly(source), exactly(target)),
    )
    return Row(
        id=id_of(key),
        path=bead.path,
        confidence=f"{bead.confidence:.2f}",
        kind=bead.kind.replace("-", "–"),  # a spreadsheet would take 1-1 for the first of January
        status=_WRITTEN[verdict.status],
        source=source,
        target=translation_of(bead, verdict, aligned.languages[1]),
        source_segments=listed(bead.source),
        target_segments=listed(bead.target),
        differs=_differs(aligned, bead),
        note=verdict.note,
        key=written(key),
    )


def _differs(aligned: Aligned, bead: Bead) -> str:
    """Return the values that one side has and the other has not: "numbers 1193 | 1139"."""
    return "; ".join(shown(one) for one in differences([bead], *aligned.languages))


def listed(indexes: tuple[int, ...]) -> str:
    """Return indexes as a row has them; the space keeps "99,100" from becoming a number."""
    return ", ".join(map(str, indexes))


def id_of(key: Key) -> str:
    """Return the name of a row: the same for the same words in the same context.

    It begins with a letter that no spreadsheet takes for a part of a number.
    """
    words = "|".join(",".join(token for _, token in side) for side in (key.source, key.target))
    return "p" + digest(words, 10)


def written(key: Key) -> str:
    """Return the key as a row has it."""
    sides = (",".join(f"{i}={token}" for i, token in side) for side in (key.source, key.target))
    return "|".join((*sides, ",".join(key.texts)))


def read_key(row: Row) -> Key | None:
    """Return the key of a row, None when it has none: a row that a reviewer added.

    Raises:
        UsageError: the key or the id is not as it was written.
    """
    if not row.key.strip() and not row.id.strip():
        return None
    given = row.key.strip()
    found = _KEY.fullmatch(given)
    key = Key(_segments(found[1]), _segments(found[2]), (found[3], found[4])) if found else None
    if key is None or row.id.strip().partition("-")[0] != id_of(key) or written(key) != given:
        raise UsageError(
            f"row {row.line}: the columns id and key do not belong together; they were changed or "
            "sorted apart from the others. Take the row from the review as it was given out; in a "
            "row of your own leave both empty."
        )
    return key


def _segments(text: str) -> Segments:
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[int, str]]:
    for match in _SEGMENT.finditer(text):
        yield int(match[1]), match[2]
