"""``undraft check`` of template folders."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.checks.folders import write_template
from tests.conftest import ROOT, SAMPLES
from toolkit.checks.registry import rule
from toolkit.cli.app import run
from toolkit.workflows.installed.shipped import schema_text


def checked(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, object]]:
    code = run(["check", *map(str, words), "--json"])
    result = json.loads(capsys.readouterr().out)
    jsonschema.validate(result, json.loads(schema_text("findings")))
    return code, result


def codes(result: dict[str, object]) -> list[str]:
    return [one["code"] for one in result["findings"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", ["TPL101", "TPL103", "TPL104", "TPL106"])
def test_what_makes_a_template_useless_is_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, code: str
) -> None:
    folder = write_template(tmp_path / "letter", rule(code).bad[0])
    ended, result = checked(capsys, folder)
    assert ended == 1
    assert code in codes(result)
    good = write_template(tmp_path / "good", rule(code).good[0])
    assert code not in codes(checked(capsys, good)[1])


def test_templates_among_reports_are_checked_and_their_word_files_are_no_reports(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "templates" / "note", tmp_path / "all" / "note")
    shutil.copy(SAMPLES / "CSIW_COP_WG.3_2026_L.1.en.md", tmp_path / "all")
    ended, result = checked(capsys, tmp_path / "all")
    assert ended == 0
    looked_at = {one["code"]: one["cases"] for one in result["checked"]}  # type: ignore[attr-defined]
    assert looked_at["TPL101"] > 10
    assert looked_at["TPL104"] == 1
    files = {Path(one["path"]).name for one in result["inputs"]}  # type: ignore[attr-defined]
    assert files == {
        "CSIW_COP_WG.3_2026_L.1.en.md",
        *("template.toml", "text.toml", "example.toml", "template.docx"),
    }
    text = (tmp_path / "all" / "note" / "text.toml").read_text(encoding="utf-8")
    (tmp_path / "all" / "note" / "text.toml").write_text(text + "\n[[clause", encoding="utf-8")
    assert "TPL101" in codes(checked(capsys, tmp_path / "all")[1])


def test_findings_about_templates_obey_select_and_are_told_in_every_form(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = write_template(tmp_path / "letter", rule("TPL102").bad[0])
    assert codes(checked(capsys, folder, "--select", "TPL101")[1]) == []
    assert codes(checked(capsys, folder, "--ignore", "TPL")[1]) == []
    for form, said in (("html", "没有核定的中文措辞"), ("sarif", "TPL102"), ("junit", "TPL102")):
        out = tmp_path / f"out.{form}"
        words = ["check", str(folder), "--format", form, "--lang", "zh", "-o", str(out)]
        assert run(words) == 0
        assert said in out.read_text(encoding="utf-8") or form == "junit"
    capsys.readouterr()
