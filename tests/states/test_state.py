"""The table of States."""

from itertools import pairwise

import pytest

from toolkit.states.order import sort_key
from toolkit.states.state import (
    Kind,
    Standing,
    by_code,
    by_name,
    languages,
    name_key,
    states,
    table,
)
from toolkit.states.suggest import suggest
from toolkit.text.scripts import han_share


def test_there_are_193_member_states_each_with_its_own_code() -> None:
    assert sum(state.kind is Kind.MEMBER for state in states()) == 193
    assert len({state.code for state in states()}) == len(states())


def test_the_table_is_in_english_alphabetical_order() -> None:
    members = [state for state in states() if state.kind is Kind.MEMBER]
    assert all(sort_key(a) < sort_key(b) for a, b in pairwise(members))


@pytest.mark.parametrize("code", languages())
def test_every_state_has_its_names_in_every_language(code: str) -> None:
    for state in states():
        names = list(state.names[code].all())
        assert all(name and name == name.strip() for name, _ in names)
        for name, standing in names:
            assert table(code)[name_key(name, code)][0] is state, name
            found = by_name(name, code)
            assert found is (None if standing is Standing.AVOID else state)


def test_chinese_names_are_all_han() -> None:
    names = [n for s in states() for n, _ in s.names["zh"].all()]
    assert all(han_share(name) == 1 for name in names)


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("the Gambia", "en", "GMB"),
        ("United Kingdom", "en", "GBR"),
        ("Turkiye", "en", "TUR"),
        ("Côte d’Ivoire", "en", "CIV"),
        ("Cote d'Ivoire", "en", "CIV"),
        ("Lao People’s  Democratic Republic", "en", "LAO"),
        ("Islamic Republic of Iran", "en", "IRN"),
        ("Congo", "en", "COG"),
        ("刚果", "zh", "COG"),
        ("刚果民主共和国", "zh", "COD"),
        ("美国", "zh", "USA"),
        ("捷克共和国", "zh", "CZE"),
        ("荷兰", "zh", "NLD"),
        ("欧洲联盟", "zh", "EUE"),
    ],
)
def test_a_state_is_known_by_each_accepted_name(name: str, language: str, code: str) -> None:
    state = by_name(name, language)
    assert state is not None
    assert state.code == code
    assert by_code(code) is state


@pytest.mark.parametrize(
    ("name", "language", "use", "since"),
    [
        ("Swaziland", "en", "Eswatini", 2018),
        ("Turkey", "en", "Türkiye", 2022),
        ("Cape Verde", "en", "Cabo Verde", 2013),
        ("Iran", "en", "Iran (Islamic Republic of)", None),
        ("伊朗", "zh", "伊朗伊斯兰共和国", None),
        ("英国", "zh", "大不列颠及北爱尔兰联合王国", None),
    ],
)
def test_a_name_to_avoid_is_not_accepted_and_its_successor_is_told(
    name: str, language: str, use: str, since: int | None
) -> None:
    assert by_name(name, language) is None
    (suggestion,) = suggest(name, language)
    assert (suggestion.name, suggestion.since) == (use, since)


def test_a_slip_of_the_pen_gives_the_nearest_names() -> None:
    assert suggest("Phillipines", "en")[0].name == "Philippines"
    assert suggest("哥伦比业", "zh")[0].state.code == "COL"
    assert suggest("Peru", "en") == ()
    assert suggest("Qxzzw", "en") == ()
    assert suggest("", "en") == ()
    assert suggest("Peru" * 10_000, "en") == ()


def test_a_language_without_a_table_knows_no_names_and_prints_english_ones() -> None:
    assert by_name("Perú", "es") is None
    state = by_code("PER")
    assert state is not None
    assert state.short("es") == "Peru"
    assert by_code("QQQ") is None
