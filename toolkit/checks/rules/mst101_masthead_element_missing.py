"""A masthead without its distribution, date or original language.

Looked at in reports, their drafts and corrigenda, and only where a masthead is there at all. The
symbol has a rule of its own (SYM104); the line with the language of the version is for
translations only.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at three fields of the masthead."""
    head = document.masthead
    elements = {
        "distribution": head.distribution,
        "date": head.date,
        "original language": head.original,
    }
    if not any((head.symbol, head.job_number, *elements.values())):
        return
    for name, value in elements.items():
        yield FINE if value else rule.at(document, None, element_word=name)


RULE = Rule(
    code="MST101",
    name="masthead-element-missing",
    severity=Severity.ERROR,
    summary="The masthead lacks an element every masthead has",
    message="The masthead has no {element_word}, or not in the usual form (Distr.: General, "
    "9 September 2019, Original: English, in every language). Add it.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    profiles=(Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.CORRIGENDUM),
    bad=(
        masthead("en", ("Original: English\n", "")),
        masthead("zh", ("Distr.: General\n", "")),
    ),
    good=(masthead("en"), masthead("zh")),
)
