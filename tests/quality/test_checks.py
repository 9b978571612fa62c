"""Translate-toolkit's checks: which are heard, which are not, and no alarm on good pairs."""

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES
from toolkit.quality import KEPT, OFF, Couple, Quality
from toolkit.workflows.tm.hearing import hear

EN = "The Working Group met in Vienna."
ZH = "工作组在维也纳举行了会议。"


def heard(source: str, target: str) -> list[str]:
    quality = Quality("zh")
    return [one.code for one in quality.findings(Couple(source=source, target=target), "x.tmx")]


def test_every_check_of_the_toolkit_is_kept_or_left_out_with_a_reason() -> None:
    assert set(Quality.names()) == set(KEPT) | set(OFF)
    assert not set(KEPT) & set(OFF)
    assert all(len(reason) > 15 for reason in OFF.values())


@pytest.mark.parametrize(
    ("code", "source", "target"),
    [
        ("TMX201", EN, "  "),
        ("TMX202", EN, ""),
        ("TMX203", EN, EN),
        ("TMX204", EN, "工作组 会议 会议 在维也纳举行。"),
        ("TMX205", EN, "工作组在  维也纳举行了会议。"),
        ("TMX206", EN, "工作组在维也纳举行"),
        ("TMX207", "It met (see below).", "会议（见下文。"),
        ("TMX208", "See www.example.org/a.", "见www.example.org/b。"),
        ("TMX209", "Write to a@example.org.", "请写信至b@example.org。"),
        ("TMX210", "The <b>lamp</b>.", "灯。"),
        ("TMX211", "There are %d lamps.", "有灯。"),
        ("TMX212", "There are {count} lamps.", "有灯。"),
        ("TMX213", "a\\nb.", "甲乙。"),
        ("TMX214", "One.\nTwo.", "一。二。"),
        ("TMX215", "One\ttwo.", "一二。"),
        ("TMX216", " One.", "一。"),
        ("TMX217", "One", "一 "),
    ],
)
def test_a_fault_is_found_under_its_code(code: str, source: str, target: str) -> None:
    assert code in heard(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (EN, ZH),
        ("The ninth meeting was held on 8 September 2025.", "第九次会议于 2025 年 9 月 8 日举行。"),
        ("It rose to 40 per cent in all.", "共上升到40%。"),
        ("See chapter II (annex).", "见第二章（附件）。"),
        ("It is called the White Heron.", "它名为“白鹭”号。"),
        ("To be held at 10 a.m.", "定于上午10时举行"),
        ("See www.example.org.", "见www.example.org。"),
        ("Kenya", "Kenya"),
        ("6 February 2015", "6 February 2015"),
        ("Any use – by accident – is banned.", "任何使用 -- -- 不论是否意外 -- -- 均应禁止。"),
        ("It met. It agreed on a text.", "会议商定了案文。"),
    ],
)
def test_a_good_translation_raises_no_alarm(source: str, target: str) -> None:
    assert heard(source, target) == []


def test_the_sample_pairs_raise_no_alarm() -> None:

    memory = str(ROOT / "tm" / "sample.tmx")
    pair = tuple(str(SAMPLES / f"CSIW_COP_WG.3_2026_L.1.{lang}.md") for lang in ("en", "zh"))
    found = hear([memory], [pair], ("en", "zh"))  # type: ignore[list-item]
    assert found.findings == ()
    assert found.checked["TMX204"] > 250


def test_real_pairs_raise_hardly_any_alarm(shared: Path) -> None:
    """Read one by one: what is found in more than four thousand pairs is a fault of the text."""
    quality, counts, pairs = Quality("zh"), Counter[str](), 0
    for gold in sorted((shared / "data").rglob("*.gold.tsv")):
        if "hard" in str(gold):
            continue
        stem = str(gold).removesuffix(".gold.tsv")
        sides = [
            Path(f"{stem}.{lang}.txt").read_text("utf-8").splitlines() for lang in ("en", "zh")
        ]
        for line in gold.read_text("utf-8").splitlines():
            places = [[int(n) for n in cell.split(",") if n] for cell in line.split("\t")[:2]]
            if not all(places):
                continue
            pairs += 1
            source, target = (
                joiner.join(side[at] for at in some)
                for joiner, side, some in zip((" ", ""), sides, places, strict=True)
            )
            found = quality.findings(Couple(source=source, target=target), "x")
            counts.update(one.code for one in found)
    assert pairs > 4_000
    assert counts == {"TMX207": 3}


def test_a_text_beyond_the_bound_is_left_alone() -> None:
    assert heard("a " * 20_000, "甲" * 10) == []
