"""English alphabetical order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.states.order import out_of_order, sort_key
from toolkit.states.state import State, by_code, states


def named(codes: str) -> list[State]:
    found = [by_code(code) for code in codes.split()]
    return [state for state in found if state is not None]


def test_states_sort_word_by_word_without_accents() -> None:
    right = named("CRI CIV HRV CYP CZE PRK COD DNK DMA DOM GIN GNB GUY NLD NZL NER NGA KOR MDA")
    assert sorted(right, key=sort_key) == right
    assert out_of_order(named("TUN TUR TKM TUV ARE GBR TZA USA URY")) == ()
    assert out_of_order(named("KNA LCA VCT WSM SMR STP SAU LKA PSE SDN")) == ()
    assert out_of_order(named("COG CRI CIV HRV")) == ()


def test_the_one_state_that_moved_is_named_with_its_neighbours() -> None:
    (fault,) = out_of_order(named("NOR LKA SAU ZAF SDN"))
    assert (fault.index, fault.state.code) == (1, "LKA")
    assert (fault.after, fault.before) == (by_code("ZAF"), by_code("SDN"))
    faults = out_of_order(named("PER ZWE ALB BRA CHL PER"))
    assert [fault.index for fault in faults] == [0, 1]


def test_the_ends_of_a_list_have_one_neighbour() -> None:
    (fault,) = out_of_order(named("ZWE ALB BRA CHL"))
    assert (fault.after, fault.before) == (by_code("CHL"), None)
    (fault,) = out_of_order(named("BRA CHL COL ALB"))
    assert (fault.after, fault.before) == (None, by_code("BRA"))


def test_nothing_and_a_repetition_are_in_order() -> None:
    assert out_of_order([]) == ()
    assert out_of_order(named("EGY EGY")) == ()


@given(st.lists(st.sampled_from(states()), max_size=8))
def test_the_fewest_states_are_named(listed: list[State]) -> None:
    faults = out_of_order(listed)
    stays = len(listed) - len(faults)
    out = {fault.index for fault in faults}
    rest = [sort_key(state) for i, state in enumerate(listed) if i not in out]
    assert rest == sorted(rest)
    for longer in combinations(map(sort_key, listed), min(stays + 1, len(listed))):
        assert len(longer) == stays or list(longer) != sorted(longer)


@given(st.permutations(states()[:60]))
def test_a_mixed_list_is_in_order_once_the_named_states_have_moved(listed: list[State]) -> None:
    out = {fault.index for fault in out_of_order(listed)}
    rest = [sort_key(state) for i, state in enumerate(listed) if i not in out]
    assert rest == sorted(rest)
    for fault in out_of_order(listed):
        assert fault.after is None or sort_key(fault.after) <= sort_key(fault.state)
        assert fault.before is None or sort_key(fault.state) < sort_key(fault.before)
