"""A job number whose letter is that of another language: (E) on a Chinese text.

The letters are A, C, E, F, R, S for the six languages, and G for German.
"""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document

_LETTERS = {
    "Arabic": "A",
    "Chinese": "C",
    "English": "E",
    "French": "F",
    "German": "G",
    "Russian": "R",
    "Spanish": "S",
}


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the job number has a letter."""
    found = document.masthead.job_letter
    language = by_code(document.language).name
    expected = _LETTERS.get(language)
    if not found or not expected:
        return
    if found == expected:
        yield FINE
    else:
        yield rule.at(document, None, found=found, expected=expected, language_word=language)


RULE = Rule(
    code="MST105",
    name="job-letter-mismatch",
    severity=Severity.ERROR,
    summary="The letter of the job number is that of another language",
    message="The job number has the letter ({found}), but the text is in {language_word}: "
    "({expected}) was expected. Correct the letter.",
    authority="Usage of job numbers on the first page",
    check=check,
    bad=(masthead("en", ("(E)", "(F)")), masthead("zh", ("(C)", "(E)"))),
    good=(masthead("en"), masthead("zh")),
)
