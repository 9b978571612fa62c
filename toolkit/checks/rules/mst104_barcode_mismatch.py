"""A barcode text whose digits are not those of the job number.

V.19-09281 stands over *1909281*: the year and the five figures, without prefix and hyphen.
"""

import re
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where both are printed."""
    head = document.masthead
    if not head.barcode or not head.job_number:
        return
    expected = re.sub(r"\D", "", head.job_number)
    if head.barcode == expected:
        yield FINE
    else:
        yield rule.at(
            document, None, found=head.barcode, expected=expected, job_number=head.job_number
        )


RULE = Rule(
    code="MST104",
    name="barcode-mismatch",
    severity=Severity.ERROR,
    summary="The barcode has other digits than the job number",
    message="The barcode is {found}, the job number {job_number}, so {expected} was "
    "expected. See which of the two is right, and correct the other.",
    authority="Usage of job numbers on the first page",
    check=check,
    bad=(masthead("en", ("*3001234*", "*3001243*")), masthead("zh", ("*3001234*", "*3001243*"))),
    good=(masthead("en"), masthead("zh")),
)
