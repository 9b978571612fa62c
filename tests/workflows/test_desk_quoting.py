"""Wordings in messages: what differs is shown."""

from toolkit.workflows.desk.quoting import apart, short

LONG = "The Working Group on Lamps, having met in the harbour on the appointed days, "


def test_the_first_difference_of_long_wordings_is_shown_in_both() -> None:
    one, other = apart(f"{LONG}adopts the report.", f"{LONG}rejects the report.")
    assert one == "…appointed days, adopts the report."
    assert other == "…appointed days, rejects the report."


def test_what_differs_early_is_shown_from_the_beginning() -> None:
    one, other = apart(f"A {LONG}", LONG)
    assert one.startswith("A The Working")
    assert other.startswith("The Working")
    assert one.endswith("…")


def test_short_wordings_are_shown_whole() -> None:
    assert apart("a  lamp", "a lamp at night") == ("a lamp", "a lamp at night")
    assert short("lamp") == "lamp"


def test_a_wording_that_only_ends_sooner_is_told_from_the_other() -> None:
    one, other = apart(LONG, f"{LONG}adopts it.")
    assert one != other
    assert other.endswith("adopts it.")
