"""Small alignments to review: an invented board of lamps."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.align.bead import Bead
from toolkit.languages import by_code
from toolkit.workflows.alignment.aligning import Aligned
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.rows import Row, rows_of

ENGLISH = (
    "The Lantern Board met in the harbour hall.",
    "It elected a chief lamplighter.",
    "It also elected two assistants.",
    "Wicks should be trimmed before dusk.",
    "The price of oil had risen in every district.",
    "Visitors praised the new glass.",
)
CHINESE = (
    "灯笼委员会在港口大厅举行了会议。",
    "委员会选出一名首席点灯人。",
    "委员会还选出两名助手。",
    "灯芯应在黄昏前修剪。",
    "各区的油价都上涨了。",
    "来访者赞扬了新玻璃。",
)
LANGUAGES = (by_code("en"), by_code("zh"))
Groups = Sequence[tuple[Sequence[int], Sequence[int]]]


def aligned(
    groups: Groups | None = None,
    source: Sequence[str] = ENGLISH,
    target: Sequence[str] = CHINESE,
    sure: float = 0.95,
) -> Aligned:
    """Return an alignment of two lists of segments in the groups given, one to one without."""
    pairs = groups or [((i,), (i,)) for i in range(len(source))]
    beads = tuple(
        Bead(
            source=tuple(left),
            target=tuple(right),
            source_texts=tuple(source[i] for i in left),
            target_texts=tuple(target[j] for j in right),
            confidence=sure,
        )
        for left, right in pairs
    )
    inputs = Input("lamps.en.txt", b"x"), Input("lamps.zh.txt", b"x")
    return Aligned(beads=beads, inputs=inputs, languages=LANGUAGES)


def given_out(what: Aligned) -> dict[str, Row]:
    """Return the rows of a review as they come back, by their source segments."""
    rows = [replace(row, line=line) for line, row in enumerate(rows_of(what), 4)]
    return {row.source_segments or f"|{row.target_segments}": row for row in rows}


def groups_of(what: Aligned) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the segments of the beads, in order."""
    return [(bead.source, bead.target) for bead in what.beads]
