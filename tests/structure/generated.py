"""Reports of every build, for laws: made from parts that number themselves."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from toolkit.model import Block, Document, Kind, Masthead, Note, Profile
from toolkit.text.numerals import letter, roman

_WORDS = {
    "en": ("lamps", "keepers", "oil", "the harbour of Aran", "3 boats", "“bright” lights",
           "co-operation", "a well-kept log", "article 10, paragraph 1,", "1.5 million hours",
           "(see XYZ/2030/4)"),
    "zh": ("灯塔", "管理员", "灯油", "3 艘船", "“明亮”的灯", "航行日志", "第 10 条第 1 款",
           "150 万小时", "（见 XYZ/2030/4）", "港口、河道"),
}  # fmt: skip
_SHAPES = {
    "en": ("They spoke of {0} and of {1}.", "States parties should consider {0}, {1} and {2}.",
           "One speaker recalled {0}. Another mentioned {1}; {2} remained."),
    "zh": ("发言者谈到{0}和{1}。", "缔约国应考虑{0}、{1}和{2}。",
           "一名发言者提到{0}。另一名发言者提到{1}；还有{2}。"),
}  # fmt: skip
_OPENING = {"en": "The Secretariat should list:", "zh": "秘书处应列出："}
_HEADS = {
    "en": ("Introduction", "Lamps and oil", "Other matters"),
    "zh": ("导言", "灯与油", "其他事项"),
}
_HAN = "一二三四五六七八九"
_RECOMMENDATION = {"en": "Recommendation", "zh": "建议"}
_BARE = Masthead(
    symbol="XYZ/COP/WG.1/2030/4", distribution="General", date="2030-06-04", original="English"
)
MASTHEADS = {
    "en": replace(
        _BARE,
        organ="Conference of the Parties to the Convention on Lighthouses",
        body="Working Group on Harbour Safety",
        venue="Vienna, 3–5 June 2030",
        title="Report on the meeting of the Working Group on Harbour Safety",
    ),
    "zh": replace(
        _BARE,
        language="Chinese",
        organ="灯塔公约缔约方会议",
        body="港口安全工作组",
        venue="2030 年 6 月 3 日至 5 日，维也纳",
        title="港口安全工作组会议的报告",
    ),
}


@dataclass
class _Counts:
    paragraph: int
    recommendation: int
    note: int = 0
    more: bool = True


@st.composite
def sentences(draw: st.DrawFn, language: str) -> str:
    shape = draw(st.sampled_from(_SHAPES[language]))
    return shape.format(*(draw(st.sampled_from(_WORDS[language])) for _ in range(3)))


@st.composite
def reports(draw: st.DrawFn, language: str, *, more: bool = True) -> Document:
    """Draw a document with chapters, sections, paragraphs, recommendations and lists.

    ``more``: some paragraphs have a second one without a number.
    """
    counts = _Counts(draw(st.integers(0, 30)), draw(st.integers(0, 30)), more=more)
    blocks: list[Block] = []
    for chapter in range(1, draw(st.integers(1, 3)) + 1):
        path = roman(chapter)
        label = f"{_HAN[chapter - 1]}." if language == "zh" else f"{path}."
        blocks.append(_heading(draw, language, label, chapter, path, 1))
        _content(draw, language, path, blocks, counts)
        for section in range(1, draw(st.integers(0, 2)) + 1):
            capital = letter(section).upper()
            own = f"{path}/{capital}"
            blocks.append(_heading(draw, language, f"{capital}.", section, own, 2))
            _content(draw, language, own, blocks, counts)
    return Document(
        profile=Profile.OTHER,
        language=language,
        masthead=MASTHEADS[language],
        blocks=tuple(replace(one, id=f"b{at}") for at, one in enumerate(blocks, 1)),
    )


def _heading(
    draw: st.DrawFn, language: str, label: str, number: int, path: str, level: int
) -> Block:
    text = draw(st.sampled_from(_HEADS[language]))
    return Block(
        id="", kind=Kind.HEADING, text=text, label=label, number=number, path=path, level=level,
        continued=draw(st.booleans()),
    )  # fmt: skip


def _content(
    draw: st.DrawFn, language: str, path: str, blocks: list[Block], counts: _Counts
) -> None:
    for _ in range(draw(st.integers(0, 3))):
        own = _numbered(draw, language, path, blocks, counts)
        extra = draw(st.sampled_from(["", "list", "more"] if counts.more else ["", "list"]))
        if extra == "list":
            counts.note -= len(blocks[-1].notes)
            blocks[-1] = replace(blocks[-1], text=_OPENING[language], notes=())
            _items(draw, language, own, blocks)
        elif extra == "more":
            text = draw(sentences(language))
            blocks.append(Block(id="", kind=Kind.TEXT, text=text, path=own))


def _numbered(
    draw: st.DrawFn, language: str, path: str, blocks: list[Block], counts: _Counts
) -> str:
    text = draw(sentences(language))
    notes: tuple[Note, ...] = ()
    if draw(st.integers(0, 5)) == 0:
        counts.note += 1
        notes = (Note(number=str(counts.note), at=len(text), text=draw(sentences(language))),)
    if draw(st.booleans()):
        counts.paragraph += 1
        number, kind, label = counts.paragraph, Kind.PARAGRAPH, f"{counts.paragraph}."
        own = f"{path}/para {number}"
    else:
        counts.recommendation += 1
        number, kind = counts.recommendation, Kind.RECOMMENDATION
        label, own = f"{_RECOMMENDATION[language]} {number}", f"{path}/rec {number}"
    blocks.append(
        Block(id="", kind=kind, text=text, label=label, number=number, path=own, notes=notes)
    )
    return own


def _items(draw: st.DrawFn, language: str, path: str, blocks: list[Block]) -> None:
    for at in range(1, draw(st.integers(2, 10)) + 1):
        sign = f"({letter(at)})"
        inner = draw(st.integers(0, 6)) == 0
        text = _OPENING[language] if inner else draw(sentences(language))
        blocks.append(_item(text, sign, at, f"{path}/{sign}", 1))
        for below in range(1, draw(st.integers(2, 4)) + 1 if inner else 1):
            small = f"({roman(below).lower()})"
            text = draw(sentences(language))
            blocks.append(_item(text, small, below, f"{path}/{sign}/{small}", 2))


def _item(text: str, label: str, number: int, path: str, level: int) -> Block:
    return Block(
        id="", kind=Kind.ITEM, text=text, label=label, number=number, path=path, level=level
    )
