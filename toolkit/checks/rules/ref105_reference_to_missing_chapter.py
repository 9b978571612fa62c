"""A reference to a chapter, or a section of a chapter, that the document does not have.

Chapters of the Charter, of a treaty or of another report are left alone, and so are sections
named without their chapter.
"""

from collections.abc import Iterator

from toolkit.checks.places import chapters, sections
from toolkit.checks.references import WHOLE, of_kind
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document
from toolkit.text.numerals import letter_value


def _known(document: Document) -> dict[int, set[int]]:
    """Return the numbers of the chapters, each with the numbers of its sections."""
    parts = sections(document)
    return {
        chapter.number: {one.number for one in parts.get(chapter.path, ()) if one.number}
        for chapter in chapters(document)
        if chapter.number
    }


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each reference to a chapter of the document."""
    known = _known(document)
    if not known:
        return
    for block, one in of_kind(document, RefKind.CHAPTER):
        gone = any(end not in known for ends in one.ranges for end in ends)
        section = letter_value(one.part) if len(one.part) == 1 else None
        there = known.get(one.ranges[0][0])
        if gone or (section and there and section not in there):
            span = (one.span.start, one.span.end)
            yield rule.at(document, block, span, found=one.span.of(block.text))
        else:
            yield FINE


RULE = Rule(
    code="REF105",
    name="reference-to-missing-chapter",
    severity=Severity.ERROR,
    summary="A reference leads to a chapter or section that is not there",
    message="“{found}” leads to no chapter or section of this document. Correct the "
    "reference, or name the document that is meant.",
    authority="Editorial Manual, Instructions: check of internal references",
    check=check,
    profiles=WHOLE,
    bad=(
        en("## I. Debate\n\n1. The result is in chapter VI.\n"),
        zh("## 一. 审议情况\n\n1. 结果载于第六章。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. See chapter I, and Chapter VII of the Charter.\n"),
        zh("## 一. 审议情况\n\n1. 见第一章和《宪章》第七章。\n"),
    ),
)
