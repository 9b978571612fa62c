"""Scripts of characters."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import scripts


def test_han_covers_the_rare_planes_and_the_round_zero() -> None:
    assert all(map(scripts.is_han, "国〇々㐀𠀀豈"))
    assert not any(map(scripts.is_han, "aé1。，「ひカ한①"))


def test_the_ranges_are_in_order_and_apart() -> None:
    for ranges in (scripts.HAN_RANGES, scripts.LATIN_RANGES, scripts.CJK_PUNCTUATION_RANGES):
        flat = [code for pair in ranges for code in pair]
        assert flat == sorted(flat)
        assert all(a[1] < b[0] for a, b in pairwise(ranges))


@given(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F))
def test_latin_agrees_with_the_names_of_the_characters(ch: str) -> None:
    assert scripts.is_latin(ch) == ("LATIN" in unicodedata.name(ch))


@given(st.characters(categories=["Lo"]))
def test_a_named_ideograph_is_han(ch: str) -> None:
    if unicodedata.name(ch, "").startswith("CJK UNIFIED IDEOGRAPH"):
        assert scripts.is_han(ch) or ord(ch) >= 0x323B0


def test_figures_signs_and_spaces_do_not_count_in_a_share() -> None:
    assert scripts.han_share("第 7/1 号决议 (2019)") == 1.0
    assert scripts.han_share("WG 工作组") == 3 / 5
    assert scripts.han_share("二〇") == 1.0
    assert scripts.han_share("2019 / ...") == 0.0
    assert scripts.han_share("") == 0.0
    assert scripts.latin_share("Côte d’Ivoire") == 1.0


def test_full_width_marks_are_cjk_punctuation_and_shared_marks_are_not() -> None:
    assert all(map(scripts.is_cjk_punctuation, "，。、；：（）《》「」！？"))
    assert not any(map(scripts.is_cjk_punctuation, ",.()“”—…·Ａ１　"))
