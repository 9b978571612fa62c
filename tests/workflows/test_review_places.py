"""Segments are found again by their words, wherever they moved to."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.workflows.review.places import locate, tokens


def found(old: list[str], new: list[str], asked: set[int] | None = None) -> dict[int, int]:
    given_out = dict(enumerate(tokens(old)))
    wanted = given_out if asked is None else {k: given_out[k] for k in asked}
    return locate(wanted, tokens(new))


def test_an_unchanged_document_finds_every_segment_at_its_place() -> None:
    same = ["a", "b", "", "", "", "b", "a"]
    assert found(same, same) == {k: k for k in range(len(same))}


def test_segments_move_with_what_is_put_in_before_them() -> None:
    assert found(["a", "b", "c"], ["x", "y", "a", "b", "c"]) == {0: 2, 1: 3, 2: 4}


def test_a_changed_segment_is_not_found_and_its_neighbours_are() -> None:
    assert found(["a", "b", "c"], ["a", "B?", "c"]) == {0: 0, 2: 2}


def test_of_equal_segments_the_context_says_which() -> None:
    old = ["one", "Introduction", "two", "Introduction", "three"]
    new = ["three", "one", "Introduction", "two", "Introduction", "three"]
    assert found(old, new, {3}) == {3: 4}


def test_equal_segments_without_their_context_are_not_guessed() -> None:
    old = ["one", "Introduction", "two"]
    new = ["x", "Introduction", "y", "Introduction", "z"]
    assert found(old, new) == {}


def test_white_space_and_soft_hyphens_do_not_matter() -> None:
    assert found(["States parties", "b"], ["States\u00a0 par\u00adties", "b"]) == {0: 0, 1: 1}


@given(
    st.lists(st.sampled_from("abcd"), max_size=12),
    st.lists(st.sampled_from("abcd"), max_size=12),
)
def test_nothing_is_found_twice_and_only_equal_words_are(old: list[str], new: list[str]) -> None:
    places = found(old, new)
    assert len(set(places.values())) == len(places)
    assert all(old[k] == new[n] for k, n in places.items())


@given(st.lists(st.text(max_size=3), max_size=20))
def test_every_segment_is_found_in_the_document_it_came_from(texts: list[str]) -> None:
    places = found(texts, texts)
    assert [texts[k] for k in places] == [texts[n] for n in places.values()]
    assert len(places) == len(texts)
