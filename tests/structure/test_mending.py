"""Repairs: only what is certain is mended, and each is told."""

import pytest

from toolkit.diagnostics import Finding
from toolkit.languages import by_code
from toolkit.model import Masthead, Note
from toolkit.structure.furniture import claim_footer, drop_furniture
from toolkit.structure.para import Para, Role
from toolkit.structure.rejoin import Mending, mend


def mended(*texts: str | Para, language: str = "en") -> tuple[list[str], list[str]]:
    paras = [one if isinstance(one, Para) else Para(text=one) for one in texts]
    result = mend(paras, by_code(language), Mending(), "file.md")
    return [para.text for para in result.paras], [one.code for one in result.findings]


def test_a_sentence_cut_by_a_page_break_is_joined() -> None:
    assert mended("4. They spoke of the need to keep", "all lamps burning.") == (
        ["4. They spoke of the need to keep all lamps burning."],
        ["RDR101"],
    )
    assert mended("4. 发言者谈到了港口灯具的", "维修问题。", language="zh") == (
        ["4. 发言者谈到了港口灯具的维修问题。"],
        ["RDR101"],
    )


def test_a_sentence_cut_by_two_page_breaks_is_joined() -> None:
    texts, codes = mended("4. They spoke of the", "need to keep", "all lamps burning.")
    assert texts == ["4. They spoke of the need to keep all lamps burning."]
    assert codes == ["RDR101", "RDR101"]


@pytest.mark.parametrize(
    "texts",
    [
        ("4. They spoke.", "all lamps burn."),
        ("4. They spoke of the following:", "all lamps burn."),
        ("4. They spoke of lamps", "Nobody else spoke."),
        ("4. They spoke of lamps", "5. they spoke of oil."),
        ("4. They spoke of lamps", "(a) all lamps;"),
        ("A. Lamps and oil", "all lamps burn."),
        ("Recommendation 4", "all lamps burn."),
        ("Checklist", "all lamps burn."),
        ("President: Ms. Wick . . . . . . . (Lanternia)", "all lamps burn."),
        ("[on the report of the Working Group on all of the]", "lamps of 2030"),
    ],
)
def test_what_is_not_certainly_cut_stays_apart(texts: tuple[str, str]) -> None:
    assert mended(*texts) == (list(texts), [])


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ("第二章：港口的灯具", "第三条", False),
        ("第三条", "凡缔约国均应保养其灯具。", False),
        ("港口灯具维修问题专家会议临时议程", "各国代表出席了会议。", False),
        ("各国代表在会议上谈到了河上各港口灯具的维修和保养", "问题及其费用。", True),
        ("会议审议了灯具维修问题，", "并作出了决定。", True),
    ],
)
def test_a_page_breaks_a_chinese_sentence_behind_a_full_line_or_a_comma(
    first: str, then: str, whole: bool
) -> None:
    texts, codes = mended(first, then, language="zh")
    assert texts == ([first + then] if whole else [first, then])
    assert codes == (["RDR101"] if whole else [])


def test_titles_behind_a_cut_chinese_sentence_stay_apart() -> None:
    texts, _ = mended(
        "各国代表在会议上谈到了河上各港口灯具的维修和保养", "定于星期二上午举行", "会议临时议程",
        language="zh",
    )  # fmt: skip
    assert texts[1:] == ["会议临时议程"]


def test_lines_of_a_list_without_stops_stay_apart() -> None:
    names = [f"第{k}港口每一千盏灯具中需要维修和更换的灯具所占比例" for k in "一二三四五六七八九十"]
    assert mended(*names, language="zh") == (names, [])
    told = [
        f"各国代表谈到了第{k}港口灯具的维修和更换问题及其费用。" for k in "一二三四五六七八九十"
    ]
    assert mended(*told, names[0], "问题。", language="zh")[1] == ["RDR101"]


def test_headings_are_never_joined_with_text() -> None:
    heading = Para(text="Lamps and the oil that they need", role=Role.HEADING, depth=3)
    texts, codes = mended(heading, "all lamps burn.")
    assert (len(texts), codes) == (2, [])


def test_paragraphs_on_neighbouring_lines_are_set_apart() -> None:
    assert mended("24. One.\n25. Two.\n26. Three.") == (
        ["24. One.", "25. Two.", "26. Three."],
        ["RDR102"],
    )


def test_a_wrapped_line_that_begins_with_a_number_is_no_paragraph() -> None:
    assert mended("24. The hour of the meeting was\n12. They left.") == (
        ["24. The hour of the meeting was 12. They left."],
        [],
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_paragraphs_run_together_in_a_line_are_split_where_the_series_goes_on(
    language: str,
) -> None:
    first, second = ("One.", "Two.") if language == "en" else ("第一。", "第二。")
    texts, codes = mended(f"24. {first} 25. {second}", f"26. {second}", language=language)
    assert texts == [f"24. {first}", f"25. {second}", f"26. {second}"]
    assert codes == ["RDR102"]


def test_a_number_in_a_sentence_is_no_paragraph_when_the_series_has_it_already() -> None:
    given = ("24. They met in room 3. 25. was the number.", "25. Two.")
    assert mended(*given) == (list(given), [])


def test_notes_stay_at_their_words_when_paragraphs_are_joined_and_split() -> None:
    notes = (Note(number="1", at=9, text="N"), Note(number="2", at=18, text="M"))
    result = mend([Para(text="24. Ones.\n25. Two.", notes=notes)], by_code("en"), Mending(), "f")
    assert [[(n.number, n.at) for n in para.notes] for para in result.paras] == [
        [("1", 9)],
        [("2", 8)],
    ]
    cut = [
        Para(text="24. They spoke of the"),
        Para(text="lamps.", notes=(Note(number="1", at=6, text="N"),)),
    ]
    (joined,) = mend(cut, by_code("en"), Mending(), "f").paras
    assert joined.text[: joined.notes[0].at] == joined.text


MASTHEAD = Masthead(symbol="XYZ/2030/4", job_number="V.30-01301", job_letter="E", barcode="3001301")


def dropped(*texts: str) -> tuple[list[str], list[Finding]]:
    paras, findings = drop_furniture([Para(text=text) for text in texts], MASTHEAD, "f")
    return [para.text.strip() for para in paras if para.text.strip()], findings


@pytest.mark.parametrize(
    "line",
    [
        "XYZ/2030/4",
        "2/14",
        "V.30-01301",
        "V.30-01301    2/14",
        "Page 3 of 9",
        "第 3 页",
        "2/4   V.30-01301",
        "2    V.30-01301",
        "V.30-01301    3",
        "V.30-01301  (E)",
        "K3001301",
        "XYZ/2030/4    12",
        "2/14  XYZ/2030/4",
    ],
)
def test_running_heads_and_footers_are_left_out_and_told(line: str) -> None:
    texts, findings = dropped("1. One", line, "goes on.")
    assert texts == ["1. One", "goes on."]
    told = " ".join(line.split())
    assert [(one.code, one.values["text"]) for one in findings] == [("RDR103", told)]


@pytest.mark.parametrize("line", ["XYZ/2030/5", "3", "14", "Table 2/14 shows", "1.", "2030"])
def test_what_is_not_certainly_furniture_stays(line: str) -> None:
    texts, findings = dropped("1. One.", line)
    assert (texts, findings) == (["1. One.", line], [])


def test_lone_figures_that_rise_by_one_are_page_numbers() -> None:
    texts, findings = dropped("1. One.", "2", "2. Two.", "- 3 -", "3. Three.")
    assert texts == ["1. One.", "2. Two.", "3. Three."]
    assert len(findings) == 2


def test_job_number_and_barcode_below_the_first_page_are_taken_into_the_masthead() -> None:
    paras = [Para(text="1. One."), Para(text="V.30-01301 (E)   170630\n*3001301*")]
    _, found = claim_footer(paras, Masthead(symbol="XYZ/2030/4"))
    assert (found.job_number, found.stamps, found.barcode) == ("V.30-01301", ("170630",), "3001301")
    _, found = claim_footer([Para(text="K3001301[E]   170630")], Masthead(symbol="XYZ/2030/4"))
    assert (found.job_number, found.job_letter) == ("K3001301", "E")
