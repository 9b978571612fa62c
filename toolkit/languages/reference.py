"""References in running text, as values: what is named, by which numbers, and where each stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.text.spans import Span


class RefKind(StrEnum):
    """What a reference points to."""

    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"  # by its letter alone: "subparagraph (b) above"
    RECOMMENDATION = "recommendation"
    CHAPTER = "chapter"
    SECTION = "section"
    ANNEX = "annex"
    AGENDA_ITEM = "agenda item"
    FOOTNOTE = "footnote"
    TABLE = "table"
    FIGURE = "figure"
    ARTICLE = "article"
    RESOLUTION = "resolution"
    DECISION = "decision"


class Direction(StrEnum):
    """Whether a reference says that its target is above or below."""

    ABOVE = "above"
    BELOW = "below"


class NumeralForm(StrEnum):
    """How a number is printed."""

    FIGURES = "figures"  # 12
    ROMAN = "roman"  # II
    LETTER = "letter"  # B
    HAN = "han"  # 二
    WORDS = "words"  # two


class Outside(StrEnum):
    """Why a reference is taken to lead out of the document."""

    LAW = "law"  # resolutions, decisions and articles are never parts of a report
    SYMBOL = "symbol"  # a document symbol stands beside it
    SAME = "same"  # ibid., op. cit., 同上
    NAMED = "named"  # another text is named beside it: "of the Convention", 《公约》第 3 段
    JOINED = "joined"  # it is joined by "and" to one that leads out


# What stands behind a number put in later, in order; Chinese has 之二, 之三 and so on.
AGAINS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies")


class Member(NamedTuple):
    """One printed number of a list.

    ``number`` is where the number alone stands, ``span`` that with what belongs to it ("8 (a)").
    ``part`` is the subparagraph in one form for all languages ("(a) (ii)"), printed at
    ``part_span``. ``again`` is "bis", "ter", "quater" … for a number put in later, in Chinese
    之二 and so on; ``again_span`` is where that is printed, with the space before it. In Chinese
    it may stand behind the noun, and then outside ``span``, as a part may. ``ends_range``: a
    range sign joins it to the member before.
    """

    span: Span
    number: Span
    value: int
    form: NumeralForm = NumeralForm.FIGURES
    part: str = ""
    part_span: Span | None = None
    again: str = ""
    again_span: Span | None = None
    ends_range: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMany:
    """A word that says how many things a list names: "both", 两 in 建议 5 和 7 两项, 均.

    ``value`` is how many it says, None for any number above one (均); ``number`` is where a
    number stands that can be exchanged, None for "both" and its like; ``whole`` is what has to
    go with it where it no longer holds ("the two ", 两项).
    """

    whole: Span
    value: int | None = None
    number: Span | None = None


class ReferenceList(NamedTuple):
    """A whole mention: noun, all numbers of its list, direction.

    ``noun`` is the word that says what is meant ("paragraphs", 段), ``listing`` reaches from the
    first number to the end of the last member. ``members`` are in the order printed; none for
    resolutions, decisions and a bare "annex". ``part`` is what a whole mention carries: "B" for
    "chapter II, section B" (kind CHAPTER; printed at ``part_span``), "7/1" for a resolution, the
    paragraph of an article, "(b)" of a SUBPARAGRAPH. ``outside`` says why another document is
    meant, None for this one; ``witness`` are the words that say so, None where the kind does.
    ``how_many`` stand before, in or behind the mention.
    """

    span: Span
    kind: RefKind
    members: tuple[Member, ...] = ()
    noun: Span | None = None
    part: str = ""
    part_span: Span | None = None
    direction: Direction | None = None
    direction_span: Span | None = None
    outside: Outside | None = None
    witness: Span | None = None
    how_many: tuple[HowMany, ...] = ()

    @property
    def listing(self) -> Span | None:
        """Where the list of numbers stands, None without one."""
        if not self.members:
            return None
        return Span(self.members[0].span.start, self.members[-1].span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceMention:
    """A reference in running text, by value.

    ``ranges`` are inclusive pairs of numbers in the order printed: "recommendations 7, 9 and
    11–13" is ((7, 7), (9, 9), (11, 13)); a reversed range stays reversed. ``part`` is what
    follows the number: "(a) (ii)" for a subparagraph, "B" for "chapter II, section B" (kind
    CHAPTER, ranges ((2, 2),)), "7/1" for a resolution. ``external`` is true when what surrounds
    it says that another document is meant (a symbol, a resolution, an article, ibid.); it is
    always true for resolutions, decisions and articles. ``part`` has one form in all languages:
    that of 第 8(a)(二) 段 is "(a) (ii)"; "article 10, paragraph 1" and 第十条第一款 are both an
    article with ``part`` "1". A list with subparagraphs ("items 2 (a) and 3") is a mention for
    each number.
    A bare "annex" has no ranges.
    """

    span: Span
    kind: RefKind
    ranges: tuple[tuple[int, int], ...] = ()
    part: str = ""
    direction: Direction | None = None
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingWords:
    """How a language writes lists of numbers in references.

    ``comma`` parts all but the last two numbers, ``conjunction`` those; ``to`` is the range sign
    for running text. ``again`` is what each further number repeats where only the noun's front
    half is printed before it (第). ``conjunctions`` are all words that may join the last two.
    ``plurals`` are nouns, ``verbs`` verbs in the singular with their plural. ``opposites`` are
    words of direction, each with the one for the other way. Before a reference, ``governing``
    words say that a verb behind it belongs to something else ("the text of recommendation 5 is").
    """

    comma: str
    conjunction: str
    to: str
    again: str
    conjunctions: tuple[str, ...]
    plurals: tuple[tuple[str, str], ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    verbs: tuple[tuple[str, str], ...] = ()
    governing: tuple[str, ...] = ()
