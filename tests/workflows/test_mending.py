"""Fixes carried out: they mend what they say, nothing else, and a second run has nothing to do."""

from pathlib import Path

import pytest

from tests.validity import faults, schema_faults
from toolkit.checks import Rule, Scope
from toolkit.checks.registry import rules
from toolkit.checks.run import run
from toolkit.checks.specimens import report
from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revisions import count_revisions
from toolkit.readers.registry import read_bytes
from toolkit.workflows.checking.mending import Mending, difference, mend
from toolkit.workflows.documents.files import Input
from toolkit.writers import docx

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{at}")
    for rule in rules()
    if rule.scope is Scope.DOCUMENT
    for at, example in enumerate(rule.bad)
]
UNSAFE = Mending(unsafe=True)


def fixable(data: bytes, name: str) -> list[Finding]:
    found = run([read_bytes(data, name).document]).findings
    return [one for one in found if one.fix]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_second_fix_finds_nothing_to_do(rule: Rule, example) -> None:  # type: ignore[no-untyped-def]
    first = mend(Input("a.md", example.text.encode()), UNSAFE)
    second = mend(Input("a.md", first.data), UNSAFE)
    assert second.applied == ()
    assert not second.changed
    assert bool(first.applied) == first.changed
    left = fixable(first.data, "a.md")
    assert [one.message for one in left] == []


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_fix_of_words_does_what_it_says_in_a_word_file(rule: Rule, example) -> None:  # type: ignore[no-untyped-def]
    document = read_bytes(example.text.encode(), "a.md").document
    data = docx.write(document)
    if not any(one.fix.edits for one in fixable(data, "a.docx") if one.fix):
        return
    first = mend(Input("a.docx", data), UNSAFE)
    assert first.applied
    assert faults(first.data) == []
    assert [one for one in fixable(first.data, "a.docx") if one.fix and one.fix.edits] == []
    assert not mend(Input("a.docx", first.data), UNSAFE).changed


def mended(body: str, how: Mending = UNSAFE, language: str = "en") -> str:
    text = report(f"{body}\n", language)
    out = mend(Input("a.md", text.encode()), how).data.decode()
    return out.removeprefix(report("", language)).rstrip("\n")


EN = "## I. Debate\n\n"
ZH = "## 一. 审议情况\n\n"


@pytest.mark.parametrize(
    ("body", "wanted", "language"),
    [
        (f"{EN}1. It  met .", f"{EN}1. It met.", "en"),
        (f'{EN}1. It read "Lamps" and "Oil".', f"{EN}1. It read “Lamps” and “Oil”.", "en"),
        (f"{EN}1. It read XYZ／COP／WG.1／2030／2.", f"{EN}1. It read XYZ/COP/WG.1/2030/2.", "en"),
        (f"{ZH}1. 开会,并 休会。", f"{ZH}1. 开会，并休会。", "zh"),
        (f'{ZH}1. 题为"灯具"。', f"{ZH}1. 题为“灯具”。", "zh"),
        (
            f"{EN}1. Statements were made by: Norway, Egypt and Kenya, Peru.",
            f"{EN}1. Statements were made by: Egypt, Kenya and Norway, Peru.",
            "en",
        ),
        (
            f"{EN}1. It met.\n\n3. It rose (see paragraph 4 below).\n\n4. It sat.",
            f"{EN}1. It met.\n\n2. It rose (see paragraph 3 below).\n\n3. It sat.",
            "en",
        ),
    ],
)
def test_safe_fixes_change_the_words_they_are_about(body: str, wanted: str, language: str) -> None:
    assert mended(body, Mending(), language) == wanted


def test_an_unsafe_fix_waits_to_be_asked() -> None:
    body = f"{EN}1. It met (see paragraph 2 above).\n\n2. It rose."
    assert mended(body, Mending()) == body
    assert mended(body) == body.replace("above", "below")


def test_marks_that_do_not_go_by_pairs_are_left_to_the_editor() -> None:
    body = f'{EN}1. It read "Lamps and "Oil".'
    assert mended(body) == body


def test_known_findings_are_not_mended() -> None:
    body = f"{EN}1. It  met."
    assert mended(body, Mending(wanted=lambda _: ())) == body


def test_tracked_fixes_are_changes_in_word_that_read_as_mended(samples: Path, shared: Path) -> None:
    path = samples / "faulty" / "CSIW_COP_WG.3_2025_6_faulty.zh.docx"
    given = Input(path.name, path.read_bytes())
    out = mend(given, Mending(tracking=Tracking("An Editor")))
    assert out.applied
    assert count_revisions(out.data, path.name) > count_revisions(given.data, path.name)
    assert faults(out.data) == []
    assert schema_faults(out.data, shared) == []
    left = [one for one in fixable(out.data, path.name) if one.fix and one.fix.safe]
    assert [one.message for one in left] == []


def test_only_word_files_can_be_tracked() -> None:
    given = Input("a.md", report(f"{EN}1. It  met.\n").encode())
    with pytest.raises(UsageError, match="no Word file"):
        mend(given, Mending(tracking=Tracking("An Editor")))


def test_a_text_keeps_its_encoding_and_line_ends() -> None:
    text = report(f"{ZH}1. 开会,并休会。\n", "zh").replace("\n", "\r\n")
    out = mend(Input("a.md", text.encode("gb18030")), Mending()).data
    assert out == text.replace("会,并", "会，并").encode("gb18030")


def test_the_difference_is_one_that_patch_understands() -> None:
    out = mend(Input("a.md", report(f"{EN}1. It  met.").encode()), Mending())
    lines = difference(out).splitlines()
    assert lines[:2] == ["--- a.md", "+++ a.md"]
    assert "-1. It  met." in lines
    assert "+1. It met." in lines
    assert lines[-1] == "\\ No newline at end of file"


def test_nothing_to_mend_makes_no_difference() -> None:
    out = mend(Input("a.md", report(f"{EN}1. It met.\n").encode()), Mending())
    assert difference(out) == ""
    assert not out.changed
