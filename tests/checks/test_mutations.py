"""A clean report in two languages, into which one defect at a time is planted."""
# ruff: noqa: E501 - a table of defects reads better in long lines

import pytest

from toolkit.checks import PairInput
from toolkit.checks.run import FAILED_CODE, run
from toolkit.checks.specimens import report
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.readers.registry import read_bytes

EN = report("""## I. Introduction

1. The meeting of the Working Group was held in Vienna from 3 to 5 June 2030.[^1] It held three meetings.

## II. Recommendations

2. The Working Group recommended the following.

### A. Lamps

#### Recommendation 1

States parties should check every lamp within 30 days (see paragraph 3 below).

#### Recommendation 2

States parties should:

(a) Train keepers;

(b) Publish the results.

### B. Buoys

#### Recommendation 3

States parties are encouraged to paint buoys in line with recommendation 1.

## III. Organization

3. At its 1st meeting, on 3 June 2030, the Working Group adopted by consensus the following agenda:

1. Opening of the meeting.

2. Lamps.

4. At its 2nd meeting, on 4 June 2030, the Working Group considered agenda item 2 and 1,240 lamps.

5. Under agenda item 2, statements were made by the representatives of the following 3 States parties: Egypt, Kenya and Norway.

6. The following 4 States parties were represented at the meeting: Belgium, Egypt, Kenya and Norway.

7. The following States were represented by observers: Chad, Mali and Togo.

8. The Working Group had before it the following documents:

(a) Annotated agenda (XYZ/COP/WG.1/2030/1);

(b) Note on lamps (XYZ/COP/WG.1/2030/2).

## IV. Adoption of the report

9. At its 3rd meeting, on 5 June 2030, the Working Group adopted its report (XYZ/COP/WG.1/2030/L.1 and XYZ/COP/WG.1/2030/L.1/Add.1).

[^1]: See XYZ/COP/WG.1/2029/6.
""")

ZH = report(
    """## 一. 导言

1. 工作组会议于 2030 年 6 月 3 日至 5 日在维也纳举行。[^1]共举行了三次会议。

## 二. 建议

2. 工作组提出以下建议。

### A. 灯具

#### 建议 1

缔约国应在 30 天内检查每盏灯具（见下文第 3 段）。

#### 建议 2

缔约国应：

(a) 培训守塔人；

(b) 公布结果。

### B. 浮标

#### 建议 3

鼓励缔约国按照建议 1 为浮标上漆。

## 三. 会议安排

3. 工作组在 2030 年 6 月 3 日第 1 次会议上以协商一致方式通过了以下议程：

1. 会议开幕。

2. 灯具。

4. 在 2030 年 6 月 4 日第 2 次会议上，工作组审议了议程项目 2 和 1,240 盏灯具。

5. 在议程项目 2 下，下列 3 个缔约国的代表作了发言：埃及、肯尼亚和挪威。

6. 下列 4 个缔约国派代表出席了会议：比利时、埃及、肯尼亚和挪威。

7. 下列国家派观察员出席了会议：乍得、马里和多哥。

8. 工作组收到了下列文件：

(a) 议程说明（XYZ/COP/WG.1/2030/1）；

(b) 关于灯具的说明（XYZ/COP/WG.1/2030/2）。

## 四. 通过报告

9. 工作组在 2030 年 6 月 5 日第 3 次会议上通过了会议报告（XYZ/COP/WG.1/2030/L.1 和 XYZ/COP/WG.1/2030/L.1/Add.1）。

[^1]: 见 XYZ/COP/WG.1/2029/6。
""",
    "zh",
)

# code, and in each language what is replaced by what; None where the fault cannot be planted.
Change = tuple[str, str] | None
DEFECTS: list[tuple[str, Change, Change]] = [
    ("MST103", ("Original: English", "English\nOriginal: English"), ("Chinese\nO", "English\nO")),
    ("MST104", ("*3001234*", "*3001235*"), ("*3001234*", "*3001235*")),
    ("MST105", ("V.30-01234 (E)", "V.30-01234 (C)"), ("V.30-01234 (C)", "V.30-01234 (E)")),
    ("MST106", ("180630", "180613"), ("180630", "189930")),
    ("MST107", ("from 3 to 5 June 2030.[", "from 3 to 6 June 2030.["), ("日至 5 日在维也纳举行。", "日至 6 日在维也纳举行。")),
    ("SYM104", ("    XYZ/COP/WG.1/2030/6", ""), ("    XYZ/COP/WG.1/2030/6", "")),
    ("SYM105", ("Distr.: General", "Distr.: Limited"), ("Distr.: General", "Distr.: Limited")),
    ("SYM106", ("WG.1/2030/6", "WG.1/2031/6"), ("WG.1/2030/6", "WG.1/2031/6")),
    ("SYM101", ("WG.1/2030/2)", "WG1/2030/2)"), ("WG.1/2030/2）", "WG1/2030/2）")),
    ("SYM103", ("WG.1/2030/2)", "wg.1/2030/2)"), ("XYZ/COP/WG.1/2030/2）", "XYZ／COP／WG.1／2030／2）")),
    ("SYM107", ("L.1/Add.1)", "L.1/Add.2)"), ("L.1/Add.1）", "L.1/Add.2）")),
    ("SYM108", ("WG.1/2030/2)", "WG.1/2030/6)"), ("WG.1/2030/2）", "WG.1/2030/6）")),
    ("LST109", ("WG.1/2030/1)", "WG.1/2030/9)"), ("WG.1/2030/1）", "WG.1/2030/9）")),
    ("NUM101", ("\n7. The", "\n8. The"), ("\n7. 下列", "\n6. 下列")),
    ("NUM102", ("\n5. Under", "\n1. Under"), None),
    ("NUM103", ("## III.", "## IV."), ("## 三.", "## 四.")),
    ("NUM104", ("### B.", "### C."), ("### B.", "### C.")),
    ("NUM106", ("(b) Publish", "(c) Publish"), ("(b) 公布", "(c) 公布")),
    ("NUM110", ("[^1]", "[^2]"), ("[^1]", "[^2]")),
    ("NUM112", ("#### Recommendation 2", "#### Recommendation 1 bis"), None),
    ("HED103", ("## III. Organization", "## III. Organization (continued)"), ("## 三. 会议安排", "## 三. 会议安排（续）")),
    ("HED105", ("### B. Buoys", "### B. Buoys and"), ("### B. 浮标", "### B. 浮标和")),
    ("HED107", ("## IV. Adoption of the report", "## IV. Closing"), ("## 四. 通过报告", "## 四. 闭幕")),
    ("REC101", ("#### Recommendation 3", "#### Recommendation 4"), ("#### 建议 3", "#### 建议 2")),
    ("REC103", ("States parties are encouraged to paint buoys in line with recommendation 1.\n", ""), ("鼓励缔约国按照建议 1 为浮标上漆。\n", "")),
    ("REC105", ("States parties are", "Member States are"), ("鼓励缔约国", "鼓励会员国")),
    ("REC123", ("recommendation 1.", "recommendation 1"), ("上漆。", "上漆")),
    ("REF101", ("paragraph 3 below", "paragraph 30 below"), ("第 3 段", "第 30 段")),
    ("REF102", ("paragraph 3 below", "paragraph 3 above"), ("下文第 3 段", "上文第 3 段")),
    ("REF103", ("paragraph 3 below", "paragraphs 5 to 3 below"), ("第 3 段", "第 5 至 3 段")),
    ("REF104", ("with recommendation 1.", "with recommendation 11."), ("按照建议 1 ", "按照建议 11 ")),
    ("REF106", ("considered agenda item 2", "considered agenda item 3"), ("审议了议程项目 2", "审议了议程项目 3")),
    ("LST101", ("Belgium, Egypt, Kenya", "Egypt, Belgium, Kenya"), ("比利时、埃及", "埃及、比利时")),
    ("LST102", ("Belgium, Egypt", "Egypt, Egypt"), ("比利时、埃及", "埃及、埃及")),
    ("LST103", ("States parties: Egypt, Kenya and Norway", "States parties: Egypt, Kenya and Peru"), ("发言：埃及、肯尼亚和挪威", "发言：埃及、肯尼亚和秘鲁")),
    ("LST105", ("Mali and Togo", "Mali, Togo"), ("马里和多哥", "马里、多哥")),
    ("LST107", ("1,240 lamps", "[…] lamps"), ("1,240 盏", "[……] 盏")),
    ("LST122", ("Chad, Mali", "Chad, Kenya"), ("乍得、马里", "乍得、肯尼亚")),
    ("CNT101", ("following 4 States", "following 5 States"), ("下列 4 个", "下列五个")),
    ("DAT101", ("on 4 June 2030", "on 31 June 2030"), ("6 月 4 日", "6 月 31 日")),
    ("DAT102", ("At its 3rd meeting", "At its 4th meeting"), ("第 3 次会议", "第 4 次会议")),
    ("DAT103", ("2nd meeting, on 4 June", "2nd meeting, on 3 June 2030, and 3rd meeting, on 4 June"), ("6 月 3 日第 1 次", "6 月 5 日第 1 次")),
    ("DAT105", ("on 5 June 2030, the Working", "on 6 June 2030, the Working"), ("6 月 5 日第 3", "6 月 6 日第 3")),
    ("TYP101", None, ("会议上，工作组", "会议上,工作组")),
    ("TYP103", ("every lamp", 'every "lamp"'), ("每盏灯具", '每盏"灯具"')),
    ("TYP105", ("check every", "check  every"), ("公布结果", "公布 结果")),
    ("PAR101", None, ("\n2. 灯具。\n", "\n")),
    ("PAR102", None, ("1,240", "1,420")),
    ("PAR103", None, ("## 四.", "## 五.")),
    ("PAR104", None, ("马里", "缅甸")),
    ("PAR105", None, ("缔约国应在", "缔约国必须在")),
    ("PAR122", None, ("6 月 5 日第 3", "6 月 4 日第 3")),
    ("PAR132", None, ("2029/6。", "2029/7。")),
    ("PAR142", None, ("按照建议 1 ", "按照建议 2 ")),
]  # fmt: skip


def read(text: str, path: str) -> Document:
    return read_bytes(text.encode(), path, name="markdown").document


def codes(english: str, chinese: str) -> set[str]:
    pair = PairInput(read(english, "en.md"), read(chinese, "zh.md"))
    findings = run([], [pair]).findings
    assert [one.message for one in findings if one.code == FAILED_CODE] == []
    return {one.code for one in findings if one.severity is not Severity.NOTE}


def test_the_clean_report_has_no_finding() -> None:
    assert codes(EN, ZH) == set()


def planted(text: str, change: tuple[str, str]) -> str:
    assert change[0] in text, f"“{change[0]}” is not in the report"
    return text.replace(change[0], change[1])


@pytest.mark.parametrize(
    ("code", "change"), [pytest.param(c, en, id=c) for c, en, _ in DEFECTS if en]
)
def test_a_defect_planted_in_english_is_found(code: str, change: tuple[str, str]) -> None:
    assert code in codes(planted(EN, change), ZH)


@pytest.mark.parametrize(
    ("code", "change"), [pytest.param(c, zh, id=c) for c, _, zh in DEFECTS if zh]
)
def test_a_defect_planted_in_chinese_is_found(code: str, change: tuple[str, str]) -> None:
    assert code in codes(EN, planted(ZH, change))
