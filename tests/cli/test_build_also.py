"""``undraft build --also``: the draft in other formats beside the Word file."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema

from tests.cli.conftest import Ran
from toolkit.workflows.installed.shipped import schema_text
from toolkit.writers.docx_runs import TONES

LINE = "undraft build draft-report --data samples/meeting-2026.toml --tm tm/last-year.tmx"
NAME = "CSIW_COP_WG.3_2026_L.1"


def test_each_language_is_written_in_each_format(undraft: Callable[..., Ran]) -> None:
    ran = undraft(f"{LINE} --marks none --also html,md,akn -o out/others --json --force")
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


REC = "States parties that are establishing or modernizing an alert system."
ALIKE = "在具备预算外资源的情况下，秘书处应继续应请求向正在设立或改组引航机构的缔约国提供技术援助。"
DIFFERS = "here “modernizing an alert system”, in the memory “reorganizing a pilotage service”"


def texts(undraft: Callable[..., Ran], document: dict[str, Any]) -> dict[str, str]:
    """Return recommendation 4 of a draft in each of its formats."""
    found = {}
    for name in (document["path"], *document["also"][1:2]):
        blocks = undraft(f"undraft read {name} --json").json["blocks"]
        found[name] = next(one["text"] for one in blocks if one["path"] == "II/A/rec 4")
    for name in document["also"]:
        if not name.endswith(".md"):
            found[name] = Path(name).read_text("utf-8")
    return found


def test_without_marks_what_is_only_alike_stays_in_english(undraft: Callable[..., Ran]) -> None:
    line = f"{LINE} --lang zh --marks none --also html,md,akn --force -o out/unmarked"
    ran = undraft(f"{line} --json")
    document = ran.json["documents"][0]
    assert document["counts"]["fuzzy"] == 0
    for name, text in texts(undraft, document).items():
        assert REC in text, name
        assert "引航机构" not in text, name
        assert "［待" not in text, name
    one = next(one for one in document["sentences"] if one["offered"])
    assert (one["origin"], one["score"], one["path"]) == ("untranslated", None, "II/A/rec 4")
    assert one["offered"] == {"text": ALIKE, "score": 91}
    assert f"II/A/rec 4, clause recommendation, 91 %: {DIFFERS}" in (said := undraft(line).out)
    assert "kept in English" in said


def test_what_is_only_alike_is_marked_in_every_format(undraft: Callable[..., Ran]) -> None:
    for marks in ("comments", "colour"):
        line = f"{LINE} --lang zh --marks {marks} --also html,md,akn --force -o out/marked"
        ran = undraft(f"{line} --json")
        document = ran.json["documents"][0]
        assert document["counts"]["fuzzy"] == 1
        one = next(one for one in document["sentences"] if one["origin"] == "fuzzy")
        assert one["differs"] == [
            {"memory": "reorganizing a pilotage service", "here": "modernizing an alert system"}
        ]
        for name, text in texts(undraft, document).items():
            assert ALIKE in text, name
            remark = "［待核，相似度 91%：此处为“modernizing an alert system”，记忆库中为"
            assert (remark in text) is not name.endswith(".docx"), name
        with zipfile.ZipFile(document["path"]) as file:
            body = file.read("word/document.xml").decode()
            at = body.index("秘书处应继续应请求")
            assert TONES["fuzzy"] in body[body.rindex("<w:r>", 0, at) : at]
            if marks == "comments":
                assert DIFFERS[1:] in file.read("word/comments.xml").decode()
        assert DIFFERS in undraft(line).out
