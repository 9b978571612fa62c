"""``undraft term …`` and ``tm check`` at the command line, on real files and on bad ones."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import type_command
from tests.conftest import ROOT, SAMPLES
from toolkit.cli.session import resolved_settings

NAME = "CSIW_COP_WG.3_2026_L.1"
TERMS = SAMPLES / "terms.csv"


def schema(name: str) -> dict[str, object]:
    text = (ROOT / "toolkit" / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_termbases_of_all_kinds_become_one(tmp_path: Path) -> None:
    write("more.po", 'msgid "fog signal"\nmsgstr "雾号"\n')
    said = type_command("undraft term import more.po --via translate -o more.tbx --tbx 3 --json")
    found = json.loads(said.out)
    jsonschema.validate(found, schema("termbase"))
    assert (found["concepts"], found["languages"]) == (1, {"en": 1, "zh": 1})
    said = type_command(f"undraft term import {TERMS} more.tbx {TERMS} -o all.tbx --json")
    found = json.loads(said.out)
    jsonschema.validate(found, schema("termbase"))
    assert found["twice"] == 13
    assert found["concepts"] == 14
    assert found["bodies"] == ["CSIW"]
    assert found["statuses"]["deprecated"] > 10
    assert [Path(one["path"]).name for one in found["inputs"]] == [
        "terms.csv", "more.tbx", "terms.csv",
    ]  # fmt: skip
    fewer = json.loads(type_command("undraft term import all.tbx --usable -o few.csv --json").out)
    assert fewer["statuses"]["deprecated"] == 0
    assert fewer["concepts"] == 14
    assert "会员国" not in Path("few.csv").read_text(encoding="utf-8")
    back = type_command("undraft term import all.tbx -o all.csv")
    assert back.code == 0
    assert "雾号" in Path("all.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("term import nothing.tbx -o x.tbx", 3, "nothing.tbx was not found"),
        ("term import cut.tbx -o x.tbx", 3, "cut.tbx, line 1: the XML does not hold"),
        ("term import page.tbx -o x.tbx", 3, "is not a TBX file: its first element is <html>"),
        ("term import odd.xyz -o x.tbx --via translate", 3, "translate-toolkit"),
        ("term import {terms} -o x.docx", 2, "must end in .tbx, .csv or .tsv"),
        ("term import {terms} -o there.csv", 4, "exists already"),
        ("term check {zh}", 2, "Name a termbase"),
        ("term check --terms {terms}", 2, "Name a file"),
        ("term check {zh} --terms cut.tbx", 3, "cut.tbx, line 1"),
        ("term drift {zh} {en}", 2, "in one language"),
        ("term suggest --tm none.tmx", 5, "none.tmx"),
        ("tm check none.tmx", 3, "none.tmx"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(typed: str, code: int, said: str) -> None:
    write("cut.tbx", '<martif type="TBX"><text><body><termEntry>')
    write("page.tbx", "<html></html>")
    write("odd.xyz", "nothing")
    write("there.csv", "en,zh\n")
    paths = {lang: SAMPLES / f"{NAME}.{lang}.md" for lang in ("en", "zh")}
    found = type_command("undraft " + typed.format(terms=TERMS, **paths))
    assert (found.code, said in found.err) == (code, True), found.err
    assert "Traceback" not in found.err
    assert not Path("x.tbx").exists()


def test_a_document_is_held_against_the_termbase_of_its_body() -> None:
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    bad = write("bad.zh.md", text.replace("缔约国应", "会员国应", 1).replace("引航员", "领航员", 2))
    found = type_command(f"undraft term check {bad} --terms {TERMS} --json")
    told = json.loads(found.out)
    jsonschema.validate(told, schema("findings"))
    assert found.code == 1
    assert {one["code"] for one in told["findings"]} == {"TRM101"}
    said = [one["snippet"][one["start"] : one["end"]] for one in told["findings"]]
    assert sorted(said) == ["会员国", "领航员", "领航员"]
    assert all(one["fix"] and not one["fix"]["safe"] for one in told["findings"])
    assert any(Path(one["path"]).name == "terms.csv" for one in told["inputs"])
    good = type_command(f"undraft term check {SAMPLES / NAME}.zh.md --terms {TERMS}")
    assert good.code == 0
    assert good.out.startswith("Nothing found.")


def test_every_sample_pair_keeps_to_the_sample_termbase() -> None:
    for name in (NAME, f"{NAME}_Add.1", f"{NAME}_Add.2"):
        pair = " ".join(str(SAMPLES / f"{name}.{lang}.docx") for lang in ("en", "zh"))
        found = json.loads(
            type_command(f"undraft term check --pair {pair} --terms {TERMS} --json").out
        )
        assert found["findings"] == []
        cases = {one["code"]: one["cases"] for one in found["checked"]}
        assert cases["TRM101"] > 40
        assert cases["TRM102"] > 20


def test_a_term_that_is_not_rendered_is_found_in_the_pair() -> None:
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    bad = write("bad.zh.md", text.replace("背景文件", "文件"))
    found = json.loads(
        type_command(
            f"undraft term check --pair {SAMPLES / NAME}.en.md {bad} --terms {TERMS} --json"
        ).out
    )
    codes = {one["code"] for one in found["findings"]}
    assert codes == {"TRM102"}
    assert all("background paper" in one["message"] for one in found["findings"])


def test_check_takes_the_termbases_of_the_settings_and_mends_when_told_to() -> None:
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    bad = write("bad.zh.md", text.replace("缔约国应", "会员国应"))
    assert "TRM101" not in type_command(f"undraft check {bad}").out
    write("undraft.toml", f'terms = ["{TERMS}"]\n')
    resolved_settings.cache_clear()
    assert "TRM101" in type_command(f"undraft check {bad}").out
    said = type_command(f"undraft check {bad} --select TRM --fix --unsafe -o mended")
    resolved_settings.cache_clear()
    assert said.code == 0, said.err
    assert Path("mended/bad.zh.md").read_text(encoding="utf-8").strip() == text.strip()


def test_messages_are_said_in_chinese() -> None:
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    bad = write("bad.zh.md", text.replace("缔约国应", "会员国应", 1))
    said = type_command(f"undraft term check {bad} --terms {TERMS} --lang zh").out
    assert "术语库已弃用“会员国”。请改用 “缔约国”。" in said


def test_what_changed_its_name_is_told_with_counts_and_written_as_a_termbase() -> None:
    old = SAMPLES / f"{NAME}.zh.md"
    new = write("new.zh.md", old.read_text(encoding="utf-8").replace("缔约国", "会员国"))
    found = type_command(f"undraft term drift {old} {new} --json -o drift.tbx")
    told = json.loads(found.out)
    jsonschema.validate(told, schema("term-drift"))
    (one,) = told["drifts"]
    assert (one["old"], one["new"], one["left"]) == ("缔约国", "会员国", 0)
    assert len(one["places"]) == one["count"] >= 8
    checked = type_command(f"undraft term check {old} --terms drift.tbx --json")
    codes = [one["code"] for one in json.loads(checked.out)["findings"]]
    assert codes.count("TRM101") == one["before"]


def test_terms_are_suggested_in_known_languages_only() -> None:
    ran = type_command("undraft term suggest --tm tm/last-year.tmx --source-lang fr")
    assert ran.code == 2
    assert "fr is not a language of this version" in ran.err


def test_terms_are_suggested_and_written() -> None:
    memory = ROOT / "tm" / "sample.tmx"
    found = type_command(
        f"undraft term suggest --tm {memory} --terms {TERMS} --json -o new.csv --limit 10"
    )
    told = json.loads(found.out)
    jsonschema.validate(told, schema("term-suggestions"))
    assert len(told["suggestions"]) == 10
    assert told["units"] > 250
    assert Path("new.csv").read_text(encoding="utf-8").count("\n") == 21


def test_the_memory_and_a_pair_are_checked() -> None:
    text = (ROOT / "tm" / "sample.tmx").read_text(encoding="utf-8")
    write("bad.tmx", text.replace("</seg></tuv>\n</tu>", "（</seg></tuv>\n</tu>", 3))
    found = type_command("undraft tm check bad.tmx --json --fail-on warning")
    told = json.loads(found.out)
    jsonschema.validate(told, schema("findings"))
    assert found.code == 1
    assert [one["code"] for one in told["findings"]].count("TMX207") == 3
    assert told["findings"][0]["place"].startswith("unit ")
    pair = " ".join(str(SAMPLES / f"{NAME}.{lang}.docx") for lang in ("en", "zh"))
    assert type_command(f"undraft tm check --pair {pair}").out.startswith("Nothing found. 17 rules")
