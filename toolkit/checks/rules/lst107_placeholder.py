"""Words in brackets that still wait for text: [...], [……], [to be completed].

A draft is written with such gaps; they must be filled before it goes out. Also looked for in
footnotes.
"""

from collections.abc import Iterator

from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.checks.words import words
from toolkit.diagnostics import Severity
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that has text, and at its footnotes."""
    pattern = words(document.language).placeholder
    for block in prose(document):
        found = [
            rule.at(document, block, m.span(), gap=m.group()) for m in pattern.finditer(block.text)
        ]
        for note in block.notes:
            found += [rule.at(document, block, gap=m.group()) for m in pattern.finditer(note.text)]
        yield from found or (FINE,)


RULE = Rule(
    code="LST107",
    name="placeholder",
    severity=Severity.ERROR,
    summary="A placeholder still waits for its text",
    message="“{gap}” still waits for its text. Fill it in, or delete it.",
    authority="Usage of draft reports",
    check=check,
    bad=(
        en("## I. Statements\n\n1. Statements were made by Kenya, Norway and [...].\n"),
        zh("## 一. 发言情况\n\n1. 肯尼亚、挪威[……]的代表作了发言。\n"),
    ),
    good=(
        en("## I. Statements\n\n1. The speaker said: “We [the keepers] stay.”\n"),
        zh("## 一. 发言情况\n\n1. 肯尼亚和挪威的代表作了发言……随后休会。\n"),
    ),
)
