"""Chinese, simplified."""

from collections.abc import Sequence
from datetime import date

from toolkit.languages import chinese_dates, chinese_naming, chinese_writing, meeting_numbers
from toolkit.languages.chinese_norms import norms
from toolkit.languages.chinese_numbers import numbers
from toolkit.languages.chinese_references import LISTING, reference_lists
from toolkit.languages.chinese_sentences import segment
from toolkit.languages.language import (
    DateMention,
    Language,
    MeetingMention,
    NormMention,
    NumberMention,
)
from toolkit.languages.reference import ReferenceList, RefKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.numerals import chinese, whole_value
from toolkit.text.pattern import Pattern
from toolkit.text.scripts import han_share, is_cjk_punctuation, is_han, latin_share
from toolkit.text.spans import Span

_WORDS = vocabulary("zh")
_NUMBER = r"(?:\d{1,5}|[一二三四五六七八九十百]{1,6})"
_MEETINGS = Pattern(
    rf"第\s?(?P<list>{_NUMBER}(?:(?:\s?[场次])?\s?(?:、|和|及|至|[-–])\s?(?:第\s?)?{_NUMBER}){{0,40}})"
    rf"\s?[场次](?:{alternation(_WORDS.lists['meeting.kinds'])}){{0,2}}会议"
)
_MEETING = Pattern(rf"(?P<number>{_NUMBER})|(?P<range>至|[-–])")
_TOKEN = Pattern(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|\d+(?:[.,]\d+)*|\w")
_ANNEX = Pattern(r"附\s?件\s?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,5})?(?!\w)")


class Chinese(Language):
    """Chinese as the United Nations writes it."""

    code = "zh"
    name = "Chinese"
    own_name = "中文"
    iso639_2 = "zho"
    tags = ("zh-cn", "zh-hans", "zh-hans-cn", "zho", "chi", "chinese")
    masthead = _WORDS.masthead
    spaced = False
    endings = "。！？…"
    listing = LISTING

    def share(self, text: str) -> float:
        """Return the share of Han among the letters; a Han counts as four, being about a word."""
        latin, han = latin_share(text), 4 * han_share(text)
        return han / max(latin + han, 1.0) if han else 0.0

    def segment(self, text: str) -> tuple[Span, ...]:
        """Cut into sentences; brackets, titles and one-sentence quotations stay whole."""
        return segment(text)

    def tokens(self, text: str) -> tuple[str, ...]:
        """Return single Han, Latin words and figures; no punctuation."""
        return tuple(_TOKEN.findall(text))

    def numbers(self, text: str) -> tuple[NumberMention, ...]:
        """Find numbers; see ``chinese_numbers`` for what counts."""
        return numbers(text)

    def dates(self, text: str) -> tuple[DateMention, ...]:
        """Find dates with a year."""
        return chinese_dates.dates(text)

    def reference_lists(self, text: str) -> tuple[ReferenceList, ...]:
        """Find references."""
        return reference_lists(text)

    def meetings(self, text: str) -> tuple[MeetingMention, ...]:
        """Find meetings: 第 1 和第 2 场会议, 第九次会议."""
        return meeting_numbers.mentions(_MEETINGS, _MEETING, whole_value, text)

    def norms(self, text: str) -> tuple[NormMention, ...]:
        """Find normative verbs."""
        return norms(text)

    def joins(self, left: str, right: str) -> str:
        """Join without a space, but with one between two Latin words or figures.

        A line that ends in a hyphen, stroke or soft hyphen takes no space either way.
        """
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left + right
        if left.endswith("\u00ad"):
            return left[:-1] + right
        closed = _is_chinese(left[-1]) or _is_chinese(right[0]) or left[-1] in "-‑/"
        return left + ("" if closed else " ") + right

    def beside(self, left: str, right: str) -> str:
        """Put ``right`` after ``left``, with a space where a Latin letter or a figure is beside."""
        return chinese_writing.beside(left, right)

    def format_date(self, day: date) -> str:
        """Return "2019 年 9 月 9 日"."""
        return chinese_writing.format_date(day)

    def format_range(self, first: date, last: date) -> str:
        """Return "2019 年 9 月 9 日至 11 日"."""
        return chinese_writing.format_range(first, last)

    def format_days(self, days: Sequence[date]) -> str:
        """Return "2018 年 7 月 2 日和 3 日"."""
        return chinese_writing.format_days(days)

    def format_venue(self, place: str, first: date, last: date) -> str:
        """Return "2019 年 9 月 9 日至 11 日，维也纳"."""
        return f"{chinese_writing.format_range(first, last)}，{place}"

    def format_month(self, year: int, month: int) -> str:
        """Return "2026 年 1 月"."""
        return chinese_writing.format_month(year, month)

    def format_years(self, first: int, last: int) -> str:
        """Return "2021-2025 年"."""
        return chinese_writing.format_years(first, last)

    def cardinal(self, value: int) -> str:
        """Return "九", "两", "12"."""
        return chinese_writing.cardinal(value)

    def ordinal(self, value: int) -> str:
        """Return "第九"."""
        return chinese_writing.ordinal(value)

    def meeting_number(self, values: Sequence[int]) -> str:
        """Return "第 1 和第 2"."""
        return chinese_writing.join([f"第 {value}" for value in values])

    def join_list(self, items: Sequence[str]) -> str:
        """Return "甲、乙和丙", "Keller 女士和 Odhiambo 女士"."""
        return chinese_writing.join(items)

    def work(self, title: str) -> str:
        """Return the title in 《》."""
        return chinese_writing.work(title)

    def quote(self, title: str) -> str:
        """Return the title in curly double quotation marks."""
        return f"“{title}”"

    def refer(
        self, kind: RefKind, numbers: Sequence[int], part: str = "", annex: int | None = None
    ) -> str:
        """Return "第 3 至 5 段", "第二章 B 节"."""
        return chinese_naming.refer(kind, numbers, part, annex)

    def chapter_label(self, number: int) -> str:
        """Return "二."."""
        return f"{chinese(number)}."

    def annex_label(self, number: int | None) -> str:
        """Return "附件", "附件二"."""
        return "附件" if number is None else f"附件{chinese(number)}"

    def annex_number(self, text: str) -> tuple[int | None, int] | None:
        """Read 附件 or 附件二 at the start."""
        match = _ANNEX.match(text)
        if not match:
            return None
        return (whole_value(match["number"]) if match["number"] else None), match.end()


def _is_chinese(ch: str) -> bool:
    return is_han(ch) or is_cjk_punctuation(ch) or ch in "“”‘’…—"


LANGUAGE = Chinese()
