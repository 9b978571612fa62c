"""A reference to a paragraph that the document does not have.

References that lead to another document (a resolution, an article, a symbol, ibid.) are left
alone. Parts of a draft refer to each other, so only whole documents are looked at.
"""

from collections.abc import Iterator

from toolkit.checks.references import WHOLE, known, missing, of_kind, span_of
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, en_addendum, zh, zh_addendum
from toolkit.diagnostics import Severity
from toolkit.languages import RefKind
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each reference to a paragraph of the document."""
    index = known(document)
    if not index.has(RefKind.PARAGRAPH):
        return
    last = index.highest(RefKind.PARAGRAPH)
    for block, one in of_kind(document, RefKind.PARAGRAPH):
        gone = missing(one)
        if gone is None:
            yield FINE
        else:
            yield rule.at(document, block, span_of(one), number=gone, last=last)


RULE = Rule(
    code="REF101",
    name="reference-to-missing-paragraph",
    severity=Severity.ERROR,
    summary="A reference leads to a paragraph that is not there",
    message="There is no paragraph {number} here; the last one is {last}. Correct the "
    "reference, or name the document that is meant.",
    authority="Editorial Manual, Paragraphs and subparagraphs; Instructions",
    check=check,
    profiles=WHOLE,
    bad=(
        en("## I. Debate\n\n1. It met (see paragraph 90 below).\n"),
        zh("## 一. 审议情况\n\n1. 开会（见下文第 90 段）。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It met.\n\n2. See paragraph 1 above and resolution 7/1, para. 9.\n"),
        zh("## 一. 审议情况\n\n1. 开会。\n\n2. 见上文第 1 段和第 7/1 号决议第 9 段。\n"),
        en_addendum("## III. Debate (continued)\n\n1. It met (see paragraph 90 above).\n"),
        zh_addendum("## 三. 审议情况（续）\n\n1. 开会（见上文第 90 段）。\n"),
    ),
)
