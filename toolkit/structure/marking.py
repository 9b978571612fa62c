"""What a single paragraph can be, before its neighbours are asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import Label, Shape, System, readings, recommendation_label
from toolkit.structure.para import Para, Role
from toolkit.structure.pieces import behind, part
from toolkit.text.numerals import chinese_value

_HEADING_LENGTH: Final = 300
_BOLD_LENGTH: Final = 160
_CLOSERS: Final = "”’\"')）]】》"
_LETTER: Final = re.compile(
    r"to\s(?:the\s)?(?:identical\s)?(?:letters?|notes?\sverbales?)\sdated\s"
)
_TO_LETTER: Final = re.compile(
    r"(?P<letter>.{4,160}(?:的信|普通照会))的(?P<annex>附件(?P<number>[一二三四五六七八九十]{1,3})?)"
)
_LEADER: Final = r"(?:\.{5,}|(?:[ \u00a0]\.){5,}|…{3,}|\t)"
_LEADS: Final = re.compile(
    rf"\w[^.…]{{0,9}}{_LEADER}[\s.]{{0,80}}(?:\d{{1,4}}(?:[-–]\d{{1,4}})?\s{{1,80}})?\d{{1,4}}$"
)
_ITEM: Final = re.compile(r"[-–—•·*(（\[\d]")
_FARTHEST: Final = 400
_COLONS: Final = (":", "：")
_OPEN_ENDS: Final = ",，;；、:："


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with its label taken off.

    ``labels`` are all readings of its label, the usual one first. ``rest`` is the paragraph
    without the label. ``recommendation`` is set for the heading of a recommendation, ``rest`` is
    then the body on the same line. ``annex`` is the number and the raw words of an annex heading.
    """

    para: Para
    rest: Para
    labels: tuple[Label, ...] = ()
    recommendation: Label | None = None
    annex: tuple[int | None, str] | None = None

    @property
    def raw(self) -> str | None:
        """The label as printed."""
        return self.labels[0].raw if self.labels else None

    def reading(self, *systems: System, shape: Shape) -> Label | None:
        """Return the reading in one of ``systems`` and in ``shape``, if there is one."""
        return next(
            (one for one in self.labels if one.system in systems and one.shape is shape), None
        )

    @property
    def plain(self) -> bool:
        """Whether nothing but its words says what it is."""
        return not (self.labels or self.recommendation or self.annex or self.para.rows)


def mark(para: Para, language: Language) -> Marked:
    """Take the label off a paragraph, whether typed or made by Word."""
    if para.rows or para.label == "" or para.role in (Role.FOOTNOTE, Role.TABLE):
        return Marked(para, para)
    if para.label is None and is_contents_line(para.text):
        return Marked(para, para)
    found = _recommendation(para, language)
    if found is not None:
        return found
    annex = _annex(para, language)
    if annex is not None:
        return annex
    if para.label is not None:
        return Marked(para, para, _made(para.label, language))
    labels, rest = readings(para.text, language)
    return Marked(para, behind(para, len(para.text) - len(rest)), labels)


def _made(label: str, language: Language) -> tuple[Label, ...]:
    """Read the label that Word made; one we cannot read is a bullet, whatever it looks like."""
    labels, _ = readings(f"{label.strip()} ", language)
    return labels or (Label(raw=label.strip(), system=System.BULLET, shape=Shape.BULLET),)


def _recommendation(para: Para, language: Language) -> Marked | None:
    if para.label is not None:
        made = recommendation_label(para.label.strip(), language)
        return Marked(para, para, recommendation=made[0]) if made else None
    found = recommendation_label(para.text, language)
    if found is None:
        return None
    label, rest = found
    marked = para.role in (Role.RECOMMENDATION, Role.HEADING) or para.bold
    set_off = re.match(r"\s*[.:：．—–]\s*(?=\S|$)", rest)
    if rest.strip() and not set_off and not marked:
        return None
    start = len(para.text) - len(rest) + (set_off.end() if set_off else 0)
    return Marked(para, behind(para, start), recommendation=label)


def _annex(para: Para, language: Language) -> Marked | None:
    text = para.text if para.label is None else f"{para.label} {para.text}"
    found = language.annex_number(text)
    if found is None:
        return _annexed(para)
    number, end = found
    rest = text[end:]
    set_off = re.match(r"\s*[.:：．—–]?\s*", rest)
    end += set_off.end() if set_off else 0
    own = behind(para, end) if para.label is None else para
    if not heading_words(own.text, language) and own.text:
        return None
    marked = para.role is Role.HEADING or para.bold or para.label is not None
    marked = marked or _LETTER.match(own.text) is not None
    gap = set_off[0] if set_off else ""
    if own.text and not marked and not gap.strip() and len(gap) < 2 and gap not in ("\t", "\n"):
        return None
    return Marked(para, own, annex=(number, text[: found[1]].strip()))


def _annexed(para: Para) -> Marked | None:
    """Read the heading of what is annexed to a letter, which Chinese ends with the word."""
    found = _TO_LETTER.fullmatch(para.text)
    if found is None or para.label is not None:
        return None
    number = chinese_value(found["number"]) if found["number"] else None
    own = part(para, 0, found.end("letter"))
    return Marked(para, own, annex=(number, found["annex"]))


def heading_words(text: str, language: Language) -> bool:
    """Return whether words may be a heading's: there are some, few, and they end no sentence."""
    return (
        0 < len(text) <= _HEADING_LENGTH
        and not ends_sentence(text, language)
        and text[-1] not in _OPEN_ENDS
    )


def ends_sentence(text: str, language: Language) -> bool:
    """Return whether a text ends with the end of a sentence; closing quotes may follow."""
    last = text.rstrip().rstrip(_CLOSERS + " ")[-1:]
    return bool(last) and (last == "." or last in language.endings)


def ends_open(text: str) -> bool:
    """Return whether a text ends with a colon, so that a list may follow."""
    return text.rstrip().endswith(_COLONS)


def looks_set(para: Para) -> bool:
    """Return whether style, mark-up or bold type claims that a paragraph is a heading."""
    if para.role in (Role.HEADING, Role.TITLE, Role.SUBTITLE):
        return True
    return (
        para.bold
        and para.label is None
        and para.role in (None, Role.BODY)
        and len(para.text) <= _BOLD_LENGTH
    )


def take_continued(para: Para, language: Language) -> tuple[Para, bool]:
    """Return a heading without "(continued)" at its end, and whether it had it."""
    for form in language.masthead.continued:
        if para.text.casefold().endswith(form.casefold()):
            kept = para.text[: -len(form)].rstrip()
            notes = tuple(replace(note, at=min(note.at, len(kept))) for note in para.notes)
            marks = tuple(
                replace(one, end=min(one.end, len(kept)))
                for one in para.marks
                if one.start < len(kept)
            )
            return replace(para, text=kept, notes=notes, marks=marks), True
    return para, False


def is_caption(marked: Marked, language: Language) -> bool:
    """Return whether a paragraph is the caption of a table or figure."""
    if marked.para.role is Role.CAPTION:
        return True
    text = marked.para.text
    if not caption_label(text, language):
        return False
    return marked.plain and not ends_sentence(text, language)


def caption_label(text: str, language: Language) -> str:
    """Return what a caption begins with, "Table 1"; empty where it is not numbered."""
    words = (language.masthead.table, language.masthead.figure)
    found = _caption(words).match(text) if text.startswith(words) else None
    return found["label"] if found else ""


@cache
def _caption(words: tuple[str, ...]) -> re.Pattern[str]:
    numeral = r"(?:\d{1,3}|[IVXLC]{1,7}|[一二三四五六七八九十]{1,4})"
    label = rf"(?P<label>(?:{'|'.join(map(re.escape, words))})\s*{numeral}(?:\.{numeral})?)"
    return re.compile(rf"{label}(?:\s*[.:：．—–]\s*|\s+|$)")


def marked_all(paras: Sequence[Para], language: Language) -> list[Marked]:
    """Mark every paragraph; an annex in a table of contents begins none."""
    marked = [mark(para, language) for para in paras]
    for at, (one, below) in enumerate(pairwise(marked)):
        if one.annex is not None and not one.rest.text and is_contents_line(below.para.text):
            marked[at] = Marked(one.para, one.para)
    return marked


def is_contents_line(text: str) -> bool:
    """Return whether a line of a table of contents leads to a page: "Oil ........ 5"."""
    if not text[-1:].isdecimal():
        return False  # most paragraphs, so that the pattern is not looked for in them
    found = _LEADS.search(text, max(0, len(text) - _FARTHEST))
    if found is None:
        return False
    return "\t" not in found[0] or _ITEM.match(text) is None  # "(a) Lamps", a tab, "12" is none
