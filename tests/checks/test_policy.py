"""What a project accepts is not told; what it accepts without need or reason is."""

import pytest

from toolkit.checks.policy import Policy, Resolved, at, judged, verify
from toolkit.config import Suppression
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.fingerprint import fingerprint, mark
from toolkit.errors import ConfigError

GAP = Finding(
    code="NUM101",
    name="paragraph-number-gap",
    severity=Severity.ERROR,
    template="gap",
    file="drafts/a.md",
    path="II/para 4",
    snippet="It met.",
)
SPACE = Finding(
    code="TYP105",
    name="stray-space",
    severity=Severity.NOTE,
    template="space",
    file="final/b.md",
    path="I/para 1",
    snippet="It  met.",
    start=2,
    end=4,
)
RAN = {"NUM101": 4, "TYP105": 9}
FILES = ("drafts/a.md", "final/b.md")


def told(policy: Policy, *resolved: Resolved) -> list[tuple[str, str]]:
    found = judged([GAP, SPACE], policy, resolved, checked=RAN, files=FILES)
    return [(one.code, one.severity.value) for one in found]


def suppressing(**values: str) -> Policy:
    one = Suppression(**{"reason": "as adopted", **values})
    return Policy(suppress=(one,), source="undraft.toml")


BOTH = [("NUM101", "error"), ("TYP105", "note")]


def test_without_a_policy_everything_is_told() -> None:
    assert told(Policy()) == BOTH


@pytest.mark.parametrize(
    "values",
    [
        {"code": "NUM101"},
        {"code": "NUM"},
        {"code": "paragraph-number-gap"},
        {"code": "NUM101", "file": "drafts/*.md"},
        {"code": "NUM101", "file": "a.md"},
        {"code": "NUM101", "path": "II"},
        {"code": "NUM101", "path": "II/para 4"},
        {"fingerprint": fingerprint(GAP)},
    ],
)
def test_an_accepted_finding_is_not_told(values: dict[str, str]) -> None:
    assert told(suppressing(**values)) == [("TYP105", "note")]


@pytest.mark.parametrize(
    "values",
    [
        {"code": "NUM101", "file": "final/*.md"},
        {"code": "NUM101", "path": "II/para 40"},
        {"code": "NUM101", "path": "I"},
        {"code": "TYP105", "fingerprint": fingerprint(GAP)},
    ],
)
def test_an_acceptance_of_something_else_is_unused_and_said_to_be(values: dict[str, str]) -> None:
    assert told(suppressing(**values)) == [*BOTH, ("RDR902", "warning")]


@pytest.mark.parametrize("values", [{"code": "REF101"}, {"code": "NUM101", "file": "other.md"}])
def test_an_acceptance_of_what_was_not_looked_at_is_not_unused(values: dict[str, str]) -> None:
    assert told(suppressing(**values)) == BOTH


def test_an_acceptance_without_a_reason_holds_and_is_told() -> None:
    assert told(suppressing(code="NUM101", reason="")) == [
        ("TYP105", "note"),
        ("RDR903", "warning"),
    ]


def test_rules_are_left_out_by_file_and_graded_by_the_last_word() -> None:
    ignoring = Policy(ignores=(("drafts/*", ("NUM",)),))
    assert told(ignoring) == [("TYP105", "note")]
    grading = Policy(severity=(("NUM", "note"), ("NUM101", "warning")))
    assert told(grading) == [("NUM101", "warning"), ("TYP105", "note")]


def resolved(finding: Finding, **values: str) -> Resolved:
    fields = {"file": finding.file, "code": finding.code, "mark": mark(finding), **values}
    return Resolved(**{"reason": "stays", **fields})


def test_a_resolved_comment_accepts_one_finding_of_its_file() -> None:
    assert told(Policy(), resolved(GAP)) == [("TYP105", "note")]
    elsewhere = resolved(GAP, file="final/b.md")
    assert told(Policy(), elsewhere) == [*BOTH, ("RDR902", "note")]


def test_a_resolved_comment_without_an_answer_is_told() -> None:
    assert told(Policy(), resolved(GAP, reason="")) == [("TYP105", "note"), ("RDR903", "note")]


def test_one_resolved_comment_does_not_accept_two_findings() -> None:
    found = judged([GAP, GAP], Policy(), [resolved(GAP)], checked=RAN, files=FILES)
    assert [one.code for one in found] == ["NUM101"]


def test_a_mark_is_the_same_under_another_file_name() -> None:
    assert resolved(GAP).mark == mark(GAP)
    assert mark(GAP) != mark(SPACE)


@pytest.mark.parametrize(
    "policy",
    [
        Policy(severity=(("NUM191", "note"),), source="undraft.toml"),
        Policy(ignores=(("*.md", ("paragraph-number-gab",)),), source="undraft.toml"),
        suppressing(code="NUM191"),
    ],
)
def test_a_rule_that_is_not_there_is_an_error_with_the_nearest_one(policy: Policy) -> None:
    with pytest.raises(ConfigError, match=r"undraft\.toml.*did you mean"):
        verify(policy)


def test_patterns_fit_the_end_of_a_path() -> None:
    assert at("/home/x/drafts/a.md", "drafts/*.md")
    assert at("a.md", "*.md")
    assert not at("/home/x/drafts/a.md", "raft/*.md")
