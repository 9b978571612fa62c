"""A reference to a chapter, or a section of a chapter, that the document does not have.

Chapters of the Charter, of a treaty or of another report are left alone, and so are sections
named without their chapter.
"""

from collections.abc import Iterator

from toolkit.checks.references import WHOLE, known, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document
from toolkit.references import Index, Target
from toolkit.references.index import Key


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each reference to a chapter of the document."""
    index = known(document)
    if not index.has(RefKind.CHAPTER):
        return
    parted = {key.scope for key in index.places if key.kind is RefKind.SECTION}
    for block, one in of_kind(document, RefKind.CHAPTER):
        if any(_gone(target, parted, index) for target in one.targets):
            yield rule.at(document, block, span_of(one), found=one.words)
        else:
            yield FINE


def _gone(target: Target, parted: set[str], index: Index) -> bool:
    """Return whether a chapter is not there, or has sections but not this one."""
    if target.block_id is not None:
        return False
    place = index.places.get(Key(kind=RefKind.CHAPTER, number=target.number))
    return place is None or index.document.blocks[place].path in parted


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
