"""Mending what a page layout did to paragraphs: wrapped, cut, and run together.

Only what is certain is mended, and each repair is told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.languages import Language
from toolkit.numbering.label import Label, Shape, System, readings, recommendation_label
from toolkit.structure.marking import ends_open, ends_sentence, mark
from toolkit.structure.names import is_unfinished
from toolkit.structure.para import Para
from toolkit.structure.pieces import appended, joined, lines, part
from toolkit.structure.repairs import REJOINED_PARAGRAPH, REJOINED_SENTENCE, SPLIT_PARAGRAPHS
from toolkit.structure.spacing import evened
from toolkit.structure.torn import is_head, is_running, rejoined

_LEAST: Final = 12
_SHOWN: Final = 16
_CLAUSE_ENDS: Final = ";；,，、"
_CONNECTED: Final = re.compile(r"(?:\b(?:and|or)|和|或|以及|及)$")
_LISTED: Final = re.compile(
    r"(?<!\S)[(（](?:[a-z]{1,2}|[ivx]{1,5})[)）](?=\s|[^\x00-\x7f])"
    r"|[(（](?:[a-z]{1,2}|[ivx]{1,5})[)）] ?(?=[\u4e00-\u9fff])"
)
_LOWER: Final = (System.LETTER_LOWER, System.ROMAN_LOWER)
_HEADS: Final = (System.ROMAN_UPPER, System.LETTER_UPPER, System.HAN)


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
    closed = _is_closed(before.text)
    number = None if how.tells_splits and not closed else _number(line, language)
    if number is None:
        return False
    if len(found) > 1 and _is_annex(found[-2][-1], language):
        return number == 1
    if how.pages(before, line) and not closed:
        return False
    last = (_number(group[0], language) for group in reversed(found))
    return number - 1 == next((one for one in last if one is not None), None)


def _is_torn(group: Sequence[Para], language: Language) -> bool:
    """Return whether a line is short only because of a raised figure, behind which PDFs break."""
    if _ends_in_note(group[-1]):
        return group[-1].text[-1] in _CLAUSE_ENDS or ends_sentence(group[-1].text, language)
    behind = len(group) > 1 and _ends_in_note(group[-2])
    return behind and not ends_sentence(group[-1].text, language)


def _ends_in_note(line: Para) -> bool:
    return any(note.at == len(line.text) for note in line.notes)


def _is_annex(line: Para, language: Language) -> bool:
    found = language.annex_number(line.text)
    return found is not None and not line.text[found[1] :].strip(" .:")


# The line, whether the sign leads there, its readings.
_Sign = tuple[int, bool, tuple[Label, ...]]


def signs(parted: Sequence[Para], language: Language) -> list[_Sign]:
    """Return the labels of list items in the lines, in order, wherever in a line they stand."""
    return [
        (at, sign.start() == 0, readings(sign[0] + " ", language)[0])
        for at, line in enumerate(parted)
        for sign in _LISTED.finditer(line.text)
    ]


def run_in(found: Sequence[_Sign]) -> frozenset[int]:
    """Return the lines that only by chance begin with a label of a list inside a sentence.

    The label before it in the list, or for the first the one behind it, then stands within a
    line: "… the following: (a) lamps; (b)".
    """
    judged = list(found)
    inside: set[int] = set()
    for place, (at, leads, labels) in enumerate(judged):
        if leads and _is_run_in(judged, place, labels):
            inside.add(at)
            judged[place] = (at, False, labels)
    return frozenset(inside)


def list_heads(found: Sequence[_Sign], parted: Sequence[Para]) -> frozenset[int]:
    """Return the lines with the first label of a list whose second begins an item's line too.

    So a list shows that goes on a sentence without a colon: "… should light", "(a) quays; and",
    "(b) locks".
    """
    heads: set[int] = set()
    for (at, leads, labels), (then, leads_too, others) in pairwise(found):
        firsts = {one.system for one in labels if one.value == 1}
        seconds = {one.system for one in others if one.value == 2}
        if leads and leads_too and firsts & seconds and _is_closed(parted[then - 1].text):
            heads.add(at)
    return frozenset(heads)


def _is_run_in(found: Sequence[_Sign], place: int, labels: tuple[Label, ...]) -> bool:
    values = {(one.system, one.value or 0) for one in labels}
    if any(value == 1 for _, value in values):
        coming, step = found[place + 1 : place + 2], 1
    else:
        coming, step = list(reversed(found[max(0, place - 2) : place]))[:1], -1
    for _, leads, others in coming:
        wanted = {(one.system, (one.value or 0) - step) for one in others}
        if values & wanted:
            return not leads
    return False


def starts_anew(before: Para, line: Para, language: Language) -> bool:
    """Return whether a line begins a paragraph because of its label, or of the one before."""
    if _is_recommendation(before.text, language):
        return True
    if _is_recommendation(line.text, language):
        return not is_unfinished(before.text, language)
    if _is_annex(before, language):
        return True
    if _is_annex(line, language):
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
    return (listed and _is_closed(before.text)) or is_head(before.text, language)


def _is_closed(text: str) -> bool:
    """Return whether a line ends where an item may: at a comma, a semicolon, "and"."""
    return text[-1:] in _CLAUSE_ENDS or _CONNECTED.search(text) is not None


def _is_recommendation(text: str, language: Language) -> bool:
    found = recommendation_label(text, language)
    return found is not None and not found[1].strip(" .:：")


def mend(paras: Sequence[Para], language: Language, how: Mending, file: str) -> Mended:
    """Set run-together paragraphs apart and join sentences that a page break cut."""
    findings: list[Finding] = []
    apart: list[Para] = []
    for para in over_pages(paras, language, how.pages, file, findings):
        pieces = [para] if para.rows else unwrap(para, language, how)
        pieces = pieces if how.tells_splits else [evened(one, language) for one in pieces]
        if (
            how.tells_splits
            and len(pieces) > 1
            and not _is_recommendation(pieces[0].text, language)
        ):
            findings.append(SPLIT_PARAGRAPHS.at(pieces[1], file, label=_begin(pieces[1].text)))
        apart.extend(pieces)
    apart = list(_split_inside(apart, language, file, findings))
    whole = rejoined(apart, language, file, findings)
    return Mended(tuple(whole), tuple(findings))


# -- paragraphs cut by a page break --------------------------------------------------------------
def over_pages(
    paras: Sequence[Para],
    language: Language,
    pages: Callable[[Para, Para], bool],
    file: str,
    findings: list[Finding],
) -> list[Para]:
    """Join what stands above and below furniture where one paragraph goes on there.

    Furniture that was left out is a blank line with spaces in it, or a paragraph of such.
    """
    out: list[Para] = []
    turned = False
    for para in paras:
        own = para.text.split("\n")
        turned = turned or _is_blanked(own[0])
        if not (para.text.strip() or para.rows or para.label or para.notes):
            turned = True
            continue
        if turned and out and _goes_over(out[-1], para, language, pages):
            whole = ends_sentence(out[-1].text, language)
            repair = REJOINED_PARAGRAPH if whole else REJOINED_SENTENCE
            findings.append(repair.at(para, file, **_seam(out[-1], para)))
            out[-1] = appended(out[-1], para)
        else:
            out.append(para)
        turned = _is_blanked(own[-1])
    return out


def _is_blanked(line: str) -> bool:
    return bool(line) and line.isspace()


def _goes_over(
    above: Para, below: Para, language: Language, pages: Callable[[Para, Para], bool]
) -> bool:
    if above.rows or below.rows or not (is_running(above) and is_running(below)):
        return False
    last, first = lines(above)[-1], lines(below)[0]
    if ends_open(last.text) or not mark(first, language).plain:
        return False
    return pages(last, first) and not starts_anew(last, first, language)


def _seam(above: Para, below: Para) -> dict[str, str]:
    return {"before": above.text.strip()[-_SHOWN:], "after": below.text.strip()[:_SHOWN]}


# -- paragraphs run together inside one line ---------------------------------------------------
def _split_inside(
    paras: Sequence[Para], language: Language, file: str, findings: list[Finding]
) -> Iterator[Para]:
    numbers = [_number(para, language) for para in paras]
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


def _number(para: Para, language: Language) -> int | None:
    if para.rows or para.label is not None:
        return None
    labels, _ = readings(para.text, language)
    arabic = [one for one in labels if one.system is System.ARABIC and one.shape is Shape.DOT]
    return arabic[0].value if arabic else None


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
    if len(parted) > 1 and para.label is None and _is_recommendation(parted[0].text, language):
        return [parted[0], joined(parted[1:], language)]
    return [joined(parted, language)]
