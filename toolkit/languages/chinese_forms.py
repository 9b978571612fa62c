"""The forms of Chinese references, as patterns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.languages.reference import RefKind
from toolkit.text.pattern import Pattern

_HAN = "一二三四五六七八九十百"
_HAN_NUMBER = (
    rf"(?=[{_HAN}])(?:[一二三四五六七八九]?百零?)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?"
)
_ONE_PART = rf"\s?[(（](?:[a-z]{{1,2}}|[ivx]{{1,6}}|\d{{1,2}}|[{_HAN}]{{1,3}})[)）]"
_PART = rf"(?:{_ONE_PART}){{1,4}}"
_PARTS = rf"{_PART}(?:\s?[和及或至、–-]\s?{_PART}){{0,12}}"
_NUMBER = rf"(?:\d{{1,4}}(?![\d/]|[.,]\d)|{_HAN_NUMBER}|[IVXLC]{{1,7}}(?![A-Za-z]))"
_LATER = r"\s?之[二三四五六七八](?![十百])"
_AGAIN = rf"(?:{_LATER})?"
_FIGURES = r"\d{1,3}(?![\d/]|[.,]\d)"
RANGE = r"\s?(?:至|到|[-‑–—―−~～]{1,2})\s?"
AND = r"\s?(?:、|，|和/或|和|与|或|以及|及)\s?"
TOKEN = Pattern(
    rf"(?P<number>\d{{1,4}}|{_HAN_NUMBER}|[IVXLC]{{1,7}}|(?<![A-Za-z])[A-Z])"
    rf"(?:(?:\s?[段款])?(?P<again>{_LATER}))?(?P<part>{_PARTS})?|(?P<range>{RANGE})"
)
ABOVE = ("上文", "上述", "以上", "前文", "前述", "上面")
BELOW = ("下文", "下述", "以下", "后文", "后述", "下面")
_DIRECTIONS = frozenset((*ABOVE, *BELOW))
_SIDE = rf"(?:(?P<direction>{'|'.join((*ABOVE, *BELOW))})(?:的)?\s?)?"
_SURE_SIDE = _SIDE.removesuffix("?")
# Words that may follow a number after 建议 or 项目 when it counts something else.
_NOT_COUNTING = (
    r"(?!\s?(?:[年月日时个名位次份件条章节段款场轮期天周小分家组类种国人万亿千百多余%％]"
    r"|项(?!下)|[.,]?\d))"
)
# What shows that a Han number behind 建议 is its number: 建议三方会谈, 建议一是… have none.
_HAN_ENDS = r"(?=\s?(?:[。；：，）)]|$|[均都已的]|所[载述提指涉]|[两三四五六七八九十]{1,2}[项条]))"

# Behind several numbers a verb shows it too: 建议二和五是新的, but 建议二是… counts reasons.
_HAN_VERBS = r"(?=\s?[是为须需应可将仍也还不未被获由])"


def _placed(unit: str, number: str = _NUMBER, before: str = "") -> str:
    """第 n 和第 m unit, with the unit after each number or only after the last."""
    item = rf"{number}{_AGAIN}(?:{_PARTS})?"
    more = rf"(?:(?:\s?{unit}{_AGAIN})?(?:{RANGE}|{AND})(?:第\s?)?{item}){{0,30}}"
    return rf"第\s?(?P<list>{item}{more})\s?{before}(?P<noun>{unit})"


# A word before or behind the noun that says how many: 两 in 第 3 和第 5 两段.
_COUNT = r"(?:各|(?P<count>[两二三四五六七八九十]{1,2})个?)?"


_NAMED = rf"{_FIGURES}{_AGAIN}(?:{_PARTS})?"


def _named(
    noun: str,
    again: str,
    number: str = _NAMED,
    tail: str = _NOT_COUNTING,
    *,
    before: str = "",
    least: int = 1,
) -> str:
    """Noun n、m和k of ``least`` numbers, with the noun perhaps again before the later ones."""
    more = rf"(?:(?:{RANGE}|{AND})(?:{again}\s?)?{number}){{{least - 1},30}}"
    return rf"{_SIDE}{before}(?P<noun>{noun})\s?(?P<list>{number}{more}){tail}"


_ANNEX_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,5}(?![A-Za-z])|[A-Z](?![A-Za-z]))"
_ANY_NUMBER = rf"(?:\d{{1,2}}(?![\d/]|[.,]\d)|[{_HAN}]{{1,3}}|[IVX]{{1,5}}(?![A-Za-z]))"
# 表 and 图 are the ends of many words (代表, 地图); before a reference stand few.
_ALONE = r"(?:(?<![一-龥])|(?<=[见于在参和及与如从按由文述上下])|(?<=报告))"


def _label(noun: str) -> str:
    """The label of a caption, whatever its title begins with: 表 1 2025 年会议."""
    return rf"(?P<direction>(?!))?^(?P<noun>{noun})\s?(?P<list>{_ANY_NUMBER})(?=\s)"


_SECTIONS = r"[A-Z](?:(?:\s?[和、及至]\s?)[A-Z]){0,8}"


class Form(NamedTuple):
    """A form of mention.

    It begins with ``opens``, a direction before that aside; a text without ``needs`` has none.
    """

    kind: RefKind
    opens: str
    needs: str
    pattern: Pattern


FORMS = (
    Form(RefKind.RECOMMENDATION, "第", "建议", Pattern(_SIDE + _placed("(?:项|条|号)建议"))),
    Form(RefKind.RECOMMENDATION, "建议", "建议", Pattern(_named("建议(?:草案)?", "建议(?:草案)?"))),
    Form(
        RefKind.RECOMMENDATION,
        "建议",
        "建议",
        Pattern(_named("建议", "建议", _HAN_NUMBER, _HAN_ENDS)),
    ),
    Form(
        RefKind.RECOMMENDATION,
        "建议",
        "建议",
        Pattern(_named("建议", "建议", _HAN_NUMBER, _HAN_VERBS, least=2)),
    ),
    Form(
        RefKind.RECOMMENDATION,
        "建议",
        "第",
        Pattern(_SIDE + r"(?P<noun>建议)" + _placed("[项条]").replace("(?P<noun>", "(?:")),
    ),
    Form(
        RefKind.AGENDA_ITEM,
        "",
        "项目",
        Pattern(_named("(?:议程)?(?:分)?项目", "(?:议程)?项目")),
    ),
    Form(RefKind.AGENDA_ITEM, "第", "项目", Pattern(_SIDE + _placed("(?:项|个)?(?:议程)项目"))),
    Form(
        RefKind.CHAPTER,
        "第",
        "章",
        Pattern(_SIDE + _placed("章") + rf"(?:\s?第?\s?(?P<letter>{_SECTIONS})\s?节)?"),
    ),
    Form(RefKind.SECTION, "第", "节", Pattern(_SIDE + _placed("节", rf"(?:{_NUMBER}|[A-Z])"))),
    Form(
        RefKind.SECTION,
        "",
        "节",
        Pattern(_SIDE + rf"(?<![A-Za-z])(?P<list>{_SECTIONS})\s?(?P<noun>节)"),
    ),
    Form(
        RefKind.ANNEX,
        "附件",
        "附件",
        Pattern(_named("附件", "附件", _ANNEX_NUMBER, r"(?!\s?[份个年月页\d])")),
    ),
    Form(
        RefKind.PARAGRAPH,
        "第",
        "段",
        Pattern(_SIDE + _placed("段", before=_COUNT) + r"(?!时间|时期)"),
    ),
    Form(RefKind.PARAGRAPH, "第", "款", Pattern(_SIDE + _placed("款") + "(?P<treaty>)")),
    Form(RefKind.FOOTNOTE, "脚注", "脚注", Pattern(_named("脚注", "脚注"))),
    Form(
        RefKind.FOOTNOTE, "注", "注", Pattern(_SURE_SIDE + _named("注", "注").removeprefix(_SIDE))
    ),
    Form(RefKind.TABLE, "表", "表", Pattern(_label("表"))),
    Form(RefKind.FIGURE, "图", "图", Pattern(_label("图"))),
    Form(RefKind.TABLE, "表", "表", Pattern(_named("表", "表", _ANY_NUMBER, before=_ALONE))),
    Form(RefKind.FIGURE, "图", "图", Pattern(_named("图", "图", _ANY_NUMBER, before=_ALONE))),
)
ANY = Pattern(r"[议项章节附段款注表图条决]")
# 第 5 段(b)项: the subparagraph may stand behind the noun.
PARAGRAPH_TAIL = Pattern(
    rf"(?P<again>{_LATER})?(?:\s?第?(?P<part>{_PARTS})(?:\s?(?:分段|小段|项|款|目))?)?"
)
LETTERED = Pattern(
    rf"(?:{_SIDE}(?P<sure>{_PARTS})\s?分段|{_SURE_SIDE.replace('direction', 'side')}"
    rf"(?P<part>{_PARTS})\s?[项款])"
)
CLOSED = Pattern(r"[)）]\s?[分项款]")  # which every such mention has, and few texts
ARTICLE = Pattern(_placed("条") + "(?!建议)")
ARTICLE_TAIL = Pattern(
    rf"\s?(?:{_placed('(?:款|项|段)')}(?:\s?(?P<sub>{_PARTS})\s?[项款目]"
    rf"|第\s?{_NUMBER}\s?[项目])?|(?P<lettered>{_PARTS})\s?[款项])"
)
BARE_ANNEX = Pattern(_SIDE + r"(?P<noun>附件)")


def matches(pattern: Pattern, opens: str, text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds; what it opens with is looked for first, which is quicker."""
    if not opens:
        yield from pattern.finditer(text)
        return
    end, at = 0, text.find(opens)
    while at >= 0:
        start = _opening(text, at)
        match = pattern.match(text, start) if start >= end else None
        match = match or (pattern.match(text, at) if at >= end else None)
        if match:
            yield match
            end = match.end()
        at = text.find(opens, max(at + 1, end))


def _opening(text: str, at: int) -> int:
    """Return where a mention begins whose first word stands at ``at``: with its direction."""
    start = at - text[at - 1 : at].isspace()
    start -= text[start - 1 : start] == "的"
    return start - 2 if text[max(0, start - 2) : start] in _DIRECTIONS else at
