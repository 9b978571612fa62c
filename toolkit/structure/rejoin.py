"""Mending what a page layout did to paragraphs: wrapped, cut, and run together.

Only what is certain is mended, and each repair is told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.languages import Language
from toolkit.structure.beginnings import (
    CLAUSE_ENDS,
    is_annex,
    is_closed,
    is_recommendation,
    number_of,
    starts_anew,
)
from toolkit.structure.marking import ends_sentence
from toolkit.structure.page_breaks import over_pages
from toolkit.structure.para import Para
from toolkit.structure.pieces import joined, lines, part
from toolkit.structure.repairs import SPLIT_PARAGRAPHS
from toolkit.structure.run_in import list_heads, run_in, signs
from toolkit.structure.spacing import evened
from toolkit.structure.torn import rejoined

_SHOWN: Final = 16


def _never(_before: Para, _line: Para) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """How to mend a text that lost its paragraphs to a layout.

    ``breaks`` says of two neighbouring lines whether a paragraph ends between them, beyond what
    labels say. ``pages`` says of the lines above and below a page break whether a paragraph goes
    on although a sentence ended there. ``tells_splits``: paragraphs on neighbouring lines are a
    fault of this format, not its way, and worth a finding.
    """

    breaks: Callable[[Para, Para], bool] = _never
    pages: Callable[[Para, Para], bool] = _never
    tells_splits: bool = True


@dataclass(frozen=True, slots=True)
class Mended:
    """Paragraphs after repair, and the repairs."""

    paras: tuple[Para, ...]
    findings: tuple[Finding, ...]


def unwrap(para: Para, language: Language, how: Mending) -> list[Para]:
    """Return the paragraphs that the lines of ``para`` are, each line break undone or kept."""
    found: list[list[Para]] = []
    parted = lines(para)
    found_signs = signs(parted, language)
    inside, firsts = run_in(found_signs), list_heads(found_signs, parted)
    for at, line in enumerate(parted):
        begins = not found or at in firsts or _begins(found, line, language, how)
        if found and (at in inside or not begins):
            found[-1].append(line)
        else:
            found.append([line])
    return [joined(group, language) for group in found]


def _begins(found: Sequence[Sequence[Para]], line: Para, language: Language, how: Mending) -> bool:
    """Return whether a line begins a paragraph behind the lines ``found``, grouped."""
    before = found[-1][-1]
    if starts_anew(before, line, language):
        return True
    if how.breaks(before, line) and not _is_torn(found[-1], language):
        return True
    closed = is_closed(before.text)
    number = None if how.tells_splits and not closed else number_of(line, language)
    if number is None:
        return False
    if len(found) > 1 and is_annex(found[-2][-1], language):
        return number == 1
    if how.pages(before, line) and not closed:
        return False
    last = (number_of(group[0], language) for group in reversed(found))
    return number - 1 == next((one for one in last if one is not None), None)


def _is_torn(group: Sequence[Para], language: Language) -> bool:
    """Return whether a line is short only because of a raised figure, behind which PDFs break."""
    if _ends_in_note(group[-1]):
        return group[-1].text[-1] in CLAUSE_ENDS or ends_sentence(group[-1].text, language)
    behind = len(group) > 1 and _ends_in_note(group[-2])
    return behind and not ends_sentence(group[-1].text, language)


def _ends_in_note(line: Para) -> bool:
    return any(note.at == len(line.text) for note in line.notes)


def mend(paras: Sequence[Para], language: Language, how: Mending, file: str) -> Mended:
    """Set run-together paragraphs apart and join sentences that a page break cut."""
    findings: list[Finding] = []
    apart: list[Para] = []
    for para in over_pages(paras, language, how.pages, file, findings):
        pieces = [para] if para.rows else unwrap(para, language, how)
        pieces = pieces if how.tells_splits else [evened(one, language) for one in pieces]
        if how.tells_splits and len(pieces) > 1 and not is_recommendation(pieces[0].text, language):
            findings.append(SPLIT_PARAGRAPHS.at(pieces[1], file, label=_begin(pieces[1].text)))
        apart.extend(pieces)
    apart = list(_split_inside(apart, language, file, findings))
    whole = rejoined(apart, language, file, findings)
    return Mended(tuple(whole), tuple(findings))


# -- paragraphs run together inside one line ---------------------------------------------------
def _split_inside(
    paras: Sequence[Para], language: Language, file: str, findings: list[Finding]
) -> Iterator[Para]:
    numbers = [number_of(para, language) for para in paras]
    coming: int | None = None
    nexts: list[int | None] = [None] * len(paras)
    for at in range(len(paras) - 1, -1, -1):
        nexts[at] = coming
        coming = numbers[at] if numbers[at] is not None else coming
    for para, number, upcoming in zip(paras, numbers, nexts, strict=True):
        cuts = [] if number is None else _cuts(para.text, number, upcoming, language)
        for start, end in zip([0, *cuts], [*cuts, len(para.text)], strict=True):
            piece = part(para, start, end, first=start == 0) if cuts else para
            if start:
                findings.append(SPLIT_PARAGRAPHS.at(piece, file, label=_begin(piece.text)))
            yield piece


def _cuts(text: str, number: int, upcoming: int | None, language: Language) -> list[int]:
    """Return where the next numbers of the series stand inside a paragraph's text.

    Only when the series goes on after them where this paragraph's number would leave a gap.
    """
    if upcoming == number + 1:
        return []
    cuts: list[int] = []
    at = 0
    while True:
        found = re.compile(rf"(?<!\d){number + 1 + len(cuts)}[.．]\s").search(text, at)
        if found is None or not ends_sentence(
            text[max(0, found.start() - 4) : found.start()], language
        ):
            break
        cuts.append(found.start())
        at = found.end()
    return cuts if upcoming in (None, number + 1 + len(cuts)) else []


def _begin(text: str) -> str:
    return text[:_SHOWN]


def flowing(para: Para, language: Language) -> list[Para]:
    """Return a paragraph with its line breaks undone; a recommendation's heading stands alone."""
    if "\n" not in para.text or para.rows:
        return [para]
    parted = [replace(line, place=para.place) for line in lines(para) or [para]]
    if len(parted) > 1 and para.label is None and is_recommendation(parted[0].text, language):
        return [parted[0], joined(parted[1:], language)]
    return [joined(parted, language)]
