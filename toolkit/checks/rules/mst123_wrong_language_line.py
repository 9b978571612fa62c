"""A masthead that names another language than the one the text is in.

The names are the English ones in every version: "Chinese", not 中文. In a document that has no
such line, the line "Original:" must name the language of the text, perhaps among others.
"""

import re
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the masthead names a language."""
    found = document.masthead.language or document.masthead.original
    if not found:
        return
    expected = by_code(document.language).name
    if expected.casefold() in re.findall(r"\w+", found.casefold()):
        yield FINE
    else:
        yield rule.at(document, None, found=found, expected=expected)


RULE = Rule(
    code="MST123",
    name="wrong-language-line",
    severity=Severity.WARNING,
    summary="The masthead names another language than that of the text",
    message="The text is in {expected}, but of languages the masthead names only “{found}”. "
    "Write “{expected}” in the line above “Original:”.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        masthead("en", ("Original: English", "French\nOriginal: English")),
        masthead("zh", ("\nChinese\n", "\nRussian\n")),
    ),
    good=(masthead("en"), masthead("zh")),
)
