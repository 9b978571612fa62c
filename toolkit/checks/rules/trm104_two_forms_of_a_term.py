"""Two forms of one term in one document, both of which the termbase allows.

Abbreviations beside their full forms are usual and are no finding, nor are forms that are given
up or another body's, which are told by themselves. Told once for each form after the first.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule, Scope, TermsInput
from toolkit.checks.terms import chinese, english
from toolkit.diagnostics import Severity
from toolkit.model.terms import Standing, TermUse

_ALLOWED = (Standing.PREFERRED, Standing.ADMITTED)


def check(rule: Rule, given: TermsInput) -> Iterator[Case]:
    """Look at each form of each term that the termbase allows."""
    blocks = {block.id: block for block in given.document.blocks}
    first: dict[str, TermUse] = {}
    told: set[tuple[str, str]] = set()
    for use in given.uses:
        if use.standing not in _ALLOWED or use.quoted or _abbreviation(use.form):
            continue
        before = first.setdefault(use.concept, use)
        if before.form == use.form or (use.concept, use.form) in told:
            yield FINE
            continue
        told.add((use.concept, use.form))
        whole = use.spot.note is None and use.spot.cell is None
        span = (use.start, use.end) if whole else None
        block = blocks.get(use.spot.block_id)
        yield rule.at(given.document, block, span, found=use.said, other=before.said)


def _abbreviation(form: str) -> bool:
    letters = [one for one in form if one.isalpha()]
    return len(letters) > 1 and all(one.isascii() and one.isupper() for one in letters)


_TERMS = "en\ten admitted\tzh\tzh admitted\nvictim\tinjured person\t受害人\t受害者\n"
_EN = "## I. Debate\n\n1. The victim was heard.\n\n2. The {} was given a lamp.\n"
_ZH = "## 一. 审议情况\n\n1. 受害人作了陈述。\n\n2. {}得到一盏灯。\n"

RULE = Rule(
    code="TRM104",
    name="two-forms-of-a-term",
    severity=Severity.NOTE,
    summary="One thing is called by two names in one document",
    message="“{found}” is called “{other}” before. Use one name for one thing.",
    authority="Termbase of the project",
    check=check,
    scope=Scope.TERMS,
    bad=(english(_EN.format("injured person"), _TERMS), chinese(_ZH.format("受害者"), _TERMS)),
    good=(english(_EN.format("victim"), _TERMS), chinese(_ZH.format("受害人"), _TERMS)),
)
