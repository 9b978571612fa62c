"""Normal forms."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from toolkit.text import normalize as norm


@given(st.text())
def test_the_match_key_of_a_match_key_is_itself(text: str) -> None:
    key = norm.match_key(text)
    assert norm.match_key(key) == key


@given(st.text())
def test_composed_and_decomposed_text_have_one_key(text: str) -> None:
    composed = norm.match_key(unicodedata.normalize("NFC", text))
    assert composed == norm.match_key(unicodedata.normalize("NFD", text))


def test_layout_does_not_part_two_texts() -> None:
    base = norm.match_key("the Working Group on well-being")
    assert norm.match_key(" the\u00a0Working\u2009 Group\non well\u2011be\u00ading\ufeff") == base


def test_case_width_and_quotation_marks_do_part_two_texts() -> None:
    for one, other in [("Group", "group"), ("（a）", "(a)"), ("“a”", '"a"'), ("a–b", "a-b")]:
        assert norm.match_key(one) != norm.match_key(other)


@given(st.text())
def test_folding_width_keeps_places(text: str) -> None:
    assert len(norm.fold_width(text)) == len(text)


def test_full_width_ascii_folds_and_chinese_marks_stay() -> None:
    assert norm.fold_width("ＷＧ．４／２０１９　（a），。、") == "WG.4/2019 (a),。、"


def test_what_xml_cannot_hold_goes_and_line_breaks_stay() -> None:
    assert norm.strip_controls("a\x00\x0b\x1fb\t\n\r\ud800\uffffc\x7f国") == "ab\t\n\rc\x7f国"
