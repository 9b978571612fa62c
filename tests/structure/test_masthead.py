"""Mastheads in many layouts, of bodies that nobody has heard of."""

import pytest

from toolkit.languages import by_code
from toolkit.model import Masthead, Note
from toolkit.readers.registry import read_bytes
from toolkit.structure.head import split_head
from toolkit.structure.para import Para, Role

ENGLISH = by_code("en")
CHINESE = by_code("zh")


def english(*texts: str) -> Masthead:
    return split_head([Para(text=text) for text in texts], ENGLISH)[0].masthead


def chinese(*texts: str) -> Masthead:
    return split_head([Para(text=text) for text in texts], CHINESE)[0].masthead


def test_columns_that_a_layout_flattened_are_set_apart() -> None:
    found = english(
        "United Nations          XYZ/2030/L.1",
        "Conference of the Parties to the        Distr.: Limited\n"
        "Convention on Lighthouses               4 June 2030\n"
        "                                        Original: English",
        "Draft report",
    )
    assert found.organ == "Conference of the Parties to the Convention on Lighthouses"
    assert (found.symbol, found.distribution) == ("XYZ/2030/L.1", "Limited")
    assert (found.date, found.original, found.title) == ("2030-06-04", "English", "Draft report")


def test_a_distribution_block_on_one_line_is_taken_apart() -> None:
    found = chinese("联合国", "Distr.: General 4 June 2030 Chinese Original: English", "报告草稿")
    assert (found.distribution, found.date) == ("General", "2030-06-04")
    assert (found.language, found.original) == ("Chinese", "English")


@pytest.mark.parametrize(
    ("line", "number", "letter", "stamps"),
    [
        ("V.30-01234 (E)    050630    060630", "V.30-01234", "E", ("050630", "060630")),
        ("V.30-01234(C) 050630", "V.30-01234", "C", ("050630",)),
        ("30-01234 (F)", "30-01234", "F", ()),
        ("GE.30-01234 (R) GP 050630 060630", "GE.30-01234", "R", ("050630", "060630")),
    ],
)
def test_job_numbers_of_every_duty_station_are_read(
    line: str, number: str, letter: str, stamps: tuple[str, ...]
) -> None:
    found = english("Distr.: General", line, "*3001234*", "Draft report")
    assert (found.job_number, found.job_letter, found.stamps) == (number, letter, stamps)
    assert found.barcode == "3001234"


def test_session_venue_and_agenda_lines_are_told_from_names() -> None:
    found = english(
        "United Nations    XYZ/2030/2",
        "General Council",
        "Distr.: General",
        "Working Group on Harbour Safety",
        "Third session",
        "Vienna, 3–5 June 2030",
        "Item 2 (b) of the provisional agenda*",
        "Harbour lamps",
        "Lamps and their keepers",
        "Note by the Secretariat",
    )
    assert found.organ == "General Council"
    assert found.body == "Working Group on Harbour Safety"
    assert found.session == "Third session"
    assert found.venue == "Vienna, 3–5 June 2030"
    assert found.agenda_item == "Item 2 (b) of the provisional agenda*"


def test_a_chinese_organ_in_three_lines_is_joined_without_spaces() -> None:
    found = chinese(
        "联 合 国   XYZ/2030/L.1",
        "灯塔国际\n公约缔约方\n会议",
        "Distr.: Limited",
        "报告草稿",
        "增编",
    )
    assert found.organ == "灯塔国际公约缔约方会议"
    assert (found.title, found.subtitle) == ("报告草稿", "增编")


def test_an_organ_whose_name_begins_with_united_nations_keeps_it() -> None:
    assert chinese("联合国灯塔公约 缔约方会议", "Distr.: General", "报告草稿").organ == (
        "联合国灯塔公约缔约方会议"
    )
    found = english("United Nations Lighthouse Council", "Distr.: General", "Draft report")
    assert found.organ == "United Nations Lighthouse Council"


@pytest.mark.parametrize(
    "name", ["港口安全工作组", "灯塔问题特设委员会", "航标专家组", "灯油筹备会议"]
)
def test_chinese_bodies_are_known_by_their_last_word(name: str) -> None:
    found = chinese("联合国", "灯塔公约缔约方会议", "Distr.: Limited", name, "报告草稿")
    assert (found.organ, found.body) == ("灯塔公约缔约方会议", name)


@pytest.mark.parametrize(
    "name",
    [
        "Working Group on Harbour Safety",
        "Ad Hoc Committee on Lamps",
        "Open-ended Intergovernmental Expert Group on Oil",
    ],
)
def test_english_bodies_are_known_by_their_pattern(name: str) -> None:
    found = english("United Nations", "General Council", "Distr.: Limited", name, "Draft report")
    assert (found.organ, found.body) == ("General Council", name)


def test_a_body_above_the_distribution_block_is_no_part_of_the_organ() -> None:
    found = english(
        "United Nations", "General Council\nWorking Group on Oil", "Distr.: General", "Draft report"
    )
    assert (found.organ, found.body) == ("General Council", "Working Group on Oil")


def test_a_long_title_wrapped_over_lines_is_one_title() -> None:
    found = english(
        "Distr.: General",
        "Report on the meeting of the Working Group on Oil\nheld in Vienna from 3 to 5 June 2030",
    )
    assert found.title == (
        "Report on the meeting of the Working Group on Oil held in Vienna from 3 to 5 June 2030"
    )
    found = chinese(
        "Distr.: General", "2030 年 6 月 3 日至 5 日在维也纳举行的灯油\n工作组会议的报告"
    )
    assert found.title == "2030 年 6 月 3 日至 5 日在维也纳举行的灯油工作组会议的报告"
    assert found.venue is None


def test_what_is_not_printed_is_not_invented() -> None:
    assert english("Distr.: General", "Draft report") == Masthead(
        distribution="General", title="Draft report"
    )


def test_paragraphs_certainly_of_the_masthead_may_come_in_any_order() -> None:
    header = [
        Para(text=text, role=Role.MASTHEAD)
        for text in (
            "*3001234*",
            "Distr.: Limited",
            "General Council",
            "United Nations",
            "XYZ/2030/1",
        )
    ]
    body = [Para(text="Draft report", role=Role.TITLE), Para(text="1. The Council met.")]
    head, rest = split_head(body, ENGLISH, header)
    assert head.masthead.organ == "General Council"
    assert (head.masthead.symbol, head.masthead.barcode) == ("XYZ/2030/1", "3001234")
    assert head.masthead.title == "Draft report"
    assert [para.text for para in rest] == ["1. The Council met."]


def test_a_title_page_note_and_an_item_title_are_kept() -> None:
    paras = [
        Para(text="Distr.: General"),
        Para(text="Agenda item 3"),
        Para(text="Harbour lamps"),
        Para(text="* XYZ/2030/1."),
        Para(text="Draft report"),
    ]
    head, _ = split_head(paras, ENGLISH)
    assert head.masthead.agenda_title == "Harbour lamps"
    assert [para.text for para in head.left] == ["* XYZ/2030/1."]
    assert head.unplaced == ()


def test_each_of_several_items_has_its_title_above_that_of_the_paper() -> None:
    paras = [
        Para(text="Distr.: General"),
        Para(text="Items 3 and 4 of the provisional agenda*"),
        Para(text="Harbour lamps"),
        Para(text="Lamp oil: its price\nand its quality"),
        Para(text="What keepers say", role=Role.HEADING, depth=1),
        Para(text="1. It met."),
    ]
    head, text = split_head(paras, ENGLISH)
    assert head.masthead.agenda_title == "Harbour lamps\nLamp oil: its price and its quality"
    assert head.masthead.title == "What keepers say"
    assert [one.text for one in text] == ["1. It met."]


def test_an_item_that_sounds_like_a_report_is_not_the_title_where_mark_up_names_it() -> None:
    paras = [Para(text="Distr.: Limited"), Para(text="议程项目 3"), Para(text="通过报告")]
    title = Para(text="报告草稿**", role=Role.HEADING, depth=1)
    subtitle = Para(text="增编*", role=Role.HEADING, depth=2)
    head, text = split_head([*paras, title, subtitle, Para(text="1. 会议开幕。")], CHINESE)
    assert head.masthead.agenda_title == "通过报告"
    assert (head.masthead.title, head.masthead.subtitle) == ("报告草稿**", "增编*")
    assert len(text) == 1


def test_a_real_footnote_on_a_line_of_the_masthead_is_kept_with_its_mark() -> None:
    agenda = "Item 3 of the provisional agenda"
    paras = [
        Para(text="Distr.: General"),
        Para(text=agenda, notes=(Note(number="*", at=len(agenda), text="XYZ/2030/1."),)),
        Para(text="Draft report", notes=(Note(number="1", at=12, text="Not edited."),)),
    ]
    head, _ = split_head(paras, ENGLISH)
    assert head.masthead.agenda_item == "Item 3 of the provisional agenda*"
    assert head.masthead.title == "Draft report"
    assert [(one.label, one.text) for one in head.left] == [
        ("*", "XYZ/2030/1."),
        ("1", "Not edited."),
    ]


def test_a_document_without_a_masthead_has_none() -> None:
    paras = [Para(text="The Council met on Monday."), Para(text="It rained.")]
    head, rest = split_head(paras, ENGLISH)
    assert head.masthead == Masthead()
    assert len(rest) == 2


def test_a_lone_first_heading_is_the_title_of_a_document_without_masthead() -> None:
    paras = [Para(text="Lamps", role=Role.HEADING, depth=1), Para(text="They burn.")]
    head, rest = split_head(paras, ENGLISH)
    assert head.masthead == Masthead(title="Lamps")
    assert len(rest) == 1


def test_a_symbol_that_is_written_wrongly_is_kept_as_printed() -> None:
    found = english("United Nations    XYZ/COP/WG1/2030/L.1/ADD.2", "Draft report")
    assert found.symbol == "XYZ/COP/WG1/2030/L.1/ADD.2"


def test_a_subtitle_that_names_its_author_marks_the_title_above_it() -> None:
    found = english(
        "United Nations    XYZ/2030/3",
        "Distr.: General",
        "Second session",
        "Vienna, 3–5 June 2030",
        "Item 3 of the provisional agenda*",
        "Lamps",
        "State of lamps in harbours",
        "Note by the Secretariat",
        "* XYZ/2030/1.",
        "Summary",
        "The present note describes lamps.",
    )
    assert (found.title, found.subtitle) == (
        "State of lamps in harbours",
        "Note by the Secretariat",
    )


def test_the_author_marks_the_title_in_chinese_too() -> None:
    found = chinese(
        "联合国    XYZ/2030/3",
        "Distr.: General",
        "2030 年 6 月 3 日至 5 日，维也纳",
        "临时议程* 项目 3",
        "灯",
        "港口灯的状况",
        "秘书处的说明",
        "* XYZ/2030/1。",
        "摘要",
        "本说明介绍灯。",
    )
    assert (found.title, found.subtitle) == ("港口灯的状况", "秘书处的说明")
    assert (found.agenda_item, found.agenda_title) == ("临时议程* 项目 3", "灯")


def test_a_note_on_the_title_in_list_mark_up_is_a_note() -> None:
    paras = [
        Para(text="United Nations    XYZ/2030/3"),
        Para(text="Item 3 of the provisional agenda*"),
        Para(text="Draft report"),
        Para(text="* XYZ/2030/1.", role=Role.ITEM),
        Para(text="1. It met."),
    ]
    head, text = split_head(paras, ENGLISH)
    assert [one.text for one in head.left] == ["* XYZ/2030/1."]
    assert [one.text for one in text] == ["1. It met."]


def test_a_list_without_a_star_before_it_is_text() -> None:
    paras = [Para(text="Draft report"), Para(text="* Lamps", role=Role.ITEM)]
    assert len(split_head(paras, ENGLISH)[1]) == 1


def test_days_on_the_second_line_of_a_title_stay_in_the_title() -> None:
    found = english(
        "United Nations    XYZ/2030/3",
        "Distr.: General",
        "Report of the Council on its session held in Vienna from 31 May to\n3 June 2030",
    )
    assert found.title == (
        "Report of the Council on its session held in Vienna from 31 May to 3 June 2030"
    )
    assert found.date is None


def test_of_two_bodies_below_the_block_the_first_is_the_organ() -> None:
    text = (
        "United Nations    XYZ/MSP/2031/WG.2/L.3\n\nDistr.: Limited\n\n4 March 2031\n\n"
        "Original: English\n\n**Meeting of the States Parties to the Convention on Tunnels**\n\n"
        "**Working Group on Ventilation**\n\nGeneva, 2–4 March 2031\n\n# Draft report\n\n"
        "1. It met.\n"
    )
    masthead = read_bytes(text.encode(), "x.md").document.masthead
    assert masthead.organ == "Meeting of the States Parties to the Convention on Tunnels"
    assert masthead.body == "Working Group on Ventilation"


def test_a_table_at_the_head_of_markdown_is_the_masthead_as_it_is_in_word() -> None:
    source = (
        "| United Nations | XYZ/2030/L.1 |\n|---|---|\n"
        "| Conference on Lighthouses | Distr.: Limited<br>4 June 2030<br>Original: English |\n\n"
        "Working Group on Lamps\n\n# Draft report\n\n1. They met.\n"
    )
    document = read_bytes(source.encode(), "a.md").document
    found = document.masthead
    assert (found.symbol, found.organ) == ("XYZ/2030/L.1", "Conference on Lighthouses")
    assert (found.distribution, found.date, found.original) == ("Limited", "2030-06-04", "English")
    assert [one.text for one in document.blocks] == ["They met."]


def test_a_table_of_anything_else_stays_a_table() -> None:
    source = "# Draft report\n\n| Lamp | Oil |\n|---|---|\n| North | 4 |\n\n1. They met.\n"
    document = read_bytes(source.encode(), "a.md").document
    assert document.blocks[0].rows == (("Lamp", "Oil"), ("North", "4"))


def test_days_without_a_place_are_those_of_the_session() -> None:
    found = english("General Council", "Distr.: General\n4 March 2030", "10–21 March 2030", "Lamps")
    assert (found.date, found.venue, found.title) == ("2030-03-04", "10–21 March 2030", "Lamps")


def test_a_paper_of_an_office_is_titled_by_the_line_above_it() -> None:
    report = "Report of the Office of the High Commissioner for Lamps"
    found = english("Distr.: General", "Agenda item 2", "Oil and wicks", "Right to light", report)
    assert (found.agenda_title, found.title, found.subtitle) == (
        "Oil and wicks",
        "Right to light",
        report,
    )
    found = chinese("Distr.: General", "灯塔问题", "灯塔会议秘书处的说明")
    assert (found.title, found.subtitle) == ("灯塔问题", "灯塔会议秘书处的说明")


def test_a_resolution_is_titled_by_who_adopted_it() -> None:
    found = english(
        "United Nations    XYZ/RES/9/2",
        "                  Distr.: General\nGeneral Council          3 May 2030",
        "Agenda item 4",
        "Resolution adopted by the General Council on\n2 May 2030",
        "[on the report of the Working Group on Oil]",
    )
    assert (found.organ, found.agenda_title) == ("General Council", None)
    assert found.title == "Resolution adopted by the General Council on 2 May 2030"
    assert found.subtitle == "[on the report of the Working Group on Oil]"
    chinese_head = (
        "Distr.: General",
        "第九届会议",
        "2030年5月2日理事会通过的决议",
        "[根据灯油工作组的报告]",
    )
    found = chinese(*chinese_head, "79/412. 灯油")
    assert found.subtitle == "[根据灯油工作组的报告]"


def test_the_record_of_a_meeting_has_its_day_and_place() -> None:
    found = english(
        "United Nations    XYZ/20/PV.1\nGeneral Council\nTwentieth session     Official Records",
        "1st plenary meeting\nTuesday, 3 September 2030, 3 p.m.\nVienna",
        "President:     Ms. Wick  . . . . .  (Lanternia)",
    )
    assert (found.organ, found.session) == ("General Council", "Twentieth session")
    assert (found.title, found.date, found.venue) == ("1st plenary meeting", "2030-09-03", "Vienna")


def test_a_chinese_record_of_a_plenary_meeting_has_it_as_its_title() -> None:
    found = chinese(
        "联合国  XYZ/20/PV.1",
        "大会\n第二十届会议",
        "第1次全体会议\n2030年9月3日星期二下午3时\n维也纳",
    )
    assert (found.session, found.title) == ("第二十届会议", "第1次全体会议")
    assert (found.date, found.venue) == ("2030-09-03", "维也纳")


def test_an_organ_whose_name_goes_on_below_united_nations_is_whole() -> None:
    found = chinese(
        "联 合 国                              XYZ/B/7/3",
        "联合国                 Distr.: General\n灯塔和港口会议         15 July 2030",
        "灯塔理事会\n第七届会议",
    )
    assert (found.organ, found.body) == ("联合国灯塔和港口会议", "灯塔理事会")


def test_the_running_head_of_the_second_page_is_not_of_the_masthead() -> None:
    head = [
        Para(text="United Nations    XYZ/2030/4"),
        Para(text="General Council    Distr.: General"),
        Para(
            text="Working Group on Oil\nReport of the Working Group on its\nmeeting\n"
            "Addendum\nPart one"
        ),
        Para(text="Contents"),
        Para(text="XYZ/2030/4"),
        Para(text="Decision 1"),
    ]
    found, text = split_head(head, ENGLISH)
    assert found.masthead.body == "Working Group on Oil"
    assert found.masthead.title == "Report of the Working Group on its meeting"
    assert found.masthead.subtitle == "Addendum"
    assert [one.text for one in text] == ["Contents", "XYZ/2030/4", "Decision 1"]


def test_a_summary_record_says_where_and_when_it_was_held() -> None:
    head = ("Distr.: General\n3 October 2030", "Working Group on Oil\nThird session")
    held = "Held at the Old Tower, Vienna, on Tuesday, 3 September 2030, at 3 p.m."
    found = english(*head, f"Summary record of the 4th meeting\n{held}", "Chair:  Ms. Wick")
    assert (found.title, found.venue) == ("Summary record of the 4th meeting", held)
    assert (found.date, found.body) == ("2030-10-03", "Working Group on Oil")


def test_the_distribution_may_stand_on_a_line_of_its_own() -> None:
    found = english("General Council\n        Distr.\n        GENERAL\n4 June 2030", "Draft report")
    assert (found.organ, found.distribution) == ("General Council", "GENERAL")
