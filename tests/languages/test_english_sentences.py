"""Where English sentences end."""

import pytest

from toolkit.languages import by_code

EN = by_code("en")


def cut(text: str) -> list[str]:
    return [span.of(text) for span in EN.segment(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The matter is dealt with in para. 12 of the report on locks.",
        "Mr. J. A. Smith and Ms. B. Quispe Vargas took the floor.",
        "See recommendations Nos. 4 and 5, i.e. those on locks, ferries, etc. in the list.",
        "1. At its 1st meeting, the Group on Ferries adopted its agenda.",
        "12. (a) The Group met.",
        "II. Recommendations of the Group",
        "A. Opening of the meeting",
        "(a) The carriage of dangerous goods",
        "The share rose by 3.5 per cent.",
        "The list is in document CSIW/COP/WG.3/2025/L.1/Add.2 and its annex.",
        "The U.N. Secretariat replied that the D.C. Office had closed.",
        "The topics were: (a) floods. (b) Low water. (c) Ice; and (d) fog.",
        "The speaker asked whether “locks … and bridges” were meant.",
        "List of speakers: [...] Ruritania and Graustark.",
        "The dues (see art. 5. They rose in 2019) were paid in full.",
        "Ferries run daily; some do not. and that is all: no more",
        "H.E. Mr. Abel Orr opened the meeting at 10 a.m. on Monday.",
    ],
)
def test_a_text_with_stops_that_end_nothing_is_one_segment(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Group met.", "It adopted its agenda."),
        ("He called them “safe.”", "Others did not agree."),
        ("They left (by ferry).", "The others stayed."),
        ("The dues rose.[^2]", "The tolls did not."),
        ("The dues rose.²", "The tolls did not."),
        ("The meeting began at 10 a.m.", "Speakers had three minutes each."),
        ("It concerns locks, ferries, etc.", "Bridges are excluded."),
        ("The checklist is in annex A.", "Replies are in annex B."),
        ("The number was 15.", "2019 saw more."),
        ("Who pays?", "The operator does!"),
        ("It was contained in CSIW/COP/WG.3/2025/6.", "A copy was sent."),
        ("He waited ...", "Nobody came."),
        ("Nobody had read it.", "“It is long,” he said."),
    ],
)
def test_two_sentences_are_two_segments(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]


def test_a_blank_line_ends_a_segment_without_a_stop() -> None:
    assert cut("Opening\n\nThe Group met.") == ["Opening", "The Group met."]


def test_nothing_comes_of_nothing() -> None:
    assert EN.segment("") == EN.segment(" \n ") == ()
