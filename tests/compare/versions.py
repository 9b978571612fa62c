"""Two versions of an invented report, the second changed at random."""

from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = ("buoy", "lock", "tug", "pilot", "ferry", "chart", "beacon", "quay", "gauge", "sluice")
HAN = ("浮标", "船闸", "拖轮", "引航", "渡船", "海图", "灯标", "码头", "水位", "水闸")


@dataclass(frozen=True)
class Line:
    """A paragraph ("para"), recommendation, heading, item, table or text, by numbers of words."""

    kind: str
    words: tuple[int, ...]
    note: int | None = None
    bold: bool = False


def markdown(lines: tuple[Line, ...], language: str) -> str:
    """Return a version; numbers run on in the order of the lines."""
    chinese = language == "zh"
    out = ["# 工作组会议的报告" if chinese else "# Report on the meeting of the Group", ""]
    notes: list[str] = []
    counts = {"para": 0, "rec": 0, "heading": 0}
    for line in lines:
        if line.kind in counts:
            counts[line.kind] += 1
        out += _line(line, chinese, counts, notes)
    return "\n".join([*out, *notes]).rstrip() + "\n"


def _line(line: Line, chinese: bool, counts: dict[str, int], notes: list[str]) -> list[str]:
    said = _said(line, chinese)
    if line.note is not None and line.kind in ("para", "rec"):
        count = len(notes) // 2 + 1
        said += f"[^{count}]"
        notes += [f"[^{count}]: {HAN[line.note] if chinese else WORDS[line.note]}.", ""]
    match line.kind:
        case "heading":
            label = "一二三四五六七八九十"[counts["heading"] % 10] if chinese else ""
            return [f"## {label or 'ABCDEFGHIJKLMNOP'[counts['heading']]}. {said}", ""]
        case "para":
            return [f"{counts['para']}. {said}", ""]
        case "rec":
            return [f"#### {'建议' if chinese else 'Recommendation'} {counts['rec']}", "", said, ""]
        case "table":
            cells = [f"| {one} | {one + 1} |" for one in line.words]
            return ["| Year | Count |", "| --- | --- |", *cells, ""]
    return [said, ""]


def _said(line: Line, chinese: bool) -> str:
    if chinese:
        text = "工作组讨论了" + "、".join(HAN[one] for one in line.words) + "问题。"
    else:
        text = (
            "The Group spoke of " + " and ".join(WORDS[one] for one in line.words) + " at length."
        )
    # A heading is bold by its style, which is no mark of its words.
    return f"**{text}**" if line.bold and line.kind != "heading" else text


lines = st.builds(
    Line,
    kind=st.sampled_from(("para", "para", "para", "rec", "text", "heading", "table")),
    words=st.lists(st.integers(0, 9), min_size=1, max_size=6).map(tuple),
    note=st.one_of(st.none(), st.none(), st.integers(0, 9)),
    bold=st.integers(0, 5).map(lambda one: one == 0),
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return an old version and a new one, with lines that moved, changed, went and came."""
    old = draw(st.lists(lines, min_size=1, max_size=9))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(len(new) - 1, 0)))
        match draw(st.sampled_from(("drop", "add", "move", "change"))):
            case "drop" if len(new) > 1:
                new.pop(at)
            case "add":
                new.insert(at, draw(lines))
            case "move":
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
            case "change":
                new[at] = draw(lines)
    return tuple(old), tuple(new)
