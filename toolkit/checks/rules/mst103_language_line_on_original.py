"""A line with the language of the version in a document that is the original.

Only translations name their own language above "Original: English"; in the original itself the
line is left out.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the masthead names the original language."""
    head = document.masthead
    if not head.original:
        return
    if head.language and head.language.casefold() == head.original.casefold():
        yield rule.at(document, None, language=head.language)
    else:
        yield FINE


RULE = Rule(
    code="MST103",
    name="language-line-on-original",
    severity=Severity.WARNING,
    summary="The original names its own language",
    message="The masthead has the line “{language}”, which is also the original language. "
    "Only a translation has that line; take it out.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        masthead("en", ("Original: English", "English\nOriginal: English")),
        masthead("zh", ("Original: English", "Original: Chinese")),
    ),
    good=(masthead("en"), masthead("zh")),
)
