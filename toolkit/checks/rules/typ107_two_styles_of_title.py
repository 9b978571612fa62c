"""One title, quoted here and set as a book there.

A title that stands in 《 》 in one place and in “ ” in another, or in italics and in quotation
marks, looks like two works. Only a title of some length is compared, so that a single quoted word
is never taken for one.
"""

import re
from collections.abc import Iterator

from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document, MarkKind

_BOOK = re.compile(r"《([^《》]{4,})》")
_QUOTED = re.compile(r"“([^“”]{4,})”")
_LONG = 12  # letters of a Latin title: two or three words


def _works(block: Block) -> Iterator[str]:
    for found in _BOOK.finditer(block.text):
        yield found[1]
    for mark in block.marks:
        words = block.text[mark.start : mark.end].strip(" ,.;")
        if mark.kind is MarkKind.ITALIC and len(words) >= _LONG and " " in words:
            yield words


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each quoted phrase."""
    works = {words.casefold() for block in prose(document) for words in _works(block)}
    for block in prose(document):
        for found in _QUOTED.finditer(block.text):
            if found[1].strip(" ,.").casefold() in works:
                yield rule.at(document, block, found.span(), title=found[1])
            else:
                yield FINE


RULE = Rule(
    code="TYP107",
    name="two-styles-of-title",
    severity=Severity.WARNING,
    summary="One title is set in two ways",
    message="“{title}” stands in quotation marks here, and elsewhere in the document as the "
    "title of a work (《》 or italics). Choose one.",
    authority="Editorial Manual, Italics and bold print; Quotations",
    check=check,
    bad=(
        en(
            "## I. Papers\n\n1. It used the *Manual on Lamps*.\n\n2. The “Manual on Lamps” helps.\n"
        ),
        zh("## 一. 文件\n\n1. 工作组使用《灯具手册》。\n\n2. “灯具手册”很有用。\n"),
    ),
    good=(
        en("## I. Papers\n\n1. It used the *Manual on Lamps*.\n\n2. The “Lamp Week” helps.\n"),
        zh("## 一. 文件\n\n1. 工作组使用《灯具手册》。\n\n2. 《灯具手册》很有用。\n"),
    ),
)
