"""What the reports have in common, and what each of them promises."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_sarif.model import (
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog,
)

from toolkit.checks.page import cards
from toolkit.checks.registry import rule
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.fingerprint import fingerprint
from toolkit.diagnostics.render.excerpt import excerpt
from toolkit.diagnostics.render.html import findings_as_html
from toolkit.diagnostics.render.jsonable import findings_as_json
from toolkit.diagnostics.render.junit import findings_as_junit
from toolkit.diagnostics.render.sarif import findings_as_sarif
from toolkit.diagnostics.render.text import findings_as_text, told
from toolkit.text.columns import columns

GAP = Finding(
    code="NUM101",
    name="paragraph-number-gap",
    severity=Severity.ERROR,
    template=rule("NUM101").message,
    values={"found": "14", "expected": "13"},
    file="drafts/a report.md",
    path="III/para 14",
    label="14.",
    place="line 56",
    snippet="The lamps of the harbour were checked.",
)
SPACE = Finding(
    code="TYP105",
    name="stray-space",
    severity=Severity.WARNING,
    template="There is a space too many in “{around}”. Take it out.",
    values={"around": "会议的 报告"},
    file="b.docx",
    path="",
    place="paragraph 3",
    snippet="工作组通过了会议的 报告。",
    start=9,
    end=10,
)
CHECKED = {"NUM101": 69, "TYP105": 12, "REC101": 26, "LST101": 0}


def test_text_says_place_first_then_message_code_and_severity() -> None:
    lines = findings_as_text([GAP, SPACE], CHECKED).splitlines()
    assert lines[0] == (
        "drafts/a report.md, para. 14 (line 56): Paragraph 14 stands where 13 was expected. "
        "Renumber, or restore what is missing. [NUM101] error"
    )
    assert lines[1] == "    The lamps of the harbour were checked."
    assert lines[2].startswith("b.docx, first page (paragraph 3): ")
    assert lines[3] == "    工作组通过了会议的 报告。"
    assert lines[4] == "    " + " " * 18 + "^"
    assert lines[5] == "Found: errors 1, warnings 1, notes 0. 3 rules looked at 107 cases."
    assert "undraft rule NUM101" in lines[6]


@pytest.mark.parametrize(
    ("code", "path", "place", "said"),
    [
        ("EXC110", "", "", "b.docx: "),
        ("EXC126", "", "line 9", "b.docx, line 9: "),
        ("TMX106", "", "", "b.docx: "),
        ("TRM204", "", "", "b.docx: "),
        ("EXC103", "masthead", "header", "b.docx, first page (header): "),
        ("EXC103", "III/para 4", "paragraph 9", "b.docx, para. 4 (paragraph 9): "),
    ],
)
def test_text_names_no_page_of_files_that_have_none(
    code: str, path: str, place: str, said: str
) -> None:
    one = replace(SPACE, code=code, path=path, place=place)
    assert findings_as_text([one], CHECKED).startswith(said)


def test_text_in_chinese_is_chinese_but_for_the_words_of_the_document() -> None:
    lines = findings_as_text([GAP], CHECKED, "zh").splitlines()
    assert lines[0] == (
        "drafts/a report.md，第 14 段（第 56 行）：此处为第 14 段，应为第 13 段。"
        "请重新编号，或补上缺失的段落。[NUM101] 错误"
    )


def test_what_a_rule_says_by_the_dozen_is_shown_five_times_and_counted() -> None:
    spaces = [replace(SPACE, place=f"paragraph {at}") for at in range(40)]
    few = [replace(SPACE, file="c.docx", place=f"paragraph {at}") for at in range(12)]
    lines = findings_as_text([*spaces, GAP, *few], CHECKED, everything=False).splitlines()
    assert sum(line.endswith("[TYP105] warning") for line in lines) == 5 + 12
    assert sum("[NUM101]" in line for line in lines) == 1
    assert lines[-3] == "b.docx: … and 35 more of TYP105; --all shows them."
    assert lines[-2].startswith("Found: errors 1, warnings 52, ")
    every = findings_as_text([*spaces, GAP, *few], CHECKED).splitlines()
    assert sum(line.endswith("[TYP105] warning") for line in every) == 40 + 12
    assert not any("--all" in line for line in every)


def test_repeats_are_gathered_by_file_rule_and_message_in_chinese_too() -> None:
    other = replace(SPACE, template="Another message of the same rule.")
    spaces = [replace(one, start=at) for at in range(8) for one in (SPACE, other)]
    assert "--all" not in findings_as_text(spaces, CHECKED, everything=False)
    lines = findings_as_text([SPACE] * 20, CHECKED, "zh", everything=False).splitlines()
    assert lines[-3] == "b.docx: ……另有 15 项 TYP105；--all 可全部显示。"


def test_text_without_findings_tells_that_something_was_looked_at() -> None:
    assert findings_as_text([], CHECKED) == "Nothing found. 3 rules looked at 107 cases.\n"


def test_text_has_colour_only_when_asked() -> None:
    assert "\x1b" not in findings_as_text([GAP], CHECKED)
    assert "\x1b[31merror\x1b[0m" in findings_as_text([GAP], CHECKED, colour=True)


def test_a_document_cannot_steer_the_terminal() -> None:
    hostile = Finding(
        code="X", name="x", severity=Severity.NOTE, template="{w}", values={"w": "a\x1b[2Jb\nc"},
        snippet="a\x1b]0;title\x07\u202eb\nc", path="I/para 1",
    )  # fmt: skip
    out = findings_as_text([hostile], {})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", out)
    assert len(out.splitlines()) == 4


def test_json_has_the_shape_of_the_contract() -> None:
    value = findings_as_json([GAP, SPACE], CHECKED)
    first = value["findings"][0]
    assert {key: first[key] for key in ("code", "name", "severity", "file", "path", "label")} == {
        "code": "NUM101",
        "name": "paragraph-number-gap",
        "severity": "error",
        "file": "drafts/a report.md",
        "path": "III/para 14",
        "label": "14.",
    }
    assert first["start"] is None
    assert first["fix"] is None
    assert first["related"] == []
    assert value["summary"] == {"error": 1, "warning": 1, "note": 0}
    assert {"code": "NUM101", "cases": 69} in value["checked"]
    json.dumps(value)


def test_sarif_names_rules_places_and_words() -> None:
    log = findings_as_sarif([GAP, SPACE], cards(), "0.1")
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    first, second = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "NUM101"
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "drafts/a%20report.md"
    assert place["physicalLocation"]["region"]["startLine"] == 56
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "III/para 14"
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert second["properties"]["snippet"] == SPACE.snippet
    assert second["properties"]["start"] == 9


@pytest.mark.parametrize("findings", [[], [GAP, SPACE]])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sarif_keeps_the_schema_of_its_standard(findings: list[Finding], lang: str) -> None:
    log = findings_as_sarif(findings, cards(), "0.1", lang)
    SarifLog.model_validate(log)
    broken = {**log, "runs": [{**log["runs"][0], "results": [{"ruleId": "NUM101"}]}]}
    with pytest.raises(ValueError, match="message"):
        SarifLog.model_validate(broken)


def test_sarif_of_nothing_is_valid_and_empty() -> None:
    log = findings_as_sarif([], (), "0.1")
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["tool"]["driver"]["rules"] == []


def test_sarif_has_a_rule_for_a_code_that_has_no_card() -> None:
    log = findings_as_sarif([GAP], (), "0.1")
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == ["NUM101"]


def test_junit_fails_for_each_finding_and_passes_for_each_clean_rule() -> None:
    root = Xml.fromstring(findings_as_junit([GAP, SPACE], CHECKED))
    assert root.attrib == {"tests": "3", "failures": "2", "errors": "0"}
    failed = [case for case in root.iter("testcase") if case.find("failure") is not None]
    assert [case.get("classname") for case in failed] == ["drafts/a report.md", "b.docx"]
    assert [case.get("name") for case in root.iter("testcase") if not len(case)] == ["REC101"]


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "mark"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.marked.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self.inside = False


def test_html_links_to_every_finding_and_marks_its_words_in_their_language() -> None:
    page = Page(findings_as_html([GAP, SPACE], CHECKED))
    anchors = {attrs["id"] for _, attrs in page.tags if attrs.get("id")}
    targets = {(attrs["href"] or "").lstrip("#") for tag, attrs in page.tags if tag == "a"}
    assert targets == anchors
    assert page.marked == [" "]
    languages = [attrs["lang"] for tag, attrs in page.tags if tag == "blockquote"]
    assert languages == ["en", "zh"]


def test_html_needs_nothing_from_outside() -> None:
    page = Page(findings_as_html([GAP, SPACE], CHECKED))
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert "url(" not in findings_as_html([GAP], CHECKED)


words = st.text(max_size=40)


@given(words, words, st.integers(0, 40), st.integers(0, 40))
def test_no_words_of_a_document_break_a_report(
    snippet: str, value: str, start: int, end: int
) -> None:
    one = Finding(
        code="XXX101", name="x", severity=Severity.ERROR, template="“{value}”",
        values={"value": value}, file=value, path="I/para 1", snippet=snippet, start=start, end=end,
    )  # fmt: skip
    page = Page(findings_as_html([one], {}))
    assert [tag for tag, _ in page.tags if tag not in KNOWN.split("|")] == []
    Xml.fromstring(findings_as_junit([one], {}))
    findings_as_text([one], {}, "zh")
    json.dumps([findings_as_json([one], {}), findings_as_sarif([one], (), "0")])


KNOWN = (
    "html|head|meta|title|style|body|header|h1|p|nav|ul|li|a|main|section|h2|article|h3|span|code"
    "|blockquote|mark|details|summary|table|tr|th|td"
)


def test_an_excerpt_is_shortened_around_its_words() -> None:
    text = "a" * 50 + "HERE" + "b" * 50
    one = replace(SPACE, snippet=text, start=50, end=54)
    shown = excerpt(one, 5)
    assert shown is not None
    assert shown.text == "…aaaaaHEREbbbbb…"
    assert shown.words == "HERE"


def test_an_excerpt_without_words_is_the_beginning_of_the_block() -> None:
    shown = excerpt(GAP, 5)
    assert shown is not None
    assert (shown.words, shown.text) == ("", "The lamps …")


def test_a_chinese_character_takes_two_columns() -> None:
    assert columns("ab会议") == 6


@pytest.mark.parametrize("moved", [{"place": "line 99"}, {"file": "elsewhere/a report.md"}])
def test_a_fingerprint_outlives_a_move(moved: dict[str, str]) -> None:
    values = {name: getattr(GAP, name) for name in GAP.__dataclass_fields__}
    assert fingerprint(Finding(**{**values, **moved})) == fingerprint(GAP)


def test_fingerprints_tell_findings_apart() -> None:
    assert fingerprint(GAP) != fingerprint(SPACE)


def test_a_line_beside_a_result_has_the_signs_of_its_language() -> None:
    assert told(GAP).endswith("Renumber, or restore what is missing. [NUM101]")
    assert told(GAP).startswith("drafts/a report.md, para. 14 (line 56): Paragraph 14")
    assert told(GAP, "zh").startswith("drafts/a report.md，第 14 段（第 56 行）：")
    assert told(GAP, "zh").endswith("。[NUM101]")
