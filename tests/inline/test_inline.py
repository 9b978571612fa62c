"""Inline codes: pairs, cutting and joining, comparing two languages, carrying over, showing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.inline import (
    Code,
    CodeKind,
    Segment,
    Subflow,
    carry_codes,
    codes_to_text,
    compared,
    cut,
    joined,
    pairing,
    read_marks,
    shown,
    stripped,
)

OPEN, CLOSE, ALONE = CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE

WORDS = st.text(st.sampled_from("ab ⟦灯⟧/1 "), max_size=12)


def bold(start: int, end: int, number: str = "1") -> tuple[Code, Code]:
    return (
        Code(at=start, kind=OPEN, id=number, native="<b>"),
        Code(at=end, kind=CLOSE, id=number, native="</b>"),
    )


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    text = draw(WORDS)
    codes: list[Code] = []
    for number in range(draw(st.integers(0, 3))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        if draw(st.booleans()):
            codes.extend(bold(start, end, str(number)))
        else:
            codes.append(Code(at=start, kind=ALONE, id=f"p{number}", native="<br/>"))
    # An opening half stands before its closing half even where both are at one place.
    return Segment(text, tuple(sorted(codes, key=lambda code: (code.at, code.kind is CLOSE))))


# -- pairs -----------------------------------------------------------------------------------


def test_pairs_may_overlap() -> None:
    one, two = bold(0, 3, "1"), bold(1, 5, "2")
    assert pairing([one[0], two[0], one[1], two[1]]).pairs == ((0, 2), (1, 3))


def test_a_half_without_its_other_half_is_a_widow_unless_it_says_so() -> None:
    opening, closing = bold(0, 3)
    assert pairing([opening]).widows == (0,)
    assert pairing([closing]).widows == (0,)
    assert pairing([replace(opening, isolated=True)]).widows == ()


def test_a_closing_code_before_its_opening_one_is_no_pair() -> None:
    opening, closing = bold(3, 1)
    assert pairing([closing, opening]).pairs == ()
    assert pairing([closing, opening]).widows == (0, 1)


# -- cutting ---------------------------------------------------------------------------------


@given(segments(), st.data())
def test_what_is_cut_can_be_joined_again(segment: Segment, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(segment.text)))
    parts = [cut(segment, 0, at), cut(segment, at, len(segment.text))]
    if at == len(segment.text):
        parts[1] = Segment("")  # codes at the end came with the first part already
    assert joined(parts) == segment


def test_a_pair_that_is_cut_leaves_isolated_halves() -> None:
    segment = Segment("old lamp", bold(0, 8))
    left, right = cut(segment, 0, 3), cut(segment, 3, 8)
    assert [code.isolated for code in (*left.codes, *right.codes)] == [True, True]
    assert pairing(left.codes).widows == ()


def test_white_space_goes_only_outside_the_outermost_codes() -> None:
    segment = Segment("  lamp  ", (Code(at=1, kind=ALONE),))
    assert stripped(segment) == Segment(" lamp", (Code(at=0, kind=ALONE),))
    assert stripped(Segment(" lamp ")).text == "lamp"


# -- comparing -------------------------------------------------------------------------------


def test_the_same_codes_in_another_order_are_no_difference() -> None:
    line = Code(at=0, kind=ALONE, native="<br/>")
    one, other = (*bold(0, 2), replace(line, at=4)), (line, *bold(1, 3, "7"))
    assert not compared(one, other)


def test_a_code_that_the_translation_lacks_is_missing_and_its_half_a_widow() -> None:
    opening, closing = bold(0, 2)
    difference = compared((opening, closing), (opening,))
    assert difference.missing == (closing,)
    assert difference.widows == (opening,)
    assert compared((), (opening, closing)).added == (opening, closing)


def test_codes_are_counted_not_only_named() -> None:
    line = Code(at=0, kind=ALONE, native="<br/>")
    assert compared((line, line), (line,)).missing == (line,)


def test_a_remark_on_words_need_not_be_in_the_translation() -> None:
    term = (replace(bold(0, 2)[0], mark=True), replace(bold(0, 2)[1], mark=True))
    assert not compared(term, ())


# -- carrying over ---------------------------------------------------------------------------


def test_the_codes_of_the_new_segment_stand_where_the_old_ones_stood() -> None:
    stored = Segment("Press the key.", bold(10, 13))
    target = Segment("请按键。", bold(2, 3))
    italic = (
        Code(at=10, kind=OPEN, id="5", native="<b>", type="new"),
        Code(at=13, kind=CLOSE, id="5", native="</b>"),
    )
    carried = carry_codes(stored, target, Segment("Press the key.", italic))
    assert carried.segment.text == "请按键。"
    assert [(code.at, code.id) for code in carried.segment.codes] == [(2, "5"), (3, "5")]
    assert carried.left == ()


def test_codes_matched_by_number_are_followed_when_the_order_changes() -> None:
    stored = Segment("ab", (Code(at=0, kind=ALONE, match="1"), Code(at=1, kind=ALONE, match="2")))
    target = Segment("甲乙", (Code(at=0, kind=ALONE, match="2"), Code(at=1, kind=ALONE, match="1")))
    query = Segment("ab", (Code(at=0, kind=ALONE, native="x"), Code(at=1, kind=ALONE, native="y")))
    carried = carry_codes(stored, target, query)
    assert [(code.at, code.native) for code in carried.segment.codes] == [(0, "y"), (1, "x")]
    assert carried.left == ()


def test_other_codes_than_the_stored_ones_are_known_by_their_looks() -> None:
    line, note = Code(at=1, kind=ALONE, native="<br/>"), Code(at=2, kind=ALONE, native="<fn/>")
    stored, target = Segment("abc", (line,)), Segment("甲乙丙", (replace(line, at=2),))
    carried = carry_codes(stored, target, Segment("abc", (line, note)))
    assert carried.segment.codes == (replace(line, at=2),)
    assert carried.left == (note,)


def test_codes_around_the_whole_segment_stand_around_the_translation() -> None:
    query = Segment("Lamp", bold(0, 4))
    carried = carry_codes(Segment("Lamp"), Segment("灯盏"), query)
    assert [code.at for code in carried.segment.codes] == [0, 2]


def test_a_pair_finds_its_place_whole_or_not_at_all() -> None:
    query = Segment("old lamp", bold(0, 3))
    carried = carry_codes(Segment("old lamp"), Segment("旧灯"), query)
    assert carried.segment.codes == ()
    assert carried.left == query.codes


# -- showing and storing ---------------------------------------------------------------------


@given(segments())
def test_what_is_shown_can_be_read_again(segment: Segment) -> None:
    again = read_marks(shown(segment))
    assert again.text == segment.text
    assert [(c.at, c.kind) for c in again.codes] == [(c.at, c.kind) for c in segment.codes]


def test_pairs_have_one_number() -> None:
    segment = Segment("Press here.", (*bold(6, 10), Code(at=11, kind=ALONE)))
    assert shown(segment) == "Press ⟦1⟧here⟦/1⟧.⟦2/⟧"


@given(segments(), segments())
def test_only_equal_codes_are_equal_text(one: Segment, other: Segment) -> None:
    deep = Code(at=0, kind=ALONE, subflows=(Subflow(at=1, segment=one, type="link"),), mark=True)
    assert (codes_to_text(one.codes) == codes_to_text(other.codes)) == (one.codes == other.codes)
    assert codes_to_text((deep,)) != codes_to_text((replace(deep, subflows=()),))


def test_no_codes_are_no_text() -> None:
    assert codes_to_text(()) == ""
