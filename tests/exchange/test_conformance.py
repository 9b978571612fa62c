"""Files of others are kept whole, and our files pass the schemas and the checker of the formats."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.exchange.conformance import BEGIN, END, Conformance, table
from tests.exchange.desks import lamps
from tests.programs import needs
from toolkit.errors import InputError
from toolkit.exchange.foreign import read_via_translate
from toolkit.exchange.xliff import read_xliff
from toolkit.exchange.xliff2_write import write_xliff2
from toolkit.exchange.xliff12_write import write_xliff12

PAGE = ROOT / "docs" / "exchange.md"


@pytest.fixture(scope="module")
def judge(shared: Path) -> Conformance:
    needs("msgfmt")
    return Conformance(shared)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "least"), [("xliff", 225), ("po", 115)])
def test_every_valid_file_is_kept_and_refusals_are_one_clear_line(
    kind: str, least: int, judge: Conformance
) -> None:
    verdicts = {path: verdict for path, _, verdict in judge.judged(kind)}
    known = {"valid, kept", "other, kept", "other, not kept", "refused"}
    assert set(verdicts.values()) <= known
    assert sum(verdict == "valid, kept" for verdict in verdicts.values()) >= least
    for path, verdict in verdicts.items():
        if verdict == "refused" and kind == "xliff":
            assert refused_rightly(path, judge), path


def refused_rightly(path: Path, judge: Conformance) -> bool:
    """Return whether a file that was refused is malformed, or against its schema or standard."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.parse(str(path), parser)
    except (etree.XMLSyntaxError, OSError):  # the latter for bytes that are no characters
        return True
    by_schema = any(schema.validate(tree) for schema in judge._xliff.values())
    ids = [one.get("id") for one in tree.iter("{*}unit")]
    return not by_schema or len(ids) > len(set(ids))  # which no schema can tell


@pytest.mark.slow
def test_the_table_of_the_page_is_what_the_command_makes(shared: Path, judge: Conformance) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.partition(BEGIN)[2].partition(END)[0].strip() == table(shared)


def test_our_xliff_passes_schemas_and_checker(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "one.xlf").write_bytes(write_xliff12(lamps()))
    (tmp_path / "copied.xlf").write_bytes(write_xliff12(lamps(), copied=True))
    (tmp_path / "two.xlf").write_bytes(write_xliff2(lamps()))
    script = shared / "tools" / "xliff_check.py"
    command = [sys.executable, str(script), *map(str, sorted(tmp_path.iterdir()))]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.split("\t")[1:] for line in ran.stdout.splitlines()]
    assert lines == [["1.2 strict", "ok"], ["1.2 strict", "ok"], ["2.1 valid", "ok"]]


BAD_2 = [
    ('<ph id="1" dataRef="d1"/>', "names no data"),
    ('<ec startRef="1"/>', "names no beginning"),
    ('<cp hex="0041"/>', "needs no <cp>"),
    ('<ph id="1"/><ph id="1"/>', "a second inline code is called '1'"),
    ('<ph id="1" copyOf="1"/>', "leads back to itself"),
]


@pytest.mark.parametrize(("source", "said"), BAD_2)
def test_names_that_do_not_hold_are_told_with_their_line(source: str, said: str) -> None:
    text = write_xliff2(lamps()).decode()
    bad = re.sub(r"(?<=<source>)=SUM.*?(?=</source>)", source, text)
    line = bad[: bad.index(source)].count("\n") + 1
    with pytest.raises(InputError, match=re.escape(said)) as caught:
        read_xliff(bad.encode(), "two.xlf")
    assert f"line {line}" in str(caught.value)


# -- through translate-toolkit -------------------------------------------------------------------
QT = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en"><context><name>Lamps</name>
<message><source>Trim the wick.</source><translation>修剪灯芯。</translation></message>
<message><source>Wait.</source><translation type="unfinished">等。</translation></message>
<message><source>Go.</source><translation type="unfinished"></translation></message>
</context></TS>"""
TBX = """<?xml version="1.0"?><martif type="TBX" xml:lang="en"><martifHeader><fileDesc>
<sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body><termEntry id="c1">
<langSet xml:lang="en"><tig><term>lamp</term></tig></langSet>
<langSet xml:lang="zh"><tig><term>灯</term></tig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize(
    ("name", "text", "pairs", "langs"),
    [
        ("a.ts", QT, [("Trim the wick.", "修剪灯芯。", "translated"),
                      ("Wait.", "等。", "needs-review"), ("Go.", None, "new")], ("en", "zh-cn")),
        ("a.tbx", TBX, [("lamp", "灯", "translated")], ("", "")),
        ("a.csv", "source,target\nlamp,灯\n", [("lamp", "灯", "translated")], ("", "")),
        ("a.po", 'msgid "lamp"\nmsgstr "灯"\n', [("lamp", "灯", "translated")], ("", "")),
    ],
)  # fmt: skip
def test_other_formats_are_read_through_translate_toolkit(
    name: str, text: str, pairs: list[tuple[str, str | None, str]], langs: tuple[str, str]
) -> None:
    file = read_via_translate(text.encode(), name)
    found = [(u.source.text, u.target and u.target.text, u.state.value) for u in file.units]
    assert found == pairs
    assert (file.source_lang, file.target_lang) == langs


def test_both_versions_of_xliff_are_read_through_translate_toolkit_too() -> None:
    for data in (write_xliff12(lamps()), write_xliff2(lamps())):
        file = read_via_translate(data, "x.xlf")
        assert [unit.source.text for unit in file.units][2] == "Adopted on 4 May 2026."
        assert len(file.units) == 5


@pytest.mark.parametrize("data", [b"\x00\x01", b"<x/>", b"", b"source\n"])
def test_what_it_cannot_read_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"given\.xyz"):
        read_via_translate(data, "given.xyz")
