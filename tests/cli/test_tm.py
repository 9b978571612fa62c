"""The commands of upkeep: what they count, what they write, and what they refuse."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Ran, type_command
from tests.conftest import ROOT
from toolkit.cli.commands.schema import schema_text
from toolkit.inline import Code, CodeKind
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.pairs import entry_of
from toolkit.tmx.read import TmxReading, read_tmx
from toolkit.tmx.write import stream_entries, write_tmx
from toolkit.workflows.tm.merging import MOST_RIVALS

LAMP = TranslationUnit(
    source="Every keeper of a lamp should trim it before the night.",
    target="每名看灯人都应在入夜前修剪灯芯。",
    symbol="LB/2026/L.1",
    path="II/rec 1",
    created="2026-03-01",
)
OIL = replace(
    LAMP,
    source="The price of oil was reviewed in the course of the year.",
    target="年内审查了灯油价格。",
    path="II/rec 2",
    created="2026-06-01",
    status="approved",
)
SAME = replace(LAMP, target=LAMP.source, path="II/rec 3")


def tmx(path: Path, *units: TranslationUnit) -> Path:
    path.write_bytes(write_tmx(units, source_lang="en", target_lang="zh"))
    return path


def stream(*units: TranslationUnit) -> bytes:
    """Return a TMX in which nothing is merged or put in order."""
    entries = (entry_of(unit, ("en", "zh")) for unit in units)
    return b"".join(stream_entries(TmxHeader(source_lang="en"), entries))


def units(path: Path) -> tuple[TranslationUnit, ...]:
    return read_tmx(path).units


Typed = Callable[..., Any]


@pytest.fixture
def tm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Return a function that runs ``undraft tm …`` in a folder of its own and gives its report."""
    monkeypatch.chdir(tmp_path)

    def run(line: str, code: int = 0) -> Any:
        ran: Ran = type_command(f"undraft tm {line} --json")
        assert ran.code == code, ran.err + ran.out
        if code:
            return ran.err
        report = json.loads(ran.out)
        jsonschema.validate(report, json.loads(schema_text("tm-report")))
        outcomes = ("created", "updated", "unchanged", "skipped", "rejected", "removed")
        if report["command"] not in ("merge", "diff"):
            assert report["read"] == sum(report[name] for name in outcomes)
        return report

    return run


@pytest.fixture(params=["ours.tmx", "ours.undraft"])
def memory(request: pytest.FixtureRequest, tm: Typed, tmp_path: Path) -> str:
    """Return a memory of each kind with three units, one of them bad."""
    tmx(tmp_path / "given.tmx", LAMP, OIL, SAME)
    assert tm(f"import given.tmx --tm {request.param}")["created"] == 3
    return str(request.param)


def flag(memory: str) -> str:
    return "--in-place" if memory.endswith(".tmx") else ""


def left(tm: Typed, memory: str) -> set[str]:
    tm(f"export {memory} -o left.tmx --force")
    return {unit.path for unit in units(Path("left.tmx"))}


# -- every memory ----------------------------------------------------------------------------


def test_importing_again_changes_nothing(tm: Typed, memory: str) -> None:
    report = tm(f"import given.tmx --tm {memory} {flag(memory)} --on-conflict better")
    assert (report["created"], report["unchanged"]) == (0, 3)


def test_a_dry_run_writes_nothing(tm: Typed, memory: str) -> None:
    before = Path(memory).read_bytes()
    assert tm(f"clean {memory} --dry-run")["rejected"] == 1
    assert Path(memory).read_bytes() == before


def test_cleaning_names_each_unit_with_its_reason(tm: Typed, memory: str) -> None:
    report = tm(f"clean {memory} {flag(memory)} --rejects bad.tmx")
    assert report["reasons"] == [{"outcome": "rejected", "reason": "same", "count": 1}]
    assert report["units"][0]["origin"]["path"] == "II/rec 3"
    assert left(tm, memory) == {"II/rec 1", "II/rec 2"}
    (bad,) = units(Path("bad.tmx"))
    assert dict(bad.props)["x-rejected"].startswith("same: ")


def test_filtering_keeps_what_is_selected(tm: Typed, memory: str) -> None:
    report = tm(f"filter {memory} -o part.tmx --since 2026-05-01 --symbol 'LB/*'")
    assert (report["created"], report["skipped"]) == (1, 2)
    assert [unit.path for unit in units(Path("part.tmx"))] == ["II/rec 2"]
    assert left(tm, memory) == {"II/rec 1", "II/rec 2", "II/rec 3"}


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ("--status approved", {"II/rec 2"}),
        ("--status approved --not", {"II/rec 1", "II/rec 3"}),
        ("--words '灯油|芯'", {"II/rec 1", "II/rec 2"}),
        ("--until 2026-03-31", {"II/rec 1", "II/rec 3"}),
        ("--symbol LB/2026/L.1 --words price", {"II/rec 2"}),
        ("--lang zh", {"II/rec 1", "II/rec 2", "II/rec 3"}),
        ("--lang zh-Hant", set()),
    ],
)
def test_every_kind_of_selection_selects(
    options: str, paths: set[str], tm: Typed, tmp_path: Path
) -> None:
    tmx(tmp_path / "given.tmx", LAMP, OIL, SAME)
    tm(f"filter given.tmx -o part.tmx {options}")
    assert {unit.path for unit in units(tmp_path / "part.tmx")} == paths


def test_clearing_a_document_leaves_the_others(tm: Typed, memory: str) -> None:
    assert tm(f"clear {memory} --status approved {flag(memory)}")["removed"] == 1
    assert left(tm, memory) == {"II/rec 1", "II/rec 3"}
    assert tm(f"clear {memory} --all {flag(memory)}")["removed"] == 2
    assert "--all" in tm(f"clear {memory} {flag(memory)}", 2)


def test_the_best_of_several_that_say_the_same_stays(
    tm: Typed, memory: str, tmp_path: Path
) -> None:
    twin = replace(LAMP, symbol="LB/2027/9", status="reviewed")
    tmx(tmp_path / "twin.tmx", twin)
    tm(f"import twin.tmx --tm {memory} {flag(memory)}")
    report = tm(f"dedupe {memory} {flag(memory)}")
    assert [one["origin"]["symbol"] for one in report["units"]] == ["LB/2026/L.1"]
    assert "LB/2027/9" in report["units"][0]["said"]


def test_a_final_report_supersedes_its_draft(tm: Typed, memory: str, tmp_path: Path) -> None:
    final = replace(LAMP, symbol="LB/2026/9", target="每名看灯人应在入夜前修剪灯芯。")
    tmx(tmp_path / "final.tmx", final)
    assert "LB/2026/9" in tm(f"supersede {memory} --draft LB/* --final LB/2026/9 {flag(memory)}", 2)
    tm(f"import final.tmx --tm {memory} {flag(memory)}")
    line = f"supersede {memory} --draft 'LB/2026/L.1*' --final LB/2026/9 {flag(memory)}"
    report = tm(line)
    assert (report["removed"], report["updated"]) == (2, 1)
    assert {one["reason"] for one in report["units"]} == {"changed-in-final", "not-in-final"}
    tm(f"export {memory} -o left.tmx")
    marks = {unit.symbol: dict(unit.props) for unit in units(tmp_path / "left.tmx")}
    assert marks == {"LB/2026/9": {}, "LB/2026/L.1": {"x-superseded-by": "LB/2026/9"}}
    assert tm(line)["updated"] == 0


def test_statistics_say_what_is_there(tm: Typed, memory: str) -> None:
    (stats,) = tm(f"stats {memory}")["stats"]
    assert (stats["units"], stats["sources"]) == (3, 2)
    assert stats["statuses"] == {"aligned": 2, "approved": 1}
    assert (stats["first"], stats["last"]) == ("2026-03-01", "2026-06-01")


# -- policies --------------------------------------------------------------------------------

NEW = replace(LAMP, target="看灯人都应在入夜前修剪灯芯。", created="2026-09-01")


@pytest.mark.parametrize(
    ("policy", "targets"),
    [
        ("both", {LAMP.target, NEW.target}),
        ("keep", {LAMP.target}),
        ("replace", {NEW.target}),
        ("newer", {NEW.target}),
        ("better", {LAMP.target}),
    ],
)
def test_a_policy_decides_where_translations_differ(
    policy: str, targets: set[str], tm: Typed, tmp_path: Path
) -> None:
    tmx(tmp_path / "old.tmx", LAMP)
    tmx(tmp_path / "new.tmx", NEW)
    tm("import old.tmx --tm ours.undraft")
    preview = tm(f"import new.tmx --tm ours.undraft --on-conflict {policy} --dry-run")
    done = tm(f"import new.tmx --tm ours.undraft --on-conflict {policy}")
    assert {**preview, "dry_run": False} == done
    assert (done["units"][0]["reason"] == "conflict") == (policy != "both")
    tm("export ours.undraft -o out.tmx")
    assert {unit.target for unit in units(tmp_path / "out.tmx")} == targets
    tm(f"merge old.tmx new.tmx -o merged.tmx --on-conflict {policy}")
    assert {unit.target for unit in units(tmp_path / "merged.tmx")} == targets


def test_a_unit_that_is_there_is_not_made_worse(tm: Typed, tmp_path: Path) -> None:
    tmx(tmp_path / "approved.tmx", replace(LAMP, status="approved"))
    tmx(tmp_path / "aligned.tmx", LAMP)
    tm("import approved.tmx --tm ours.undraft")
    assert tm("import aligned.tmx --tm ours.undraft")["unchanged"] == 1


def test_units_that_say_the_same_in_one_file_become_one(tm: Typed, tmp_path: Path) -> None:
    twins = (replace(LAMP, status="reviewed", notes=("A.",)), replace(LAMP, notes=("B.",)))
    many = [replace(OIL, path=f"II/rec {number}") for number in range(2500)]
    (tmp_path / "twins.tmx").write_bytes(
        stream(twins[0], *many, twins[1], replace(LAMP, target="灯。"))
    )
    report = tm("import twins.tmx --tm ours.undraft")
    assert (report["created"], report["updated"]) == (2502, 1)
    assert [one["reason"] for one in report["units"]] == ["other-target"]
    tm("export ours.undraft -o out.tmx")
    (twin,) = [unit for unit in units(tmp_path / "out.tmx") if unit.target == LAMP.target]
    assert twin.status == "reviewed"
    assert set(twin.notes) == {"A.", "B."}


@pytest.mark.parametrize("policy", ["keep", "replace", "better"])
def test_a_policy_holds_within_one_file(policy: str, tm: Typed, tmp_path: Path) -> None:
    rivals = [replace(LAMP, target=f"灯{number}。") for number in range(MOST_RIVALS + 20)]
    (tmp_path / "rivals.tmx").write_bytes(stream(*rivals))
    tm(f"import rivals.tmx --tm ours.undraft --on-conflict {policy}")
    tm("export ours.undraft -o out.tmx")
    assert len(units(tmp_path / "out.tmx")) == 1


def test_a_memory_is_not_made_of_nothing(tm: Typed, tmp_path: Path) -> None:
    (tmp_path / "none.tmx").write_bytes(stream(replace(LAMP, target=" ")))
    for name in ("ours.undraft", "ours.tmx"):
        report = tm(f"import none.tmx --tm {name}")
        assert report["output"] is None
        assert report["rejected"] == 1
        ran = type_command(f"undraft tm import none.tmx --tm {name}")
        assert (ran.code, ran.err) == (0, f"{ran.err.splitlines()[0]}\n{NOT_MADE.format(name)}\n")
        assert not Path(name).exists()
    tmx(tmp_path / "given.tmx", LAMP)
    assert tm("import given.tmx --tm ours.undraft")["output"] == "ours.undraft"
    assert tm("import none.tmx --tm ours.undraft")["output"] == "ours.undraft"


NOT_MADE = "nothing was taken; {} was not made"


def test_segments_in_other_languages_are_counted_and_named(tm: Typed, tmp_path: Path) -> None:
    tmx(tmp_path / "given.tmx", LAMP, OIL)
    text = (tmp_path / "given.tmx").read_text(encoding="utf-8")
    french = '<tuv xml:lang="fr"><seg>Lampe.</seg></tuv></tu>'
    (tmp_path / "given.tmx").write_text(text.replace("</tu>", french), encoding="utf-8")
    assert tm("import given.tmx --tm ours.undraft")["left_out"] == [{"language": "fr", "count": 2}]
    ran = type_command("undraft tm import given.tmx --tm ours.undraft")
    assert ran.out == "2 read: 2 unchanged; segments in other languages left out: 2 fr\n"


def test_of_very_many_languages_each_segment_is_counted(tm: Typed, tmp_path: Path) -> None:
    tmx(tmp_path / "given.tmx", LAMP, OIL)
    text = (tmp_path / "given.tmx").read_text(encoding="utf-8")
    others = "".join(f'<tuv xml:lang="x-{n}"><seg>a</seg></tuv>' for n in range(120))
    (tmp_path / "given.tmx").write_text(text.replace("</tu>", f"{others}</tu>"), encoding="utf-8")
    left_out = tm("import given.tmx --tm ours.undraft")["left_out"]
    assert sum(one["count"] for one in left_out) == 240
    assert {"language": "other languages", "count": 160} in left_out


def test_exchange_files_in_languages_without_rules_are_taken(tm: Typed, tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'
    rows = "".join(f'\nmsgid "Lamp {n}"\nmsgstr "Lampe {n + 40}"\n' for n in range(30))
    (tmp_path / "lamps.po").write_text(head + rows, encoding="utf-8")
    assert tm("import lamps.po --tm french.undraft --target-lang fr")["created"] == 30


# -- files -----------------------------------------------------------------------------------


def test_a_difference_is_told_unit_by_unit(tm: Typed, tmp_path: Path) -> None:
    tmx(tmp_path / "old.tmx", LAMP, OIL)
    tmx(tmp_path / "new.tmx", NEW, SAME)
    report = tm("diff old.tmx new.tmx")
    assert [(one["outcome"], one["reason"]) for one in report["units"]] == [
        ("updated", "target"),
        ("created", "only-in-new"),
        ("removed", "only-in-old"),
    ]
    assert tm("diff old.tmx old.tmx")["unchanged"] == 2


def test_export_can_leave_codes_out(tm: Typed, tmp_path: Path) -> None:
    coded = replace(LAMP, source_codes=(Code(at=3, kind=CodeKind.ALONE, native="<br/>"),))
    tmx(tmp_path / "coded.tmx", coded)
    tm("export coded.tmx -o two.tmx.gz")
    tm("export coded.tmx -o one.tmx --level 1")
    assert units(tmp_path / "two.tmx.gz")[0].source_codes == coded.source_codes
    assert units(tmp_path / "one.tmx")[0].source_codes == ()


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("clean given.tmx", 4, "--in-place"),
        ("import given.tmx --tm ours.tmx", 4, "--in-place"),
        ("filter given.tmx -o ours.tmx --status approved", 4, "exists already"),
        ("filter given.tmx -o given.tmx --force --status approved", 4, "input"),
        ("filter given.tmx -o x.tmx", 2, "--status"),
        ("filter given.tmx -o x.tmx --since 2026-13-01", 2, "is not a day"),
        ("filter given.tmx -o x.tmx --words '('", 2, "not a regular expression"),
        ("clean given.tmx --dry-run --select rust", 2, "rust"),
        ("clean --dry-run", 2, "Name one memory"),
        ("stats gone.tmx", 5, "no translation memory gone.tmx"),
        ("clean gone.undraft", 5, "no translation memory gone.undraft"),
        ("import broken.tmx --tm new.undraft", 5, "line 1"),
        ("merge given.tmx ours.tmx", 2, "-o OUT"),
        ("merge --driver given.tmx", 2, "three files"),
        ("export given.tmx", 2, "-o OUT"),
        ("export given.tmx -o a.undraft", 2, "no TMX"),
        ("stats given.tmx --source-lang en --target-lang en-GB", 2, "same language"),
        ("stats given.tmx --source-lang ../x", 2, "not a language code"),
    ],
)
def test_what_cannot_be_done_is_said(
    line: str, code: int, words: str, tm: Typed, tmp_path: Path
) -> None:
    tmx(tmp_path / "given.tmx", LAMP)
    tmx(tmp_path / "ours.tmx", OIL)
    (tmp_path / "broken.tmx").write_text("<tmx><body><tu>", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert words in tm(line, code)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_with_other_languages_is_not_changed_in_two(tm: Typed, tmp_path: Path) -> None:
    text = tmx(tmp_path / "many.tmx", LAMP, SAME).read_text(encoding="utf-8")
    french = '<tuv xml:lang="fr"><seg>Lampe</seg></tuv></tu>'
    (tmp_path / "many.tmx").write_text(text.replace("</tu>", french), encoding="utf-8")
    assert "would be lost" in tm("clean many.tmx --in-place", 4)
    tm("clean many.tmx -o two.tmx")
    assert len(units(tmp_path / "two.tmx")) == 1


def test_units_without_words_are_counted_and_go(tm: Typed, tmp_path: Path) -> None:
    path = tmx(tmp_path / "ours.tmx", LAMP, OIL)
    path.write_text(path.read_text("utf-8").replace(OIL.target, " "), "utf-8")
    for line in (
        "clean ours.tmx --dry-run",
        "clean ours.tmx -o new.tmx",
        "clean ours.tmx --in-place",
    ):
        report = tm(line)
        assert report["reasons"] == [{"outcome": "rejected", "reason": "empty", "count": 1}]
    assert len(list(TmxReading(path).entries())) == 1


# -- canonical files and git -----------------------------------------------------------------


def test_a_file_out_of_form_is_told_and_put_right(tm: Typed, tmp_path: Path) -> None:
    path = tmx(tmp_path / "ours.tmx", LAMP, OIL)
    canonical = path.read_bytes()
    lines = canonical.decode().replace('xml:lang="zh"', 'xml:lang="ZH"').replace("\n", "\n ")
    path.write_text(lines, encoding="utf-8")
    assert "not in canonical form" in tm("fmt ours.tmx --check", 1)
    assert tm("fmt ours.tmx --in-place")["updated"] == 2
    assert path.read_bytes() == canonical
    assert tm("fmt ours.tmx --check")["unchanged"] == 2


def test_form_refuses_to_lose_a_damaged_unit(tm: Typed, tmp_path: Path) -> None:
    path = tmx(tmp_path / "ours.tmx", LAMP)
    path.write_text(path.read_text("utf-8").replace("</body>", "<tu/></body>"), "utf-8")
    assert "damaged parts" in tm("fmt ours.tmx --in-place", 4)
    tm("fmt ours.tmx --in-place --force")
    assert len(list(TmxReading(path).entries())) == 1


def git(folder: Path, *words: str, code: int = 0) -> str:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    ran = subprocess.run(
        ["git", *names, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert ran.returncode == code, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.mark.slow
def test_git_merges_two_branches_of_a_memory(tmp_path: Path) -> None:
    """As docs/memory.md sets it up: changes of both sides are merged, a conflict is named."""
    driver = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m toolkit tm merge --driver %O %A %B"
    git(tmp_path, "init", "-q", "-b", "main", ".")
    git(tmp_path, "config", "merge.undraft.driver", driver)
    (tmp_path / ".gitattributes").write_text("*.tmx merge=undraft\n", encoding="utf-8")
    ours = tmx(tmp_path / "ours.tmx", LAMP, OIL)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Two units")

    git(tmp_path, "checkout", "-qb", "editor")
    tmx(ours, NEW, OIL)
    git(tmp_path, "commit", "-qam", "The lamp")
    git(tmp_path, "checkout", "-q", "main")
    tmx(ours, LAMP, replace(OIL, target="年内对灯油价格作了审查。"))
    git(tmp_path, "commit", "-qam", "The oil")
    git(tmp_path, "merge", "-q", "editor", "-m", "Both")
    assert {unit.target for unit in units(ours)} == {NEW.target, "年内对灯油价格作了审查。"}
    assert type_command(f"undraft tm fmt {ours} --check").code == 0

    git(tmp_path, "checkout", "-q", "editor")
    tmx(ours, replace(NEW, target="看灯人应在入夜前剪灯芯。"), OIL)
    git(tmp_path, "commit", "-qam", "The lamp again")
    git(tmp_path, "checkout", "-q", "main")
    tmx(ours, replace(NEW, target="看灯人须在入夜前修剪灯芯。"), OIL)
    git(tmp_path, "commit", "-qam", "The lamp as well")
    said = git(tmp_path, "merge", "editor", "-m", "Both", code=1)
    assert "LB/2026/L.1, II/rec 1: changed differently on both sides" in said
    assert [unit.path for unit in units(ours)] == ["II/rec 1", "II/rec 1", "II/rec 2"]
    assert type_command(f"undraft tm fmt {ours} --check").code == 1
