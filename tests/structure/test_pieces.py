"""Cutting and joining keep notes and marks at their words."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import by_code
from toolkit.model import Mark, MarkKind, Note
from toolkit.structure.para import Para
from toolkit.structure.pieces import behind, clean, joined, lines, part

ENGLISH = by_code("en")
words = st.text(alphabet="ab c\u00ad\n灯", min_size=1, max_size=30)


@st.composite
def paras(draw: st.DrawFn) -> Para:
    text = draw(words)
    places = st.integers(0, len(text))
    notes = tuple(Note(number="1", at=at, text="n") for at in draw(st.lists(places, max_size=3)))
    start, end = sorted((draw(places), draw(places)))
    marks = (Mark(kind=MarkKind.BOLD, start=start, end=end),) if start < end else ()
    return Para(text=text, notes=notes, marks=marks)


def holds(para: Para) -> bool:
    inside = all(0 <= note.at <= len(para.text) for note in para.notes)
    return inside and all(0 <= m.start < m.end <= len(para.text) for m in para.marks)


@given(paras())
def test_no_note_is_lost_and_all_stay_inside_the_text(para: Para) -> None:
    assert len(clean(para).notes) == len(para.notes)
    assert holds(clean(para))
    assert holds(behind(para, len(para.text) // 2))
    assert len(behind(para, len(para.text) // 2).notes) == len(para.notes)


@given(paras())
def test_lines_hold_every_word_once(para: Para) -> None:
    found = lines(para)
    assert all(holds(line) for line in found)
    assert "".join("".join(line.text.split()) for line in found) == "".join(para.text.split())


@given(paras(), st.integers(0, 30))
def test_a_cut_gives_each_note_to_one_side(para: Para, at: int) -> None:
    at = min(at, len(para.text))
    left, right = part(para, 0, at), part(para, at, len(para.text), first=at == 0)
    expected = (
        len(para.notes)
        if at
        else 2 * sum(n.at == 0 for n in para.notes) + sum(n.at > 0 for n in para.notes)
    )
    assert len(left.notes) + len(right.notes) == expected


@given(st.lists(paras(), min_size=1, max_size=4))
def test_joined_paragraphs_keep_every_note_and_mark(pieces: list[Para]) -> None:
    pieces = [clean(one) for one in pieces]
    whole = joined(pieces, ENGLISH)
    assert holds(whole)
    assert len(whole.notes) == sum(len(one.notes) for one in pieces)


def test_a_mark_stays_at_its_words_when_lines_are_joined() -> None:
    para = Para(text="They spoke\nof oil.", marks=(Mark(kind=MarkKind.BOLD, start=14, end=17),))
    whole = joined(lines(para), ENGLISH)
    (mark,) = whole.marks
    assert whole.text == "They spoke of oil."
    assert whole.text[mark.start : mark.end] == "oil"


def test_soft_hyphens_and_stand_ins_go_and_no_break_spaces_stay() -> None:
    para = Para(
        text=" lamp\u00adlight\ufffc 5\u00a0km ", notes=(Note(number="1", at=12, text="n"),)
    )
    cleaned = clean(para)
    assert cleaned.text == "lamplight 5\u00a0km"
    assert cleaned.notes[0].at == len("lamplight")


def test_a_text_that_sets_figures_off_does_so_over_a_line_break() -> None:
    chinese = by_code("zh")
    spaced = joined([Para(text="有 3 盏灯和 153"), Para(text="名看守人。")], chinese)
    assert spaced.text == "有 3 盏灯和 153 名看守人。"
    close = joined([Para(text="有3盏灯和153"), Para(text="名看守人。")], chinese)
    assert close.text == "有3盏灯和153名看守人。"


def test_lines_know_where_they_stand() -> None:
    found = lines(Para(text="one\n\ntwo", place="line 7"))
    assert [line.place for line in found] == ["line 7", "line 9"]
