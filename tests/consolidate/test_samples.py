"""The samples' draft made one report, by the command, in both languages."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from tests.validity import faults, schema_faults
from toolkit.model import Document, Kind
from toolkit.ooxml.revisions import accept_all, reject_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.references import find_references
from toolkit.workflows.drafts.consolidating import (
    as_word,
    concatenated,
    consolidated,
    gather,
    wishes,
)
from toolkit.workflows.installed.shipped import schema_text

STEM = SAMPLES / "CSIW_COP_WG.3_2026_L.1"
GIVEN = (
    "--symbol CSIW/COP/WG.3/2026/6 --date 2026-09-23 --distribution General --job-number V.26-01901"
)


def paths(language: str) -> list[str]:
    return [f"{STEM}{one}.{language}.docx" for one in ("", "_Add.1", "_Add.2")]


def line(language: str, *more: str) -> str:
    return " ".join(("undraft consolidate", *paths(language), GIVEN, *more))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the report in both languages, its ledgers and a plan."""
    folder = tmp_path_factory.mktemp("final")
    made = type_command(f"undraft consolidate {' '.join(paths('en'))} --propose {folder}/plan.toml")
    assert made.code == 0, made.err
    for language in ("en", "zh"):
        ran = type_command(
            line(
                language,
                f"--plan {folder}/plan.toml -o {folder}/final.{language}.docx",
                f"--ledger {folder}/ledger.{language}.json",
            )
        )
        assert ran.code == 0, ran.err
    return folder


def final(desk: Path, language: str) -> Document:
    data = (desk / f"final.{language}.docx").read_bytes()
    return read_bytes(data, "final.docx", options=ReadOptions(language=language)).document


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_is_checked_clean(language: str, desk: Path) -> None:
    ran = type_command(f"undraft check {desk}/final.{language}.docx --json")
    assert ran.json["findings"] == []
    data = (desk / f"final.{language}.docx").read_bytes()
    assert not faults(data)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_keeps_the_schemas_of_word(language: str, desk: Path, shared: Path) -> None:
    assert not schema_faults((desk / f"final.{language}.docx").read_bytes(), shared)


def test_both_versions_correspond_and_end_with_equal_numbers(desk: Path) -> None:
    ran = type_command(f"undraft check --pair {desk}/final.en.docx {desk}/final.zh.docx --json")
    assert ran.json["findings"] == []
    reports = [final(desk, language) for language in ("en", "zh")]
    numbers = [[(one.kind, one.path, one.number) for one in report.blocks] for report in reports]
    assert numbers[0] == numbers[1]
    recs = [one for one in reports[0].blocks if one.kind is Kind.RECOMMENDATION]
    assert [one.number for one in recs] == list(range(1, 20))


def test_references_follow(desk: Path) -> None:
    report = final(desk, "en")
    texts = " ".join(one.text for one in report.blocks)
    # Recommendation 13 of the second addendum is 7 now, and the first addendum's move up by one.
    assert "recommendations 8, 9 and 11–13, and that recommendation 10 would be revised" in texts
    assert "that recommendation 7 should be placed among the general recommendations" in texts
    assert not any(one.dangling for one in find_references(report))


def test_the_lineage_of_the_drafts_leads_to_the_report(desk: Path) -> None:
    files = " ".join((*paths("en"), f"{desk}/final.en.docx"))
    second = " ".join((*paths("zh"), f"{desk}/final.zh.docx"))
    items = type_command(f"undraft lineage {files} --second {second} --json").json["items"]
    recs = [one for one in items if one["kind"] == "recommendation"]
    assert len(recs) == 19
    assert {one["relation"] for one in items} == {"kept"}
    led = {one["draft"][0]["number"]: one["final"][0]["number"] for one in recs}
    assert (led[7], led[13], led[14]) == (8, 7, 14)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_ledger_keeps_its_schema_and_its_sums_balance(language: str, desk: Path) -> None:
    ledger = json.loads((desk / f"ledger.{language}.json").read_text(encoding="utf-8"))
    jsonschema.validate(ledger, json.loads(schema_text("ledger")))
    assert len(ledger["rows"]) == ledger["total"]["blocks"] == 122
    assert ledger["total"]["kept"] + ledger["total"]["moved"] == ledger["report"]["blocks"]
    assert sum(one["blocks"] for one in ledger["sums"]) == 122
    assert ledger["total"]["merged"] == sum(row["fate"] == "merged" for row in ledger["rows"])


def test_the_ledger_as_a_table(tmp_path: Path) -> None:
    ran = type_command(line("zh", f"-o {tmp_path}/r.docx --ledger {tmp_path}/l.csv"))
    assert ran.code == 0, ran.err
    text = (tmp_path / "l.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 122
    (one,) = [row for row in rows if row["label"] == "建议 13"]
    assert (one["part"], one["fate"], one["to_label"]) == ("Add.2", "kept", "建议 7")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tracked_it_shows_the_way_from_the_parts_to_the_report(
    language: str, tmp_path: Path, desk: Path, shared: Path
) -> None:
    ran = type_command(line(language, f"--tracked --moves -o {tmp_path}/t.docx"))
    assert ran.code == 0, ran.err
    data = (tmp_path / "t.docx").read_bytes()
    assert not faults(data)
    assert not schema_faults(data, shared)
    options = ReadOptions(language=language)
    accepted = read_bytes(accept_all(data, "t.docx"), "t.docx", options=options).document
    rejected = read_bytes(reject_all(data, "t.docx"), "t.docx", options=options).document
    assert _shown(accepted) == _shown(final(desk, language))
    parts = gather(paths(language)).parts
    assert _shown(rejected) == _shown(concatenated(parts))
    assert accepted.masthead.title == final(desk, language).masthead.title
    assert rejected.masthead.title == parts[0].document.masthead.title


def _shown(document: Document) -> list[tuple[object, ...]]:
    return [
        (b.kind, b.label, b.text, b.continued, b.rows, b.marks, b.notes) for b in document.blocks
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_not_given_stands_in_brackets(language: str, tmp_path: Path) -> None:
    ran = type_command(
        f"undraft consolidate {' '.join(paths(language))} -o {tmp_path}/r.docx --json"
    )
    jsonschema.validate(ran.json, json.loads(schema_text("consolidate")))
    assert ran.json["proposed_symbol"] == "CSIW/COP/WG.3/2026/6"
    assert ran.json["open"] == ["symbol", "distribution", "date", "job number"]
    shown = type_command(f"undraft read {tmp_path}/r.docx --json")
    assert shown.code == 0
    body = (tmp_path / "r.docx").read_bytes()
    assert not faults(body)
    title = ran.json["report"]["title"]
    assert (
        title
        == {
            "en": "Report on the meeting of the Working Group on Pilotage and Rescue held in "
            "Vienna from 7 to 9 September 2026",
            "zh": "2026 年 9 月 7 日至 9 日在维也纳举行的引航与救助工作组会议的报告",
        }[language]
    )


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ("", 2, "-o FILE.docx"),
        ("-o r.md", 2, "-o FILE.docx"),
        ("-o r.docx --symbol nonsense", 2, "--symbol nonsense"),
        ("-o r.docx --date tomorrow", 2, "2026-09-25"),
        ("-o r.docx --ledger l.txt", 2, ".json or .csv"),
        ("-o r.docx --plan missing.toml", 3, "was not found"),
        ("-o there.docx", 4, "there.docx"),
    ],
)
def test_what_cannot_be_done_is_said(
    more: str, code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.docx").write_bytes(b"mine")
    ran = type_command(f"undraft consolidate {' '.join(paths('en'))} {more}")
    assert (ran.code, words in ran.err) == (code, True)
    assert Path("there.docx").read_bytes() == b"mine"
    assert not Path("r.docx").exists()


def test_a_draft_addendum_alone_is_held_against_its_final_report(
    shared: Path, tmp_path: Path
) -> None:
    draft = shared / "reports" / "draft-addendum-2.zh.txt"
    report = shared / "reports" / "final-report.zh.md"
    refused = type_command(f"undraft consolidate {draft} -o {tmp_path}/r.docx")
    assert refused.code == 2
    assert "--incomplete" in refused.err
    ran = type_command(f"undraft consolidate {draft} --incomplete -o {tmp_path}/r.docx --json")
    total = ran.json["total"]
    assert total["kept"] == total["blocks"] > 30
    assert "HED108" in {one["code"] for one in ran.json["findings"]}
    held = type_command(f"undraft compare {tmp_path}/r.docx {report} -o {tmp_path}/c.docx --json")
    assert held.code == 0, held.err
    found = held.json["counts"]
    # A third of the addendum's blocks are found again, most of them reworded.
    assert found["same"] + found["changed"] + found["moved"] >= total["blocks"] // 3
    data = (tmp_path / "c.docx").read_bytes()
    assert not faults(data)


def test_an_open_job_number_is_no_part_of_the_organ() -> None:
    parts = gather(paths("en"))
    given = wishes(
        {"symbol": "CSIW/COP/WG.3/2026/6", "date": "2026-09-23", "distribution": "General"}
    )
    made = consolidated(parts, None, given)
    again = read_bytes(as_word(made, parts), "r.docx").document
    assert again.masthead.organ == made.report.masthead.organ
    assert again.masthead.job_number == "V.26-[…]"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_open_symbol_distribution_and_day_are_no_part_of_the_organ(language: str) -> None:
    parts = gather(paths(language))
    made = consolidated(parts, None, wishes({}))
    masthead = read_bytes(as_word(made, parts), "r.docx").document.masthead
    assert masthead.organ == made.report.masthead.organ
    assert masthead.symbol == "CSIW/COP/WG.3/2026/[6]"
    assert masthead.distribution == "[General]"
    assert masthead.date is None
