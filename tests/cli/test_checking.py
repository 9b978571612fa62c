"""``undraft check`` with a project's decisions, on folders, and with findings as comments."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from tests.cli.conftest import Ran
from tests.cli.test_examples import complain_unless_valid
from tests.conftest import SAMPLES
from toolkit.cli.session import resolved_settings

FAULTY = SAMPLES / "faulty" / "CSIW_COP_WG.3_2025_6_faulty.en.docx"
DRAFT = "CSIW_COP_WG.3_2026_L.1"


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, undraft: Callable[..., Ran]
) -> Callable[[str], Ran]:
    """Return how to run a command in an empty folder with settings of its own."""
    monkeypatch.chdir(tmp_path)

    def type_here(line: str) -> Ran:
        resolved_settings.cache_clear()
        return undraft(line)

    return type_here


def settle(text: str) -> None:
    Path("undraft.toml").write_text(text, encoding="utf-8")


def codes(ran: Ran) -> list[str]:
    return [one["code"] for one in ran.json["findings"]]


def test_settings_suppress_grade_and_leave_out(project: Callable[[str], Ran]) -> None:
    line = f"undraft check {FAULTY} --json --fail-on never"
    before = codes(project(line))
    settle(
        '[severity]\nREC101 = "note"\n[per-file-ignores]\n"*.docx" = ["MST"]\n'
        '[[suppress]]\ncode = "DAT101"\nreason = "as printed"\n'
        '[[suppress]]\ncode = "NUM104"\n'
    )
    ran = project(line)
    assert "DAT101" in before
    assert "MST107" in before
    left = [one for one in before if one not in ("DAT101", "MST107")]
    assert sorted(codes(ran)) == sorted([*left, "RDR902", "RDR903"])
    graded = {one["code"]: one["severity"] for one in ran.json["findings"]}
    assert graded["REC101"] == "note"


def test_a_house_says_how_figures_and_states_stand(project: Callable[[str], Ran]) -> None:
    report = SAMPLES / "CSIW_COP_WG.3_2026_L.1.zh.md"
    line = f"undraft check {report} {FAULTY} --json --fail-on never"
    settled = codes(project(line))
    settle('digit-spacing = "joined"\nstate-order = "any"\n')
    ran = codes(project(line))
    assert "LST101" in settled
    assert "TYP104" not in settled
    assert "LST101" not in ran
    assert ran.count("TYP104") > 100


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["NUM"]', "selct is not a setting. Did you mean select?"),
        ('[severity]\nparagraph-numbr-gap = "note"', "did you mean “paragraph-number-gap”"),
        ('[[suppress]]\ncode = "DAT999"\nreason = "x"', "There is no rule “DAT999”"),
    ],
)
def test_an_unknown_key_or_rule_in_the_settings_is_two(
    project: Callable[[str], Ran], text: str, words: str
) -> None:
    settle(text)
    ran = project(f"undraft check {FAULTY}")
    assert ran.code == 2
    assert words in ran.err


def test_a_baseline_may_be_set_once_for_all(project: Callable[[str], Ran]) -> None:
    project(f"undraft check {FAULTY} --write-baseline known.json --fail-on never")
    settle('baseline = "known.json"')
    ran = project(f"undraft check {FAULTY} --json")
    assert ran.code == 0, ran.err
    assert codes(ran) == []


def test_settings_are_shown_with_where_they_come_from(project: Callable[[str], Ran]) -> None:
    settle('[[suppress]]\ncode = "NUM"\nfile = "a.md"\nreason = "as adopted"\n')
    ran = project("undraft config show --json")
    complain_unless_valid(ran.out)
    row = next(one for one in ran.json["settings"] if one["key"] == "suppress")
    assert row["value"] == ["NUM a.md: as adopted"]
    assert row["origin"] == "file"
    assert "NUM a.md: as adopted" in project("undraft config show").out


def parts(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        shutil.copy(SAMPLES / name, folder / name)


def test_a_folder_is_checked_as_one_report_in_two_languages(
    project: Callable[[str], Ran], tmp_path: Path
) -> None:
    names = [f"{DRAFT}{part}.{one}.md" for part in ("", "_Add.1", "_Add.2") for one in ("en", "zh")]
    parts(tmp_path / "draft", *names)
    ran = project("undraft check draft --json --fail-on warning")
    looked = {one["code"]: one["cases"] for one in ran.json["checked"]}
    assert ran.code == 0, ran.out
    assert min(looked[code] for code in ("REC102", "SYM117", "SYM127", "PAR101", "MST117")) > 0
    (tmp_path / "draft" / f"{DRAFT}_Add.1.en.md").unlink()
    ran = project("undraft check draft --json --select SYM117 --fail-on warning")
    assert ran.code == 1
    assert set(codes(ran)) == {"SYM117"}


def test_an_addendum_that_does_not_run_on_is_found(
    project: Callable[[str], Ran], tmp_path: Path
) -> None:
    parts(tmp_path / "draft", f"{DRAFT}.en.md", f"{DRAFT}_Add.1.en.md")
    path = tmp_path / "draft" / f"{DRAFT}_Add.1.en.md"
    text = path.read_text(encoding="utf-8").replace("Recommendation 7\n", "Recommendation 8\n")
    path.write_text(text, encoding="utf-8")
    ran = project("undraft check draft --json --select REC102 --fail-on never")
    (finding,) = ran.json["findings"]
    assert finding["message"].startswith("The recommendations begin with 8; after those of")


def test_a_file_that_cannot_be_read_costs_itself_only_in_a_folder(
    project: Callable[[str], Ran], tmp_path: Path
) -> None:
    parts(tmp_path / "draft", f"{DRAFT}.en.md")
    (tmp_path / "draft" / "broken.docx").write_bytes(b"PK\x03\x04 cut off")
    ran = project("undraft check draft --json")
    assert ran.code == 1
    (finding,) = ran.json["findings"]
    assert (finding["code"], finding["severity"]) == ("RDR904", "error")
    assert Path(finding["file"]).name == "broken.docx"
    assert project("undraft check draft/broken.docx --json").code == 3


def test_findings_become_comments_in_the_language_asked_for(project: Callable[[str], Ran]) -> None:
    project(f"undraft check {FAULTY} --json --fail-on never -o found.json")
    ran = project(f"undraft annotate {FAULTY} --from found.json -o out.docx --lang zh --json")
    assert ran.code == 0, ran.err
    complain_unless_valid(ran.out)
    found = json.loads(Path("found.json").read_text(encoding="utf-8"))
    assert ran.json["added"] == len(found["findings"])
    refused = project("undraft annotate out.docx --from found.json -o again.docx")
    assert refused.code == 2
    assert "not of out.docx" in refused.err
    assert project(f"undraft annotate {FAULTY} --from found.json -o out.docx").code == 4
    assert project("undraft annotate out.docx --from out.docx -o x.docx").code == 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_output_of_a_faulty_folder_is_well_formed(
    project: Callable[[str], Ran], lang: str
) -> None:
    line = f"undraft check {FAULTY} --fail-on never --lang {lang} --format"
    SarifLog.model_validate(json.loads(project(f"{line} sarif").out))
    page = project(f"{line} html").out
    assert "II. Recommendations" in page
    assert ("错误" if lang == "zh" else "error") in page


def test_what_is_accepted_is_not_mended(project: Callable[[str], Ran]) -> None:
    Path("a.md").write_text("# Note\n\nIt met  twice.\n\nIt was  noted.\n", encoding="utf-8")
    line = "undraft check a.md --fix --diff --select TYP105 --fail-on never"
    assert project(line).out.count("\n+It") == 2
    settle('[[suppress]]\ncode = "TYP105"\nreason = "a quotation"\n')
    assert project(line).out == ""


def test_a_fix_follows_the_choice_of_the_house(project: Callable[[str], Ran]) -> None:
    Path("a.md").write_text("# 说明\n\n会议于2030年6月3日举行。\n", encoding="utf-8")
    line = "undraft check a.md --fix --diff --select TYP104 --fail-on never"
    assert project(line).out == ""
    settle('digit-spacing = "spaced"')
    assert "+会议于 2030 年 6 月 3 日举行。" in project(line).out


def test_a_log_of_findings_is_no_report_unless_it_is_to_be_read_as_text(
    project: Callable[[str], Ran],
) -> None:
    project(f"undraft check {FAULTY} --format sarif --fail-on never -o found.sarif")
    ran = project("undraft check found.sarif")
    assert ran.code == 3
    assert ran.err.strip().count("\n") == 0
    assert "is a JSON file" in ran.err
    line = "undraft check found.sarif --from text --select TYP103 --fail-on never"
    told = project(f"{line} --json").json["summary"]["warning"]
    assert told > 100
    shown = project(line).out
    assert f"… and {told - 5} more of TYP103; --all shows them." in shown
    assert shown.count("[TYP103]") == 5
    assert project(f"{line} --all").out.count("[TYP103]") == told
    assert len(project(f"{line} -o told.txt").out) == 0
    assert Path("told.txt").read_text(encoding="utf-8").count("[TYP103]") == told


def test_what_is_read_as_text_is_mended_as_text(project: Callable[[str], Ran]) -> None:
    Path("a.json").write_text('["工作组,委员会出席了会议。"]\n', encoding="utf-8")
    assert project("undraft check a.json --fix -o b.json --select TYP101").code == 3
    line = "undraft check a.json --from text --fix -o b.json --select TYP101 --fail-on never"
    assert project(line).code == 0
    assert Path("b.json").read_text(encoding="utf-8") == '["工作组，委员会出席了会议。"]\n'
