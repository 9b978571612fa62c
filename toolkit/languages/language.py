"""The shape every language has: what to recognise in a text and how to write values in it.

Only shapes are here. The languages are ``english.py``, ``chinese.py``, …; what is common to them
(running the segmentation, cutting out symbols before numbers are looked for) is in
``segmentation.py`` and ``mentions.py``; the registry is ``registry.py``.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction

from toolkit.languages.reference import ListingWords, ReferenceList, ReferenceMention, RefKind
from toolkit.languages.referring import mentions
from toolkit.text.spans import Span


class NumberKind(StrEnum):
    """How a number is meant."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number in running text.

    ``value`` is exact, and for a percentage as printed ("32 per cent" is 32); ``in_words`` when
    letters or Han spell it.
    """

    span: Span
    value: Fraction
    kind: NumberKind
    in_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Days in running text: one day, a range (``last`` set) or, with ``day_known`` False, a month.

    "2 and 3 July 2018" is two mentions, 2 July and 3 July; "from 9 to 11 September 2019" is one
    range. A date that does not exist (31 September) is a mention with ``valid`` False and its
    ``first`` the nearest day before. A range of months ("June to August 2014") has in ``last``
    the first day of its last month.
    """

    span: Span
    first: date
    last: date | None = None
    day_known: bool = True
    valid: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMention:
    """Meetings named by number: "its 1st and 2nd meetings" is numbers (1, 2)."""

    span: Span
    numbers: tuple[int, ...]


class Strength(IntEnum):
    """The ladder of normative verbs, strongest first in value."""

    MUST = 7  # must, shall / 必须
    SHOULD = 6  # should / 应, 应当
    SHOULD_ENDEAVOUR = 5  # should endeavour, as far as possible / 应尽可能, 应努力
    SHOULD_CONSIDER = 4  # should consider / 应考虑
    SHOULD_CONSIDER_AS_APPROPRIATE = 3  # should, as appropriate, consider / 应酌情考虑
    ENCOURAGED = 2  # are encouraged, are invited / 鼓励, 请
    MAY_BE_ENCOURAGED = 1  # may be encouraged to consider / 可鼓励


@dataclass(frozen=True, slots=True, kw_only=True)
class NormMention:
    """A normative verb and its rung."""

    span: Span
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class MastheadWords:
    """The fixed words of a masthead and of the frame of a report, as printed in the language."""

    united_nations: tuple[str, ...]  # every printed form, the first is the one we write
    draft_report: str
    addendum: str
    corrigendum: str
    report_title: tuple[str, ...]  # how a final report's title begins or ends
    other_title: str  # a regular expression for titles of papers that are no report
    sitting: str  # one for the day and hour of a meeting; its group "place" is where it was held
    recommendation: str  # the word before the number: "Recommendation", "建议"
    annex: str
    chapter: str
    continued: tuple[str, ...]  # "(continued)"; the first is the one we write
    table: str
    figure: str
    session: str  # a regular expression for the session line
    agenda_item: str  # a regular expression for the agenda line
    body: str  # a regular expression for the name of a subsidiary body
    note: str  # a regular expression for "Note by the Secretariat", a title or a subtitle
    author: str  # one for a subtitle that says whose paper it is, notes among them
    unfinished: tuple[str, ...]  # words no name or sentence ends with: "the", "of"


class Language(ABC):
    """One language. Every method is pure; spans count code points of the text given.

    Attributes:
        code: BCP-47 code without region: ``en``, ``zh``.
        name: English name of the language, as mastheads print it: "Chinese".
        own_name: the language's name in itself.
        iso639_2: its code of three letters, the terminological one: ``zho``.
        tags: other codes that mean it, lower case: ``zh-cn``, ``zh-hans``, ``zh_cn``.
        masthead: the fixed words.
        spaced: whether words are set apart by spaces (decides how wrapped lines are joined, and
            whether lengths count words or characters).
        endings: the characters that end a sentence.
        listing: how lists of numbers are written in references.
    """

    code: str
    name: str
    own_name: str
    iso639_2: str
    tags: tuple[str, ...]
    masthead: MastheadWords
    spaced: bool
    endings: str
    listing: ListingWords

    # -- recognising -----------------------------------------------------------------------
    @abstractmethod
    def share(self, text: str) -> float:
        """Return the share (0-1) of the letters of ``text`` that are of this language's script."""

    @abstractmethod
    def segment(self, text: str) -> tuple[Span, ...]:
        """Cut ``text`` into segments, mostly sentences.

        Spans are in order, do not overlap, hold no white space at their ends, and together hold
        every character that is not white space. Never cuts at a semicolon or a colon; a run-in
        list (a) … (h) is one segment; an empty or blank text has none.
        """

    @abstractmethod
    def tokens(self, text: str) -> tuple[str, ...]:
        """Return the units that fuzzy matching counts: words and figures, or single Han."""

    @abstractmethod
    def numbers(self, text: str) -> tuple[NumberMention, ...]:
        """Find numbers by value, in order; none in a symbol, date, reference or list mark."""

    @abstractmethod
    def dates(self, text: str) -> tuple[DateMention, ...]:
        """Find days, ranges of days and months with a year, in order."""

    @abstractmethod
    def reference_lists(self, text: str) -> tuple[ReferenceList, ...]:
        """Find references to numbered things, in order, each with its whole list of numbers."""

    def references(self, text: str) -> tuple[ReferenceMention, ...]:
        """Find references to numbered things by value, in order."""
        return tuple(one for found in self.reference_lists(text) for one in mentions(found))

    @abstractmethod
    def meetings(self, text: str) -> tuple[MeetingMention, ...]:
        """Find meetings named by number, in order."""

    @abstractmethod
    def norms(self, text: str) -> tuple[NormMention, ...]:
        """Find normative verbs, in order, the longest form at each place."""

    @abstractmethod
    def joins(self, left: str, right: str) -> str:
        """Return two lines that layout had parted as one, with a space only where one belongs."""

    # -- writing ---------------------------------------------------------------------------
    def beside(self, left: str, right: str) -> str:
        """Put ``right`` after ``left``, parted as words are; an empty side adds nothing."""
        return f"{left} {right}" if left and right else left + right

    @abstractmethod
    def format_date(self, day: date) -> str:
        """Return a full date: "9 September 2019", "2019 年 9 月 9 日"."""

    @abstractmethod
    def format_range(self, first: date, last: date) -> str:
        """Return a range for running text, without "from".

        "9 to 11 September 2019", "2019 年 9 月 9 日至 11 日".
        """

    @abstractmethod
    def format_days(self, days: Sequence[date]) -> str:
        """Return several days: "2 and 3 July 2018", "2018 年 7 月 2 日和 3 日"."""

    @abstractmethod
    def format_venue(self, place: str, first: date, last: date) -> str:
        """Return the masthead line: "Vienna, 9–11 September 2019", "…年…日，维也纳"."""

    @abstractmethod
    def format_month(self, year: int, month: int) -> str:
        """Return a month: "January 2026", "2026 年 1 月"."""

    @abstractmethod
    def format_years(self, first: int, last: int) -> str:
        """Return a period of years: "2021–2025", "2021-2025 年"; one year where they are one."""

    @abstractmethod
    def cardinal(self, value: int) -> str:
        """Return a count for running text: "nine", "12"; "九", "12"."""

    @abstractmethod
    def ordinal(self, value: int) -> str:
        """Return an ordinal in words where the language uses words: "ninth", "第九"."""

    @abstractmethod
    def meeting_number(self, values: Sequence[int]) -> str:
        """Return numbers of meetings: "1st and 2nd", "第 1 和第 2"."""

    @abstractmethod
    def join_list(self, items: Sequence[str]) -> str:
        """Return "a, b and c", "甲、乙和丙"."""

    @abstractmethod
    def quote(self, title: str) -> str:
        """Return a title in the quotation marks of the language."""

    def work(self, title: str) -> str:
        """Return the title of a treaty, law or book in running text: as it is; "《…》"."""
        return title

    @abstractmethod
    def refer(
        self, kind: RefKind, numbers: Sequence[int], part: str = "", annex: int | None = None
    ) -> str:
        """Return a reference to parts of the document itself: "paragraphs 3 to 5", "第 3 至 5 段".

        Args:
            kind: paragraph, recommendation, chapter, annex or agenda item.
            numbers: of what is meant, in any order; none for the only annex.
            part: what is meant inside one of them: "(a) (ii)", of a chapter its section "B".
            annex: the number of the annex it stands in, 0 for the only one, None for the text.
        """

    @abstractmethod
    def chapter_label(self, number: int) -> str:
        """Return the label of a chapter: "II.", "二."."""

    @abstractmethod
    def annex_label(self, number: int | None) -> str:
        """Return the heading word of an annex: "Annex", "Annex II"; "附件", "附件二"."""

    def recommendation_label(self, number: int) -> str:
        """Return the heading of a recommendation: "Recommendation 5", "建议 5"."""
        return f"{self.masthead.recommendation} {number}"

    @abstractmethod
    def annex_number(self, text: str) -> tuple[int | None, int] | None:
        """Read an annex heading word at the start of ``text``.

        Returns its number (None for a bare "Annex") and where the word and number end, or None
        when ``text`` does not begin with one.
        """
