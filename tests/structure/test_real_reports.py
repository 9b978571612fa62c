"""The two real reports, read to the last number: counts, labels, paths and short phrases."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from toolkit.model import Block, Document, Kind, Profile
from toolkit.numbering import Series, sequence_breaks
from toolkit.readers import ReadResult
from toolkit.readers.registry import read_bytes


@pytest.fixture(scope="module")
def final(shared: Path) -> ReadResult:
    path = shared / "reports" / "final-report.zh.md"
    return read_bytes(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def draft(shared: Path) -> ReadResult:
    path = shared / "reports" / "draft-addendum-2.zh.txt"
    return read_bytes(path.read_bytes(), path.name)


def of(document: Document, kind: Kind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


def at(document: Document, path: str) -> list[Block]:
    return [block for block in document.blocks if block.path == path]


def test_the_final_reports_masthead_has_what_is_printed_and_nothing_else(final: ReadResult) -> None:
    masthead = final.document.masthead
    assert final.document.profile is Profile.REPORT
    assert masthead.organ == "联合国打击跨国有组织犯罪公约缔约方会议"
    assert (masthead.distribution, masthead.date) == ("General", "2019-09-25")
    assert (masthead.language, masthead.original) == ("Chinese", "English")
    assert masthead.title is not None
    assert masthead.title.startswith("2019年9月9日至11日在维也纳")
    assert masthead.title.endswith("工作组会议的报告")
    absent = (masthead.symbol, masthead.body, masthead.session, masthead.venue)
    assert absent == (None, None, None, None)
    assert (masthead.job_number, masthead.barcode, masthead.subtitle) == (None, None, None)


def test_the_final_report_has_every_paragraph_and_recommendation(final: ReadResult) -> None:
    document = final.document
    assert [block.number for block in of(document, Kind.PARAGRAPH)] == list(range(1, 70))
    assert [block.number for block in of(document, Kind.RECOMMENDATION)] == list(range(1, 40))
    for series in Series:
        assert sequence_breaks(document, series)[0] == ()


def test_the_final_reports_headings_have_the_levels_of_their_labels(final: ReadResult) -> None:
    headings = of(final.document, Kind.HEADING)
    assert [(one.path, one.level, one.label) for one in headings] == [
        ("I", 1, "一."),
        ("II", 1, "二."),
        ("II/A", 2, "A."),
        ("II/B", 2, "B."),
        ("II/C", 2, "C."),
        ("III", 1, "三."),
        ("IV", 1, "四."),
        ("IV/A", 2, "A."),
        ("IV/B", 2, "B."),
        ("IV/C", 2, "C."),
        ("IV/D", 2, "D."),
        ("IV/E", 2, "E."),
        ("V", 1, "五."),
    ]
    assert not any(one.continued for one in headings)


@pytest.mark.parametrize(
    ("section", "first", "last"), [("II/A", 1, 18), ("II/B", 19, 26), ("II/C", 27, 39)]
)
def test_the_final_reports_recommendations_stand_in_their_sections(
    final: ReadResult, section: str, first: int, last: int
) -> None:
    paths = [block.path for block in of(final.document, Kind.RECOMMENDATION)]
    assert [path for path in paths if path.startswith(f"{section}/")] == [
        f"{section}/rec {number}" for number in range(first, last + 1)
    ]


@pytest.mark.parametrize(
    ("chapter", "first", "last"),
    [("I", 1, 2), ("II", 3, 3), ("III", 7, 52), ("IV/A", 53, 55), ("IV/B", 56, 61), ("V", 69, 69)],
)
def test_the_final_reports_paragraphs_stand_in_their_chapters(
    final: ReadResult, chapter: str, first: int, last: int
) -> None:
    paths = {block.path for block in of(final.document, Kind.PARAGRAPH)}
    for number in range(first, last + 1):
        assert f"{chapter}/para {number}" in paths


def test_the_agenda_of_paragraph_62_is_a_list_inside_it(final: ReadResult) -> None:
    path = "IV/C/para 62"
    items = [b for b in of(final.document, Kind.ITEM) if b.path.startswith(path)]
    assert [(item.path.removeprefix(path), item.label, item.level) for item in items] == [
        ("/1", "1.", 1),
        ("/1/(a)", "(a)", 2),
        ("/1/(b)", "(b)", 2),
        ("/2", "2.", 1),
        ("/3", "3.", 1),
        ("/4", "4.", 1),
        ("/5", "5.", 1),
    ]
    assert items[0].text == "组织事项："
    assert items[-1].text == "通过报告。"


def test_the_documents_of_paragraph_68_are_items_without_mark_up(final: ReadResult) -> None:
    items = [b for b in of(final.document, Kind.ITEM) if b.path.startswith("IV/E/para 68")]
    assert [item.label for item in items] == ["(a)", "(b)", "(c)", "(d)", "(e)"]
    assert items[0].text.startswith("临时议程说明(CTOC/COP/WG.4/2019/1 和 ")
    assert [mark.target for mark in items[0].marks] == ["#", "#"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("II/A/rec 17", "利用技术为贩运人口提供便利"),
        ("III/para 41", "贩运人口活动方面发挥至关重要"),
    ],
)
def test_sentences_that_a_page_break_cut_are_whole(
    final: ReadResult, path: str, words: str
) -> None:
    (block,) = at(final.document, path)
    assert words in block.text


def test_the_run_in_list_of_recommendation_17_has_no_stars(final: ReadResult) -> None:
    (block,) = at(final.document, "II/A/rec 17")
    assert "*" not in block.text
    assert "：(a)在刑事司法系统" in block.text
    assert block.text.endswith("意见。")
    bold = [block.text[mark.start : mark.end] for mark in block.marks]
    assert bold == ["(a)", "(b)", "(c)", "(d)", "(e)"]


def test_paragraph_12_keeps_its_second_part(final: ReadResult) -> None:
    first, second = at(final.document, "III/para 12")
    assert (first.kind, second.kind) == (Kind.PARAGRAPH, Kind.TEXT)
    assert second.text.startswith("她着重指出")
    assert second.text.endswith("蓝心运动。")


def test_no_text_of_the_final_report_has_mark_up_or_is_lost(
    final: ReadResult, shared: Path
) -> None:
    source = (shared / "reports" / "final-report.zh.md").read_text("utf-8")
    read = "".join(f"{b.label or ''}{b.text}" for b in final.document.blocks)
    assert not any(sign in read for sign in ("**", "](", "#", "\n"))
    body = source[source.index("### 一. 导言") :]
    strip = str.maketrans("", "", "*#[]()-\n ")
    assert letters(read.translate(strip)) == letters(body.translate(strip))


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def test_the_final_reports_repairs_are_told(final: ReadResult) -> None:
    rejoined = [one.place for one in final.findings if one.code == "RDR101"]
    split = [one.values["label"] for one in final.findings if one.code == "RDR102"]
    levels = [one.path for one in final.findings if one.code == "RDR104"]
    assert rejoined == ["line 98", "line 259"]
    assert [label[:3] for label in split] == ["25.", "3. "]
    assert {"II/C/rec 39", "IV", "V", "IV/A", "IV/B", "IV/C"} <= set(levels)
    assert all(one.severity == "note" for one in final.findings)


def test_the_drafts_masthead_is_whole(draft: ReadResult) -> None:
    masthead = draft.document.masthead
    assert draft.document.profile is Profile.ADDENDUM
    assert masthead.organ == "联合国打击跨国有组织犯罪公约缔约方会议"
    assert masthead.symbol == "CTOC/COP/WG.4/2019/L.1/Add.2"
    assert (masthead.distribution, masthead.date) == ("Limited", "2019-09-10")
    assert (masthead.language, masthead.original) == ("Chinese", "English")
    assert (masthead.job_number, masthead.job_letter) == ("V.19-09281", "C")
    assert masthead.stamps == ("100919", "100919")
    assert masthead.barcode == "1909281"
    assert masthead.body == "贩运人口问题工作组"
    assert masthead.venue == "2019 年 9 月 9 日至 11 日，维也纳"
    assert (masthead.title, masthead.subtitle) == ("报告草稿", "增编")
    assert (masthead.session, masthead.agenda_item) == (None, None)


def test_the_draft_has_every_paragraph_and_recommendation(draft: ReadResult) -> None:
    document = draft.document
    assert [block.number for block in of(document, Kind.PARAGRAPH)] == list(range(1, 14))
    assert [block.number for block in of(document, Kind.RECOMMENDATION)] == list(range(35, 51))
    assert len(document.blocks) == 35
    for series in Series:
        assert sequence_breaks(document, series)[0] == ()


def test_the_drafts_headings_are_joined_and_their_continuation_is_known(draft: ReadResult) -> None:
    headings = of(draft.document, Kind.HEADING)
    assert [(one.path, one.continued) for one in headings] == [
        ("II", True),
        ("II/A", False),
        ("II/C", False),
        ("III", True),
        ("IV", False),
        ("IV/B", True),
    ]
    assert headings[2].text.endswith("处理贩运人口问题中的作用的建议")
    assert headings[0].text == "建议"


def test_the_drafts_lines_are_joined_without_stray_spaces(draft: ReadResult) -> None:
    (second,) = at(draft.document, "III/para 2")
    assert "解救了 153 名外国国民" in second.text
    assert "打造强大的合作网络。" in second.text
    assert "  " not in second.text
    (eleventh,) = at(draft.document, "IV/B/para 11")
    assert "比利时、" in eleventh.text
    assert "美利坚合众国" in eleventh.text


def test_no_text_of_the_draft_is_lost(draft: ReadResult, shared: Path) -> None:
    source = (shared / "reports" / "draft-addendum-2.zh.txt").read_text("utf-8")
    body = source[source.index("二. 建议") :]
    read = "".join(
        f"{b.label or ''}{b.text}{'（续）' if b.continued else ''}" for b in draft.document.blocks
    )
    assert letters(read) == letters(body)
    assert draft.findings == ()


def test_blocks_of_the_draft_know_their_lines(draft: ReadResult, shared: Path) -> None:
    path = shared / "reports" / "draft-addendum-2.zh.txt"
    lines = path.read_text("utf-8").split("\n")
    for block in draft.document.blocks:
        number = int(block.place.removeprefix("line "))
        assert block.label is not None
        assert lines[number - 1].strip().startswith(block.label)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    draft: ReadResult, shared: Path
) -> None:
    data = (shared / "reports" / "draft-addendum-2.zh.txt").read_bytes()
    marked = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
    assert read_bytes(marked, "draft.txt").document.blocks == draft.document.blocks


def encoded(name: str) -> Callable[[bytes], bytes]:
    return lambda data: data.decode("utf-8").encode(name)


@pytest.mark.parametrize("name", ["utf-16", "gb18030"])
def test_other_encodings_read_the_same(draft: ReadResult, shared: Path, name: str) -> None:
    data = (shared / "reports" / "draft-addendum-2.zh.txt").read_bytes()
    result = read_bytes(encoded(name)(data), "draft.txt")
    assert result.document.blocks == draft.document.blocks
    assert [one.code for one in result.findings] == (["RDR106"] if name == "gb18030" else [])
    assert result.document.origin.sha256 == sha256(encoded(name)(data)).hexdigest()


@pytest.mark.parametrize("name", ["final-report.zh.md", "draft-addendum-2.zh.txt"])
def test_every_block_and_repair_is_as_the_golden_list_has_it(name: str, shared: Path) -> None:
    result = read_bytes((shared / "reports" / name).read_bytes(), name)
    rows = [
        "\t".join(
            (
                block.kind.value,
                str(block.level or ""),
                block.label or "",
                block.path,
                str(len(block.text)),
                sha256(block.text.encode()).hexdigest()[:12],
            )
        )
        for block in result.document.blocks
    ]
    rows += [f"{one.code}\t{one.path}\t{one.place}" for one in result.findings]
    golden = Path(__file__).parent / "golden" / f"{name}.tsv"
    assert rows == golden.read_text("utf-8").splitlines()
