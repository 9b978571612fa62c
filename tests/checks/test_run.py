from collections.abc import Iterator
from dataclasses import replace

import pytest

from toolkit.checks import Case, PairInput, Rule
from toolkit.checks import run as module
from toolkit.checks.registry import rule
from toolkit.checks.run import FAILED_CODE, run
from toolkit.checks.specimens import report
from toolkit.diagnostics import Finding, Severity
from toolkit.errors import UsageError
from toolkit.model import Document, Profile
from toolkit.readers.registry import read_bytes


def document(body: str, language: str = "en", path: str = "a.md") -> Document:
    return read_bytes(report(body, language).encode(), path, name="markdown").document


GAP = "## I. Introduction\n\n1. It met.\n\n3. It rose.\n"


def test_findings_come_in_the_order_of_files_and_places() -> None:
    first = document("## I. Introduction\n\n1. It met  twice.\n\n3. It  rose.\n", path="b.md")
    second = document(GAP, path="a.md")
    result = run([first, second], select=["NUM101", "TYP105"])
    assert [(one.file, one.path, one.code) for one in result.findings] == [
        ("b.md", "I/para 1", "TYP105"),
        ("b.md", "I/para 3", "NUM101"),
        ("b.md", "I/para 3", "TYP105"),
        ("a.md", "I/para 3", "NUM101"),
    ]


def test_every_chosen_rule_tells_how_much_it_looked_at_even_nothing() -> None:
    checked = run([document(GAP)], select=["NUM101", "REC101"]).checked
    assert checked == {"NUM101": 2, "REC101": 0}


def test_the_documents_of_a_pair_are_checked_too_and_only_once() -> None:
    source, target = document(GAP), document("## 一. 导言\n\n1. 开会。\n", "zh", "b.md")
    result = run([source], [PairInput(source, target)], select=["NUM101", "PAR101"])
    assert [one.code for one in result.findings] == ["NUM101", "PAR101"]


def test_what_a_pair_shows_and_the_text_alone_shows_too_is_told_once() -> None:
    source = document("## I. Introduction\n\n1. It met. She thanked the keepers for it.\n")
    body = "## 一. 导言\n\n1. 开会。She thanked the keepers for it. They went home by the river.\n"
    target = document(body, "zh", "b.md")
    pair = [PairInput(source, target)]
    both = ["PAR111", "TYP113"]
    assert [one.code for one in run([], pair, select=both).findings] == ["PAR111", "PAR111"]
    assert [one.code for one in run([], pair, select=["TYP113"]).findings] == ["TYP113", "TYP113"]
    assert run([], pair, select=both).checked["TYP113"] > 2


def test_a_rule_for_final_reports_leaves_an_addendum_alone() -> None:
    report_ = document("## I. Introduction (continued)\n\n1. It met.\n")
    draft = replace(report_, profile=Profile.ADDENDUM)
    assert run([report_], select=["HED103"]).findings
    assert run([draft], select=["HED103"]).checked == {"HED103": 0}


def test_a_rule_that_fails_is_a_warning_about_itself_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(rule: Rule, document: Document) -> Iterator[Case]:
        yield rule.at(document, None, found=1, expected=2)
        raise ZeroDivisionError("odd input")

    broken = replace(rule("NUM101"), check=fails)
    monkeypatch.setattr(module, "chosen", lambda *_: (broken, rule("TYP105")))
    result = run([document("## I. Introduction\n\n1. It  met.\n")])
    assert sorted(one.code for one in result.findings) == ["NUM101", FAILED_CODE, "TYP105"]
    failure = next(one for one in result.findings if one.code == FAILED_CODE)
    assert failure.severity is Severity.WARNING
    assert "NUM101" in failure.message
    assert "odd input" in failure.message


READING = Finding(
    code="RDR101", name="rejoined-sentence", severity=Severity.NOTE, template="Joined.", file="a.md"
)


def test_what_the_reader_found_is_merged_in() -> None:
    result = run([document(GAP)], reader_findings=[READING])
    assert READING in result.findings


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [(["RDR"], [], True), (["NUM"], [], False), ([], ["RDR101"], False), ([], ["NUM"], True)],
)
def test_reading_is_selected_and_ignored_like_rules(
    select: list[str], ignore: list[str], kept: bool
) -> None:
    result = run([document(GAP)], select=select, ignore=ignore, reader_findings=[READING])
    assert (READING in result.findings) is kept


def test_selecting_only_reading_runs_no_rule() -> None:
    assert run([document(GAP)], select=["RDR"]).checked == {}


def test_an_unknown_rule_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        run([document(GAP)], select=["NUM9"])
