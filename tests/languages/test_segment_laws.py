"""What holds for segments of any text, and how long cutting takes."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import Language, by_code, detect, languages

EVERY = pytest.mark.parametrize("language", languages(), ids=lambda one: one.code)
SIGNS = [*"AaZ1.。！？!?…，、；：,;:()（）[]《》“”‘’\"' \n\u00a0会议一第条*¹"]
WORDS = ["Mr.", "etc.", "(a)", "12.", "[^1]", "CSIW/COP/2025/L.1", "para.", "第 5 段", "……"]
PIECES = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=60).map("".join)
# Each of these, many times over, once made or might make a pattern slow.
HOSTILE = ["(", "“", "a. ", "1, ", "1 to ", "第", "第 1 和", "一二三", "建议 1、", "art. ", "《"]
HOSTILE += ["。”", "one hundred ", "May ", "9 May and ", "1 月 1 日、", "…", ".", '"。', "A/1/"]
HOSTILE += ["1,111,", "应对", "paragraphs 1 and ", "a\n", "annex of ", "twenty-"]


@EVERY
@given(text=st.one_of(PIECES, st.text(max_size=200)))
def test_segments_hold_every_visible_character_once_and_in_order(
    language: Language, text: str
) -> None:
    spans = language.segment(text)
    inside = "".join(span.of(text) for span in spans)
    assert "".join(inside.split()) == "".join(text.split())
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""
    for before, after in pairwise(spans):
        assert before.end <= after.start


@EVERY
@given(text=PIECES)
def test_no_segment_ends_at_a_semicolon_or_colon_within_the_text(
    language: Language, text: str
) -> None:
    spans = language.segment(text)
    for span in spans[:-1]:
        if "\n" not in text[span.end :]:
            assert span.of(text)[-1] not in ";:；："


@EVERY
@given(text=PIECES)
def test_mentions_lie_in_order_inside_the_text(language: Language, text: str) -> None:
    for found in (
        language.numbers(text),
        language.dates(text),
        language.references(text),
        language.meetings(text),
        language.norms(text),
    ):
        ends = [0]
        for one in found:
            assert ends[-1] <= one.span.start < one.span.end <= len(text)
            ends.append(one.span.end)


@EVERY
@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_takes_time_in_proportion(language: Language, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.perf_counter()
        for method in (language.segment, language.numbers, language.norms, language.meetings):
            method(text)
        return time.perf_counter() - began

    small, large = seconds(4_000), seconds(32_000)
    assert large < 30 * small + 0.5


def test_detecting_a_language_weighs_words_not_letters() -> None:
    assert detect("联合国    CSIW/COP/WG.3/2025/6").code == "zh"
    assert detect("Ms. Meng (孟女士) of the Secretariat spoke.").code == "en"
    assert detect("2025").code == "en"
    assert by_code("zh_CN") is by_code("zh-Hans-CN")
