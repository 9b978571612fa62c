"""``undraft freeze`` as it is typed."""

import json
from collections.abc import Callable

import jsonschema
import pytest

from tests.cli.conftest import Ran
from toolkit.workflows.installed.shipped import schema_text

LIVE = "out/live/CSIW_COP_WG.3_2026_L.1.en.docx"
BUILD = (
    "undraft build draft-report --data samples/meeting-2026.toml --lang en --numbers live "
    "-o out/live --force"
)


def test_a_live_draft_is_frozen_and_reads_the_same(undraft: Callable[..., Ran]) -> None:
    assert undraft(BUILD).code == 0
    ran = undraft(f"undraft freeze {LIVE} -o out/frozen.docx --json --force")
    jsonschema.validate(ran.json, json.loads(schema_text("frozen")))
    assert ran.json["labels"] > 30
    assert ran.json["sequences"] > 5
    assert ran.json["renewed"] == []
    texts = [undraft(f"undraft read {one} --text").out for one in (LIVE, "out/frozen.docx")]
    assert texts[0] == texts[1]


def test_what_happened_is_said(undraft: Callable[..., Ran]) -> None:
    assert undraft(BUILD).code == 0
    said = undraft(f"undraft freeze {LIVE} -o out/said.docx --force").err
    assert "labels" in said
    assert "are text now" in said
    again = undraft("undraft freeze out/said.docx -o out/again.docx --force").err
    assert "Word counts nothing in it" in again


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("undraft freeze samples/README.md -o out/x.docx", 3, "README.md"),
        ("undraft freeze none.docx -o out/x.docx", 3, "none.docx"),
        ("undraft freeze samples/CSIW_COP_WG.3_2026_L.1.en.docx", 2, "--output"),
        (
            "undraft freeze samples/CSIW_COP_WG.3_2026_L.1.en.docx "
            "-o samples/CSIW_COP_WG.3_2026_L.1.en.docx",
            4,
            "CSIW_COP_WG.3_2026_L.1.en.docx",
        ),
    ],
)
def test_what_cannot_be_frozen_is_said_in_a_line(
    line: str, code: int, said: str, undraft: Callable[..., Ran]
) -> None:
    ran = undraft(line)
    assert ran.code == code, ran.err
    assert said in ran.err
