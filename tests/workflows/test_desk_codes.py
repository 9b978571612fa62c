"""Codes find their place in a translation by the words they stand at."""

from toolkit.inline import Code, CodeKind, Segment, shown
from toolkit.languages import by_code
from toolkit.workflows.desk.codes import told, with_codes

LANGUAGES = by_code("en"), by_code("zh")


def pair(start: int, end: int, kind: str = "italic") -> tuple[Code, Code]:
    return (
        Code(at=start, kind=CodeKind.OPEN, id="1", type=kind, native=f"<{kind}>"),
        Code(at=end, kind=CodeKind.CLOSE, id="1", type=kind, native=f"</{kind}>"),
    )


def around(text: str, words: str, kind: str = "italic") -> Segment:
    at = text.index(words)
    return Segment(text, pair(at, at + len(words), kind))


def note(text: str, behind: str) -> Segment:
    at = text.index(behind) + len(behind)
    return Segment(text, (Code(at=at, kind=CodeKind.ALONE, id="n", type="note", native="<note>"),))


def test_the_same_words_keep_their_code() -> None:
    source = around("See document CSIW/COP/2026/3, annex.", "CSIW/COP/2026/3", "link")
    placed = with_codes(source, "见 CSIW/COP/2026/3 号文件附件。", LANGUAGES)
    assert shown(placed.segment) == "见 ⟦1⟧CSIW/COP/2026/3⟦/1⟧ 号文件附件。"
    assert not placed.loose


def test_the_second_of_two_is_the_second_there_too() -> None:
    source = Segment("From 12 to 12 knots", pair(11, 13, "field"))
    placed = with_codes(source, "从 12 节到 12 节", LANGUAGES)
    assert shown(placed.segment) == "从 12 节到 ⟦1⟧12⟦/1⟧ 节"


def test_a_date_is_known_in_the_other_language() -> None:
    source = around("It met on 7 September 2026 in Vienna.", "7 September 2026", "bold")
    placed = with_codes(source, "它于 2026 年 9 月 7 日在维也纳开会。", LANGUAGES)
    assert "⟦1⟧2026 年 9 月 7 日⟦/1⟧" in shown(placed.segment)


def test_a_title_is_known_by_its_quotation_marks() -> None:
    source = around("The paper “Low water” was read.", "Low water")
    placed = with_codes(source, "宣读了“枯水”文件。", LANGUAGES)
    assert shown(placed.segment) == "宣读了“⟦1⟧枯水⟦/1⟧”文件。"


def test_a_memory_is_asked_for_the_words_between() -> None:
    source = around("Recalling its decision,", "Recalling")
    placed = with_codes(source, "回顾其决定，", LANGUAGES, say=lambda _words: ["回顾"])
    assert shown(placed.segment) == "⟦1⟧回顾⟦/1⟧其决定，"


def test_a_look_without_a_place_is_let_go_and_told() -> None:
    placed = with_codes(around("A very old rule", "very"), "一条老规则", LANGUAGES)
    assert placed.segment == Segment("一条老规则")
    assert told(placed) == "Not carried over: italic."


def test_a_link_without_a_place_is_put_around_all_and_told() -> None:
    placed = with_codes(around("See the annex here", "the annex", "link"), "见附件", LANGUAGES)
    assert shown(placed.segment) == "⟦1⟧见附件⟦/1⟧"
    assert told(placed) == "Look at the place of: 1 link."


def test_a_note_goes_behind_what_it_stands_behind() -> None:
    source = note("See CSIW/COP/2026/3, which the Group took up.", "CSIW/COP/2026/3,")
    placed = with_codes(source, "见工作组审议的 CSIW/COP/2026/3 号文件。", LANGUAGES)
    assert shown(placed.segment) == "见工作组审议的 CSIW/COP/2026/3⟦1/⟧ 号文件。"


def test_a_note_at_the_end_stays_at_the_end() -> None:
    placed = with_codes(note("It met.", "It met."), "它举行了会议。", LANGUAGES)
    assert shown(placed.segment) == "它举行了会议。⟦1/⟧"
    assert told(placed) == ""


def test_a_note_without_an_anchor_is_put_at_a_pause_and_told() -> None:
    source = note("Data by season and hour, and make them public", "hour,")
    placed = with_codes(source, "按季节和时间收集数据，并予以公布", LANGUAGES)
    assert shown(placed.segment) == "按季节和时间收集数据⟦1/⟧，并予以公布"
    assert told(placed) == "Look at the place of: 1 note."
