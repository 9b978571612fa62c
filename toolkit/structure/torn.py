"""Sentences that a page break cut in two: which they are, and putting them together."""

import re
from collections.abc import Sequence
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.languages import Language
from toolkit.numbering.label import Shape, System, readings
from toolkit.structure.marking import ends_open, ends_sentence, is_contents_line, mark
from toolkit.structure.names import is_unfinished
from toolkit.structure.para import Para, Role
from toolkit.structure.pieces import joined
from toolkit.structure.repairs import REJOINED_SENTENCE

_LEAST: Final = 12
_LINE: Final = 22  # Han of the shortest full line: a page breaks behind a full line only
_SHOWN: Final = 16
_MANY: Final = 10
_STOPS: Final = ":：;；"
_CLAUSE_ENDS: Final = "，、,"
_DOTS: Final = 5
_LED: Final = re.compile(rf"(?:[ \u00a0]\.){{{_DOTS}}}|\.{{8}}|…{{3}}")
_HEADS: Final = (System.ROMAN_UPPER, System.LETTER_UPPER, System.HAN)


def is_head(text: str, language: Language) -> bool:
    """Return whether a line is a short chapter or section heading."""
    labels, rest = readings(text, language)
    return bool(rest) and any(one.shape is Shape.DOT and one.system in _HEADS for one in labels)


def rejoined(
    paras: Sequence[Para], language: Language, file: str, findings: list[Finding]
) -> list[Para]:
    """Return paragraphs with those put together that are one sentence; each is told."""
    out: list[list[Para]] = []
    if not language.spaced and _lacks_stops(paras, language):
        return list(paras)
    for para in paras:
        if out and _is_cut(out[-1][-1], len(out[-1]) > 1, para, language):
            findings.append(_told(out[-1][-1], para, file))
            out[-1].append(para)
        else:
            out.append([para])
    return [joined(group, language) if len(group) > 1 else group[0] for group in out]


def _lacks_stops(paras: Sequence[Para], language: Language) -> bool:
    """Return whether most long lines end without a stop, as lists of titles do.

    Then a stop that is missing does not tell that a sentence was cut.
    """
    long = [one.text for one in paras if is_running(one) and len(one.text) >= _LINE]
    stops = sum(ends_sentence(text, language) or text[-1] in _STOPS for text in long)
    return len(long) >= _MANY and stops * 2 < len(long)


def _told(before: Para, after: Para, file: str) -> Finding:
    return REJOINED_SENTENCE.at(
        after, file, before=before.text[-_SHOWN:], after=after.text[:_SHOWN]
    )


def _is_cut(before: Para, inside: bool, after: Para, language: Language) -> bool:
    """Return whether ``before`` breaks off in a sentence that ``after`` goes on with.

    ``inside``: ``before`` is itself such a rest, so that its length and label tell nothing, where
    the words themselves tell whether a sentence goes on.
    """
    if not is_running(before) or not is_running(after) or not before.text or not after.text:
        return False
    if _stands_alone(before.text) or _stands_alone(after.text):
        return False
    if ends_sentence(before.text, language) or ends_open(before.text) or before.text[-1] in ";；":
        return False
    if not mark(after, language).plain:
        return False
    rest = inside and language.spaced
    if not (rest or _can_break_off(before, language)):
        return False
    if not inside and _is_clause(before, language) and after.text[-1] in _CLAUSE_ENDS + ";；":
        return after.text[0].islower()
    return _goes_on(before, after, language)


def _stands_alone(text: str) -> bool:
    """Return whether a line is a remark in brackets or led by dots, so that no text runs on."""
    led = text.count(".") >= _DOTS or "…" in text
    return (text[0] in "[［" and text[-1] in "]］") or (led and _LED.search(text) is not None)


def is_running(para: Para) -> bool:
    """Return whether a paragraph is running text: no heading, item, table or label of Word's."""
    return (
        para.role in (None, Role.BODY, Role.PARAGRAPH)
        and not para.rows
        and not para.bold
        and para.label is None
        and not is_contents_line(para.text)
    )


def _can_break_off(para: Para, language: Language) -> bool:
    one = mark(para, language)
    if one.recommendation is not None or one.annex is not None or is_head(para.text, language):
        return False
    if any(label.system is not System.HAN for label in one.labels):
        return True
    whole = language.spaced or para.text[-1] in _CLAUSE_ENDS
    return bool(one.labels and whole) or len(para.text) >= (_LEAST if whole else _LINE)


def _is_clause(para: Para, language: Language) -> bool:
    """Return whether a paragraph may be a clause of a preamble: it has no number, ends at a comma.

    Where the next ends as one too, each is a paragraph of its own.
    """
    return para.text[-1] in _CLAUSE_ENDS and mark(para, language).plain


def _goes_on(before: Para, after: Para, language: Language) -> bool:
    if not language.spaced:
        return not after.text[0].isascii() or len(before.text) > 2 * _LEAST
    if after.text[0].islower():
        return True
    return before.text[-1] == "," or is_unfinished(before.text, language)
