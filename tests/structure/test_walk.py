"""Headings, paragraphs, recommendations and annexes under any mark-up."""

import pytest

from toolkit.languages import by_code
from toolkit.model import Block, Kind, Note
from toolkit.structure.para import Para, Role
from toolkit.structure.walk import walk

ENGLISH = by_code("en")
CHINESE = by_code("zh")


def blocks(*paras: Para | str, language: str = "en") -> tuple[Block, ...]:
    given = [Para(text=para) if isinstance(para, str) else para for para in paras]
    return walk(given, by_code(language)).blocks


def marked(text: str, depth: int) -> Para:
    return Para(text=text, role=Role.HEADING, depth=depth)


@pytest.mark.parametrize("depth", [1, 2, 4, 6])
def test_levels_come_from_labels_not_from_mark_up(depth: int) -> None:
    found = blocks(marked("II. Lamps", depth), marked("A. Oil", depth))
    assert [(one.level, one.path) for one in found] == [(1, "II"), (2, "II/A")]


def test_headings_need_no_mark_up_at_all() -> None:
    found = blocks("I. Lamps", "A. Oil", "1. The oil burned.")
    assert [one.kind for one in found] == [Kind.HEADING, Kind.HEADING, Kind.PARAGRAPH]


def test_the_ninth_section_is_no_first_chapter() -> None:
    sections = [f"{letter}. Words" for letter in "ABCDEFGHI"]
    found = blocks("III. Lamps", *sections, "IV. Oil")
    assert [one.path for one in found[-2:]] == ["III/I", "IV"]


def test_c_and_d_are_letters_and_a_lone_v_is_a_chapter() -> None:
    found = blocks("II. Lamps", "C. Oil", "D. Wicks", "V. Keepers")
    assert [one.path for one in found] == ["II", "II/C", "II/D", "V"]


@pytest.mark.parametrize("word", ["（续）", "(续)"])
def test_continued_is_taken_off_a_chinese_heading(word: str) -> None:
    (found,) = blocks(f"二. 建议{word}", language="zh")
    assert (found.text, found.continued, found.path, found.number) == ("建议", True, "II", 2)


def test_continued_is_taken_off_an_english_heading() -> None:
    found = blocks("II. Recommendations (continued)", marked("Conclusions (continued)", 3))
    assert [(one.text, one.continued) for one in found] == [
        ("Recommendations", True),
        ("Conclusions", True),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        Para(text="Recommendation 7"),
        Para(text="Recommendation 7", bold=True),
        Para(text="Recommendation 7", role=Role.HEADING, depth=2),
        Para(text="Recommendation 7", role=Role.RECOMMENDATION),
        Para(text="", label="Recommendation 7"),
    ],
)
def test_a_recommendation_is_its_heading_and_its_body(heading: Para) -> None:
    found = blocks("II. Recommendations", heading, "States should act.", "They should act soon.")
    assert [(one.kind, one.path, one.text) for one in found[1:]] == [
        (Kind.RECOMMENDATION, "II/rec 7", "States should act."),
        (Kind.TEXT, "II/rec 7", "They should act soon."),
    ]
    assert (found[1].label, found[1].number, found[1].level) == ("Recommendation 7", 7, None)


def test_a_recommendation_with_its_body_on_the_same_line_is_split() -> None:
    (found,) = blocks("建议 5：缔约国应采取行动。", language="zh")
    assert (found.label, found.text, found.path) == ("建议 5", "缔约国应采取行动。", "rec 5")


@pytest.mark.parametrize(
    "text", ["Recommendation 5 was adopted.", "Recommendations 5 and 6 stand."]
)
def test_a_sentence_that_begins_with_the_word_is_no_recommendation(text: str) -> None:
    (found,) = blocks(text)
    assert found.kind is Kind.TEXT


def test_five_bis_is_five_with_its_own_path() -> None:
    (found,) = blocks("Recommendation 5 bis", "States should act.")
    assert (found.label, found.number, found.path) == ("Recommendation 5 bis", 5, "rec 5 bis")
    (paragraph,) = blocks("5 bis. They met.")
    assert (paragraph.label, paragraph.number, paragraph.path) == ("5 bis.", 5, "para 5 bis")


def test_the_body_of_a_recommendation_brings_its_notes() -> None:
    note = Note(number="1", at=6, text="All of them.")
    (found,) = blocks("Recommendation 1", Para(text="States should act.", notes=(note,)))
    assert found.notes == (note,)


def test_paragraph_numbers_run_on_over_headings_and_recommendations() -> None:
    found = blocks(
        "I. A", "1. One.", "II. B", "Recommendation 1", "Do.", "2. Two.", "III. C", "3. Three."
    )
    assert [b.path for b in found if b.kind is Kind.PARAGRAPH] == [
        "I/para 1",
        "II/para 2",
        "III/para 3",
    ]


def test_text_after_a_numbered_paragraph_belongs_to_it() -> None:
    found = blocks("I. A", "1. One.", "More of one.", "2. Two.")
    assert [(b.kind, b.path) for b in found[2:3]] == [(Kind.TEXT, "I/para 1")]


def test_a_numbered_heading_needs_mark_up_and_no_full_stop() -> None:
    found = blocks("I. A", "A. B", marked("1. Oil and wicks", 4), marked("1. They met.", 4))
    assert [(b.kind, b.path, b.level) for b in found[2:]] == [
        (Kind.HEADING, "I/A/1", 3),
        (Kind.PARAGRAPH, "I/A/1/para 1", None),
    ]


def test_headings_without_a_label_are_counted_under_their_parent() -> None:
    found = blocks(
        "I. A", marked("Oil", 3), "1. One.", marked("Wicks", 3), "II. B", marked("Glass", 3)
    )
    assert [(b.path, b.level) for b in found if b.kind is Kind.HEADING] == [
        ("I", 1),
        ("I/heading 1", 2),
        ("I/heading 2", 2),
        ("II", 1),
        ("II/heading 1", 2),
    ]
    assert found[2].path == "I/heading 1/para 1"


def test_a_bold_sentence_is_text() -> None:
    found = blocks("I. A", Para(text="This must not be forgotten.", bold=True))
    assert found[1].kind is Kind.TEXT


@pytest.mark.parametrize(
    ("heading", "label", "number", "path"),
    [
        ("Annex", "Annex", None, "annex"),
        ("Annex II", "Annex II", 2, "annex II"),
    ],
)
def test_an_annex_and_its_title_are_one_heading(
    heading: str, label: str, number: int | None, path: str
) -> None:
    found = blocks("I. A", "7. Seven.", heading, "Checklist", "1. Check.")
    assert [(b.kind, b.label, b.number, b.level, b.path, b.text) for b in found[2:]] == [
        (Kind.HEADING, label, number, 1, path, "Checklist"),
        (Kind.PARAGRAPH, "1.", 1, None, f"{path}/para 1", "Check."),
    ]


def test_a_chinese_annex_has_the_same_path_and_its_own_chapters() -> None:
    found = blocks("附件二", "核对表", "一. 总则", "A. 灯油", "1. 检查。", language="zh")
    assert [(b.path, b.level) for b in found] == [
        ("annex II", 1),
        ("annex II/I", 2),
        ("annex II/I/A", 3),
        ("annex II/I/A/para 1", None),
    ]
    assert found[0].label == "附件二"


def test_a_sentence_that_begins_with_annex_is_text() -> None:
    found = blocks("1. One.", "Annex II contains the list.")
    assert found[1].kind is Kind.TEXT


def test_labels_made_by_word_are_read_like_typed_ones() -> None:
    found = blocks(
        Para(text="Lamps", label="II.", role=Role.HEADING, depth=1),
        Para(text="They met:", label="12."),
        Para(text="In spring;", label="(a)"),
    )
    assert [(b.label, b.path, b.text) for b in found] == [
        ("II.", "II", "Lamps"),
        ("12.", "II/para 12", "They met:"),
        ("(a)", "II/para 12/(a)", "In spring;"),
    ]


def test_an_empty_label_says_that_words_are_no_label() -> None:
    (found,) = blocks(Para(text="1. is a number.", label=""))
    assert (found.kind, found.text) == (Kind.TEXT, "1. is a number.")


def test_captions_tables_and_loose_notes_have_their_kinds() -> None:
    found = blocks(
        "1. See the table.",
        "Table 1",
        Para(text="", rows=(("a", "b"), ("c", "d"))),
        Para(text="Loose.", role=Role.FOOTNOTE, label="4"),
        "Table 1 shows that they burn.",
    )
    assert [b.kind for b in found[1:]] == [Kind.CAPTION, Kind.TABLE, Kind.FOOTNOTE, Kind.TEXT]
    assert found[2].rows == (("a", "b"), ("c", "d"))
    assert found[2].text == "a\tb\nc\td"
    assert found[3].label == "4"


@pytest.mark.parametrize("label", ["Table 1", "Table 35.2", "Figure 35.IV"])
def test_a_title_below_the_label_of_a_table_is_no_heading(label: str) -> None:
    found = blocks(
        "1. See the table.",
        marked(label, 3),
        marked("Lamps by harbour", 3),
        marked("Harbours", 3),
        "2. They burn.",
    )
    kinds = [Kind.CAPTION, Kind.CAPTION, Kind.HEADING, Kind.PARAGRAPH]
    assert [one.kind for one in found[1:]] == kinds
    assert [one.text for one in found[1:3]] == [label, "Lamps by harbour"]


@pytest.mark.parametrize("words", ["2. They burn.", "The lamps burn.", "B. Oil"])
def test_what_is_no_title_below_the_label_of_a_table_stays_what_it_is(words: str) -> None:
    found = blocks("1. See the table.", "Table 1", words)
    assert found[-1].kind is not Kind.CAPTION


def test_a_list_after_a_table_still_follows_its_colon() -> None:
    found = blocks("4. Agenda:", Para(text="", rows=(("x",),)), "1. One.", "5. Five.")
    assert [b.path for b in found] == ["para 4", "para 4", "para 4/1", "para 5"]


def test_long_documents_are_read_in_linear_time() -> None:
    paras = [f"{at}. Words of paragraph {at}." for at in range(1, 9_001)]
    found = blocks(*paras)
    assert found[-1].path == "para 9000"


@pytest.mark.parametrize("labels", [("1)", "2)"), ("(1)", "(2)"), ("1)", "(2)")])
def test_paragraphs_numbered_with_brackets_are_paragraphs(labels: tuple[str, str]) -> None:
    found = blocks("I. Lamps", *(f"{label} They burned." for label in labels))
    assert [one.path for one in found[1:]] == ["I/para 1", "I/para 2"]
    assert [one.kind for one in found[1:]] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_bracketed_figures_in_a_numbered_paragraph_are_items() -> None:
    found = blocks("1. It said:", "(1) Lamps;", "(2) Oil.", "2. It rose.")
    assert [one.kind for one in found[1:]] == [Kind.ITEM, Kind.ITEM, Kind.PARAGRAPH]


def test_headings_with_figures_are_sisters() -> None:
    found = blocks(marked("1. Paragraph 4", 2), "Words.", marked("2. Paragraph 5", 2))
    assert [(found[at].level, found[at].path) for at in (0, 2)] == [(1, "1"), (1, "2")]


def test_a_section_of_an_annex_without_chapters_stands_right_below_it() -> None:
    found = blocks("Annex", "A. Lamps", "B. Oil")
    assert [(one.level, one.path) for one in found] == [
        (1, "annex"),
        (2, "annex/A"),
        (2, "annex/B"),
    ]


def test_a_recommendation_may_be_numbered_in_han() -> None:
    found = blocks("建议十二", "缔约国应点灯。", language="zh")
    assert (found[0].kind, found[0].number, found[0].path) == (Kind.RECOMMENDATION, 12, "rec 12")
    (text,) = blocks("建议一切照旧。", language="zh")
    assert text.kind is Kind.TEXT


def test_a_bare_number_between_paragraphs_that_run_through_heads_them() -> None:
    found = blocks(
        "II. Oil", "A. Price", "3. It rose.", "1. Causes", "4. Rain.", "2. Cure", "5. Sun."
    )
    assert [(one.kind, one.path) for one in found[2:]] == [
        (Kind.PARAGRAPH, "II/A/para 3"),
        (Kind.HEADING, "II/A/1"),
        (Kind.PARAGRAPH, "II/A/1/para 4"),
        (Kind.HEADING, "II/A/2"),
        (Kind.PARAGRAPH, "II/A/2/para 5"),
    ]
    chinese = blocks(
        "二. 灯油", "2. 已涨。", "（一）原因", "3. 下雨。", "（二）办法", "4. 晴。", language="zh"
    )
    assert [one.path for one in chinese if one.kind is Kind.HEADING] == ["II", "II/(i)", "II/(ii)"]


def test_the_last_items_of_a_list_without_stops_head_nothing() -> None:
    found = blocks(
        "二. 灯油", "2. 议程如下：", "（一）开幕", "（二）选举", "3. 已通过。", language="zh"
    )
    assert [one.kind for one in found[2:4]] == [Kind.ITEM, Kind.ITEM]


def test_the_annex_to_a_letter_is_an_annex() -> None:
    (found,) = blocks("Annex II to the letter dated 3 May 2030 from the Keeper of Lamps")
    assert (found.kind, found.label, found.path) == (Kind.HEADING, "Annex II", "annex II")
    assert found.text == "to the letter dated 3 May 2030 from the Keeper of Lamps"
    (found,) = blocks("Annex to the present report, which all keepers have read.")
    assert found.kind is Kind.TEXT


def test_chinese_names_the_annex_behind_the_letter() -> None:
    (found,) = blocks("2030年5月3日灯塔看守人给理事会主席的信的附件二", language="zh")
    assert (found.kind, found.label, found.path) == (Kind.HEADING, "附件二", "annex II")
    assert found.text == "2030年5月3日灯塔看守人给理事会主席的信"
