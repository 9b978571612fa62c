"""What pdftotext makes of a page, in small: each trick of its own, without an office."""

from toolkit.model import Document, Kind
from toolkit.readers.registry import read_bytes


def read(text: str) -> Document:
    return read_bytes(text.encode(), "a.txt").document


def test_the_organ_beside_the_distribution_block_goes_on_below_a_blank_line() -> None:
    text = """
        United Nations                                     XYZ/2031/L.4
        Assembly of the Keepers                            Distr.: General
        of Old Lamps                                       24 September 2031

        and Lighthouses                                    Original: English

Working Group on Lamp Oil

        Draft report
        I. Introduction
        1.   They met.
"""
    document = read(text)
    assert document.masthead.organ == "Assembly of the Keepers of Old Lamps and Lighthouses"
    assert document.masthead.body == "Working Group on Lamp Oil"
    assert document.masthead.title == "Draft report"
    assert [(one.kind, one.label) for one in document.blocks] == [
        (Kind.HEADING, "I."),
        (Kind.PARAGRAPH, "1."),
    ]


def test_names_that_break_off_go_on_in_the_next_paragraph() -> None:
    head = "United Nations    XYZ/2031/L.4\n\nAssembly of the Keepers of the\n\nOld Lamps\n\n"
    body = (
        "Distr.: General\n\nWorking Group on the\n\nPrice of Oil\n\nDraft report\n\n1. They met.\n"
    )
    masthead = read(head + body).masthead
    assert masthead.organ == "Assembly of the Keepers of the Old Lamps"
    assert masthead.body == "Working Group on the Price of Oil"
    assert masthead.title == "Draft report"


def test_one_space_may_part_the_organ_from_the_distribution() -> None:
    document = read(
        "联合国    XYZ/2031/L.4\n灯塔大会 Distr.: Limited\n\n报告草稿\n\n1. 会议开幕。\n"
    )
    assert (document.masthead.organ, document.masthead.distribution) == ("灯塔大会", "Limited")


def test_a_notes_figure_may_stand_above_its_words_and_apart_from_its_stop() -> None:
    text = (
        "1. They counted the lamps of 2030.\n1 In the end they parted, as they had met, in\n"
        "good order and with many thanks to all the keepers of the lamps.\n"
        "2. They wrote, 2 and they wrote again to all of the keepers of all of the lamps.\n"
        "3. They stopped.\n\n   1\n     See XYZ/2030/4.\n   2\n     In two languages.\n"
    ).replace("2030.\n1 In", "2030. 1 In")
    document = read(text)
    notes = [[(note.number, note.text) for note in one.notes] for one in document.blocks]
    assert notes == [[("1", "See XYZ/2030/4.")], [("2", "In two languages.")], []]
    assert "2030. In the end" in document.blocks[0].text
    assert "They wrote, and they" in document.blocks[1].text


def test_figures_above_notes_are_no_page_numbers_though_they_rise() -> None:
    text = "1. They met.1\n2. They ate.2\n\n1\nIn 2031.\n2\nAt noon.\n"
    result = read_bytes(text.encode(), "a.txt")
    assert [one.code for one in result.findings] == ["RDR108", "RDR108"]
    assert [len(one.notes) for one in result.document.blocks] == [1, 1]


def test_lines_stretched_to_the_margin_are_evened_out() -> None:
    document = read("1.   The   list   of    lamps  is\nlong.\n")
    assert document.blocks[0].text == "The list of lamps is long."
    document = read("1.   主 席 提 请 注 意 2030 年 的 清 单 ，见\n附件。\n")
    assert document.blocks[0].text == "主席提请注意 2030 年的清单，见附件。"


def test_a_line_cut_short_behind_a_raised_figure_goes_on() -> None:
    text = (
        "1. The keepers spoke at length of the many lamps that they had lit before 2025.1\nIn\n"
        "17 of those years the oil had been paid for by the harbour and by nobody else at all.\n"
        "2. They parted.\n1\nSee XYZ/2030/4.\n"
    )
    assert [one.label for one in read(text).blocks] == ["1.", "2."]


def test_the_number_that_is_due_begins_a_paragraph_below_lines_without_a_stop() -> None:
    text = (
        "1. The keepers counted all of their lamps, wicks and cans of oil as is set out below\n"
        "Lamp Oil Price of all the oil in the can\nNorth 12 and three quarters of one can of oil\n"
        "2. They parted in good order, and with many thanks to all of the keepers of lamps.\n"
        "They had, as is set out in the list of lamps and in the present report, in paragraph\n"
        "3. A reader may stop here."
    )
    labels = [one.label for one in read(text).blocks if one.kind is Kind.PARAGRAPH]
    assert labels == ["1.", "2."]


def test_the_title_of_an_annex_is_no_part_of_its_first_paragraph() -> None:
    title = "List of the lamps that were lit on the north pier in all of 2030"
    text = f"1. They met.\nAnnex\n{title}\n1. One."
    found = [(one.kind, one.label, one.path) for one in read(text).blocks]
    assert found == [
        (Kind.PARAGRAPH, "1.", "para 1"),
        (Kind.HEADING, "Annex", "annex"),
        (Kind.PARAGRAPH, "1.", "annex/para 1"),
    ]


def test_a_list_that_goes_on_a_sentence_without_a_colon_is_a_list_from_its_first_item() -> None:
    document = read("1. The group agreed to light\n (a) quays; and\n (b) locks.\n\n2. It met.\n")
    assert [(one.kind, one.label, one.text) for one in document.blocks] == [
        (Kind.PARAGRAPH, "1.", "The group agreed to light"),
        (Kind.ITEM, "(a)", "quays; and"),
        (Kind.ITEM, "(b)", "locks."),
        (Kind.PARAGRAPH, "2.", "It met."),
    ]


def test_a_reference_wrapped_before_its_letter_begins_no_list() -> None:
    document = read("1. The group applied rule 4\n(a) and rule 7\n(c) at once.\n\n2. It met.\n")
    assert [one.text for one in document.blocks] == [
        "The group applied rule 4 (a) and rule 7 (c) at once.",
        "It met.",
    ]


def test_a_job_number_is_claimed_with_the_page_number_behind_it() -> None:
    document = read(
        "XYZ/2031/L.4\n\nDraft report\n\n1. They met.\n\nV.31-00017 (E)                   1/2\n"
    )
    assert document.masthead.job_number == "V.31-00017"
    assert [one.text for one in document.blocks] == ["They met."]


def test_chinese_paragraphs_may_be_numbered_with_a_figure_and_a_pause_mark() -> None:
    document = read("一、导言\n\n1、工作组举行了会议，\n讨论了 2、3 和 4 号灯。\n2、会议闭幕。\n")
    assert [(one.kind, one.label, one.text) for one in document.blocks[1:]] == [
        (Kind.PARAGRAPH, "1、", "工作组举行了会议，讨论了 2、3 和 4 号灯。"),
        (Kind.PARAGRAPH, "2、", "会议闭幕。"),
    ]


RESOLUTION = """
        The Assembly of Keepers,
        Recalling its resolution 4/2 of 25 September 2030, entitled “Lamps for
all the harbours of the coast”, in which it asked for more of them,
        Noting that oil is dear,
        1.   Decides to keep the lamps of all the harbours of the coast burning;
        2.   Invites all keepers, and whoever else can, to give what they have of
oil and of wicks;
        3.   Requests a report.
"""


def test_a_resolution_keeps_its_paragraphs_that_only_an_indent_begins() -> None:
    assert [(one.kind, one.label, one.text[:12]) for one in read(RESOLUTION).blocks] == [
        (Kind.TEXT, None, "The Assembly"),
        (Kind.TEXT, None, "Recalling it"),
        (Kind.TEXT, None, "Noting that "),
        (Kind.PARAGRAPH, "1.", "Decides to k"),
        (Kind.PARAGRAPH, "2.", "Invites all "),
        (Kind.PARAGRAPH, "3.", "Requests a r"),
    ]


def test_clauses_of_a_preamble_are_no_cut_sentence() -> None:
    text = "The Assembly of the Keepers,\n\nRecalling its resolution 4/2,\n\n1. Decides to go.\n"
    result = read_bytes(text.encode(), "a.md")
    assert [one.text for one in result.document.blocks] == [
        "The Assembly of the Keepers,",
        "Recalling its resolution 4/2,",
        "Decides to go.",
    ]
    assert not result.findings
    chinese = "灯塔看守人大会第二十次会议，\n\n回顾其2030年9月25日第4/2号决议，\n\n"
    for last in ("1. 决定散会。", "因此现在，大会，发布这一灯塔宣言；"):
        text = f"{chinese}{last}\n"
        assert len(read_bytes(text.encode(), "a.md").document.blocks) == 3


def test_what_has_a_label_and_ends_in_a_figure_behind_a_tab_keeps_its_label() -> None:
    text = "1. They met.\n\n(a) Lamps\t500\n\n2. They paid\t500\n"
    blocks = read_bytes(text.encode(), "a.md").document.blocks
    assert [one.label for one in blocks] == ["1.", "(a)", "2."]


def test_a_numbered_paragraph_torn_at_commas_is_one() -> None:
    text = (
        "1. 会议建议各港口在来年承认看守人有权决定灯具的样式，\n\n"
        "并承认他们有权参与港口、城市和国家各级的灯具规划，\n\n"
        "在此基础上同他们建立公平、公正和长久的合作关系，\n\n以便共同维护灯具。\n"
    )
    (block,) = read_bytes(text.encode(), "a.md").document.blocks
    assert block.text.endswith("以便共同维护灯具。")


def test_a_full_width_space_indents_as_two_columns() -> None:
    text = (
        "　　会议讨论了港口灯具的维修问题和灯油\n供应，并就看守人的培训作出了三项决定。\n"
        "　　会议还讨论了灯塔的历史和港口的未来\n以及费用。\n"
    )
    assert [one.text[:6] for one in read(text).blocks] == ["会议讨论了港", "会议还讨论了"]


def test_a_clause_on_a_line_with_room_left_ends_a_paragraph() -> None:
    text = (
        "1. They counted the lamps and wicks of all of the harbours.\n\nThe Assembly,\n"
        "Recalling its resolution,\nAlso recalling what was said,\n"
    )
    assert [one.text for one in read(text).blocks][1:] == [
        "The Assembly,",
        "Recalling its resolution,",
        "Also recalling what was said,",
    ]


CONTENTS = """
Contents
                                                            Page
  I.   Lamps ............................................     3
       A.   Oil .........................................     4
Annex
       List of lamps ....................................     7

I. Lamps
A. Oil
1. They met.

Annex
List of lamps
1. The first.
"""


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    blocks = read(CONTENTS).blocks
    assert [one.path for one in blocks if one.kind is Kind.HEADING] == ["I", "I/A", "annex"]
    assert [one.text.split(" ")[0] for one in blocks[:6]] == [
        "Contents", "Page", "I.", "A.", "Annex", "List",
    ]  # fmt: skip
    lead = "." * 24
    chinese = f"一. 导言 {lead} 3\n二. 结论 {lead} 6\n一. 导言\n1. 开会。\n"
    assert [one.kind for one in read(chinese).blocks][:2] == [Kind.TEXT, Kind.TEXT]
