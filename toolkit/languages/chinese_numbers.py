"""Chinese numbers by value: 1,193 人, 1 200 万, 百分之三十二, 六个国家, 第九, 三分之二.

Han figures stand inside many ordinary words (一般, 统一, 十分). They are numbers only after 第,
around 分之, before a measure word, or when the numeral has two characters or more. A lone 一 is
none, as "one" is none in English; nor is a rough figure (数百, 几十, 三四个).
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from toolkit.languages.chinese_dates import date_spans
from toolkit.languages.chinese_references import reference_lists
from toolkit.languages.figures import FIGURE, figure_value, hour, simple_fractions
from toolkit.languages.language import NumberKind, NumberMention
from toolkit.languages.mentions import HIDDEN, hide, mark_spans, phrase_spans, symbol_spans
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import chinese_value, whole_value
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LISTS = vocabulary("zh").lists
_DIGITS = "〇零一二三四五六七八九"
_HAN = f"[{_DIGITS}两十百千万亿]"
_SCALES = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
    "兆": 10**12,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "十万": 10**5,
}
_SCALE = rf"\s?(?:多|余)?\s?(?P<scale>{alternation(_SCALES)})(?![克米瓦伏卡帕赫兆字分])"

_PART_OF = Pattern(
    rf"(?P<whole>{_HAN}{{1,12}}|\d{{1,9}})\s?分之\s?"
    rf"(?P<share>{_HAN}{{1,12}}(?:点[{_DIGITS}]{{1,9}})?|{FIGURE})"
)
_ARABIC = Pattern(
    rf"(?<![A-Za-z\d_.])(?<!\d,)(?<![A-Z一-鿿][-－])(?P<place>第\s?)?{FIGURE}(?![A-Za-z])"
    rf"(?:{_SCALE})?(?P<percent>\s?[%％])?"
)
_CLOCK = Pattern(
    r"(?<![\d.,:：])(?:(?P<hours>1[3-9]|2[0-3])(?=\s?时(?![间候代期段])|[:：](?!00)[0-5]\d(?![\d:：]))"
    r"|(?P<full>[01]?\d|2[0-3])[:：]00(?![\d:：]))"
)
_PLACE = Pattern(rf"第\s?(?P<han>{_HAN}{{1,20}})|(?P<first>首)(?=[届个位批例任份项场轮家名期])")
_RUN = Pattern(rf"{_HAN}{{1,40}}")
_COUNTER = Pattern(
    rf"\s?(?:[(（]\d{{1,3}}[)）]|{HIDDEN}{{3,5}})?(?:多|余|几|来)?(?:大|小|整)?"
    rf"(?:{alternation(_LISTS['number.counters'])})"
)
_IDLE = Pattern(
    rf"(?<!{_HAN})(?<!第)(?:十年(?![前后来])|[两三四五]年期(?!间)|{alternation(_LISTS['number.idle'])})|数以{_HAN}{{1,2}}计"
)
_WEEKDAY = Pattern(rf"(?:星期|礼拜|(?<![{_DIGITS}两每数])周)[一二三四五六日]")
_ROUGH = frozenset(_LISTS["number.rough"])
_ROUGH_ROUND = frozenset(_LISTS["number.rough_round"])


def numbers(text: str) -> tuple[NumberMention, ...]:
    """Find numbers, as ``Language.numbers`` says.

    A percentage is valued as printed: 百分之三十二 is 32.
    """
    spans = [*symbol_spans(text), *date_spans(text), *mark_spans(text)]
    spans += [one.span for one in reference_lists(text)]
    hidden = hide(text, [*spans, *phrase_spans(_WEEKDAY, text)])
    found: list[NumberMention] = []
    for finder in (_parts_of, simple_fractions, _times, _arabic, _places, _han):
        fresh = list(finder(hidden))
        found += fresh
        hidden = hide(hidden, [one.span for one in fresh])
    return tuple(sorted(found, key=lambda one: one.span))


def _parts_of(text: str) -> Iterator[NumberMention]:
    for match in _PART_OF.finditer(text):
        words = match["figure"] is None
        share = _han_decimal(match["share"]) if words else figure_value(match["figure"])
        percent = match["whole"] in ("百", "100")
        whole = _SCALES.get(match["whole"]) or whole_value(match["whole"]) or 0
        if share is None or not whole:
            continue
        yield NumberMention(
            span=Span(*match.span()),
            value=share if percent else share / whole,
            kind=NumberKind.PERCENT if percent else NumberKind.CARDINAL,
            in_words=words,
        )


def _times(text: str) -> Iterator[NumberMention]:
    """Find hours that a clock of twelve hours shows otherwise, 15时, and full ones, 10:00."""
    for match in _CLOCK.finditer(text):
        span = Span(*match.span())
        yield NumberMention(
            span=span, value=hour(match["hours"] or match["full"]), kind=NumberKind.CARDINAL
        )


def _arabic(text: str) -> Iterator[NumberMention]:
    for match in _ARABIC.finditer(text):
        kind = NumberKind.ORDINAL if match["place"] else NumberKind.CARDINAL
        yield NumberMention(
            span=Span(*match.span()),
            value=figure_value(match["figure"]) * _SCALES.get(match["scale"] or "", 1),
            kind=NumberKind.PERCENT if match["percent"] else kind,
        )


def _places(text: str) -> Iterator[NumberMention]:
    for match in _PLACE.finditer(text):
        value = 1 if match["first"] else chinese_value(match["han"])
        if value:
            yield NumberMention(
                span=Span(*match.span()),
                value=Fraction(value),
                kind=NumberKind.ORDINAL,
                in_words=True,
            )


def _han(text: str) -> Iterator[NumberMention]:
    text = hide(text, phrase_spans(_IDLE, text))
    for match in _RUN.finditer(text):
        value = chinese_value(match.group())
        if value and value > 1 and _counts(text, match):
            yield NumberMention(
                span=Span(*match.span()),
                value=Fraction(value),
                kind=NumberKind.CARDINAL,
                in_words=True,
            )


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a numeral in Han is meant as one."""
    run = match.group()
    before = text[match.start() - 1] if match.start() else ""
    if before in _ROUGH or (before in _ROUGH_ROUND and run[0] in "百千万亿"):
        return False
    if len(run) > 1:
        return len(run) == 4 or not all(ch in _DIGITS for ch in run)
    return _COUNTER.match(text, match.end()) is not None


def _han_decimal(han: str) -> Fraction | None:
    whole, _, digits = han.partition("点")
    value = chinese_value(whole)
    if value is None:
        return None
    places = "".join(str(chinese_value(ch)) for ch in digits)
    return Fraction(f"{value}.{places}") if places else Fraction(value)
