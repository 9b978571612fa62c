"""Whether a line begins a paragraph, from what it says and what the line before it says."""

import re
from typing import Final

from toolkit.languages import Language
from toolkit.numbering.label import Shape, System, readings, recommendation_label
from toolkit.structure.marking import ends_open, ends_sentence
from toolkit.structure.names import is_unfinished
from toolkit.structure.para import Para
from toolkit.structure.torn import is_head

CLAUSE_ENDS: Final = ";；,，、"
_CONNECTED: Final = re.compile(r"(?:\b(?:and|or)|和|或|以及|及)$")
_LOWER: Final = (System.LETTER_LOWER, System.ROMAN_LOWER)


def starts_anew(before: Para, line: Para, language: Language) -> bool:
    """Return whether a line begins a paragraph because of its label, or of the one before."""
    if is_recommendation(before.text, language):
        return True
    if is_recommendation(line.text, language):
        return not is_unfinished(before.text, language)
    if is_annex(before, language):
        return True
    if is_annex(line, language):
        return ends_sentence(before.text, language)
    labels, rest = readings(line.text, language)
    if not labels or not rest:
        return False
    if any(label.system is System.BULLET for label in labels):
        return True
    if ends_sentence(before.text, language) or ends_open(before.text):
        return True
    listed = any(
        label.shape in (Shape.BRACKETS, Shape.CLOSE) or label.system in _LOWER for label in labels
    )
    return (listed and is_closed(before.text)) or is_head(before.text, language)


def is_annex(line: Para, language: Language) -> bool:
    """Return whether a line is the heading of an annex and nothing else."""
    found = language.annex_number(line.text)
    return found is not None and not line.text[found[1] :].strip(" .:")


def is_recommendation(text: str, language: Language) -> bool:
    """Return whether a text is the heading of a recommendation and nothing else."""
    found = recommendation_label(text, language)
    return found is not None and not found[1].strip(" .:：")


def is_closed(text: str) -> bool:
    """Return whether a line ends where an item may: at a comma, a semicolon, "and"."""
    return text[-1:] in CLAUSE_ENDS or _CONNECTED.search(text) is not None


def number_of(para: Para, language: Language) -> int | None:
    """Return the number that stands before the words of a paragraph, as in "12. …"."""
    if para.rows or para.label is not None:
        return None
    labels, _ = readings(para.text, language)
    arabic = [one for one in labels if one.system is System.ARABIC and one.shape is Shape.DOT]
    return arabic[0].value if arabic else None
