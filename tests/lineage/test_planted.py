"""Planted merges, splits, drops, moves, rewordings and softenings are found."""

from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from tests.lineage.planting import Planted, found, plant
from toolkit.lineage import Descent, Relation, Shift, trace
from toolkit.lineage.items import items_of
from toolkit.model import Kind
from toolkit.readers.registry import read_bytes

SEEDS = 12
Traced = list[tuple[Planted, tuple[Descent, ...]]]
ALIKE = {"en": 60, "zh": 40}  # a "new" text more like an old one than this is no new text


def recommendations(path: Path) -> list[str]:
    document = read_bytes(path.read_bytes(), path.name).document
    return [one.text for one in items_of(document) if one.kind is Kind.RECOMMENDATION]


@pytest.fixture(scope="module", params=["en", "zh"])
def traced(request: pytest.FixtureRequest, samples: Path) -> Traced:
    code = request.param
    old = recommendations(samples / f"CSIW_COP_WG.3_2025_6.{code}.md")
    new = [
        text
        for part in ("L.1", "L.1_Add.1", "L.1_Add.2")
        for text in recommendations(samples / f"CSIW_COP_WG.3_2026_{part}.{code}.md")
        if max(fuzz.ratio(text, one) for one in old) < ALIKE[code]
    ]
    planted = [plant(old, new, code, seed) for seed in range(SEEDS)]
    return [(one, trace(one.drafts, one.final, kinds=(Kind.RECOMMENDATION,))) for one in planted]


def test_nearly_all_planted_relations_are_found(
    traced: Traced,
) -> None:
    right = total = 0
    for planted, descents in traced:
        relations, gone = found(descents)
        total += len(planted.truth) + len(planted.dropped)
        right += sum(relations.get(key) == truth for key, truth in planted.truth.items())
        right += len(planted.dropped & gone)
    assert total > 250
    assert right >= 0.97 * total


def test_every_kind_of_relation_was_planted_and_found(
    traced: Traced,
) -> None:
    said = Counter(one.relation for _, descents in traced for one in descents)
    assert all(said[relation] >= 5 for relation in Relation)
    assert sum(one.moved for _, descents in traced for one in descents) > 50


def test_new_items_are_hardly_ever_given_a_parent(
    traced: Traced,
) -> None:
    new = wrong = 0
    for planted, descents in traced:
        relations, _ = found(descents)
        for key, (drafts, _) in planted.truth.items():
            if not drafts:
                new += 1
                wrong += bool(relations.get(key, ((0,), None))[0])
    assert new >= 40
    assert wrong <= 0.03 * new


def test_softened_recommendations_are_said_to_be_softened(
    traced: Traced,
) -> None:
    for planted, descents in traced:
        for one in descents:
            numbers = {item.number for item in one.draft}
            if one.relation is Relation.REWORDED and numbers <= planted.softened:
                assert one.strength is Shift.SOFTENED


def test_the_surer_a_relation_the_more_often_it_is_right(
    traced: Traced,
) -> None:
    right: dict[bool, list[bool]] = {True: [], False: []}
    for planted, descents in traced:
        for one in descents:
            drafts = tuple(item.number for item in one.draft)
            finals = tuple(item.number for item in one.final)
            told = planted.truth.get(finals, (None,))[0] == drafts
            good = told if finals else planted.dropped.issuperset(drafts)
            right[one.confidence >= 0.9].append(good)
    sure, unsure = (sum(some) / len(some) for some in (right[True], right[False]))
    assert sure >= unsure
    assert sure >= 0.98


@pytest.mark.parametrize("language", ["en", "zh"])
def test_with_half_of_the_drafts_no_wrong_parent_is_told_as_likely(
    language: str, samples: Path
) -> None:
    """The true parents of the other half are missing; stock phrases have no rival then."""
    names = ["2025_6", "2026_L.1", "2026_L.1_Add.1", "2026_L.1_Add.2"]
    texts = {name: all_items(samples / f"CSIW_COP_WG.3_{name}.{language}.md") for name in names}
    likely = told_right = 0
    for name, old in texts.items():
        other = "2026_L.1_Add.2" if name == "2025_6" else "2025_6"
        for seed in (3, 5):
            planted = plant(old, unlike(texts[other], old, language), language, seed)
            drafted = {i.number: i.text for one in planted.drafts for i in items_of(one)}
            truth = {k: parents for key, (parents, _) in planted.truth.items() for k in key}
            for one in trace(planted.drafts[:1], planted.final):
                pairs = [(d.number, f.number) for d in one.draft for f in one.final]
                wrong = [
                    (draft, final)
                    for draft, final in pairs
                    if drafted[draft] not in {drafted[at] for at in truth[final or 0]}
                ]
                assert not wrong or one.confidence < 0.5, (name, seed, wrong)
                told_right += bool(pairs) and not wrong
                likely += bool(pairs) and not wrong and one.confidence >= 0.5
    assert told_right > 100
    assert likely >= 0.8 * told_right


def unlike(texts: list[str], old: list[str], language: str) -> list[str]:
    """Return texts that are no other year's version of an old one."""
    return [one for one in texts if max(fuzz.ratio(one, text) for text in old) < ALIKE[language]]


def all_items(path: Path) -> list[str]:
    document = read_bytes(path.read_bytes(), path.name).document
    return [one.text for one in items_of(document)]
