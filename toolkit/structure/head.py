"""Where the masthead ends and the text begins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import Shape, System, readings, recommendation_label
from toolkit.structure.masthead import (
    Head,
    is_agenda_line,
    is_masthead_line,
    is_masthead_table,
    is_note,
    read_masthead,
)
from toolkit.structure.names import (
    is_author,
    is_body,
    is_outermost,
    is_report_title,
    is_subtitle,
)
from toolkit.structure.para import Para, Role
from toolkit.structure.pieces import further, part

_LONG: Final = 300
_LONGEST: Final = 3_000  # no masthead is that long, whatever its lines look like
_FIRST: Final = 3  # a masthead table stands among the first paragraphs
_FARTHEST: Final = 80
_ITEMS: Final = 5  # no paper is about more items of an agenda, their titles above its own
_STARTING: Final = (System.ARABIC, System.ROMAN_UPPER, System.LETTER_UPPER, System.HAN)


def split_head(
    paras: Sequence[Para], language: Language, certain: Sequence[Para] = ()
) -> tuple[Head, Sequence[Para]]:
    """Return the masthead and the paragraphs of the text.

    The masthead is the head of ``paras`` up to the first heading, numbered paragraph or
    recommendation after the title; without any line of a masthead's form it is no more than a
    title.
    """
    reach = _reach(paras, language)
    known = [
        at
        for at in range(reach)
        if is_masthead_line(paras[at], language) and not is_note(paras[at])
        if not _is_running_head(paras, at)
    ]
    if not known and not certain:
        at = _bare_title_end(paras, reach, language)
    else:
        at = _head_end(paras, reach, known[-1] + 1 if known else 0, language)
    return read_masthead(paras[:at], language, certain), paras[at:]


def _is_running_head(paras: Sequence[Para], at: int) -> bool:
    """Return whether a paragraph is nothing but a line's last word again: the symbol, on page 2."""
    own = paras[at].text.strip()
    return "/" in own and any(
        line.endswith(own) for para in paras[:at] for line in para.text.split("\n")
    )


def split_table(paras: Sequence[Para]) -> tuple[list[Para], list[Para]]:
    """Return the paragraphs, and the lines of the table among the first that is the masthead.

    Empty without one. A reader that knows more of the table's paragraphs splits it off itself.
    """
    for at, para in enumerate(paras[:_FIRST]):
        texts = [cell for row in para.rows for cell in row]
        if texts and is_masthead_table(texts):
            lines = [line.strip() for text in texts for line in text.split("\n")]
            found = [Para(text=one, role=Role.MASTHEAD, place=para.place) for one in lines if one]
            notes = tuple(replace(note, at=len(found[-1].text)) for note in para.notes)
            found[-1] = replace(found[-1], notes=notes)
            return [*paras[:at], *paras[at + 1 :]], found
    return list(paras), []


def starts_text(para: Para, language: Language) -> bool:
    """Return whether a paragraph can only belong to the text, never to a masthead."""
    if para.role in (Role.PARAGRAPH, Role.RECOMMENDATION, Role.ITEM) or para.label:
        return True
    line = para.text.strip().split("\n")[0]
    found = recommendation_label(line, language)
    if found is not None and not found[1].strip():
        return True
    labels, rest = readings(line, language)
    dotted = any(one.shape is Shape.DOT and one.system in _STARTING for one in labels)
    chapter = any(one.shape is Shape.CHAPTER for one in labels)
    return chapter or (dotted and bool(rest))


def opened(paras: Sequence[Para], language: Language) -> list[Para]:
    """Set the text apart from a masthead that no blank line parts from it."""
    found: list[Para] = []
    for at, para in enumerate(paras[:_FARTHEST]):
        if starts_text(para, language):
            return [*found, *paras[at:]]
        cut = _text_begins(para, language)
        if cut is not None:
            rest = part(para, cut, len(para.text))
            below = para.text.count("\n", 0, cut)
            rest = replace(rest, place=further(para.place, below))
            return [*found, part(para, 0, cut), rest, *paras[at + 1 :]]
        found.append(para)
    return [*found, *paras[_FARTHEST:]]


def _text_begins(para: Para, language: Language) -> int | None:
    """Return the offset of the first line below the first one that can only be text."""
    at = para.text.find("\n") + 1
    while at > 0 and not para.rows:
        end = para.text.find("\n", at)
        line = Para(text=para.text[at : end if end >= 0 else None])
        if line.text.strip() and starts_text(line, language):
            return at
        at = end + 1
    return None


def _reach(paras: Sequence[Para], language: Language) -> int:
    """Return how far a masthead can go: to the first thing that is certainly text."""
    starred = False
    for at, para in enumerate(paras[:_FARTHEST]):
        note = starred and is_note(para)
        if not note and (starts_text(para, language) or _is_prose(para, language)):
            return at
        starred = starred or "*" in para.text
    return min(len(paras), _FARTHEST)


def _is_prose(para: Para, language: Language) -> bool:
    """Return whether a paragraph reads like text: sentences, and no line of a masthead."""
    text = para.text.strip()
    if para.role in (Role.TITLE, Role.SUBTITLE, Role.MASTHEAD):
        return False
    if text[-1:] not in language.endings and len(text) <= _LONG:
        return False
    return len(text) > _LONGEST or not is_masthead_line(para, language)


def _bare_title_end(paras: Sequence[Para], reach: int, language: Language) -> int:
    """Return the end of a head that is only a title, and perhaps a subtitle."""
    if reach == 0 or not _is_title(paras[0], language):
        return 0
    followed = reach > 1 and is_subtitle(paras[1].text, language)
    return 2 if followed else 1


def _is_title(para: Para, language: Language) -> bool:
    if is_report_title(para.text, language, whole=True):
        return True
    return para.role is Role.TITLE or is_outermost(para)


def _head_end(paras: Sequence[Para], reach: int, at: int, language: Language) -> int:
    """Return the end of the head whose last line of a masthead's form stands before ``at``."""
    titles = [place for place in range(reach) if paras[place].role is Role.TITLE]
    below = _below_items(paras, at, reach, language)
    if not titles and below != at:
        titles = [below]
    titles = titles or [
        place
        for place in range(reach)
        if (place >= at and _names_report(paras[place], language))
        or (place > 0 and is_report_title(paras[place].text, language))
        or (place > 0 and is_author(paras[place].text, language))
    ]
    if titles and titles[-1] >= at:
        return _after_title(paras, titles[0] if titles[0] >= at else titles[-1], reach, language)
    if titles:
        return _after_title(paras, at - 1, reach, language)
    return _after_names(paras, at, reach, language)


def _names_report(para: Para, language: Language) -> bool:
    """Return whether a line of a paragraph begins a report's title, names perhaps above it."""
    return any(is_report_title(line, language) for line in para.text.split("\n"))


def _after_title(paras: Sequence[Para], title: int, reach: int, language: Language) -> int:
    """Take the rest of a wrapped title, and a subtitle, into the head."""
    at = title + 1
    while at < reach and (_belongs_to_title(paras[at], language) or is_note(paras[at])):
        at += 1
    return at


def _belongs_to_title(para: Para, language: Language) -> bool:
    if para.role is Role.SUBTITLE:
        return True
    if is_subtitle(para.text, language) or is_author(para.text, language):
        return True
    if para.text[:1] == "[" and para.text[-1:] == "]":
        return True  # "[on the report of the Second Committee]"
    return language.spaced and para.role is not Role.HEADING and para.text[:1].islower()


def _below_items(paras: Sequence[Para], at: int, reach: int, language: Language) -> int:
    """Return where a title marked as a heading stands below the titles of agenda items."""
    if at == 0 or not is_agenda_line(paras[at - 1], language):
        return at
    places = range(at, min(at + _ITEMS, reach))
    return next((place for place in places if is_outermost(paras[place])), at)


def _after_names(paras: Sequence[Para], at: int, reach: int, language: Language) -> int:
    """Take the names below the last line of form: a body, then a title, then a subtitle."""
    while at < reach and (is_body(paras[at].text, language) or is_note(paras[at])):
        at += 1
    told = at < reach and any(colon in paras[at].text for colon in ":：")  # "President: Ms. …"
    if at < reach and not (told or paras[at].rows or paras[at].role is Role.FOOTNOTE):
        return _after_title(paras, at, reach, language)
    return at
