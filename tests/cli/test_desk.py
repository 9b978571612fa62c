"""The translator's commands as they are typed: floors, refusals, marks taken off."""

import json
import re
from collections.abc import Callable

import jsonschema
import pytest

from tests.cli.conftest import Ran
from toolkit.workflows.installed.shipped import schema_text

DRAFT = "samples/CSIW_COP_WG.3_2026_L.1.en.docx"
TM = "--tm tm/last-year.tmx"


def test_coverage_below_the_floor_ends_with_1_and_the_file_is_there(
    undraft: Callable[..., Ran],
) -> None:
    line = f"undraft pretranslate {DRAFT} {TM} --to zh -o out/floor.docx --force"
    ran = undraft(f"{line} --min-coverage 90")
    assert ran.code == 1
    assert "is below the 90 % asked for" in ran.err
    assert undraft("undraft read out/floor.docx --json").json["language"] == "zh"
    assert undraft(f"{line} --min-coverage 10").code == 0


def test_json_tells_of_every_segment(undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"undraft pretranslate {DRAFT} {TM} --to zh -o out/told.docx --force --json")
    jsonschema.validate(ran.json, json.loads(schema_text("pretranslation")))
    assert sum(ran.json["counts"].values()) == len(ran.json["segments"])
    assert {"substituted", "exact", "untranslated"} <= {
        one["origin"] for one in ran.json["segments"]
    }


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (f"undraft pretranslate {DRAFT} {TM} --to en -o out/x.docx", 2, "is in English already"),
        (f"undraft pretranslate {DRAFT} {TM} --to zh -o out/x.odt", 2, "must end in one of"),
        (f"undraft pretranslate {DRAFT} {TM} --to tlh -o out/x.docx", 2, "not a language"),
        (f"undraft pretranslate {DRAFT} --tm none.tmx -o out/x.docx", 5, "none.tmx"),
        (f"undraft pretranslate {DRAFT} {TM} -o {DRAFT}", 4, DRAFT),
        (f"undraft analyze {DRAFT} {TM} --format xlsx", 2, "cannot be printed"),
        (f"undraft analyze {DRAFT} {DRAFT.replace('.en.', '.zh.')} {TM}", 2, "each language"),
        ("undraft strip-marks samples/README.md -o out/x.docx", 3, "README.md"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    line: str, code: int, said: str, undraft: Callable[..., Ran]
) -> None:
    ran = undraft(line)
    assert ran.code == code, ran.err
    assert said in ran.err


def test_marks_are_taken_off(undraft: Callable[..., Ran]) -> None:
    undraft(f"undraft pretranslate {DRAFT} {TM} --to zh -o out/m.docx --marks colour --force")
    ran = undraft("undraft strip-marks out/m.docx -o out/c.docx --json --force")
    jsonschema.validate(ran.json, json.loads(schema_text("stripped")))
    assert ran.json["colours"] > 10
    again = undraft("undraft strip-marks out/c.docx -o out/d.docx --json --force").json
    assert (again["comments"], again["colours"]) == (0, 0)


@pytest.mark.parametrize("marks", ["comments", "colour"])
def test_marks_of_what_was_not_sure_do_not_go_in_silence(
    marks: str, undraft: Callable[..., Ran]
) -> None:
    undraft(f"undraft pretranslate {DRAFT} {TM} --to zh -o out/q.docx --marks {marks} --force")
    ran = undraft("undraft strip-marks out/q.docx -o out/r.docx --force")
    told = re.search(r"(\d+) of these marks said .* alike, (\d+) that it is not tr", ran.err)
    assert told is not None
    assert int(told[1]) > 0
    assert int(told[2]) > 5
    again = undraft("undraft strip-marks out/r.docx -o out/s.docx --force")
    assert "of these marks" not in again.err


def test_a_built_draft_says_which_marks_of_doubt_went(undraft: Callable[..., Ran]) -> None:
    undraft(f"undraft build draft-report --data samples/meeting-2026.toml --lang zh {TM} -o out/b")
    line = "undraft strip-marks out/b/CSIW_COP_WG.3_2026_L.1.zh.docx -o out/b/clean.docx --json"
    ran = undraft(line).json
    assert (ran["alike"], ran["untranslated"]) == (1, 4)


def test_an_analysis_is_weighted_by_the_configuration(
    undraft: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"undraft analyze {DRAFT} {TM} --json"
    plain = undraft(line).json
    jsonschema.validate(plain, json.loads(schema_text("leverage")))
    assert plain["weights"]["none"] == 1.0
    assert plain["total"]["sum"]["segments"] == sum(
        one["segments"] for one in plain["total"]["bands"].values()
    )
