"""References of whole documents: where they stand, what they lead to, and what leads out."""

import pytest

from toolkit.languages import Outside, RefKind
from toolkit.model import Document
from toolkit.readers.registry import read_bytes
from toolkit.references import Reference, find_references, index_of, strayed

EN = """# Report on the meeting of the Working Group on Pilotage

## I. Debate

1. It met (see paragraphs 2 and 4 below, and footnote 1).[^1]

2. It took note of the following:

(a) Locks;

(b) Weirs (see subparagraph (a) above).

3. In paragraph 2 (b) above it spoke of weirs; paragraph 9 does not exist.

4. Recommendations 1–3, chapter II, section A, and the annex were before it, as were
paragraph 2 of the annex and table 1.

## II. Outcome

### A. Recommendations

#### Recommendation 1

States parties should count locks.

#### Recommendation 2

States parties should count weirs (recommendation 1 above).

#### Recommendation 3

States parties should follow recommendation 7 of its ninth meeting.

### B. Agenda

5. The Working Group adopted the following agenda:

1. Opening.

2. Locks.

6. Under agenda items 1 and 2 it spoke; item 3 was not taken up.

Table 1. Locks by river

## Annex

1. The first.

2. The second (see paragraph 1 above).

[^1]: See paragraph 3 above and paragraph 3 of resolution 7/1.
"""

ZH = """# 领航工作组会议的报告

## 一. 审议情况

1. 工作组开会（见下文第 2 和第 4 段）。

2. 工作组注意到：

(a) 船闸；

(b) 堰坝（见上文(a)项）。

3. 上文第 2(b) 段谈到堰坝；第 9 段不存在。

4. 工作组面前有建议 1 至 2、第二章 A 节和附件。

## 二. 成果

### A. 建议

#### 建议 1

缔约国应清点船闸。

#### 建议 2

缔约国应遵循第九次会议的建议 7。

## 附件

1. 第一条。
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "report.md").document


def shown(document: Document) -> list[str]:
    return [line(one) for one in find_references(document) if not one.external]


def line(one: Reference) -> str:
    targets = [
        " ".join([target.path or "nothing", *(item or "none" for item in target.items)])
        for target in one.targets
    ]
    return f"{one.words} > {', '.join(targets)}"


def test_every_reference_is_led_to_its_block() -> None:
    document = read(EN)
    ids = {block.path: block.id for block in document.blocks}
    assert shown(document) == [
        "paragraphs 2 and 4 below > I/para 2, I/para 4",
        "footnote 1 > I/para 1",
        "paragraph 3 above > I/para 3",
        f"subparagraph (a) above > I/para 2 {ids['I/para 2/(a)']}",
        f"paragraph 2 (b) above > I/para 2 {ids['I/para 2/(b)']}",
        "paragraph 9 > nothing",
        "Recommendations 1–3 > II/A/rec 1, II/A/rec 2, II/A/rec 3",
        "chapter II, section A > II/A",
        "annex > annex",
        "paragraph 2 > annex/para 2",
        "annex > annex",
        "table 1 > II/B/para 6",
        "recommendation 1 above > II/A/rec 1",
        "agenda items 1 and 2 > " + ", ".join(
            block.path for block in document.blocks if block.text in ("Opening.", "Locks.")
        ),
        "item 3 > nothing",
        "paragraph 1 above > annex/para 1",
    ]  # fmt: skip


def test_chinese_references_are_led_to_the_same_places() -> None:
    document = read(ZH)
    ids = {block.path: block.id for block in document.blocks}
    assert shown(document) == [
        "下文第 2 和第 4 段 > I/para 2, I/para 4",
        f"上文(a)项 > I/para 2 {ids['I/para 2/(a)']}",
        f"上文第 2(b) 段 > I/para 2 {ids['I/para 2/(b)']}",
        "第 9 段 > nothing",
        "建议 1 至 2 > II/A/rec 1, II/A/rec 2",
        "第二章 A 节 > II/A",
        "附件 > annex",
    ]


def test_an_annex_without_a_number_is_the_one_that_the_words_stand_in() -> None:
    text = (
        "# 报告\n\n## 附件一\n\n1. 第一条。\n\n## 附件二\n\n1. 第一条。\n\n2. 见本附件第 1 段。\n"
    )
    (reference,) = [one for one in find_references(read(text)) if one.kind is RefKind.PARAGRAPH]
    assert [target.path for target in reference.targets] == ["annex II/para 1"]


def test_an_annex_of_another_document_is_not_the_first_words_of_this_one() -> None:
    text = "The letters came late.\n\n## Heading\n\nReplace the table in the annex.\n"
    (reference,) = find_references(read(text))
    assert [target.path for target in reference.targets] == [None]


def test_what_leads_out_says_why() -> None:
    out = [one for one in find_references(read(EN)) if one.external]
    assert [(one.words, one.outside) for one in out] == [
        ("paragraph 3", Outside.NAMED),
        ("resolution 7/1", Outside.LAW),
        ("recommendation 7", Outside.NAMED),
    ]
    assert out[0].found.witness is not None
    assert out[0].found.witness.of(out[0].text) == "resolution 7/1"
    assert all(not one.targets for one in out)


def test_a_reference_in_a_note_says_which_note() -> None:
    (note,) = [one for one in find_references(read(EN)) if one.where.note is not None][:1]
    assert note.where.note == 0
    assert note.words == "paragraph 3 above"


def test_all_references_lead_to_the_same_words_when_only_numbers_changed() -> None:
    renumbered = (
        EN.replace("paragraph 3 above and", "paragraph 13 above and")
        .replace("\n3. In", "\n13. In")
        .replace("Recommendation 3\n", "Recommendation 4\n")
        .replace("Recommendations 1–3,", "Recommendations 1, 2 and 4,")
    )
    before, after = find_references(read(EN)), find_references(read(renumbered))
    assert [one.after.words for one in strayed(before, after)] == []


def test_a_number_that_resolves_to_other_words_is_seen() -> None:
    swapped = EN.replace("count locks.", "count X.").replace("count weirs (", "count locks (")
    swapped = swapped.replace("count X.", "count weirs.")
    found = list(strayed(find_references(read(EN)), find_references(read(swapped))))
    assert [one.after.words for one in found] == [
        "Recommendations 1–3",
        "recommendation 1 above",
    ]
    assert all(one.gone and one.come for one in found)


def test_an_index_knows_what_there_is() -> None:
    index = index_of(read(EN))
    assert index.highest(RefKind.PARAGRAPH) == 6
    assert index.highest(RefKind.RECOMMENDATION) == 3
    assert index.has(RefKind.TABLE)
    assert not index.has(RefKind.FIGURE)


def test_a_text_that_opens_with_its_own_ordinal_is_no_reference() -> None:
    source = "# 船闸工作组的报告\n\n## 一. 导言\n\n{}\n\n1. 开会。\n"
    words = [
        [one.words for one in find_references(read(source.format(text)))]
        for text in ("第四段。", "第四段：船闸。", "第四段规定清点船闸。", "第四和第五段。")
    ]
    assert words == [[], [], ["第四段"], ["第四和第五段"]]


ANNEXES = """# Report of the Committee on Locks

## I. Debate

1. It met.

2. See {words}.

## Annex I

1. The first of annex I.

2. The second of annex I; so {own} says.

## Annex II

1. The first of annex II.

2. The second of annex II.
"""


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("annex II, paragraph 1", "annex II/para 1"),
        ("annex II (para. 1)", "annex II/para 1"),
        ("annex II (para. 1 above)", "I/para 1"),
        ("annex II (see para. 1)", "I/para 1"),
        ("annex II to the present report, paragraph 1", "annex II/para 1"),
        ("annex II to this report (para. 1)", "annex II/para 1"),
        ("annex II, in particular paragraph 1", "annex II/para 1"),
        ("paragraph 1 of annex II to the present report", "annex II/para 1"),
        ("chapter I, paragraph 1, of the present report", "I/para 1"),
    ],
)
def test_a_paragraph_of_an_annex_is_told_from_one_of_the_report(words: str, leads: str) -> None:
    document = read(ANNEXES.format(words=words, own="paragraph 1 of the present annex"))
    found = [one for one in find_references(document) if one.kind is RefKind.PARAGRAPH]
    assert [target.path for one in found for target in one.targets] == [leads, "annex I/para 1"]


def test_an_annex_that_is_not_named_is_the_one_that_speaks() -> None:
    document = read(ANNEXES.format(words="annex II", own="paragraph 1 of the present annex"))
    assert "annex > annex I" in shown(document)


@pytest.mark.parametrize(
    "words", ["附件二第 1 段", "附件二（第 1 段）", "本报告附件二，特别是第 1 段"]
)
def test_chinese_annexes_and_their_paragraphs(words: str) -> None:
    text = f"""# 船闸委员会的报告

## 一. 审议情况

1. 见{words}。

## 附件一

1. 委员会管理船闸；另见本附件第 2 段。

2. 委员会管理堰坝。

## 附件二

1. 预算很少。
"""
    found = [one for one in find_references(read(text)) if one.kind is RefKind.PARAGRAPH]
    assert [target.path for one in found for target in one.targets] == [
        "annex II/para 1",
        "annex I/para 2",
    ]


def test_the_annex_of_a_text_without_headings_is_led_to() -> None:
    document = read("The annex holds the list.\n\n# Annex\n\n1. A list.\n")
    assert shown(document)[0] == "annex > annex"
