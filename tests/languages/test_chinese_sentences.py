"""Where Chinese sentences end."""

import pytest

from toolkit.languages import by_code

ZH = by_code("zh")


def cut(text: str) -> list[str]:
    return [span.of(text) for span in ZH.segment(text)]


@pytest.mark.parametrize(
    "text",
    [
        "一. 导言",
        "1. 工作组通过了议程。",
        "A. 会议开幕",
        "渡船停航（冬季结冰。船闸也关闭。），直至春季。",
        "会议听取了《航道安全。概论》一书作者的介绍。",
        "主席说：“会议现在开始。”",
        "工作组通过了题为“保障航行安全。”的决议。",
        "“会议现在开始。”主席说。",
        "讨论了下列议题：(a) 洪水。(b) 枯水。(c) 结冰；以及(d) 大雾。",
        "水位下降了 3.5 米；航道仍然开放：船只照常通行。",
        "发言者名单如下：[……]",
        "鲁里坦尼亚、格劳斯塔克……等国发了言。",
        "文件载于 CSIW/COP/WG.3/2025/L.1/Add.2 和 J. A. Smith 先生的说明。",
        "地址见 https://example.org/a?b=1&c=2!d，全年有效。",
    ],
)
def test_what_belongs_together_is_one_segment(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("会议开幕。", "秘书处作了发言。"),
        ("会议开幕。", "这是第一次会议。"),
        ("会议开幕。", "与会者作了发言。"),
        ("谁来付费？", "由经营方付费！"),
        ("主席说：“会议现在开始。”", "代表们鼓掌。"),
        ("他说：“船闸已关闭。", "请绕行。”"),
        ("船闸已关闭。[^3]", "请绕行。"),
        ("船闸已关闭.", "请绕行。"),
        ("（冬季停航。）", "春季复航。"),
        ("水位上涨……", "船闸关闭。"),
    ],
)
def test_two_sentences_are_two_segments(first: str, second: str) -> None:
    gap = " " if first.endswith(".") else ""
    assert cut(first + gap + second) == [first, second]


def test_a_bracket_never_closed_hides_no_stop() -> None:
    assert cut("（甲说。乙说。") == ["（甲说。", "乙说。"]


def test_straight_quotation_marks_pair_by_turns() -> None:
    assert cut('甲说："好。"乙走了。') == ['甲说："好。"', "乙走了。"]
    assert cut('他说："好。走吧。"') == ['他说："好。', '走吧。"']
