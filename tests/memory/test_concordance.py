"""Concordance: words, parts of words, expressions and near hits, with and without an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.units import units
from tests.memory.held import held
from toolkit.memory import Memory, TranslationUnit, open_change, open_memory
from toolkit.memory.concordance import find, find_near
from toolkit.memory.literals import literals_of

SPECIAL = (
    TranslationUnit(source="Wicks are trimmed at dusk.", target="黄昏时修剪灯芯。"),
    TranslationUnit(source="Trim  the\u00a0wicks now.", target="现在修剪 灯芯（每日）。"),
    TranslationUnit(source="A/90/12, para. 3", target="第Ａ/90/12号文件，第３段"),
    TranslationUnit(source="The networking of ports.", target="港口联网。"),
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    """A memory with an index: half of it was there before the rest came."""
    name = str(tmp_path_factory.mktemp("large") / "lamps.undraft")
    made = list(units(2_600))
    for part in (made[:1_300], [*made[1_300:], *SPECIAL]):
        with open_change(name) as change:
            change.put_all(part)
    return open_memory(name)


@pytest.fixture(scope="module")
def everything(large: Memory) -> list[TranslationUnit]:
    return list(large.units())


@pytest.mark.parametrize(
    "words",
    [
        "lantern board", "antern boar", "working", "the", "e", "in the port of", "crowns,", "%",
        "CSIW/COP/2007", "灯", "灯芯", "缔约国应当", "修剪灯芯", "应 考虑", "（每日）", "(每日)",
        "第3段",        "A/90/12", "94,777", "nowhere at all", "灯芯灯芯",
    ],
)  # fmt: skip
def test_the_index_finds_what_reading_everything_finds(
    words: str, large: Memory, everything: list[TranslationUnit]
) -> None:
    # A memory this small is compared text by text, without an index.
    slow = [held("all", everything[start : start + 900]) for start in range(0, 2_604, 900)]
    expected = {hit.unit for hit in find(words, slow, limit=9_999)}
    assert {hit.unit for hit in find(words, [large], limit=9_999)} == expected


def test_what_is_looked_for_in_the_index_is_not_all_of_it(large: Memory) -> None:
    looked_at = list(large.containing(["修剪灯芯"]))
    assert 0 < len(looked_at) < 50


@pytest.mark.parametrize(
    ("expression", "holds"),
    [
        ("wicks?.{0,9}trimmed", {SPECIAL[0]}),
        ("灯芯（每日）|灯芯\\(每日", {SPECIAL[1]}),
        (r"A/\d+/12", {SPECIAL[2]}),
    ],
)
def test_expressions_are_found_with_the_index(
    expression: str, holds: set[TranslationUnit], large: Memory
) -> None:
    assert {hit.unit for hit in find(expression, [large], regex=True)} >= holds


def test_white_space_means_nothing_between_chinese_characters(large: Memory) -> None:
    found = {hit.unit for hit in find("修剪灯芯", [large])}
    assert found >= {SPECIAL[0], SPECIAL[1]}


def test_near_hits_leave_out_the_words_themselves_and_say_how_near(large: Memory) -> None:
    hits = find_near("wicks are trimed at dusk", [large])
    assert hits[0].unit == SPECIAL[0]
    assert 75 <= hits[0].score < 100
    assert hits[0].source_spans[0].of(SPECIAL[0].source).startswith("Wicks are trimmed")
    assert all(hit.unit != SPECIAL[0] for hit in find_near("Wicks are trimmed", [large]))


def test_near_hits_are_found_in_chinese(large: Memory) -> None:
    hits = find_near("黄昏时分修剪灯芯", [large])
    assert hits[0].unit == SPECIAL[0]
    assert hits[0].target_spans
    assert not hits[0].source_spans


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("shall.*publish", ["shall", "publish"]),
        ("part(y|ies)", ["part"]),
        ("缔约国应(考虑)?", ["缔约国应"]),
        ("a|b", []),
        ("(?:the)+ Board", ["the", " Board"]),
        ("x{0}yy", ["yy"]),
        ("(?!foo)bar", ["bar"]),
        ("(unclosed", []),
        (r"\bports\b", ["ports"]),
    ],
)
def test_what_every_match_must_hold_is_read_off_an_expression(
    pattern: str, pieces: list[str]
) -> None:
    assert literals_of(pattern) == pieces


@given(st.text("ab灯 .*+?()[]{}|\\", max_size=12))
def test_reading_an_expression_never_fails(pattern: str) -> None:
    assert all(len(piece.strip()) > 1 for piece in literals_of(pattern))
