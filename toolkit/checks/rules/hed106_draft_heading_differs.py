"""A chapter of the final report with another title than in the draft.

Chapters are compared by their numbers, without (continued). What the body changed when it
adopted the report is rarely a title.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.places import chapters
from toolkit.checks.rule import FINE, Case, Example, Rule, Scope, SetInput
from toolkit.checks.sets import drafts
from toolkit.checks.specimens import addendum, report
from toolkit.diagnostics import Severity
from toolkit.model import Profile


def check(rule: Rule, given: SetInput) -> Iterator[Case]:
    """Look at each chapter of a final report that is in the draft too."""
    titles: dict[tuple[str, int], str] = {}
    for group in drafts(given):
        for _, document in group:
            for block in chapters(document):
                titles.setdefault((document.language, block.number or 0), block.text)
    for document in given.documents:
        symbol = own_symbol(document)
        if document.profile is not Profile.REPORT or symbol is None or symbol.suffixes:
            continue
        for block in chapters(document):
            expected = titles.get((document.language, block.number or 0))
            if expected is None or "".join(expected.split()) == "".join(block.text.split()):
                yield FINE
            else:
                yield rule.at(document, block, found=block.text, expected=expected)


RULE = Rule(
    code="HED106",
    name="draft-heading-differs",
    severity=Severity.NOTE,
    scope=Scope.SET,
    summary="A chapter has another title in the draft",
    message="The chapter is called “{found}”; in the draft it is called “{expected}”. See which "
    "one is right.",
    authority="Usage of draft reports: the final report keeps their chapters",
    check=check,
    bad=(
        Example(
            text=addendum("## I. Summary of deliberations\n\n1. It met.\n"),
            other=report("## I. Summary of deliberation\n\n1. It met.\n"),
        ),
        Example(
            text=addendum("## 一. 审议概况\n\n1. 工作组举行了会议。\n", "zh"),
            other=report("## 一. 审议情况\n\n1. 工作组举行了会议。\n", "zh"),
            language="zh",
        ),
    ),
    good=(
        Example(
            text=addendum("## I. Summary of deliberations (continued)\n\n1. It met.\n"),
            other=report("## I. Summary of deliberations\n\n1. It met.\n"),
        ),
        Example(
            text=addendum("## 一. 审议概况（续）\n\n1. 工作组举行了会议。\n", "zh"),
            other=report("## 一. 审议概况\n\n1. 工作组举行了会议。\n", "zh"),
            language="zh",
        ),
    ),
)
