"""A masthead without a symbol.

The symbol identifies the document in every language; without it nothing can be cited, paired or
put in a memory. Looked at in reports and their drafts where there is a masthead at all.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document, Profile


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, at the masthead."""
    head = document.masthead
    if not any((head.symbol, head.distribution, head.date, head.original, head.job_number)):
        return
    yield FINE if head.symbol else rule.at(document, None)


RULE = Rule(
    code="SYM104",
    name="symbol-missing",
    severity=Severity.ERROR,
    summary="The masthead has no symbol",
    message="The masthead has no symbol. Add it at the top right, opposite “United Nations”.",
    authority="Document symbols, rule 1; Editorial Manual, Mastheads and cover pages",
    check=check,
    profiles=(Profile.REPORT, Profile.DRAFT, Profile.ADDENDUM, Profile.CORRIGENDUM),
    bad=(
        masthead("en", ("    XYZ/COP/WG.1/2030/6", "")),
        masthead("zh", ("    XYZ/COP/WG.1/2030/6", "")),
    ),
    good=(masthead("en"), masthead("zh")),
)
