"""Papers that are no report of a meeting: what is right in them is no finding."""

import pytest

from toolkit.checks.run import run
from toolkit.readers.registry import read_bytes

HEAD = "United Nations    A/HRC/58/27\n\nGeneral Assembly    Distr.: General\n14 January 2025\n\n"


def codes(text: str) -> set[str]:
    return {one.code for one in run([read_bytes(text.encode(), "a.txt").document]).findings}


def test_a_paper_to_a_meeting_is_dated_before_it() -> None:
    meeting = "Human Rights Council\nFifty-eighth session\n24 February–4 April 2025\n\n"
    body = "I. Introduction\n1. They met.\n"
    paper = f"{HEAD}{meeting}Right to light\n\nReport of the Special Rapporteur on lamps\n\n{body}"
    assert "MST111" not in codes(paper)
    assert "MST111" in codes(f"{HEAD}{meeting}Report of the Human Rights Council\n\n{body}")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Letter dated 30 December 2024 from the Keeper of Lamps", False),
        ("Report of the Council on its session held from 2 to 5 May 2024", True),
    ],
)
def test_the_day_of_a_letter_is_not_that_of_a_meeting(title: str, found: bool) -> None:
    head = (
        "United Nations    S/2025/118\n\nSecurity Council    Distr.: General\n14 January 2025\n\n"
    )
    assert ("SYM106" in codes(f"{head}{title}\n\nThey wrote a letter.\n")) is found


def test_lines_of_a_table_of_contents_repeat_no_headings() -> None:
    lead = "." * 30
    text = f"{HEAD}Report of the Council\n\nContents\nI.  Lamps {lead} 3\nII. Oil {lead} 4\n\n"
    body = "I. Lamps\n1. They met.\nII. Oil\n2. They left.\n"
    assert codes(text + body) == codes(f"{HEAD}Report of the Council\n\n{body}")
