"""Words in bold in the middle of a paragraph.

Bold is for headings, and for conclusions and recommendations put to a body; nothing is emphasized
by it. Whole paragraphs and run-in headings at their beginning are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind, Mark, MarkKind, Profile

_LONGEST = 60  # characters; a longer stretch is a conclusion of its own


def _emphasis(block: Block, mark: Mark) -> bool:
    """Return whether a mark emphasizes words of a sentence."""
    words = block.text[mark.start : mark.end].strip()
    if not words or len(words) > _LONGEST or words[-1] in ".。:：":
        return False
    # At the beginning it is a heading run in; behind a full stop a sentence of its own.
    before = block.text[: mark.start].rstrip()
    return bool(before) and before[-1] not in ".。;；:："


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each numbered paragraph."""
    for block in document.blocks:
        if block.kind is not Kind.PARAGRAPH:
            continue
        bold = (one for one in block.marks if one.kind is MarkKind.BOLD)
        found = [
            rule.at(
                document, block, (one.start, one.end), words=block.text[one.start : one.end].strip()
            )
            for one in bold
            if _emphasis(block, one)
        ]
        yield from found or (FINE,)


RULE = Rule(
    code="TYP106",
    name="bold-in-running-text",
    severity=Severity.WARNING,
    summary="Words in a paragraph are set in bold",
    message="“{words}” is set in bold. Bold is for headings and recommendations; set it in roman.",
    authority="Editorial Manual, Italics and bold print",
    check=check,
    profiles=(Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM),
    bad=(
        en("## I. Debate\n\n1. The keeper, **Ms. Lund**, spoke.\n"),
        zh("## 一. 审议情况\n\n1. 守塔人**伦德女士**作了发言。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. **Lamps.** The keeper spoke.\n\n2. **It agreed on all points.**\n"),
        zh("## 一. 审议情况\n\n1. **灯具。**守塔人作了发言。\n"),
    ),
)
