"""The number of a reference in square brackets: what it led to was dropped, or is not agreed.

``undraft renumber --on-dropped mark`` and ``undraft consolidate`` leave such a number where nothing
is left that it could lead to. Also looked for in footnotes and tables.
"""

from collections.abc import Iterator
from typing import Final

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import Language, by_code
from toolkit.model import Document

_OPENING: Final = frozenset("[【［〔")
_CLOSING: Final = frozenset("]】］〕")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has text, and at its footnotes."""
    language = by_code(document.language)
    for block in document.blocks:
        if not block.text:
            continue
        found = [
            rule.at(document, block, (start, end), found=block.text[start:end])
            for start, end in _unsettled(block.text, language)
        ]
        for note in block.notes:
            found += [
                rule.at(document, block, found=note.text[start:end])
                for start, end in _unsettled(note.text, language)
            ]
        yield from found or (FINE,)


def _unsettled(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the places of references within the document that are read once brackets are gone.

    Brackets have to stand around all numbers of a list or around one: a year, a note mark or words
    in brackets are none of it.
    """
    if _OPENING.isdisjoint(text):
        return
    kept = [at for at, sign in enumerate(text) if sign not in _OPENING and sign not in _CLOSING]
    for one in language.reference_lists("".join(text[at] for at in kept)):
        if one.listing is None or one.outside is not None:
            continue
        for first, last in (one.listing, *(member.span for member in one.members)):
            start, end = kept[first] - 1, kept[last - 1] + 1
            if text[max(start, 0)] in _OPENING and text[end : end + 1] in _CLOSING:
                yield min(kept[one.span[0]], start), max(kept[one.span[1] - 1], end) + 1
                break


RULE = Rule(
    code="REF120",
    name="reference-in-brackets",
    severity=Severity.ERROR,
    summary="The number of a reference stands in square brackets",
    message="“{found}” leads nowhere as long as its number stands in brackets: what it named was "
    "dropped, or is not agreed. Give the number it has now, or take the reference out.",
    authority="Usage of final reports: no bracket of a negotiation is left",
    check=check,
    bad=(
        en("## I. Lamps\n\n1. States should keep oil, as in recommendation [9].\n"),
        en("## I. Lamps\n\n1. See paragraphs [7, 9 and 10] above.\n"),
        en("## I. Lamps\n\n1. See paragraphs 7, [9] and 10 above.\n"),
        zh("## 一. 灯具\n\n1. 各国应按照建议 [9] 储备灯油。\n"),
        zh("## 一. 灯具\n\n1. 见上文第 [7、9 和 10] 段。\n"),
    ),
    good=(
        en("## I. Lamps\n\n1. The keepers [9 of them] read every recommendation [sic].\n"),
        en("## I. Lamps\n\n1. They read section [2025 edition] and took note [I am told].[9]\n"),
        zh("## 一. 灯具\n\n1. 各国应考虑该建议[原文如此]，共[9]条。\n"),
        zh("## 一. 灯具\n\n1. 见第[2025]号决议、建议[2025年通过]和附件[1份]。\n"),
    ),
)
