"""Keys: what is equal but for values has one key, and exhaustive look-ups miss nothing."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.benchmarks.units import held_out, units
from tests.memory.held import held
from toolkit.languages import by_code
from toolkit.memory.keys import exact_key, frame_key
from toolkit.memory.likeness import take_apart
from toolkit.memory.memory import Asked
from toolkit.states.state import states

EN, ZH = by_code("en"), by_code("zh")
DAYS = st.integers(0, 20_000).map(lambda days: date(1980, 1, 1) + timedelta(days))
COUNTS = st.integers(2, 99_999)


@pytest.mark.parametrize("lang", [EN, ZH], ids=["en", "zh"])
@given(days=st.tuples(DAYS, DAYS), counts=st.tuples(COUNTS, COUNTS), seed=st.integers(0, 9_999))
def test_what_differs_in_values_only_has_the_same_frame_key(
    lang: object, days: tuple[date, date], counts: tuple[int, int], seed: int
) -> None:
    language = EN if lang is EN else ZH
    chance = random.Random(seed)
    known = [state for state in states() if language.code in state.names]
    texts = []
    for day, count in zip(days, counts, strict=True):
        name = chance.choice(known).names[language.code].short
        when, ordinal = language.format_date(day), language.ordinal(count % 90 + 1)
        meeting = language.meeting_number([count % 90 + 1, count % 90 + 2])
        if language is EN:
            texts.append(
                f"On {when}, at its {meeting} meetings, {name} lit {count} lamps ({ordinal})."
            )
        else:
            texts.append(f"{when}，在{meeting}次会议上，{name}点亮了{count}盏灯（{ordinal}）。")
    frames = [take_apart(text, language).frame for text in texts]
    keys = [frame_key(exact_key(text)) for text in texts]
    if frames[0] == frames[1]:
        assert keys[0] == keys[1]


def test_most_generated_sentences_with_other_values_do_share_their_frame() -> None:
    one, other = (
        f"On {n} May 20{n}, the Board of Peru lit {n} lamps (see A/{n}/4)." for n in (11, 12)
    )
    assert take_apart(one, EN).frame == take_apart(other, EN).frame
    assert frame_key(one) == frame_key(other) == "lit lamps see"


def test_an_exhaustive_look_up_gives_what_comparing_everything_gives() -> None:
    stored = list(units(2_300))
    memory = held("lamps", stored)
    for unit in held_out(6):
        scores = sorted(
            (Levenshtein.normalized_similarity(unit.source, one.source) for one in stored),
            reverse=True,
        )
        found = memory.candidates(unit.source, Asked(limit=3, exhaustive=True))
        best = Levenshtein.normalized_similarity(unit.source, found[0].source)
        assert best == pytest.approx(scores[0])


def test_the_index_gives_nearly_what_comparing_everything_gives() -> None:
    memory = held("lamps", units(4_000))
    hits = 0
    queries = [unit.source.replace("the", "this", 1) for unit in list(units(4_000))[::80]]
    for query in queries:
        quick = memory.candidates(query, Asked(limit=1))
        slow = memory.candidates(query, Asked(limit=1, exhaustive=True))
        hits += quick[0].source == slow[0].source
    assert hits >= len(queries) * 0.98
