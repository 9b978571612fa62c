"""Notes marked by asterisks at the foot of a first page, which files set among the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from toolkit.languages import Language
from toolkit.model import Masthead
from toolkit.structure.head import starts_text
from toolkit.structure.marking import ends_open, ends_sentence
from toolkit.structure.para import Para, Role

_FARTHEST: Final = 80  # paragraphs that a first page may have
_NOTE: Final = re.compile(r"(\*{1,3})[ \t\u00a0\u3000]*(?=[^\s*])")
_MARK: Final = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")


def with_star_notes(
    paras: Sequence[Para], masthead: Masthead, language: Language
) -> Sequence[Para]:
    """Return the paragraphs, those that are notes to an asterisk above them told as notes.

    Without its mark above the first numbered paragraph an asterisk begins an item, and so it does
    in a list that a colon opens; further on a note is a sentence.
    """
    return [*_noted(paras[:_FARTHEST], masthead, language), *paras[_FARTHEST:]]


def _noted(paras: Sequence[Para], masthead: Masthead, language: Language) -> Iterator[Para]:
    printed = (
        masthead.symbol,
        masthead.body,
        masthead.session,
        masthead.venue,
        masthead.agenda_item,
        masthead.agenda_title,
        masthead.title,
        masthead.subtitle,
    )
    marks = set(_MARK.findall("\n".join(filter(None, printed))))
    begun = listed = False
    for para in paras:
        begins = None if para.rows or para.label else _NOTE.match(para.text)
        apart = not begun or (not listed and ends_sentence(para.text, language))
        if begins is not None and begins[1] in marks and apart:
            marks.discard(begins[1])
            text = para.text[begins.end() :]
            yield replace(
                para, text=text, label=begins[1], role=Role.FOOTNOTE, depth=None, notes=(), marks=()
            )
            continue
        begun = begun or starts_text(para, language)
        listed = begun and (ends_open(para.text) or (listed and begins is not None))
        if not begun:
            marks.update(_MARK.findall("\n".join([para.text, *map("\n".join, para.rows)])))
        yield para
