"""Parts of one report, found by their symbols and checked together."""

from pathlib import Path

from toolkit.checks.meeting import own_symbol
from toolkit.checks.sets import drafts, neighbours, part_number, reports, versions
from toolkit.checks.specimens import addendum, draft, report
from toolkit.model import Document
from toolkit.readers.registry import read_bytes


def read(text: str, path: str) -> Document:
    return read_bytes(text.encode(), path, name="markdown").document


BODY = {"en": "## I. Summary\n\n1. It met.\n", "zh": "## 一. 概述\n\n1. 工作组举行了会议。\n"}
ADDENDUM = read(addendum(BODY["en"]), "a/add.en.md")
DRAFT = read(draft(BODY["en"]), "a/l1.en.md")
FINAL = read(report(BODY["en"]), "a/final.en.md")
CHINESE = read(draft(BODY["zh"], "zh"), "a/l1.zh.md")
ELSEWHERE = read(draft(BODY["en"]), "b/l1.en.md")
NAMELESS = read("# A note\n\nWords.\n", "a/note.md")


def test_a_report_is_put_in_order_and_apart_from_copies_elsewhere() -> None:
    found = reports([FINAL, ADDENDUM, NAMELESS, ELSEWHERE, CHINESE, DRAFT])
    assert [[one.origin.path for one in given.documents] for given in found] == [
        ["a/l1.en.md", "a/l1.zh.md", "a/add.en.md", "a/final.en.md"]
    ]


def test_a_single_paper_is_no_set() -> None:
    assert reports([FINAL, NAMELESS]) == ()


def test_drafts_are_told_by_language_and_neighbours_follow_each_other() -> None:
    (given,) = reports([ADDENDUM, DRAFT, CHINESE])
    paths = [[one.origin.path for _, one in group] for group in drafts(given)]
    assert paths == [["a/l1.en.md", "a/add.en.md"], ["a/l1.zh.md"]]
    assert list(neighbours(given)) == [(DRAFT, ADDENDUM)]
    assert [part_number(symbol) for group in drafts(given) for symbol, _ in group] == [0, 1, 0]


def test_versions_of_one_symbol_go_together_those_of_one_folder_first() -> None:
    found = list(versions([ELSEWHERE, FINAL, CHINESE, DRAFT], ("en", "zh")))
    assert [(one.origin.path, two.origin.path) for one, two in found] == [
        ("a/l1.en.md", "a/l1.zh.md")
    ]


def test_a_paper_without_a_symbol_has_none(samples: Path) -> None:
    assert own_symbol(NAMELESS) is None
    assert str(own_symbol(DRAFT)) == "XYZ/COP/WG.1/2030/L.1"
