"""Lists inside a sentence, whole by default and cut on demand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import by_code
from toolkit.languages.run_in_lists import split_lists

EN, ZH = by_code("en"), by_code("zh")
ENGLISH = "The Group heard of: (a) locks and weirs; (b) ferries; and (c) buoys."
CHINESE = "工作组听取了以下介绍：(a) 船闸和堰坝；(b) 渡船；以及(c) 浮标。"


def pieces(text: str, code: str = "en") -> list[str]:
    return [s.of(text) for s in split_lists(text, by_code(code).segment(text))]


def test_a_list_is_one_segment_until_its_items_are_asked_for() -> None:
    assert [s.of(ENGLISH) for s in EN.segment(ENGLISH)] == [ENGLISH]
    assert [s.of(CHINESE) for s in ZH.segment(CHINESE)] == [CHINESE]
    assert pieces(ENGLISH) == [
        "The Group heard of:",
        "(a) locks and weirs;",
        "(b) ferries; and",
        "(c) buoys.",
    ]
    assert pieces(CHINESE, "zh") == [
        "工作组听取了以下介绍：",
        "(a) 船闸和堰坝；",
        "(b) 渡船；以及",
        "(c) 浮标。",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It has two parts: (i) locks; (ii) weirs.", 3),
        ("(1) Locks, (2) weirs, (3) ice.", 3),
        ("分为两部分：（一）船闸；（二）堰坝。", 3),
        ("It met. It heard of: (a) locks; (b) weirs. It closed.", 5),
    ],
)
def test_marks_of_every_kind_make_lists(text: str, count: int) -> None:
    assert len(pieces(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "See paragraphs 3 (a) and (b) of the rules.",
        "See rules 3 (a), (b) and (c), as amended.",
        "It was said that: (a) locks were old.",
        "The order was: (a) locks; (c) weirs.",
        "The order was: (b) locks; (c) weirs.",
        "It lists (a), (b), (c).",
    ],
)
def test_what_is_no_list_stays_whole(text: str) -> None:
    assert pieces(text) == [text]


@given(st.lists(st.sampled_from(["(a) ", "(b) x", "; ", "and ", ": ", "。", "（一）", "x "])))
def test_nothing_is_lost_or_put_out_of_order(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())


def test_many_marks_are_no_trouble() -> None:
    text = ": " + "(a) lock; (b) weir; " * 20_000
    start = time.process_time()
    assert len(split_lists(text, EN.segment(text))) > 20_000
    assert time.process_time() - start < 20
