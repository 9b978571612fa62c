"""Where a Chinese sentence ends.

Brackets and book-title marks stay whole. A quotation that holds one sentence stays with the
words around it; one that holds several is cut inside like other text.
"""

import re

from toolkit.languages.segmentation import (
    BRACKETS,
    NOTE_MARK,
    Inside,
    begins_item,
    cut,
    is_label,
    pairs,
)
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import is_han
from toolkit.text.spans import Span

_WHOLE = {**BRACKETS, "《": "》", "〈": "〉"}
_QUOTES = {"“": "”", "「": "」", "『": "』", "‘": "’"}
_CLOSERS = r"[”’」』\"）)】〕\]》]{0,4}"
_END = Pattern(rf"(?P<stop>[。！？!?…．.｡]+){_CLOSERS}{NOTE_MARK}{{0,3}}{_CLOSERS}")
_GOES_ON = frozenset("，、；：,;:）)】》」』％%")
# After an ellipsis, and a quotation or bracket that closes on its stop, it goes on with these too.
_GOES_ON_WEAK = frozenset("的等之和与及或这那是中里上下而地则一")
_SAYS = Pattern(r"\s*[^。！？；：“”]{0,14}?(?:说|道|表示|指出|认为|问|答|称|写道|回答|强调|补充)")
_SURE = frozenset("。！？｡")


def segment(text: str) -> tuple[Span, ...]:
    """Cut Chinese text into sentences, as ``Language.segment`` says."""
    whole = Inside(pairs(text, _WHOLE))
    quoted = pairs(_straight_paired(text), _QUOTES)
    quotes = Inside(quoted)
    single = frozenset(quote for quote in quoted if _single(text, quote))
    places: list[int] = []
    start = 0
    for match in _END.finditer(text):
        if whole.around(match.end()) is not None or not _is_stop(text, start, match):
            continue
        bracket = whole.around(match.start())
        if bracket is not None and text[start : bracket.start].strip():
            continue
        if _ends(text, start, match, quotes, single):
            start = match.end()
            places.append(start)
    return cut(text, places)


def _straight_paired(text: str) -> str:
    """Turn straight double quotation marks into curly ones by turns; all or none of them."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    return parts[0] + "".join(("“", "”")[at % 2] + part for at, part in enumerate(parts[1:]))


def _is_stop(text: str, start: int, match: re.Match[str]) -> bool:
    stop = set(match["stop"])
    after = text[match.end() : match.end() + 1]
    if stop & _SURE or stop == {"…"}:
        return True
    if stop & {"!", "?"}:
        return not (after.isascii() and after.isalnum())
    if len(match["stop"]) > 1 or is_label(text, start, match.end()):
        return False
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    return bool(before) and (is_han(before) or before in "）”》") and not after.isalnum()


def _ends(
    text: str, start: int, match: re.Match[str], quotes: Inside, single: frozenset[Span]
) -> bool:
    place = match.end()
    following = text[place : place + 8].lstrip()[:1]
    weak = place - match.start() > len(match["stop"]) or set(match["stop"]) == {"…"}
    goes_on = following in _GOES_ON or (weak and following in _GOES_ON_WEAK)
    if (following and goes_on) or begins_item(text, place):
        return False
    around = quotes.around(match.start())
    if around is None:
        return True
    if place < around.end:
        return around not in single
    return not _frame_follows(text, start, around)


def _single(text: str, quote: Span) -> bool:
    """Whether a quotation holds one sentence: no stop inside but at its very end."""
    inner = text[quote.start + 1 : quote.end - 1].rstrip("。！？!?…. ")
    return not _SURE & set(inner)


def _frame_follows(text: str, start: int, quote: Span) -> bool:
    """Whether the words that name the speaker come after a quotation that opens the sentence."""
    return not text[start : quote.start].strip() and _SAYS.match(text, quote.end) is not None
