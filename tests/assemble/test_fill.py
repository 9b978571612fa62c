"""From clauses to blocks."""

import pytest

from tests.assemble.folders import both, made, paragraph, said
from toolkit.assemble import fill
from toolkit.errors import TemplateError
from toolkit.languages import by_code


def blocks(path, text, data=""):
    made_of = fill(*made(path, text, data), by_code("en")).document.blocks
    return [(block.label, block.path, block.text) for block in made_of]


def test_a_condition_leaves_a_clause_out(tmp_path):
    text = "[[clause]]\nid = 'one'\nwhen = 'name'\nboth = '{{ name }}'\n" + paragraph("Always.")
    assert said(tmp_path, text) == ["Always."]
    assert said(tmp_path, text, "name = 'Here.'") == ["Here.", "Always."]


def test_a_repeat_says_which_member_is_the_last(tmp_path):
    text = (
        "[[clause]]\nid = 'one'\nkind = 'item'\neach = 'row in rows'\n"
        "both = '{{ row.title }}{% if is_last %}.{% else %};{% endif %}'\n"
    )
    data = "[[rows]]\ntitle = 'a'\n[[rows]]\ntitle = 'b'\n"
    assert blocks(tmp_path, text, data) == [("(a)", "(a)", "a;"), ("(b)", "(b)", "b.")]


def test_a_sentence_goes_on_in_the_paragraph_before(tmp_path):
    text = paragraph("One.") + "[[clause]]\nid = 'two'\nkind = 'sentence'\nboth = 'Two.'\n"
    filled = fill(*made(tmp_path, text), by_code("en"))
    assert [block.text for block in filled.document.blocks] == ["One. Two."]
    assert [(s.clause, s.start, s.end) for s in filled.sentences] == [("one", 0, 4), ("two", 5, 9)]


def test_a_sentence_without_a_paragraph_is_a_fault(tmp_path):
    with pytest.raises(TemplateError, match="a sentence needs a block before it"):
        said(tmp_path, "[[clause]]\nid = 'two'\nkind = 'sentence'\nboth = 'Two.'\n")


def test_a_heading_with_nothing_under_it_is_left_out(tmp_path):
    text = "".join(
        f"[[clause]]\nid = 'c{i}'\nkind = '{kind}'\nlevel = {level}\nboth = '{words}'\n"
        for i, (kind, level, words) in enumerate(
            [
                ("heading", 1, "Bare"),
                ("heading", 1, "Chapter"),
                ("heading", 2, "Bare section"),
                ("heading", 2, "Section"),
                ("paragraph", 1, "Text."),
                ("heading", 1, "Last"),
                ("heading", 2, "Also last"),
            ]
        )
    )
    assert blocks(tmp_path, text) == [
        ("I.", "I", "Chapter"),
        ("A.", "I/A", "Section"),
        ("1.", "I/A/para 1", "Text."),
    ]


def test_headings_take_numbers_of_the_whole_report_and_say_that_they_go_on(tmp_path):
    text = (
        "[[clause]]\nid = 'chapter'\nkind = 'heading'\nnumber = 'number'\ncontinued = 'done'\n"
        "both = 'Recommendations'\n"
        "[[clause]]\nid = 'section'\nkind = 'heading'\nlevel = 2\nnumber = '3'\nboth = 'Lamps'\n"
        "[[clause]]\nid = 'rec'\nkind = 'recommendation'\nboth = 'Do it.'\n"
        "[start]\nrecommendation = 'number'\n"
    )
    english, chinese = both(*made(tmp_path, text, "number = 12\ndone = true"))
    assert [(b.label, b.path, b.continued) for b in english.document.blocks] == [
        ("XII.", "XII", True),
        ("C.", "XII/C", False),
        ("Recommendation 12", "XII/C/rec 12", False),
    ]
    assert [b.label for b in chinese.document.blocks] == ["十二.", "C.", "建议 12"]


def test_items_and_agenda_items_are_labelled_by_level_and_begin_anew(tmp_path):
    kinds = [("paragraph", 1), ("item", 1), ("item", 2), ("item", 2), ("item", 1)]
    kinds += [("paragraph", 1), ("item", 1), ("agenda", 1), ("agenda", 2), ("agenda", 1)]
    text = "".join(
        f"[[clause]]\nid = 'c{i}'\nkind = '{kind}'\nlevel = {level}\nboth = 'x'\n"
        for i, (kind, level) in enumerate(kinds)
    )
    labels = [label for label, _, _ in blocks(tmp_path, text)]
    assert labels[:7] == ["1.", "(a)", "(i)", "(ii)", "(b)", "2.", "(a)"]


def test_an_annex_counts_its_own_paragraphs(tmp_path):
    annex = "[[clause]]\nid = 'annex'\nkind = 'annex'\nboth = 'Form'\n"
    text = paragraph("One.") + annex + paragraph("Two.")
    assert blocks(tmp_path, text)[1:] == [
        ("Annex", "annex", "Form"),
        ("1.", "annex/para 1", "Two."),
    ]
    assert [path for _, path, _ in blocks(tmp_path, text + annex + paragraph("Three."))] == [
        "para 1",
        "annex I",
        "annex I/para 1",
        "annex II",
        "annex II/para 1",
    ]


def test_a_footnote_stands_at_the_end_of_its_clause(tmp_path):
    text = (
        "[[clause]]\nid = 'one'\nboth = 'One.'\nnote = '{{ name }}'\n"
        "[[clause]]\nid = 'two'\nkind = 'sentence'\nboth = 'Two.'\n"
    )
    template, data = made(tmp_path, text, "name = 'See below.'")
    block = fill(template, data, by_code("en")).document.blocks[0]
    assert [(note.number, note.at, note.text) for note in block.notes] == [("1", 4, "See below.")]
    empty = fill(*made(tmp_path, text), by_code("en")).document.blocks[0]
    assert empty.notes == ()


def test_lines_of_the_file_are_not_lines_of_the_text(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = '''\nOne\n  two.\n'''\nzh = '''一\n二。'''\n"
    english, chinese = both(*made(tmp_path, text))
    assert english.document.blocks[0].text == "One two."
    assert chinese.document.blocks[0].text == "一二。"


def test_the_masthead_keeps_to_english_where_it_must(tmp_path):
    text = (
        "[masthead]\nsymbol = '{{ symbol }}'\ndistribution = 'Limited'\ndate = '{{ day|iso }}'\n"
        "job_number = 'V.26-00001'\nsession = '{{ name }}'\n"
        "[masthead.title]\nen = 'Draft report'\nzh = '报告草稿'\n"
    ) + paragraph("Text.")
    data = "symbol = 'A/RES/77/16'\nday = 2026-09-08"
    english, chinese = (f.document.masthead for f in both(*made(tmp_path, text, data)))
    assert (english.language, chinese.language) == (None, "Chinese")
    assert (english.original, chinese.original) == ("English", "English")
    assert (english.title, chinese.title) == ("Draft report", "报告草稿")
    assert (english.job_letter, chinese.job_letter) == ("E", "C")
    assert english.session is None
    assert (chinese.date, chinese.distribution, chinese.stamps, chinese.barcode) == (
        "2026-09-08",
        "Limited",
        ("080926",),
        "2600001",
    )


def test_a_masthead_date_that_is_not_for_machines_is_a_fault(tmp_path):
    text = "[masthead]\ndate = '{{ day|date }}'\n" + paragraph("Text.")
    with pytest.raises(TemplateError, match="write the date as"):
        said(tmp_path, text, "day = 2026-09-08")
