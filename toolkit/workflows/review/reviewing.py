"""A review put into an alignment: the documents are aligned anew, then what a person said holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.align.bead import Bead
from toolkit.align.segments import align_segments
from toolkit.errors import UsageError
from toolkit.workflows.alignment.aligning import (
    UNSEEN,
    Aligned,
    Lost,
    ReviewOutcome,
    Verdict,
    joined_text,
)
from toolkit.workflows.review.beads import Group, Indexes, rebuild
from toolkit.workflows.review.claims import Claim, read_claims
from toolkit.workflows.review.documents import renewed
from toolkit.workflows.review.places import exactly, locate, tokens
from toolkit.workflows.review.rows import Row, side_texts

_GONE = "its sentences are not in the documents any more, or not certainly"
_OTHERWISE = "its note belongs to a pair that is aligned otherwise now"
_SHOWN = 60  # characters of a row that are enough to find it by

Places = tuple[dict[int, int], dict[int, int]]
Texts = tuple[list[str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Correction:
    """A claim whose segments were found: where they are now, and the verdict on them.

    ``firm`` is false for a row that only has a note: its group is not insisted on.
    """

    claim: Claim
    group: Group
    verdict: Verdict
    firm: bool


def apply_review(aligned: Aligned, rows: Iterable[Row]) -> Aligned:
    """Return the alignment with the corrections of a review in it.

    Rows that nobody touched say nothing: their segments are aligned as they would be without
    them. Groups a reviewer made or approved are kept as they are, and what is left between them
    is aligned again. Rows whose segments the documents no longer have are told in the outcome.

    Raises:
        UsageError: the rows contradict each other or themselves, or are of other documents.
    """
    claims = read_claims(rows)
    texts = side_texts(aligned.beads)
    places = _places(claims, texts)
    found, lost = _sort_out(claims, places, texts, aligned)
    groups = [one.group for one in found if one.firm]
    beads = rebuild(aligned.beads, groups, *_makers(aligned, texts))
    by_group = {one.group: one for one in found}
    seen = {Group(bead.source, bead.target) for bead in beads}
    lost += [_lost(one.claim, _OTHERWISE) for one in found if one.group not in seen]
    verdicts = tuple(_verdict(bead, by_group) for bead in beads)
    judged = tuple(map(_judged, beads, verdicts))
    return replace(
        aligned,
        beads=judged,
        verdicts=verdicts,
        documents=renewed(aligned, judged, verdicts),
        review=ReviewOutcome(
            applied=sum(one.group in seen for one in found),
            wrong=sum(verdict.status == "wrong" for verdict in verdicts),
            lost=tuple(sorted(lost, key=lambda one: one.row)),
        ),
    )


def _places(claims: Sequence[Claim], texts: Texts) -> Places:
    """Find the segments of all rows.

    Raises:
        UsageError: none of them is in the documents.
    """
    keys = [claim.key for claim in claims if claim.key]
    given = (
        dict(segment for key in keys for segment in key.source),
        dict(segment for key in keys for segment in key.target),
    )
    places = locate(given[0], tokens(texts[0])), locate(given[1], tokens(texts[1]))
    if any(given) and not any(places):
        raise UsageError(
            "None of the sentences of this review is in these documents; it is a review of others."
        )
    return places


def _sort_out(
    claims: Sequence[Claim], places: Places, texts: Texts, aligned: Aligned
) -> tuple[list[_Correction], list[Lost]]:
    found: list[_Correction] = []
    lost: list[Lost] = []
    for claim in claims:
        if not claim.speaks or not (claim.source or claim.target):
            continue
        group = Group(_moved(claim.source, places[0]), _moved(claim.target, places[1]))
        if (len(group.source), len(group.target)) == (len(claim.source), len(claim.target)):
            found.append(_correction(claim, group, texts, aligned))
        else:
            lost.append(_lost(claim, _GONE))
    return found, lost


def _moved(indexes: Indexes, places: dict[int, int]) -> Indexes:
    return tuple(sorted(places[i] for i in indexes if i in places))


def _lost(claim: Claim, reason: str) -> Lost:
    row = claim.row
    text = row.source.strip() or row.target.strip()
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return Lost(row=row.line, id=row.id, path=row.path, text=shown, reason=reason)


def _correction(claim: Claim, group: Group, texts: Texts, aligned: Aligned) -> _Correction:
    """Return the verdict of a row on a group.

    A reviewer who regroups may cut the texts to fit or leave them; neither is a new translation.
    """
    row = claim.row
    now = tuple(
        joined_text(tuple(texts[side][i] for i in indexes), aligned.languages[side])
        for side, indexes in enumerate((group.source, group.target))
    )
    source, target = (
        retyped and exactly(typed) != exactly(text)
        for retyped, typed, text in zip(claim.retyped, (row.source, row.target), now, strict=True)
    )
    if source and (claim.key or row.source.strip()):
        raise UsageError(
            f"row {row.line}: the original was changed; a review cannot change it. "
            "Put the text back, and correct the document itself."
        )
    translation = row.target.strip() if target and row.target.strip() else None
    if translation and (claim.status == "wrong" or not group.source):
        raise UsageError(
            f"row {row.line}: a translation was written for a pair that is marked wrong or has no "
            "original; keep one of the two."
        )
    firm = bool(claim.status or claim.regrouped or translation)
    status = {"": "reviewed", "ok": "reviewed"}.get(claim.status, claim.status)
    verdict = Verdict(
        status=status if firm else "aligned", translation=translation, note=row.note.strip()
    )
    return _Correction(claim=claim, group=group, verdict=verdict, firm=firm)


def _verdict(bead: Bead, by_group: dict[Group, _Correction]) -> Verdict:
    found = by_group.get(Group(bead.source, bead.target))
    return found.verdict if found else UNSEEN


def _judged(bead: Bead, verdict: Verdict) -> Bead:
    if verdict.status == "aligned":
        return bead
    return replace(bead, confidence=0.0 if verdict.status == "wrong" else 1.0)


def _makers(
    aligned: Aligned, texts: Texts
) -> tuple[Callable[[Group], Bead], Callable[[Indexes, Indexes], Iterator[Bead]]]:
    """Return how a group becomes a bead, and how what lies between groups is aligned again."""
    paths = _paths(aligned)

    def bead(source: Indexes, target: Indexes, sure: float, anchors: Iterable[str] = ()) -> Bead:
        return Bead(
            source=source,
            target=target,
            source_texts=tuple(texts[0][i] for i in source),
            target_texts=tuple(texts[1][j] for j in target),
            confidence=sure,
            path=paths[0].get(source[0], "") if source else paths[1].get(target[0], ""),
            anchors=tuple(anchors),
        )

    def fill(source: Indexes, target: Indexes) -> Iterator[Bead]:
        left, right = [texts[0][i] for i in source], [texts[1][j] for j in target]
        for one in align_segments(left, right, *aligned.languages).beads:
            sides = tuple(source[i] for i in one.source), tuple(target[j] for j in one.target)
            yield bead(*sides, one.confidence, one.anchors)

    return lambda group: bead(group.source, group.target, 1.0), fill


def _paths(aligned: Aligned) -> tuple[dict[int, str], dict[int, str]]:
    documents = aligned.documents
    if documents is None:
        return {}, {}
    return (
        {i: segment.path for i, segment in enumerate(documents.source)},
        {j: segment.path for j, segment in enumerate(documents.target)},
    )
