"""``undraft build`` as it is typed: what an editor is told, and that nothing is half-written."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.conftest import ROOT

Undraft = Callable[..., Ran]
SAMPLE = "samples/meeting-2026.toml"
NAME = "CSIW_COP_WG.3_2026_L.1"
ADDENDUM = """
symbol = "CSIW/COP/WG.3/2026/L.1/Add.2"
issued = 2026-09-09
[body]
name = { en = "Working Group on Pilotage and Rescue", zh = "引航与救助工作组" }
short = { en = "Working Group", zh = "工作组" }
organ = { en = "Conference of the Parties", zh = "缔约方会议" }
organ_short = { en = "Conference of the Parties", zh = "缔约方会议" }
[meeting]
place = { en = "Vienna", zh = "维也纳" }
dates = { from = 2026-09-07, to = 2026-09-09 }
[[chapters]]
title = { en = "Recommendations", zh = "建议" }
[[chapters.sections]]
title = { en = "General recommendations", zh = "一般性建议" }
recommendations = [{ en = "States parties should rest.", zh = "缔约国应休息。" }]
"""

# What is changed in the sample's data, and what an editor is told of it.
FAULTS = {
    "misspelt": (
        "participants = ",
        "particpants = ",
        "the template has no field “particpants”. Did you mean “participants”?",
    ),
    "missing": (
        "ordinal = 10",
        'ordinal = ""',
        "the field “meeting.ordinal” is still empty (Which meeting of the body it is); fill it in.",
    ),
    "date": (
        "issued = 2026-09-08",
        "issued = 2026-09-31",
        "the field “issued”: 2026-09-31 does not exist: September 2026 has 30 days.",
    ),
    "State": (
        '"Thailand"',
        '"Tailand"',
        "there is no State “Tailand”. Did you mean Thailand / 泰国?",
    ),
    "twice": (
        '"Georgia", "Malawi"',
        '"Ghana", "Malawi"',
        "“observer_states”: Ghana stands in “attending” too; keep it in one of the two.",
    ),
    "opened": (
        "opened = 2026-09-07",
        "opened = 2026-09-10",
        "“meeting.opened”: 2026-09-10 is not within “meeting.dates” (2026-09-07 to 2026-09-09); ",
    ),
    "sitting": (
        "meetings = [1, 2]",
        "meetings = [1, 6]",
        "“meetings”, no. 2: 6 is more than “meeting.sittings”, 5; see which of the two is right.",
    ),
    "item-year": (
        "\ndates = 2026-09-07",
        "\ndates = 2025-09-07",
        "“agenda”, no. 2, “dates”: 2025-09-07 is not within “meeting.dates” (2026-09-07 to 2026-",
    ),
    "issued-year": (
        "issued = 2026-09-08",
        "issued = 2025-09-08",
        "“issued”: 2025-09-08 is too far from “meeting.dates” (2026-09-07 to 2026-09-09; 31 days",
    ),
    "earlier": (
        "{ from = 2025-09-08, to = 2025-09-10 }",
        "{ from = 2027-09-08, to = 2027-09-10 }",
        "“earlier”, no. 9: 2027-09-08 to 2027-09-10 is not before “meeting.dates”",
    ),
    "person": (
        'title = "Mr."\nstate = "Paraguay"',
        'title = "Mister"\nstate = "Paraguay"',
        "the field “chair.title”: “Mister” is not one of the choices. Did you mean “Mr.”?",
    ),
    "agenda-number": (
        "number = 4\n",
        "number = 6\n",
        "“agenda”, no. 4, “number”: 6 is given, but the list has this in place 4. Numbers go by",
    ),
    "symbol": (
        'symbol = "CSIW/COP/WG.3/2026/L.1"',
        'symbol = "CSIW COP WG.3 2026 L.1"',
        "is not a document symbol: a space stands inside: write CSIW/COP/WG.3/2026/L.1.",
    ),
    "unsaid": (
        "meetings = [1, 2]",
        "",
        "“dates” is filled in, but nothing in the document says it. It belongs to clause “consid",
    ),
}


def line_of(path: Path, words: str) -> int:
    text = path.read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_data_file_is_told_with_its_line_and_nothing_is_written(
    fault: str, undraft: Undraft, desk: Path
) -> None:
    old, new, message = FAULTS[fault]
    path = desk / f"{fault}.toml"
    text = (desk / SAMPLE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    ran = undraft(f"undraft build draft-report --data {fault}.toml -o out/{fault}")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    if new:
        assert f"{fault}.toml, line {line_of(path, new.lstrip())}: " in ran.err
    assert not (desk / "out" / fault).exists()


def test_an_output_that_exists_is_kept_and_the_other_is_not_written(
    undraft: Undraft, desk: Path
) -> None:
    folder = desk / "out" / "kept"
    folder.mkdir(parents=True)
    (folder / f"{NAME}.zh.docx").write_bytes(b"mine")
    ran = undraft(f"undraft build draft-report --data {SAMPLE} -o out/kept")
    assert ran.code == 4
    assert f"{NAME}.zh.docx exists already. Use --force" in ran.err
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {f"{NAME}.zh.docx": b"mine"}


BROKEN = {
    "text.toml": (
        "{{ mandate }}",
        "{{ mandat }}",
        ", clause “mandate”: there is no field “mandat”. Did you mean “mandate”?",
    ),
    "template.toml": ("languages = [", "languages = ", "template.toml, line 4: this is not TOML"),
    "template.docx": ("", "", "template.docx: the Word template: this is not a .docx file"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_template_is_told_with_its_file(
    name: str, undraft: Undraft, desk: Path, tmp_path: Path
) -> None:
    old, new, message = BROKEN[name]
    shutil.copytree(ROOT / "templates" / "draft-report", tmp_path / "t")
    path = tmp_path / "t" / name
    if old:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    else:
        path.write_bytes(b"no Word file")
    ran = undraft(f"undraft build {tmp_path}/t --data {SAMPLE} -o out/broken")
    assert ran.code == 2
    assert message in ran.err
    assert f"/{name}" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (desk / "out" / "broken").exists()


def test_a_template_that_is_not_there_offers_the_nearest(undraft: Undraft) -> None:
    ran = undraft(f"undraft build draft-rport --data {SAMPLE} -o out/none")
    assert (ran.code, ran.err.strip()) == (
        2,
        "undraft: There is no template “draft-rport”. Did you mean “draft-report”?",
    )


def test_without_a_memory_the_template_alone_is_used_and_it_is_said(
    undraft: Undraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = undraft(f"undraft build draft-report --data {desk}/{SAMPLE} -o out")
    assert ran.code == 0
    assert "note: there is no tm/; the Chinese comes from the template alone." in ran.err
    named = undraft(f"undraft build draft-report --data {desk}/{SAMPLE} --tm none.tmx -o other")
    assert named.code == 5


def test_an_addendum_goes_on_from_the_parts_before_it(undraft: Undraft, desk: Path) -> None:
    (desk / "add2.toml").write_text(ADDENDUM, encoding="utf-8")
    parts = " ".join(f"--after samples/{NAME}{end}.en.docx" for end in ("", "_Add.1"))
    ran = undraft(f"undraft build addendum --data add2.toml {parts} -o out/add2 --json")
    assert ran.code == 0, ran.err
    assert [Path(one["path"]).name for one in ran.json["inputs"]] == [
        "add2.toml",
        f"{NAME}.en.docx",
        f"{NAME}_Add.1.en.docx",
    ]
    for code in ("en", "zh"):
        read = undraft(f"undraft read out/add2/{NAME}_Add.2.{code}.docx --json").json["blocks"]
        assert [(one["path"], one["continued"]) for one in read] == [
            ("II", True),
            ("II/A", True),
            ("II/A/rec 13", False),
        ]
    alone = undraft("undraft build addendum --data add2.toml -o out/alone")
    assert alone.code == 2
    assert (
        "“chapter.number” is empty; fill it in, or give the part before with --after" in alone.err
    )


def test_a_part_of_another_report_is_refused(undraft: Undraft, desk: Path) -> None:
    (desk / "add3.toml").write_text(ADDENDUM, encoding="utf-8")
    build = "undraft build addendum --data add3.toml -o out/add3 --after samples/"
    ran = undraft(f"{build}CSIW_COP_WG.3_2025_6.en.docx")
    assert ran.code == 2
    assert "is CSIW/COP/WG.3/2025/6, which is not a part of the report of CSIW" in ran.err
    own = undraft(f"{build}{NAME}_Add.2.en.docx")
    assert own.code == 2
    assert "itself; --after names the parts before it" in own.err
    none = undraft(f"{build}README.md")
    assert none.code == 2
    assert "samples/README.md has no document symbol" in none.err
    word = undraft(f"undraft build addendum --data samples/{NAME}.en.docx -o out/add3")
    assert word.code == 3
    assert "--data takes the data file, a TOML file" in word.err
    first = undraft(
        f"undraft build draft-report --data {SAMPLE} -o out/add3 --after samples/{NAME}.en.docx"
    )
    assert first.code == 2
    assert not (desk / "out" / "add3").exists()


def test_what_stays_in_english_without_a_mark_is_named(undraft: Undraft, desk: Path) -> None:
    text = (desk / SAMPLE).read_text(encoding="utf-8")
    place = 'place = { en = "Vienna", zh = "维也纳" }'
    note = 'earlier_note = "For the report on the ninth meeting, see CSIW/COP/WG.3/2025/6."'
    assert place in text
    assert note in text
    text = text.replace(place, 'place = "Vienna"').replace(note, 'earlier_note = "It was dry."')
    (desk / "english.toml").write_text(text, encoding="utf-8")
    ran = undraft("undraft build draft-report --data english.toml -o out/english")
    assert ran.code == 0
    told = ran.out.partition("not translated, and where no mark shows it:")[2]
    assert "masthead/venue, clause masthead: Vienna, 7–9 September 2026" in told
    assert "It was dry." in told
    assert "At the invitation of the Chair" not in told
