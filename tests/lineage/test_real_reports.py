"""A draft addendum and the final report of a real meeting, read item by item by a person.

Numbers and relations only: the texts are not ours. Only the second addendum of the draft is at
hand, so most of the final report has no origin among the inputs.
"""

from pathlib import Path

import pytest

from toolkit.lineage import Descent, Relation, Shift, trace
from toolkit.model import Document, Kind
from toolkit.readers.registry import read_bytes

# Draft recommendation(s) → final one.
RECOMMENDATIONS = {
    (35,): 16, (36,): 33, (37,): 27, (38,): 34, (39,): 35, (40,): 36, (41,): 37, (42,): 38,
    (43,): 32, (44,): 29, (45, 47): 28, (46,): 31, (49,): 30, (50,): 39,
}  # fmt: skip
DROPPED = {48}
SOFTENED = {27, 28, 32, 33, 35, 37, 39}
MOVED = {27, 28, 29, 30, 31, 32}
# Draft paragraph → final one; 11 was merged with a list that another addendum had.
PARAGRAPHS = {
    1: 39, 2: 40, 3: 41, 4: 42, 5: 43, 6: 44, 7: 45, 8: 46, 9: 47, 10: 48, 11: 59, 12: 60, 13: 61,
}  # fmt: skip


@pytest.fixture(scope="module")
def descents(shared: Path) -> tuple[Descent, ...]:
    return trace(
        [document(shared / "reports" / "draft-addendum-2.zh.txt")],
        document(shared / "reports" / "final-report.zh.md"),
    )


def document(path: Path) -> Document:
    return read_bytes(path.read_bytes(), path.name).document


def links(descents: tuple[Descent, ...], kind: Kind) -> dict[tuple[int, ...], tuple[int, ...]]:
    return {
        tuple(item.number or 0 for item in one.draft): tuple(item.number or 0 for item in one.final)
        for one in descents
        if one.kind is kind and one.draft and one.final
    }


def test_every_recommendation_of_the_draft_is_found_where_a_reader_found_it(
    descents: tuple[Descent, ...],
) -> None:
    found = links(descents, Kind.RECOMMENDATION)
    assert found == {drafts: (final,) for drafts, final in RECOMMENDATIONS.items()}
    gone = [one.draft[0].number for one in descents if one.relation is Relation.DROPPED]
    assert set(gone) == DROPPED


def test_every_paragraph_of_the_draft_is_found_where_a_reader_found_it(
    descents: tuple[Descent, ...],
) -> None:
    found = links(descents, Kind.PARAGRAPH)
    assert found == {(draft,): (final,) for draft, final in PARAGRAPHS.items()}


def test_nothing_else_is_given_a_parent_and_its_origin_is_said_to_be_missing(
    descents: tuple[Descent, ...],
) -> None:
    new = [one for one in descents if one.relation is Relation.NEW]
    assert len(new) == 39 - len(RECOMMENDATIONS) + 69 - len(PARAGRAPHS)
    for one in new:
        assert "not among the inputs" in one.evidence[0].template
        parts = str(one.evidence[0].values["parts"])
        assert parts.count("L.1") == 3
        assert "Add.2" not in parts


def test_softening_moves_and_the_party_addressed_are_as_a_reader_saw_them(
    descents: tuple[Descent, ...],
) -> None:
    some = [one for one in descents if one.kind is Kind.RECOMMENDATION and one.draft and one.final]
    assert {one.final[0].number for one in some if one.strength is Shift.SOFTENED} == SOFTENED
    assert not [one for one in some if one.strength is Shift.HARDENED]
    assert {one.final[0].number for one in some if one.moved} == MOVED
    other = {one.final[0].number for one in some if one.parties is None}
    assert other == {16}
    assert all(one.parties[1] == "缔约国" for one in some if one.parties)


def test_the_least_alike_are_the_least_sure(descents: tuple[Descent, ...]) -> None:
    sure = {
        one.final[0].number: one.confidence
        for one in descents
        if one.kind is Kind.RECOMMENDATION and one.draft and one.final
    }
    assert min(sure, key=lambda number: sure[number]) in (16, 31)
    linked = [one for one in descents if one.draft and one.final]
    assert all(0 < one.confidence <= 1 for one in descents)
    # The other parts are not given, so that words in common alone are doubted; order still counts.
    assert sum(one.confidence >= 0.5 for one in linked) >= 0.8 * len(linked)
