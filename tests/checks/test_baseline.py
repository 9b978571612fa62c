import pytest

from toolkit.checks.baseline import (
    baseline_of,
    read_baseline,
    write_baseline,
)
from toolkit.checks.run import run
from toolkit.checks.specimens import report
from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.readers.registry import read_bytes

SPACES = "1. It  met  twice.\n\n"


def findings(body: str, path: str = "a.md") -> tuple[Finding, ...]:
    text = report(f"## I. Introduction\n\n{body}")
    return run([read_bytes(text.encode(), path, name="markdown").document], select=["TYP"]).findings


def test_known_findings_are_not_told_again() -> None:
    known = baseline_of(findings(SPACES))
    assert known.filter(findings(SPACES)) == ()


def test_a_baseline_outlives_lines_and_folders() -> None:
    known = baseline_of(findings(SPACES))
    assert known.filter(findings(f"Text before.\n\n{SPACES}", "elsewhere/a.md")) == ()


def test_one_more_of_the_same_kind_in_the_same_place_is_new() -> None:
    known = baseline_of(findings("1. It  met.\n\n"))
    more = findings(SPACES)
    assert known.filter(more) == more[1:]


def test_what_is_gone_lets_the_baseline_shrink() -> None:
    known = baseline_of(findings(SPACES))
    (note,) = known.filter(findings("1. It met twice.\n\n"))
    assert note.name == "baseline-can-shrink"
    assert "2 findings" in note.message


def test_a_baseline_is_read_as_it_was_written() -> None:
    known = baseline_of(findings(SPACES))
    assert read_baseline(write_baseline(known)) == known


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "undraft.baseline/1"}', "null"])
def test_another_file_is_no_baseline(text: str) -> None:
    with pytest.raises(UsageError, match=r"known\.json is no baseline"):
        read_baseline(text, "known.json")
