"""Mutants: clean reports into which one defect at a time is planted, in every format we read.

Two sources: a report in two languages with a table of changes to it, and the bad examples of the
rules themselves. Each is written out as Markdown, as Word files with typed and with automatic
numbers, and as text with broken lines. ``python -m tests.checks.mutations`` counts what is found
and writes the table into docs/checking.md.
"""
# ruff: noqa: E501 - a table of defects reads better in long lines

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tests.checks.folders import of_template
from tests.checks.memories import of_memory
from tests.conftest import ROOT
from toolkit.checks import PairInput
from toolkit.checks.registry import rules
from toolkit.checks.rule import Example, Rule, Scope, SetInput
from toolkit.checks.run import FAILED_CODE, run
from toolkit.checks.sets import reports
from toolkit.checks.specimens import report
from toolkit.diagnostics import Finding
from toolkit.model import Document
from toolkit.readers.registry import read_bytes
from toolkit.terms import read_termbase
from toolkit.workflows.alignment.facing import facing_of
from toolkit.workflows.terms.looking import terms_of, terms_of_pair
from toolkit.writers.docx import write

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
    ("REF120", ("with recommendation 1.", "with recommendation [1]."), ("按照建议 1 ", "按照建议 [1] ")),
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


FORMATS = ("markdown", "docx", "docx-live", "text")
PAGE = ROOT / "docs" / "checking.md"
BEGIN, END = "<!-- mutants -->", "<!-- end of mutants -->"
_WIDTHS = {"en": 72, "zh": 36}


@dataclass(frozen=True)
class Mutant:
    """A defect in a document, as written in one format; ``other`` is a version or part beside it.

    ``terms`` is the table of terms that it offends against.
    """

    code: str
    scope: Scope
    format: str
    text: str
    other: str = ""
    terms: str = ""


def read(text: str, name: str = "report") -> Document:
    """Read our Markdown."""
    return read_bytes(text.encode(), f"{name}.md", name="markdown").document


@cache
def in_format(text: str, name: str, format_: str) -> Document:
    """Return a Markdown report as it is read from a file of a format."""
    if format_ == "markdown":
        return read(text, name)
    document = read(text, name)
    if format_ == "text":
        data = wrapped(text, document.language).encode()
        return read_bytes(data, f"{name}.txt", name="text").document
    data = write(document, numbers="live" if format_ == "docx-live" else "typed")
    return read_bytes(data, f"{name}.docx").document


def wrapped(text: str, language: str) -> str:
    """Return a Markdown report as text with broken lines, as one copies it out of a PDF."""
    paragraphs = re.split(r"\n{2,}", text)
    return "\n\n".join(_broken(one, language) for one in paragraphs if not one.startswith("[^"))


def _broken(paragraph: str, language: str) -> str:
    plain = re.sub(r"^#+ |\*\*|\[\^\d+\]", "", paragraph, flags=re.MULTILINE)
    if "\n" in plain.strip() or "    " in plain:
        return plain  # the masthead has lines of its own
    if language == "zh":
        return "\n".join(_lines(plain, _WIDTHS["zh"]))
    return textwrap.fill(plain, _WIDTHS["en"], break_long_words=False, break_on_hyphens=False)


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield lines of Chinese: broken between characters, never inside a figure or a symbol."""
    line = ""
    for piece in re.findall(r"[!-~]+|.", text):
        if line and len(line + piece) > width and piece not in "，。、；：）”》 ":
            yield line
            line = ""
        line += piece
    yield line


def told(mutant: Mutant) -> tuple[Finding, ...]:
    """Return what is found in a mutant."""
    one = in_format(mutant.text, "one", mutant.format)
    if mutant.scope is Scope.TERMS:
        return told_of_terms(mutant, one)
    if mutant.scope is Scope.DOCUMENT or not mutant.other:
        return run([one], select=[mutant.code]).findings
    other = in_format(mutant.other, "other", mutant.format)
    if mutant.scope is Scope.SET:
        sets: tuple[SetInput, ...] = reports([one, other])
        return run([], sets=sets, select=[mutant.code]).findings
    pair = PairInput(one, other, facing_of(one, other))
    return run([], [pair], select=[mutant.code]).findings


def told_of_terms(mutant: Mutant, one: Document) -> tuple[Finding, ...]:
    """Return what is found in a mutant that offends against a termbase."""
    base = read_termbase(mutant.terms.encode(), "terms.tsv").termbase
    if not mutant.other:
        return run([], terms=[terms_of(one, base)], select=[mutant.code]).findings
    other = in_format(mutant.other, "other", mutant.format)
    pair = PairInput(one, other, facing_of(one, other))
    return run([], terms=[terms_of_pair(pair, base)], select=[mutant.code]).findings


def found(mutant: Mutant) -> bool:
    """Return whether the rule finds its defect, and does not break on it."""
    codes = {one.code for one in told(mutant)}
    assert FAILED_CODE not in codes, mutant
    return mutant.code in codes


def mutants() -> Iterator[Mutant]:
    """Yield every defect in every format it can be written in."""
    for one in (*_of_table(), *_of_examples()):
        for format_ in FORMATS:
            if not impossible(one.code, format_):
                yield replace(one, format=format_)


def _of_table() -> Iterator[Mutant]:
    scopes = {one.code: one.scope for one in rules()}
    for code, english, chinese in DEFECTS:
        for source, change, other in ((EN, english, ZH), (ZH, chinese, EN)):
            if change is None:
                continue
            assert change[0] in source, f"“{change[0]}” is not in the report"
            text = source.replace(*change)
            if scopes[code] is Scope.PAIR:
                yield Mutant(code, Scope.PAIR, "", other, text)
            else:
                yield Mutant(code, Scope.DOCUMENT, "", text)


def _of_examples() -> Iterator[Mutant]:
    for rule in rules():
        if rule.scope not in (Scope.MEMORY, Scope.TEMPLATE):
            for one in rule.bad:
                yield Mutant(rule.code, rule.scope, "", one.text, one.other, one.terms)


def found_in_memory(rule: Rule, example: Example) -> bool:
    """Return whether a rule on memories finds its bad example."""
    memories = [of_memory(example)]
    return rule.code in {
        one.code for one in run([], memories=memories, select=[rule.code]).findings
    }


def found_in_template(rule: Rule, example: Example) -> bool:
    """Return whether a rule on templates finds its bad example."""
    told = run([], templates=[of_template(example)], select=[rule.code]).findings
    return rule.code in {one.code for one in told}


# Where a format has no way to hold a defect, and why.
IMPOSSIBLE = {
    "FTN101": "notes are not told from paragraphs",
    "FTN102": "notes are not told from paragraphs",
    "NUM110": "notes are not told from paragraphs",
    "HED102": "headings have no levels but those of their labels",
    "REF111": "there are no links",
    "TYP106": "there is no bold",
    "TYP110": "every line is broken",
    "TYP107": "there are no italics",
    "TYP112": "there is no markup to be left over",
}


def impossible(code: str, format_: str) -> bool:
    """Return whether a defect cannot be written down in a format: in text, that is."""
    return format_ == "text" and code in IMPOSSIBLE


def counts() -> dict[str, dict[str, list[bool]]]:
    """Return, by rule and format, whether each mutant was found."""
    results: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in mutants():
        results[one.code][one.format].append(found(one))
    for rule in rules():
        if rule.scope is Scope.MEMORY:
            results[rule.code]["tmx"] = [found_in_memory(rule, one) for one in rule.bad]
        if rule.scope is Scope.TEMPLATE:
            results[rule.code]["template"] = [found_in_template(rule, one) for one in rule.bad]
    return results


def table() -> str:
    """Return the table of rules, mutants planted and mutants found, in Markdown."""
    columns = (*FORMATS, "tmx", "template")
    lines = ["| Rule | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    total = [0, 0]
    for code, formats in sorted(counts().items()):
        cells = []
        for name in columns:
            every = formats.get(name, [])
            total[0] += sum(every)
            total[1] += len(every)
            cells.append(f"{sum(every)} of {len(every)}" if every else "–")
        lines.append(f"| {code} | " + " | ".join(cells) + " |")
    share = 100 * total[0] / total[1]
    said = f"{total[0]} of {total[1]} mutants are found ({share:.1f} per cent)."
    return f"{said}\n\n" + "\n".join(lines) + "\n"


def write_page() -> None:
    """Put the table into the page, between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n\n{table()}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    write_page()
