"""Chinese references: 上文第 3 和第 5 段, 《公约》第十条第一款, 第 7/1 号决议, 建议 7 至 9."""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.languages.language import Direction, ReferenceMention, RefKind
from toolkit.languages.mentions import HIDDEN, hide, symbol_spans
from toolkit.languages.referring import elements, listed, printed
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import chinese_value, letter_value, roman_value
from toolkit.text.spans import Span

_LISTS = vocabulary("zh").lists
_HAN = "一二三四五六七八九十百"
_ONE_PART = rf"\s?[(（](?:[a-z]{{1,2}}|[ivx]{{1,6}}|\d{{1,2}}|[{_HAN}]{{1,3}})[)）]"
_PART = rf"(?:{_ONE_PART}){{1,4}}"
_PARTS = rf"{_PART}(?:\s?[和及至、]\s?{_PART}){{0,12}}"
_NUMBER = rf"(?:\d{{1,4}}(?![\d/]|[.,]\d)|[{_HAN}]{{1,6}}|[IVXLC]{{1,7}}(?![A-Za-z]))"
_FIGURES = r"\d{1,3}(?![\d/]|[.,]\d)"
_RANGE = r"\s?(?:至|到|[-–—―~～])\s?"
_AND = r"\s?(?:、|，|和|与|或|以及|及)\s?"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,4}}|[{_HAN}]{{1,6}}|[IVXLC]{{1,7}}|(?<![A-Za-z])[A-Z])"
    rf"(?:\s?之[二三四])?(?P<part>{_PARTS})?|(?P<range>{_RANGE})"
)
_SIDE = r"(?:(?P<direction>上文|上述|以上|下文|下述|以下)(?:的)?\s?)?"
# Words that may follow a number after 建议 or 项目 when it counts something else.
_NOT_COUNTING = (
    r"(?!\s?(?:[年月日时个名位次份件条章节段款场轮期天周小分家组类种国人万亿千百多余%％]"
    r"|项(?!下)|[.,]?\d))"
)


def _placed(unit: str, number: str = _NUMBER) -> str:
    """第 n 和第 m unit, with the unit after each number or only after the last."""
    item = rf"{number}(?:{_PARTS})?"
    more = rf"(?:(?:\s?{unit})?(?:{_RANGE}|{_AND})(?:第\s?)?{item}){{0,30}}"
    return rf"第\s?(?P<list>{item}{more})\s?{unit}"


_NAMED = rf"{_FIGURES}(?:{_PARTS})?"


def _named(noun: str, again: str, number: str = _NAMED, tail: str = _NOT_COUNTING) -> str:
    """Noun n、m和k, with the noun perhaps again before the later numbers."""
    more = rf"(?:(?:{_RANGE}|{_AND})(?:{again}\s?)?{number}){{0,30}}"
    return rf"{_SIDE}{noun}\s?(?P<list>{number}{more}){tail}"


_ANNEX_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,5}(?![A-Za-z])|[A-Z](?![A-Za-z]))"

_KINDS: tuple[tuple[RefKind, re.Pattern[str]], ...] = (
    (RefKind.RECOMMENDATION, re.compile(_SIDE + _placed("(?:项|条|号)建议"))),
    (RefKind.RECOMMENDATION, re.compile(_named("建议", "建议"))),
    (RefKind.AGENDA_ITEM, re.compile(_named("(?:议程)?(?:分)?项目", "(?:议程)?项目"))),
    (RefKind.AGENDA_ITEM, re.compile(_SIDE + _placed("(?:项|个)?(?:议程)项目"))),
    (RefKind.CHAPTER, re.compile(_SIDE + _placed("章") + r"(?:\s?(?P<letter>[A-Z])\s?节)?")),
    (RefKind.SECTION, re.compile(_SIDE + _placed("节", rf"(?:{_NUMBER}|[A-Z])"))),
    (
        RefKind.SECTION,
        re.compile(_SIDE + r"(?<![A-Za-z])(?P<list>[A-Z](?:(?:\s?[和、及至]\s?)[A-Z]){0,8})\s?节"),
    ),
    (RefKind.ANNEX, re.compile(_named("附件", "附件", _ANNEX_NUMBER, r"(?!\s?[份个年月页\d])"))),
    (RefKind.PARAGRAPH, re.compile(_SIDE + _placed("段"))),
    (RefKind.PARAGRAPH, re.compile(_SIDE + _placed("款") + "(?P<treaty>)")),
)
_ARTICLE = re.compile(_placed("条"))
_ARTICLE_TAIL = re.compile(
    rf"\s?(?:{_placed('(?:款|项|段)')}(?:\s?(?P<sub>{_PARTS})\s?[项款目]|第\s?{_NUMBER}\s?[项目])?|(?P<lettered>{_PARTS})\s?[款项])"
)
_NUMBERED = r"(?:E?S-|[A-Z]{2,4}-)?\d{1,4}/(?:[A-Z]{1,4}\.)?\d{1,4}(?:\s?[A-Z](?![A-Za-z]))?"
_DATED = r"\d{1,4}(?:\s?[A-Z])?\s?[(（](?:\d{4}|E?S?-?[IVXLC]+)[)）]"
_ACT = rf"(?:{_NUMBERED}|{_DATED})"
_ACTS = re.compile(
    rf"(?:第\s?)?(?P<list>{_ACT}(?:(?:\s?号)?(?:{_AND}|{_RANGE})(?:第\s?)?{_ACT}){{0,60}})"
    r"\s?号(?P<noun>决议|决定|[^，。；：、]{0,6}?(?:决议|决定))"
)
_ONE_ACT = re.compile(_ACT)
_BARE_ANNEX = re.compile(_SIDE + r"附件")
_HERE = re.compile(
    rf"(?:{alternation(_LISTS['reference.here'])})(?:的)?(?:{_SIDE.replace('P<direction>', ':')})$"
)
_BEFORE = re.compile(
    rf"(?:{alternation(_LISTS['reference.elsewhere'])}|{HIDDEN})"
    rf"(?:[（(][^（()）]{{0,40}}[)）]|{HIDDEN})?(?:号文件)?(?:附件)?[，,、]?\s?(?:的|中|内|见)?(?:执行部分|序言部分)?(?:的)?\s?$"
)
_LOOK_BACK = 64


def references(text: str) -> tuple[ReferenceMention, ...]:
    """Find references, as ``Language.references`` says.

    Resolutions, decisions and articles are always ``external``; 第十条第一款 is one mention of
    an article with part "1".
    """
    hidden = hide(text, symbol_spans(text))
    found: list[ReferenceMention] = []
    for finder in (_acts, _articles, _others, _annexes):
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return tuple(sorted(found, key=lambda one: one.span))


def _acts(text: str) -> Iterator[ReferenceMention]:
    for match in _ACTS.finditer(text):
        kind = RefKind.RESOLUTION if match["noun"].endswith("决议") else RefKind.DECISION
        ones = list(_ONE_ACT.finditer(text, *match.span("list")))
        starts = [match.start(), *(one.start() for one in ones[1:])]
        ends = [*(one.end() for one in ones[:-1]), match.end()]
        for one, start, end in zip(ones, starts, ends, strict=True):
            yield ReferenceMention(
                span=Span(start, end), kind=kind, part=_act(one.group()), external=True
            )


def _act(printed_number: str) -> str:
    """Return a number of a resolution as English prints it: "1874 (2009)", "43/222 B"."""
    plain = printed_number.replace("（", "(").replace("）", ")")
    plain = re.sub(r"\s?\(", " (", plain)
    return re.sub(r"(?<=\d)\s?(?=[A-Z]\b)", " ", plain)


def _articles(text: str) -> Iterator[ReferenceMention]:
    outside = ReferenceMention(span=Span(0, 0), kind=RefKind.ARTICLE, external=True)
    for match in _ARTICLE.finditer(text):
        found = elements(match, _TOKEN, _value)
        mentions = listed(RefKind.ARTICLE, Span(*match.span()), found, outside)
        tail = _ARTICLE_TAIL.match(text, match.end())
        if tail and mentions and not mentions[-1].part:
            span = Span(mentions[-1].span.start, tail.end())
            mentions[-1] = replace(mentions[-1], span=span, part=_article_part(tail))
        yield from mentions


def _article_part(tail: re.Match[str]) -> str:
    if tail["lettered"]:
        return _normal(tail["lettered"])
    main = printed(elements(tail, _TOKEN, _value))
    return f"{main} {_normal(tail['sub'])}" if tail["sub"] else main


def _normal(part: str) -> str:
    match = re.match(r"(?P<list>.*)", "1" + part)
    return printed(elements(match, _TOKEN, _value)).removeprefix("1").strip() if match else ""


def _others(text: str) -> Iterator[ReferenceMention]:
    taken: list[Span] = []
    for kind, pattern in _KINDS:
        for match in pattern.finditer(hide(text, taken)):
            for one in _mentions(kind, match, text):
                taken.append(one.span)
                yield one


def _mentions(kind: RefKind, match: re.Match[str], text: str) -> list[ReferenceMention]:
    found = elements(match, _TOKEN, _value)
    if not found:
        return []
    groups = match.groupdict()
    direction = _direction(match["direction"])
    template = ReferenceMention(
        span=Span(*match.span()),
        kind=kind,
        part=groups.get("letter") or "",
        direction=direction,
        external="treaty" in groups or (not direction and _is_external(text, match.start())),
    )
    return listed(kind, template.span, found, template)


def _annexes(text: str) -> Iterator[ReferenceMention]:
    for match in _BARE_ANNEX.finditer(text):
        yield ReferenceMention(
            span=Span(*match.span()),
            kind=RefKind.ANNEX,
            direction=_direction(match["direction"]),
            external=_is_external(text, match.start()),
        )


def _direction(word: str | None) -> Direction | None:
    if not word:
        return None
    return Direction.ABOVE if "上" in word else Direction.BELOW


def _is_external(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    return not _HERE.search(before) and _BEFORE.search(before) is not None


def _value(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    if not number.isascii():
        return chinese_value(number)
    value = roman_value(number)
    if value is not None and (len(number) > 1 or number in "IVX"):
        return value
    return letter_value(number)
