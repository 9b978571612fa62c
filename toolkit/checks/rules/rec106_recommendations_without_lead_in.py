"""A group of recommendations that no numbered paragraph leads in.

"The Working Group recommended that the Conference consider the following recommendations" stands
before the recommendations of a chapter; where one section has such a paragraph, the others need
theirs. A continued chapter or section had its lead-in in an earlier part.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, Kind, Profile


class _Walk:
    """What has been seen on the way down: chapters and sections with a lead-in, and headings."""

    def __init__(self) -> None:
        self.led: set[str] = set()
        self.continued: set[str] = set()
        self.groups: dict[str, tuple[Block, bool]] = {}

    def see(self, block: Block) -> None:
        home = block.path.rpartition("/")[0]
        if block.kind is Kind.HEADING and block.continued:
            self.continued.add(block.path)
        elif block.kind is Kind.PARAGRAPH:
            self.led.add(home)
        elif block.kind is Kind.RECOMMENDATION and home not in self.groups:
            self.groups[home] = (block, home in self.led)


def _groups(document: Document) -> Iterator[tuple[str, Block, bool]]:
    """Yield each group: its path, its first recommendation, whether it needs no lead-in."""
    walk = _Walk()
    for block in document.blocks:
        walk.see(block)
    for home, (first, led) in walk.groups.items():
        chapter = home.partition("/")[0]
        siblings = [one for path, (_, one) in walk.groups.items() if path.startswith(chapter)]
        by_chapter = chapter in walk.led and not any(siblings)
        if not {home, chapter} & walk.continued:
            yield home, first, led or by_chapter


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each chapter or section with recommendations."""
    for _, first, fine in _groups(document):
        yield FINE if fine else rule.at(document, first, label=first.label)


_EN = "#### Recommendation {0}\n\nStates parties should train keeper {0}.\n\n"
_ZH = "#### 建议 {0}\n\n缔约国应培训守塔人。\n\n"
_LED_EN = "{}. The Working Group adopted the following recommendations.\n\n"
_LED_ZH = "{}. 工作组通过了以下建议。\n\n"

RULE = Rule(
    code="REC106",
    name="recommendations-without-lead-in",
    severity=Severity.WARNING,
    summary="No paragraph leads in a group of recommendations",
    message="No numbered paragraph stands before {label} to lead the group in. Add one, such as "
    "“The Working Group recommended the following”.",
    authority="Usual form of recommendations",
    check=check,
    profiles=(Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM),
    bad=(
        en("## I. Recommendations\n\n" + _EN.format(1)),
        en(
            "## I. Recommendations\n\n### A. Lamps\n\n"
            + _LED_EN.format(1)
            + _EN.format(1)
            + "### B. Buoys\n\n"
            + _EN.format(2)
        ),
        zh("## 一. 建议\n\n" + _ZH.format(1)),
    ),
    good=(
        en(
            "## I. Recommendations\n\n"
            + _LED_EN.format(1)
            + "### A. Lamps\n\n"
            + _EN.format(1)
            + "### B. Buoys\n\n"
            + _EN.format(2)
        ),
        zh("## 一. 建议\n\n" + _LED_ZH.format(1) + _ZH.format(1)),
    ),
)
