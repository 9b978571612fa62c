"""How well what is found agrees between the two sides of real translations.

The floors are a little under what was measured when the tests were written: numbers 0.970, dates
0.996, references 0.994, meetings 0.998 of the pairs. What is left is mostly real difference: a
date that only one side gives, or a number that only one side spells out.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from toolkit.languages import Language, by_code

Reading = Callable[[Language, str], Counter[object]]

READINGS: dict[str, tuple[float, Reading]] = {
    "numbers": (0.96, lambda one, text: Counter(found.value for found in one.numbers(text))),
    "dates": (
        0.99,
        lambda one, text: Counter((found.first, found.last) for found in one.dates(text)),
    ),
    "references": (
        0.985,
        lambda one, text: Counter(
            (found.kind, pair, found.part)
            for found in one.references(text)
            for pair in found.ranges or ((0, 0),)
            if found.ranges or found.part
        ),
    ),
    "meetings": (
        0.995,
        lambda one, text: Counter(n for found in one.meetings(text) for n in found.numbers),
    ),
}


@pytest.fixture(scope="module")
def pairs(shared: Path) -> list[tuple[str, str]]:
    folder = shared / "data" / "unv1_dev" / "lines"
    sides = [(folder / f"lines.{code}").read_text("utf-8").split("\n") for code in ("en", "zh")]
    return [pair for pair in zip(*sides, strict=True) if all(pair)]


@pytest.mark.slow
@pytest.mark.parametrize("name", READINGS)
def test_both_sides_of_a_translation_say_the_same(name: str, pairs: list[tuple[str, str]]) -> None:
    floor, read = READINGS[name]
    english, chinese = by_code("en"), by_code("zh")
    agree = [read(english, source) == read(chinese, target) for source, target in pairs]
    assert len(agree) > 3_900
    assert sum(agree) / len(agree) >= floor


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "zh"])
def test_sentences_of_the_corpus_are_neither_cut_nor_run_together(code: str, shared: Path) -> None:
    language = by_code(code)
    path = shared / "data" / "unv1_dev" / "lines" / f"lines.{code}"
    lines = [line.strip() for line in path.read_text("utf-8").split("\n")]
    ended = [line for line in lines if line and line[-1] in ".?!。？！"]
    gap = " " if language.spaced else ""
    kept = 0
    for first, second in pairwise(ended):
        spans = language.segment(first + gap + second)
        kept += len(spans) == 2 and spans[0].end == len(first)
    assert kept / (len(ended) - 1) > 0.985


def test_the_final_report_has_its_norms_and_references(shared: Path) -> None:
    chinese = by_code("zh")
    text = (shared / "reports" / "final-report.zh.md").read_text("utf-8")
    paragraphs = text.split("\n\n")
    openings = ("缔约国应", "鼓励缔约国", "可鼓励")
    recommended = [one for one in paragraphs if one.startswith(openings)]
    assert len(recommended) > 30
    assert all(chinese.norms(one)[0].span.start < 4 for one in recommended)
    decision = next(one for one in paragraphs if one.startswith("1. "))
    assert [found.part for found in chinese.references(decision)] == ["4/4"]
    assert len(chinese.dates(decision)) == 10
