"""What two versions of a sentence do not have in common: values, by kind."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.align import Bead, align_documents
from toolkit.align.differences import differences
from toolkit.languages import by_code
from toolkit.readers.registry import read_bytes

EN, ZH = by_code("en"), by_code("zh")


def found(source: str, target: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    bead = Bead(
        source=(0,), target=(0,), source_texts=(source,), target_texts=(target,), confidence=1.0
    )
    return [(one.kind, one.source, one.target) for one in differences([bead], EN, ZH)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("It took 12 lamps.", "它取走了13盏灯。", ("numbers", ("12",), ("13",))),
        (
            "See paragraph 12 above.",
            "见上文第13段。",
            ("references", ("paragraph 12",), ("paragraph 13",)),
        ),
        (
            "See recommendations 15–17.",
            "见建议15至18。",
            ("references", ("recommendation 15-17",), ("recommendation 15-18",)),
        ),
        (
            "It recalled decision 4/2.",
            "委员会回顾第4/3号决定。",
            ("references", ("decision 4/2",), ("decision 4/3",)),
        ),
        ("Two speakers agreed.", "三名发言者表示同意。", ("numbers", ("2",), ("3",))),
        ("Nine lamps were lit.", "点燃了八盏灯。", ("numbers", ("9",), ("8",))),
        ("At its ninth meeting it met.", "第八次会议上，它开了会。", ("numbers", ("9",), ("8",))),
        ("It rose to 1.2 million.", "增至130万。", ("numbers", ("1200000",), ("1300000",))),
    ],
)
def test_values_that_differ_are_told(
    source: str, target: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert found(source, target) == [expected]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The two Boards met.", "两个委员会举行了会议。"),
        ("Both sides agreed.", "双方表示同意。"),
        ("Nine lamps and 100,000 wicks.", "九盏灯和10万根灯芯。"),
        ("See paragraphs 3 and 4 of recommendation 12.", "见建议12第3和第4段。"),
        ("In chapter II, section B, it says so.", "第二章B节是这样说的。"),
        ("A lamp was lit.", "点燃了一盏灯。"),
    ],
)
def test_values_written_in_each_language_s_way_are_equal(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Board meets in May and in September.", "委员会于5月和9月开会。"),
        ("It met in January 2024 and in March.", "委员会于2024年1月和2024年3月开会。"),
        ("It met in September with nine members.", "委员会于9月开会，有9名成员。"),
    ],
)
def test_a_month_by_name_is_a_month_by_number(source: str, target: str) -> None:
    assert found(source, target) == []


def test_another_month_or_the_same_month_of_another_year_is_told() -> None:
    assert found("It met in September.", "委员会于8月开会。") == [("numbers", (), ("8",))]
    assert found("It met in September 2024.", "委员会于2025年9月开会。") == [
        ("dates", ("2024-09",), ("2025-09",))
    ]


def test_lists_are_one_segment_and_compared_as_sets() -> None:
    source = "Statements were made by the representatives of Algeria, Chile, Peru and Togo."
    target = "秘鲁、阿尔及利亚、多哥和斐济的代表作了发言。"
    assert [len(EN.segment(source)), len(ZH.segment(target))] == [1, 1]
    assert found(source, target) == [("states", ("CHL",), ("FJI",))]
    source = "The Board had before it CSIW/COP/2026/1, CSIW/COP/2026/2 and CSIW/COP/2026/3."
    target = "委员会面前有CSIW/COP/2026/3、CSIW/COP/2026/1和CSIW/COP/2026/4。"
    assert [len(EN.segment(source)), len(ZH.segment(target))] == [1, 1]
    assert found(source, target) == [("symbols", ("CSIW/COP/2026/2",), ("CSIW/COP/2026/4",))]


@pytest.mark.slow
def test_every_figure_of_a_sample_that_is_changed_is_told(samples: Path) -> None:
    name = "CSIW_COP_WG.3_2026_L.1_Add.1"
    left, right = (
        read_bytes((samples / f"{name}.{code}.docx").read_bytes(), name).document
        for code in ("en", "zh")
    )
    alignment = align_documents(left, right)
    assert alignment.differences == ()
    changed = 0
    for bead in alignment.beads:
        for at, text in enumerate(bead.target_texts if bead.source else ()):
            for figure in re.finditer(r"\d+", text):
                other = f"{text[: figure.start()]}{int(figure[0]) + 7}{text[figure.end() :]}"
                texts = (*bead.target_texts[:at], other, *bead.target_texts[at + 1 :])
                assert differences([replace(bead, target_texts=texts)], EN, ZH), (figure, text)
                changed += 1
    assert changed > 40
