"""Chinese references: 上文第 3 和第 5 段, 《公约》第十条第一款, 第 7/1 号决议, 建议 7 至 9."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from toolkit.languages.chinese_elsewhere import outside
from toolkit.languages.chinese_lists import parted
from toolkit.languages.mentions import hide, symbol_spans
from toolkit.languages.reference import ListingWords, Member, Outside, ReferenceList, RefKind
from toolkit.languages.referring import (
    Links,
    again_of,
    joined,
    members,
    normal_part,
    printed,
    trimmed,
    turned,
)
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

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
_RANGE = r"\s?(?:至|到|[-‑–—―−~～]{1,2})\s?"
_AND = r"\s?(?:、|，|和/或|和|与|或|以及|及)\s?"
_TOKEN = Pattern(
    rf"(?P<number>\d{{1,4}}|{_HAN_NUMBER}|[IVXLC]{{1,7}}|(?<![A-Za-z])[A-Z])"
    rf"(?:(?:\s?[段款])?(?P<again>{_LATER}))?(?P<part>{_PARTS})?|(?P<range>{_RANGE})"
)
_ABOVE = ("上文", "上述", "以上", "前文", "前述", "上面")
_BELOW = ("下文", "下述", "以下", "后文", "后述", "下面")
_SIDE = rf"(?:(?P<direction>{'|'.join((*_ABOVE, *_BELOW))})(?:的)?\s?)?"
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
    more = rf"(?:(?:\s?{unit}{_AGAIN})?(?:{_RANGE}|{_AND})(?:第\s?)?{item}){{0,30}}"
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
    more = rf"(?:(?:{_RANGE}|{_AND})(?:{again}\s?)?{number}){{{least - 1},30}}"
    return rf"{_SIDE}{before}(?P<noun>{noun})\s?(?P<list>{number}{more}){tail}"


_ANNEX_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,5}(?![A-Za-z])|[A-Z](?![A-Za-z]))"
_ANY_NUMBER = rf"(?:\d{{1,2}}(?![\d/]|[.,]\d)|[{_HAN}]{{1,3}}|[IVX]{{1,5}}(?![A-Za-z]))"
# 表 and 图 are the ends of many words (代表, 地图); before a reference stand few.
_ALONE = r"(?:(?<![一-龥])|(?<=[见于在参和及与如从按由文述上下])|(?<=报告))"


def _label(noun: str) -> str:
    """The label of a caption, whatever its title begins with: 表 1 2025 年会议."""
    return rf"(?P<direction>(?!))?^(?P<noun>{noun})\s?(?P<list>{_ANY_NUMBER})(?=\s)"


_SECTIONS = r"[A-Z](?:(?:\s?[和、及至]\s?)[A-Z]){0,8}"

_KINDS: tuple[tuple[RefKind, Pattern], ...] = (
    (RefKind.RECOMMENDATION, Pattern(_SIDE + _placed("(?:项|条|号)建议"))),
    (RefKind.RECOMMENDATION, Pattern(_named("建议(?:草案)?", "建议(?:草案)?"))),
    (
        RefKind.RECOMMENDATION,
        Pattern(_named("建议", "建议", _HAN_NUMBER, _HAN_ENDS)),
    ),
    (
        RefKind.RECOMMENDATION,
        Pattern(_named("建议", "建议", _HAN_NUMBER, _HAN_VERBS, least=2)),
    ),
    (
        RefKind.RECOMMENDATION,
        Pattern(_SIDE + r"(?P<noun>建议)" + _placed("[项条]").replace("(?P<noun>", "(?:")),
    ),
    (RefKind.AGENDA_ITEM, Pattern(_named("(?:议程)?(?:分)?项目", "(?:议程)?项目"))),
    (RefKind.AGENDA_ITEM, Pattern(_SIDE + _placed("(?:项|个)?(?:议程)项目"))),
    (
        RefKind.CHAPTER,
        Pattern(_SIDE + _placed("章") + rf"(?:\s?第?\s?(?P<letter>{_SECTIONS})\s?节)?"),
    ),
    (RefKind.SECTION, Pattern(_SIDE + _placed("节", rf"(?:{_NUMBER}|[A-Z])"))),
    (
        RefKind.SECTION,
        Pattern(_SIDE + rf"(?<![A-Za-z])(?P<list>{_SECTIONS})\s?(?P<noun>节)"),
    ),
    (RefKind.ANNEX, Pattern(_named("附件", "附件", _ANNEX_NUMBER, r"(?!\s?[份个年月页\d])"))),
    (RefKind.PARAGRAPH, Pattern(_SIDE + _placed("段", before=_COUNT) + r"(?!时间|时期)")),
    (RefKind.PARAGRAPH, Pattern(_SIDE + _placed("款") + "(?P<treaty>)")),
    (RefKind.FOOTNOTE, Pattern(_named("脚注", "脚注"))),
    (RefKind.FOOTNOTE, Pattern(_SURE_SIDE + _named("注", "注").removeprefix(_SIDE))),
    (RefKind.TABLE, Pattern(_label("表"))),
    (RefKind.FIGURE, Pattern(_label("图"))),
    (RefKind.TABLE, Pattern(_named("表", "表", _ANY_NUMBER, before=_ALONE))),
    (RefKind.FIGURE, Pattern(_named("图", "图", _ANY_NUMBER, before=_ALONE))),
)
# A text without the noun has no such reference; looking is much cheaper than matching.
_STEMS = MappingProxyType(
    {
        RefKind.RECOMMENDATION: ("建议",),
        RefKind.AGENDA_ITEM: ("项目",),
        RefKind.CHAPTER: ("章",),
        RefKind.SECTION: ("节",),
        RefKind.ANNEX: ("附件",),
        RefKind.PARAGRAPH: ("段", "款"),
        RefKind.FOOTNOTE: ("注",),
        RefKind.TABLE: ("表",),
        RefKind.FIGURE: ("图",),
    }
)
_ANY = Pattern(r"[议项章节附段款注表图条决]")
# 第 5 段(b)项: the subparagraph may stand behind the noun.
_PARAGRAPH_TAIL = Pattern(
    rf"(?P<again>{_LATER})?(?:\s?第?(?P<part>{_PARTS})(?:\s?(?:分段|小段|项|款|目))?)?"
)
_LETTERED = Pattern(
    rf"(?:{_SIDE}(?P<sure>{_PARTS})\s?分段|{_SURE_SIDE.replace('direction', 'side')}"
    rf"(?P<part>{_PARTS})\s?[项款])"
)
_ARTICLE = Pattern(_placed("条") + "(?!建议)")
_ARTICLE_TAIL = Pattern(
    rf"\s?(?:{_placed('(?:款|项|段)')}(?:\s?(?P<sub>{_PARTS})\s?[项款目]"
    rf"|第\s?{_NUMBER}\s?[项目])?|(?P<lettered>{_PARTS})\s?[款项])"
)
_NUMBERED = r"(?:E?S-|[A-Z]{2,4}-)?\d{1,4}/(?:[A-Z]{1,4}\.)?\d{1,4}(?:\s?[A-Z](?![A-Za-z]))?"
_DATED = r"\d{1,4}(?:\s?[A-Z])?\s?[(（](?:\d{4}|E?S?-?[IVXLC]+)[)）]"
_ACT = rf"(?:{_NUMBERED}|{_DATED})"
_ACTS = Pattern(
    rf"(?:第\s?)?(?P<list>{_ACT}(?:(?:\s?号)?(?:{_AND}|{_RANGE})(?:第\s?)?{_ACT}){{0,60}})"
    r"\s?号(?P<noun>决议|决定|[^，。；：、]{0,6}?(?:决议|决定))"
)
_ONE_ACT = Pattern(_ACT)
_BARE_ANNEX = Pattern(_SIDE + r"(?P<noun>附件)")
_LINKS = Links(forward=Pattern(r"\s?(?:、|和|及|以及|与|或|，)\s?"), backward=None)

LISTING = ListingWords(
    comma="、",
    conjunction="和",
    to="至",
    again="第",
    conjunctions=("以及", "和/或", "和", "与", "或", "及"),
    opposites=(*zip(_ABOVE, _BELOW, strict=True), *zip(_BELOW, _ABOVE, strict=True)),
)


def reference_lists(text: str) -> tuple[ReferenceList, ...]:
    """Find references, as ``Language.reference_lists`` says.

    Resolutions, decisions and articles always lead out; 第十条第一款 is one mention of an
    article with part "1".
    """
    if not _ANY.search(text):
        return ()
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceList] = []
    for finder, stem in _FINDERS:
        if stem not in text:
            continue
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return joined(text, found, _LINKS)


def _acts(text: str) -> Iterator[ReferenceList]:
    for match in _ACTS.finditer(text):
        kind = RefKind.RESOLUTION if match["noun"].endswith("决议") else RefKind.DECISION
        ones = list(_ONE_ACT.finditer(text, *match.span("list")))
        starts = [match.start(), *(one.start() for one in ones[1:])]
        ends = [*(one.end() for one in ones[:-1]), match.end()]
        for one, start, end in zip(ones, starts, ends, strict=True):
            yield ReferenceList(
                span=Span(start, end), kind=kind, part=_act(one.group()), outside=Outside.LAW
            )


def _act(printed_number: str) -> str:
    """Return a number of a resolution as English prints it: "1874 (2009)", "43/222 B"."""
    plain = printed_number.replace("（", "(").replace("）", ")")
    plain = re.sub(r"\s?\(", " (", plain)
    return re.sub(r"(?<=\d)\s?(?=[A-Z]\b)", " ", plain)


def _articles(text: str) -> Iterator[ReferenceList]:
    for match in _ARTICLE.finditer(text):
        found = members(match, _TOKEN)
        tail = _ARTICLE_TAIL.match(text, match.end()) if found and not found[-1].part else None
        yield ReferenceList(
            span=Span(match.start(), tail.end() if tail else match.end()),
            kind=RefKind.ARTICLE,
            members=found,
            noun=Span(*match.span("noun")),
            part=_article_part(tail) if tail else "",
            outside=Outside.LAW,
        )


def _article_part(tail: re.Match[str]) -> str:
    if tail["lettered"]:
        return normal_part(tail["lettered"])
    main = printed(members(tail, _TOKEN))
    return f"{main} {normal_part(tail['sub'])}" if tail["sub"] else main


def _own(text: str) -> Iterator[ReferenceList]:
    """Find what may be a part of this document."""
    taken: list[Span] = []
    for finder in (_numbered, _lettered):
        for one in finder(text, taken):
            taken.append(one.span)
            yield one


def _numbered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    hidden, known = hide(text, taken), len(taken)
    for kind, pattern in _KINDS:
        if not any(stem in text for stem in _STEMS[kind]):
            continue
        if len(taken) > known:
            hidden, known = hide(text, taken), len(taken)
        for match in pattern.finditer(hidden):
            found = _list(text, kind, match)
            if found.members:
                yield from parted(text, found, match["noun"])


def _list(text: str, kind: RefKind, match: re.Match[str]) -> ReferenceList:
    groups = match.groupdict()
    found = members(match, _TOKEN)
    end = match.end()
    tail = _PARAGRAPH_TAIL.match(text, end) if kind is RefKind.PARAGRAPH else None
    if tail and found and not found[-1].part:
        found, end = (*found[:-1], _tailed(found[-1], tail)), tail.end()
    why = _outside(text, kind, match)
    return ReferenceList(
        span=Span(match.start(), end),
        kind=kind,
        members=found,
        noun=Span(*match.span("noun")),
        part=_letters(groups.get("letter") or ""),
        part_span=trimmed(match, "letter") if groups.get("letter") else None,
        direction=turned(match["direction"], _ABOVE),
        direction_span=trimmed(match, "direction"),
        outside=why[0] if why else None,
        witness=why[1] if why else None,
    )


def _tailed(last: Member, tail: re.Match[str]) -> Member:
    """Return the last number of a list with what stands behind the noun: 第 5 段之二(b)项."""
    if tail["again"] and not last.again:
        span = Span(*tail.span("again"))
        last = last._replace(again=again_of(tail["again"]), again_span=span)
    if tail["part"]:
        where = trimmed(tail, "part")
        last = last._replace(part=normal_part(tail["part"]), part_span=where)
    return last


def _outside(text: str, kind: RefKind, match: re.Match[str]) -> tuple[Outside, Span | None] | None:
    if match["direction"]:
        return None
    why = outside(text, match.start(), kind)
    if why is None and "treaty" in match.groupdict():
        return Outside.LAW, None  # only treaties and laws have 款
    return why


def _letters(printed_letters: str) -> str:
    """Return letters of sections in one form for all languages: "A and B", "A to C"."""
    return normal_part(printed_letters)


def _lettered(text: str, taken: list[Span]) -> Iterator[ReferenceList]:
    for match in _LETTERED.finditer(hide(text, taken)):
        group = "sure" if match["sure"] else "part"
        direction = "direction" if match["sure"] else "side"
        why = None if match[direction] else outside(text, match.start(), RefKind.SUBPARAGRAPH)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.SUBPARAGRAPH,
            part=normal_part(match[group]),
            part_span=trimmed(match, group),
            direction=turned(match[direction], _ABOVE),
            direction_span=trimmed(match, direction),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


def _annexes(text: str) -> Iterator[ReferenceList]:
    for match in _BARE_ANNEX.finditer(text):
        direction = match["direction"]
        why = None if direction else outside(text, match.start(), RefKind.ANNEX)
        yield ReferenceList(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            noun=Span(*match.span("noun")),
            direction=turned(direction, _ABOVE),
            direction_span=trimmed(match, "direction"),
            outside=why[0] if why else None,
            witness=why[1] if why else None,
        )


# Each with what a text must have for it.
_FINDERS = ((_acts, "号"), (_articles, "条"), (_own, ""), (_annexes, "附件"))
