"""``undraft lineage`` from files to files."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import SAMPLES
from toolkit.cli.app import run
from toolkit.cli.spread import spread
from toolkit.readers.registry import read_bytes
from toolkit.workflows.installed.shipped import schema_text

OLD = SAMPLES / "CSIW_COP_WG.3_2026_L.1_Add.1"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def lineage(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    def type_it(*words: object) -> tuple[int, str, str]:
        code = run(["lineage", *map(str, words)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return type_it


@pytest.fixture
def final(tmp_path: Path) -> Callable[[str], Path]:
    """Return a final report: the addendum without its recommendation 8, with 9 made softer."""

    def make(language: str) -> Path:
        text = Path(f"{OLD}.{language}.md").read_text(encoding="utf-8")
        word = "Recommendation" if language == "en" else "建议"
        text = re.sub(rf"#### {word} 8\n\n.*?(?=####)", "", text, flags=re.DOTALL)
        text = text.replace("CSIW/COP/WG.3/2026/L.1/Add.1", "CSIW/COP/WG.3/2026/6")
        head, mark, tail = text.partition(f"#### {word} 9")
        soft = ("should ensure", "should consider ensuring", "应确保", "应考虑确保")
        old, new = soft[:2] if language == "en" else soft[2:]
        path = tmp_path / f"final.{language}.md"
        path.write_text(head + mark + tail.replace(old, new, 1), encoding="utf-8")
        return path

    return make


def test_json_keeps_its_schema_and_tells_what_happened(
    lineage: Command, final: Callable[[str], Path]
) -> None:
    code, out, _ = lineage(f"{OLD}.en.md", final("en"), "--only", "rec", "--json")
    assert code == 0
    result = json.loads(out)
    jsonschema.validate(result, json.loads(schema_text("lineage")))
    told = {
        tuple(x["number"] for x in one["draft"]): (one["relation"], one["strength"])
        for one in result["items"]
    }
    assert told[(8,)] == ("dropped", None)
    assert told[(9,)] == ("reworded", "softened")
    assert told[(7,)][0] == "kept"
    assert {one["kind"] for one in result["items"]} == {"recommendation"}


def test_a_second_witness_takes_all_words_behind_it(
    lineage: Command, final: Callable[[str], Path]
) -> None:
    code, out, _ = lineage(
        f"{OLD}.en.md", final("en"), "--second", f"{OLD}.zh.md", final("zh"), "--json"
    )
    assert code == 0
    result = json.loads(out)
    assert len(result["inputs"]) == 4
    assert all("Chinese version" in one["evidence"] for one in result["items"] if one["draft"])


def test_a_page_needs_nothing_else_and_tells_changes_without_colour(
    lineage: Command, final: Callable[[str], Path], tmp_path: Path
) -> None:
    page = tmp_path / "lineage.html"
    assert lineage(f"{OLD}.en.md", final("en"), "-o", page)[0] == 0
    text = page.read_text(encoding="utf-8")
    assert "<ins>" in text
    assert not re.search(r"<script|(?:src|href)=\"(?!#)", text)
    parser = Balance()
    parser.feed(text)
    assert parser.open == []


class Balance(HTMLParser):
    """Sees that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in ("meta", "br", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_table_of_concordance_reads_back_in_both_languages(
    lineage: Command, final: Callable[[str], Path], tmp_path: Path
) -> None:
    table = tmp_path / "table.docx"
    assert lineage(f"{OLD}.zh.md", final("zh"), "-o", table)[0] == 0
    document = read_bytes(table.read_bytes(), "table.docx").document
    words = "\n".join("\t".join(row) for block in document.blocks for row in block.rows)
    for expected in ("dropped / 删除", "softened / 力度减弱", "Signature / 签字"):
        assert expected in words


def test_csv_has_a_line_for_each_relation(lineage: Command, final: Callable[[str], Path]) -> None:
    code, out, _ = lineage(f"{OLD}.en.md", final("en"), "--format", "csv", "--lang", "zh")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert {"kept", "reworded", "dropped"} <= {row["relation"] for row in rows}
    assert any("文字相同" in row["evidence"] for row in rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([f"{OLD}.en.md"], "the final last"),
        ([f"{OLD}.en.md", f"{OLD}.zh.md"], "--second"),
        ([f"{OLD}.en.md", f"{OLD}.en.md", "--second", f"{OLD}.zh.md"], "2 were expected"),
        ([*[f"{OLD}.en.md"] * 2, "--second", *[f"{OLD}.en.md"] * 2], "another language"),
        ([f"{OLD}.en.md", f"{OLD}.en.md", "--format", "docx"], "-o FILE.docx"),
        ([f"{OLD}.en.md", f"{OLD}.en.docx", f"{OLD}.en.md"], "one draft twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_traced_is_refused_in_one_sentence(
    lineage: Command, words: list[str], said: str
) -> None:
    code, out, err = lineage(*words)
    assert (code, out) == (2, "")
    assert said in err


def test_the_final_report_named_first_is_noticed(
    lineage: Command, final: Callable[[str], Path]
) -> None:
    text = final("en").read_text(encoding="utf-8").replace("Limited", "General")
    title = "# Report on the meeting of the Working Group held in Vienna"
    path = final("en").parent / "report.md"
    path.write_text(text.replace("# Draft report\n\n## Addendum", title), encoding="utf-8")
    code, _, err = lineage(path, f"{OLD}.en.md")
    assert code == 2
    assert "Name the final report last" in err


def test_options_that_take_many_words_end_at_the_next_option() -> None:
    assert spread(["a", "--second", "b", "-", "--json", "c"], {"--second"}) == [
        *("a", "--second", "b", "--second", "-", "--json", "c"),
    ]


def test_a_draft_of_another_year_is_said_to_be_none_in_every_form(
    lineage: Command, tmp_path: Path
) -> None:
    last = SAMPLES / "CSIW_COP_WG.3_2025_6.zh.md"
    code, out, err = lineage(f"{OLD}.zh.md", last, "--json", "--lang", "zh")
    assert code == 0
    result = json.loads(out)
    jsonschema.validate(result, json.loads(schema_text("lineage")))
    (doubt,) = result["doubts"]
    assert doubt["draft"] == f"{OLD}.zh.md"
    assert "属于不同的会议" in doubt["message"]
    assert doubt["message"] in err
    pairs = [one for one in result["items"] if one["draft"] and one["final"]]
    assert all(one["confidence"] <= 0.45 for one in pairs)
    for name in ("lineage.html", "table.docx"):
        assert lineage(f"{OLD}.zh.md", last, "--lang", "zh", "-o", tmp_path / name)[0] == 0
    assert doubt["message"] in (tmp_path / "lineage.html").read_text(encoding="utf-8")
    document = read_bytes((tmp_path / "table.docx").read_bytes(), "table.docx").document
    assert any(doubt["message"] in block.text for block in document.blocks)
