"""What holds for every command alike: --format json, languages, names of outputs, early refusal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.cli.test_examples import complain_unless_valid
from toolkit.cli.spread import json_spelt

EN = "samples/CSIW_COP_WG.3_2026_L.1.en.md"
ZH = "samples/CSIW_COP_WG.3_2026_L.1.zh.md"
ADDENDUM = "samples/CSIW_COP_WG.3_2026_L.1_Add.1.en.docx"
MEMORY = "tm/last-year.tmx"


@pytest.mark.parametrize(
    "line",
    [
        f"read {EN} --format json",
        f"find pilotage --tm {MEMORY} --format=json",
        f"tm stats {MEMORY} --format json",
        "rules --format json",
    ],
)
def test_format_json_is_json_in_commands_with_other_formats_and_without(
    line: str, undraft: Callable[..., Ran]
) -> None:
    ran = undraft(f"undraft {line}")
    assert ran.code == 0, ran.err
    complain_unless_valid(ran.out)


def test_another_format_of_a_command_without_formats_is_refused(
    undraft: Callable[..., Ran],
) -> None:
    assert undraft(f"undraft read {EN} --format csv").code == 2
    assert json_spelt(["--format", "csv", "json", "--input", "json"]) == [
        *("--format", "csv", "json", "--input", "json")
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"match lamp --tm {MEMORY}",
        f"find lamp --tm {MEMORY}",
        f"tm clean {MEMORY} --dry-run",
        f"tm check {MEMORY}",
        f"tm stats {MEMORY}",
        f"term suggest --tm {MEMORY}",
        "term import samples/terms.csv -o {tmp}/terms.tbx",
    ],
)
def test_the_same_language_twice_is_two_for_memories_and_terms(
    line: str, undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    line = line.format(tmp=tmp_path)
    ran = undraft(f"undraft {line} --source-lang zh --target-lang zh-Hans")
    assert (ran.code, ran.out) == (2, "")
    assert "same language" in ran.err


def test_a_memory_that_is_not_there_is_said_not_to_be(undraft: Callable[..., Ran]) -> None:
    ran = undraft("undraft match lamp --tm team.memory")
    assert ran.code == 5
    assert "team.memory was not found" in ran.err


def test_a_memory_below_a_file_is_refused_and_the_file_is_named(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ran = undraft(f"undraft tm import {MEMORY} --tm {tmp_path}/file/ours.undraft")
    assert ran.code == 4
    assert "cannot be written to there" in ran.err
    assert "Errno" not in ran.err


def test_empty_standard_input_is_named(undraft: Callable[..., Ran]) -> None:
    ran = undraft("undraft read -")
    assert ran.code == 3
    assert "Standard input is empty" in ran.err


@pytest.mark.parametrize("data", [b"kind,old\rnew\0", b"\x00\r\n\r", b"a,b\n1,2\n"])
def test_what_is_no_table_of_numbers_is_two(
    data: bytes, undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "map.csv").write_bytes(data)
    ran = undraft(f"undraft convert {EN} -o {tmp_path}/a.xml --renumbered {tmp_path}/map.csv")
    assert ran.code == 2
    assert "no table of numbers" in ran.err


def test_comments_go_to_a_word_file_alone(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    ran = undraft(f"undraft annotate {ADDENDUM} -o {tmp_path}/marked.txt")
    assert ran.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_proposed_plan_is_told_as_json(undraft: Callable[..., Ran], tmp_path: Path) -> None:
    ran = undraft(f"undraft consolidate {EN} --propose {tmp_path}/plan.toml --json")
    assert ran.code == 0, ran.err
    assert complain_unless_valid(ran.out) == "consolidate"
    assert ran.json["written"] == [f"{tmp_path}/plan.toml"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"align {EN} {ZH}", "pairs.tmx"),
        (f"align {EN} {ZH} --apply {{tmp}}/none.xlsx", "new.tmx"),
        (f"align {EN} {ZH}", "pairs.other"),
        (f"lineage {EN} {EN}", "table.csv"),
        (f"pretranslate {EN} --tm {MEMORY}", "draft.docx"),
        (f"analyze {EN} --tm {MEMORY}", "counts.csv"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(
    line: str,
    name: str,
    undraft: Callable[..., Ran],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def work(*_: object, **__: object) -> None:
        raise AssertionError

    for place in (
        "align.align_files",
        "lineage.trace_files",
        "pretranslate.load",
        "analyze.load",
    ):
        monkeypatch.setattr(f"toolkit.cli.commands.{place}", work)
    for taken in ("pairs.tmx", "table.csv", "draft.docx", "counts.csv"):
        (tmp_path / taken).write_bytes(b"mine")
    ran = undraft(f"undraft {line.format(tmp=tmp_path)} -o {tmp_path}/{name}")
    assert ran.code in {2, 3, 4}, ran.err
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"mine"}


def test_a_misspelt_status_selects_nothing_and_is_told(undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"undraft tm filter {MEMORY} --status reviewd --dry-run")
    assert (ran.code, ran.out) == (2, "")
    assert "it can be aligned, reviewed, approved" in ran.err


def test_what_is_no_word_file_and_what_is_a_part_of_one_are_told_apart(
    undraft: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "cut.docx").write_bytes(Path(ADDENDUM).read_bytes()[:3000])
    cut = undraft(f"undraft freeze {tmp_path}/cut.docx -o {tmp_path}/out.docx")
    none = undraft(f"undraft freeze {EN} -o {tmp_path}/out.docx")
    assert (cut.code, none.code) == (3, 3)
    assert "is cut off or damaged" in cut.err
    assert "this is not a .docx file" in none.err
    assert "cut off" not in none.err
