"""Symbols in running text."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.symbols.find import find
from toolkit.symbols.repair import repair


def texts(text: str) -> list[str]:
    return [m.text for m in find(text) if m.symbol is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("载于 CSIW/COP/2025/6 号文件。", ["CSIW/COP/2025/6"]),
        ("载于CSIW/COP/2025/6号文件", ["CSIW/COP/2025/6"]),
        ("(CSIW/COP/2025/6/Add.1), and A/90/12.", ["CSIW/COP/2025/6/Add.1", "A/90/12"]),
        ("（A/90/12、A/90/12/Corr.1 和 A/90/13）", ["A/90/12", "A/90/12/Corr.1", "A/90/13"]),
        ("[CSIW/COP/2025/L.1](#) 和 [A/90/12](https://example.org/A/90/99)", [
            "CSIW/COP/2025/L.1", "A/90/12"]),
        ("**CSIW/COP/2025/6**", ["CSIW/COP/2025/6"]),
        ("See A/90/12* and A/90/13**.", ["A/90/12*", "A/90/13**"]),
        ("S/RES/9999 (2031) and A/RES/217 (III), A/RES/68/900 B.", [
            "S/RES/9999 (2031)", "A/RES/217 (III)", "A/RES/68/900 B"]),
        ("In A/90/12 (2016) it said", ["A/90/12"]),
        ("A/RES/90/12 Authors differ; A/90/12 A report", ["A/RES/90/12", "A/90/12"]),
        ("S/PV.9999 (Resumption 1)/Corr.1; ", ["S/PV.9999 (Resumption 1)/Corr.1"]),
        ("document CSIW/COP/2025/L.1/Add.3: a draft", ["CSIW/COP/2025/L.1/Add.3"]),
        ("symbol:A/90/12;A/90/13", ["A/90/12", "A/90/13"]),
    ],
)  # fmt: skip
def test_symbols_are_found_without_what_stands_around_them(text: str, found: list[str]) -> None:
    assert texts(text) == found
    assert all(m.symbol is not None and m.span.of(text) == m.text for m in find(text))


@pytest.mark.parametrize(
    "text",
    [
        "and/or", "2018/19", "km/h", "N/A", "A/B", "9/11/2019", "s/he", "TCP/IP", "HIV/AIDS 2030",
        "https://example.org/doc/A/90/12", "www.example.org/A/90/12", "influenza A/H1N1",
        "A/Northtown/7/2009", "A/4 paper", "docs/A/90/12", "w/o 12", "24/7", "第 7/1 号决议",
        "resolution S-13/2", "和/或 12", "C/o 12", "Mar/12/2019", "T/F",
    ],
)  # fmt: skip
def test_other_words_with_strokes_are_no_symbols(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "error", "meant"),
    [
        ("CSIW/COP/2025/L.1/add.2", "lower case", "CSIW/COP/2025/L.1/Add.2"),
        ("CSIW/COP/2025/L.1/ADD.2", "capitals", "CSIW/COP/2025/L.1/Add.2"),
        ("CSIW／COP／2025／6", "full-width", "CSIW/COP/2025/6"),
        ("CSIW\\COP\\2025\\6", "wrong way", "CSIW/COP/2025/6"),
        ("CSIW/COP/WG3/2025/6", "dot is missing", "CSIW/COP/WG.3/2025/6"),
        ("CSIW/COP/2025/ 6", "space", "CSIW/COP/2025/6"),
        ("CSIW/COP /2025/6", "space", "CSIW/COP/2025/6"),
        ("CSIW//COP/2025/6", "two strokes", "CSIW/COP/2025/6"),
        ("csiw/cop/wg.3/2025/6", "no organ", "CSIW/COP/WG.3/2025/6"),
        ("CSIW/COP/2025/06", "leading zero", "CSIW/COP/2025/6"),
        ("CSIW/COP/2025/INF.1", "takes no dot", "CSIW/COP/2025/INF/1"),
        ("CSIW/COP/2025/CRP/3", "dot and a number", "CSIW/COP/2025/CRP.3"),
        ("CSIW/COP/2025/6/Revision.1", "write Rev", "CSIW/COP/2025/6/Rev.1"),
        ("CSIW/COP/2025/L.1.Add.2", "stroke belongs", "CSIW/COP/2025/L.1/Add.2"),
        ("CSIW/COP/2025/L.1/Add.1-3", "range", None),
        ("B/RES/90/12", "no organ", None),
        ("UN/A/90/12", "UN is no organ", None),
        ("CSIW/COP/WG.3", "no document number", None),
        ("A/RES/90", "session and number", None),
        ("A/C3/90/L.5", "dot is missing", "A/C.3/90/L.5"),
    ],
)
def test_a_broken_symbol_is_reported_with_what_was_meant(
    text: str, error: str, meant: str | None
) -> None:
    (mention,) = find(f"见 {text}，另见")
    assert mention.symbol is None
    assert mention.text == text
    assert error in mention.error
    assert (str(mention.suggestion) if mention.suggestion else None) == meant


def test_every_linked_symbol_of_the_final_report_is_found(shared: Path) -> None:
    text = (shared / "reports" / "final-report.zh.md").read_text("utf-8")
    linked = re.findall(r"\[([A-Z]+/[^\]]+)\]", text)
    assert len(linked) > 9
    assert set(linked) <= set(texts(text))
    assert [m for m in find(text) if m.symbol is None] == []


def test_the_masthead_symbol_of_the_draft_is_found(shared: Path) -> None:
    text = (shared / "reports" / "draft-addendum-2.zh.txt").read_text("utf-8")
    assert "CTOC/COP/WG.4/2019/L.1/Add.2" in texts(text)
    assert [m.text for m in find(text) if m.symbol is None] == []


PIECES = "A S CSIW COP / ／ \\ . WG 3 2025 L Add ( ) * - （ ） 号 、 RES B http:// ["
pieces = st.sampled_from(PIECES.split())


@given(st.lists(st.one_of(pieces, st.just(" "), st.characters()), max_size=40).map("".join))
def test_no_text_breaks_the_search(text: str) -> None:
    mentions = find(text)
    assert all(m.span.of(text) == m.text for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(str(m.symbol) == m.text if m.symbol else m.error for m in mentions)


@pytest.mark.parametrize(
    "piece", ["A/", "A/1", "a", "/", "A / ", "CSIW/COP/2025/6 ", "A/RES (", "*"]
)
def test_long_hostile_text_takes_time_in_proportion(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    before = time.process_time()
    find(text)
    assert time.process_time() - before < 10


def test_a_sound_symbol_is_repaired_to_itself() -> None:
    for text in ("CSIW/COP/WG.3/2025/L.1/Add.2", "S/RES/9999 (2031)", "A/RES/68/900 B", "A/90/1*"):
        assert str(repair(text)) == text


def test_what_is_no_symbol_is_not_repaired() -> None:
    for text in ("", "and/or", "A", "A/90/" + "9" * 500):
        assert repair(text) is None
