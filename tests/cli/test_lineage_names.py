"""The name of an output of ``undraft lineage`` says its form, or is refused."""

from pathlib import Path

import pytest

from toolkit.cli.commands.lineage import LineageFormat, _by_name
from toolkit.errors import UsageError


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.csv", "csv"), ("a.HTM", "html"), ("a.docx", "docx"), ("a.txt", "text"), ("a", "text")],
)
def test_the_ending_chooses_the_form(name: str, expected: str) -> None:
    assert _by_name(Path(name)) is LineageFormat(expected)


def test_an_ending_of_no_form_is_refused_instead_of_written_as_text() -> None:
    with pytest.raises(UsageError, match=r"-o table\.pdf: the name must end in \.txt"):
        _by_name(Path("table.pdf"))
