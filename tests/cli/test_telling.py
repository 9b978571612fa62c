"""What commands say beside their results is said in the user's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import toolkit.cli
from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from toolkit.cli.telling import announce
from toolkit.diagnostics.catalogue import translate


def announced() -> Iterator[str]:
    for path in sorted(Path(toolkit.cli.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "announce":
                yield from said(node.args[0], path.name)


def said(template: ast.expr, name: str) -> Iterator[str]:
    if isinstance(template, ast.IfExp):
        yield from (*said(template.body, name), *said(template.orelse, name))
    else:
        assert isinstance(template, ast.Constant), f"{name}: give announce its words as they are"
        yield str(template.value)


@pytest.mark.parametrize("template", sorted(set(announced())))
def test_what_is_announced_is_said_in_chinese(template: str) -> None:
    assert any("\u4e00" <= sign <= "\u9fff" for sign in translate(template, "zh"))


def test_braces_in_a_name_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    announce("wrote {path}", lang="zh", path="{x} {")
    assert capsys.readouterr().err == "已写出 {x} {\n"


def test_the_setting_decides_the_language_of_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDRAFT_LANG", "zh")
    files = f"{SAMPLES}/CSIW_COP_WG.3_2025_6.en.md {SAMPLES}/CSIW_COP_WG.3_2025_6.zh.md"
    ran = type_command(f"undraft renumber {files} --drop 12 -o {tmp_path}/stopped")
    assert "未写出任何文件。请选择 --on-dropped mark" in ran.err
    ran = type_command(f"undraft renumber {files} --move 2:0 -o {tmp_path}/moved")
    assert f"写出   {tmp_path}/moved/CSIW_COP_WG.3_2025_6.zh.md\n" in ran.err


def test_check_says_its_notes_in_the_language_asked_for() -> None:
    files = f"{SAMPLES}/CSIW_COP_WG.3_2025_6.en.md {SAMPLES}/CSIW_COP_WG.3_2025_6.zh.md"
    assert "如需对照：--pair" in type_command(f"undraft check {files} --lang zh").err
    assert "to compare them: --pair" in type_command(f"undraft check {files}").err


def test_what_was_mended_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    faulty = f"{SAMPLES}/faulty/CSIW_COP_WG.3_2025_6_faulty.zh.docx"
    asked = f"undraft check {faulty} --select TYP --lang zh --fail-on never --fix"
    told = type_command(f"{asked} --diff").err
    assert "已修正：TYP" in told
    assert "未改动任何内容。" in told
    told = type_command(f"{asked} -o {tmp_path}/mended.docx").err
    assert f"已写出 {tmp_path}/mended.docx\n已修正：TYP" in told
    told = type_command(f"{asked.removesuffix(' --fix')} --format json -o {tmp_path}/f.json").err
    assert f"已写出 {tmp_path}/f.json\n" in told


def test_a_receipt_is_told_in_the_language_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDRAFT_LANG", "zh")
    ran = type_command(
        f"undraft read {SAMPLES}/CSIW_COP_WG.3_2025_6.zh.md --receipt {tmp_path}/r.json"
    )
    assert f"已写出 {tmp_path}/r.json：共 " in ran.err
    assert "全部有着落" in ran.err
