"""Paragraphs that a page break cut in two, put together again."""

from collections.abc import Callable, Sequence
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.languages import Language
from toolkit.structure.beginnings import starts_anew
from toolkit.structure.marking import ends_open, ends_sentence, mark
from toolkit.structure.para import Para
from toolkit.structure.pieces import appended, lines
from toolkit.structure.repairs import REJOINED_PARAGRAPH, REJOINED_SENTENCE
from toolkit.structure.torn import is_running

_SHOWN: Final = 16


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
