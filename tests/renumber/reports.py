"""Bilingual reports of invented bodies, made up by Hypothesis."""

from dataclasses import dataclass

from hypothesis import strategies as st

_FIRST = 1
_TOPICS = (
    ("buoys", "浮标"), ("locks", "船闸"), ("pilots", "引航员"), ("ferries", "渡船"),
    ("charts", "航道图"), ("beacons", "灯标"), ("dredgers", "挖泥船"), ("canals", "运河"),
    ("tugs", "拖轮"), ("quays", "码头"), ("gauges", "水位计"), ("sluices", "水闸"),
    ("barges", "驳船"), ("radios", "无线电台"), ("jetties", "突堤"), ("cranes", "起重机"),
)  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """What a sentence refers to: a kind ("rec", "para"), numbers as ranges, with a side or not."""

    kind: str
    ranges: tuple[tuple[int, int], ...]
    side: bool


@dataclass(frozen=True)
class Report:
    """A report: recommendations with their mentions, in two sections, and paragraphs."""

    recs: tuple[Mention | None, ...]
    paras: tuple[Mention | None, ...]
    cut: int  # how many recommendations are in the first section
    items: frozenset[int]  # the recommendations that have subparagraphs

    def markdown(self, language: str) -> str:
        """Return the report in a language."""
        chinese = language == "zh"
        lines = ["# 工作组会议的报告" if chinese else "# Report on the meeting of the Group", ""]
        lines += ["## 一. 导言" if chinese else "## I. Introduction", ""]
        for number, mention in enumerate(self.paras[:3], _FIRST):
            lines += [self._paragraph(number, mention, chinese), ""]
        lines += ["## 二. 建议" if chinese else "## II. Recommendations", ""]
        for number, mention in enumerate(self.recs, _FIRST):
            if number in (1, self.cut + 1):
                name = "A" if number == 1 else "B"
                lines += [f"### {name}. {'安全' if chinese else 'Safety'} {name}", ""]
            lines += self._recommendation(number, mention, chinese)
        lines += ["## 三. 审议情况" if chinese else "## III. Deliberations", ""]
        for number, mention in enumerate(self.paras[3:], _FIRST + 3):
            lines += [self._paragraph(number, mention, chinese), ""]
        lines += ["## 附件" if chinese else "## Annex", ""]
        lines += ["1. 附录首段。" if chinese else "1. The annex begins anew.", ""]
        lines += ["2. 附录次段。" if chinese else "2. The annex goes on.", ""]
        return "\n".join(lines).rstrip() + "\n"

    def _recommendation(self, number: int, mention: Mention | None, chinese: bool) -> list[str]:
        english, han = _TOPICS[number % len(_TOPICS)]
        words = f"缔约国应保护第{'一' * number}类{han}。" if chinese else _english(english, number)
        said = self._said(mention, ("rec", number), chinese)
        lines = [f"#### 建议 {number}" if chinese else f"#### Recommendation {number}", ""]
        lines += [words + said, ""]
        if number in self.items:
            ends = "；。" if chinese else ";."
            more = ("检查", "报告") if chinese else ("Inspect them", "Report on them")
            for letter, words_of, end in zip("ab", more, ends, strict=True):
                lines += [f"({letter}) {words_of}{end}", ""]
        return lines

    def _paragraph(self, number: int, mention: Mention | None, chinese: bool) -> str:
        english, han = _TOPICS[(number * 3) % len(_TOPICS)]
        words = (
            f"{number}. 工作组审议了{'丙' * number}字{han}。"
            if chinese
            else f"{number}. The Group discussed {english} of class {'x' * number}."
        )
        return words + self._said(mention, ("para", number), chinese)

    def _said(self, mention: Mention | None, here: tuple[str, int], chinese: bool) -> str:
        if mention is None:
            return ""
        place = self._place(here)
        places = [self._place((mention.kind, one)) for pair in mention.ranges for one in pair]
        side = ""
        if mention.side and all(one < place for one in places):
            side = "上文" if chinese else " above"
        elif mention.side and all(one > place for one in places):
            side = "下文" if chinese else " below"
        return _chinese(mention, side) if chinese else _sentence(mention, side)

    def _place(self, one: tuple[str, int]) -> tuple[int, int]:
        kind, number = one
        if kind == "rec":
            return (1, number)
        return (0, number) if number <= 3 else (2, number)


def _english(topic: str, number: int) -> str:
    return f"States parties should protect {topic} of grade {'y' * number}."


def _sentence(mention: Mention, side: str) -> str:
    noun = "recommendation" if mention.kind == "rec" else "paragraph"
    printed = _joined([_range(a, b, "–") for a, b in mention.ranges], ", ", " and ")
    many = len(mention.ranges) > 1 or mention.ranges[0][0] != mention.ranges[0][1]
    return f" See {noun}{'s' if many else ''} {printed}{side}."


def _chinese(mention: Mention, side: str) -> str:
    printed = _joined([_range(a, b, " 至 ") for a, b in mention.ranges], "、", " 和 ")
    words = f"建议 {printed}" if mention.kind == "rec" else f"第 {printed} 段"
    return f"见{side}{words}。"


def _range(first: int, last: int, sign: str) -> str:
    return str(first) if first == last else f"{first}{sign}{last}"


def _joined(parts: list[str], comma: str, last: str) -> str:
    return parts[0] if len(parts) == 1 else comma.join(parts[:-1]) + last + parts[-1]


@st.composite
def mentions(draw: st.DrawFn, recs: int, paras: int, *, single: bool) -> Mention | None:
    """Return a mention of things that are there, or none; ``single``: of one number."""
    if not draw(st.integers(0, 2)):
        return None
    kind = draw(st.sampled_from(("rec", "para")))
    most = recs if kind == "rec" else paras
    chosen = sorted(draw(st.sets(st.integers(1, most), min_size=1, max_size=1 if single else 4)))
    ranges: list[tuple[int, int]] = []
    for one in chosen:
        if ranges and one <= ranges[-1][1]:
            continue
        wide = not single and one + 2 <= most and draw(st.booleans())
        ranges.append((one, one + 2 if wide else one))
    return Mention(kind, tuple(ranges), draw(st.booleans()))


@st.composite
def reports(draw: st.DrawFn, *, single: bool = False) -> Report:
    """Return a report whose numbers and references are right; ``single``: no lists in it."""
    recs = draw(st.integers(6, 9))
    paras = draw(st.integers(6, 8))
    return Report(
        recs=tuple(draw(mentions(recs, paras, single=single)) for _ in range(recs)),
        paras=tuple(draw(mentions(recs, paras, single=single)) for _ in range(paras)),
        cut=draw(st.integers(3, recs - 3)),
        items=frozenset(draw(st.sets(st.integers(1, recs), max_size=2))),
    )
