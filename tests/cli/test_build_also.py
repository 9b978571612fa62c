"""``undraft build --also``: the draft in other formats beside the Word file."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema

from tests.cli.conftest import Ran
from toolkit.workflows.shipped import schema_text

LINE = "undraft build draft-report --data samples/meeting-2026.toml --tm tm/last-year.tmx"
NAME = "CSIW_COP_WG.3_2026_L.1"


def test_each_language_is_written_in_each_format(undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"{LINE} --lang en,zh --also html,md,akn -o out/others --json --force")
    assert ran.code == 0, ran.err
    jsonschema.validate(ran.json, json.loads(schema_text("build")))
    for language, made in zip(("en", "zh"), ran.json["documents"], strict=True):
        assert [Path(one).name for one in made["also"]] == [
            f"{NAME}.{language}{suffix}" for suffix in (".html", ".md", ".xml")
        ]
        drafts = [undraft(f"undraft read {one} --text") for one in (made["path"], made["also"][1])]
        assert drafts[0].out == drafts[1].out
    page = Path(ran.json["documents"][1]["also"][0]).read_text("utf-8")
    assert '<html lang="zh' in page


def test_an_output_that_is_there_stops_all_of_them(undraft: Callable[..., Ran]) -> None:
    folder = Path("out/stopped")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.en.html").write_text("mine")
    ran = undraft(f"{LINE} --lang en --also html,md -o {folder}")
    assert ran.code == 4
    assert f"{NAME}.en.html" in ran.err
    assert [one.name for one in folder.iterdir()] == [f"{NAME}.en.html"]


def test_a_format_that_is_not_written_is_refused(undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"{LINE} --lang en --also html,pdf -o out/refused")
    assert ran.code == 2
    assert "pdf" in ran.err
    assert not Path("out/refused").exists()
