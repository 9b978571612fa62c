"""A page cited of a document that has paragraph numbers: A/71/119, p. 5.

Pages differ from language to language; paragraphs do not. Looked at where a page follows a symbol.
"""

import re
from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document
from toolkit.symbols.find import find

_PAGE = re.compile(r"[,，]? ?(?:at )?(?:pp?\. ?\d+|pages? \d+|第 ?\d+(?: ?[至-] ?\d+)? ?页)")


def _texts(block: Block) -> Iterator[tuple[str, bool]]:
    yield block.text, True
    yield from ((note.text, False) for note in block.notes)


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at what follows each symbol, in the text and in footnotes."""
    for block in document.blocks:
        for text, own in _texts(block):
            for mention in find(text):
                page = _PAGE.match(text, mention.span.end)
                if page is None:
                    yield FINE
                else:
                    span = page.span() if own else None
                    found = page[0].lstrip(",， ")
                    yield rule.at(document, block, span, found=found, symbol=mention.text)


RULE = Rule(
    code="REF109",
    name="page-of-a-document",
    severity=Severity.WARNING,
    summary="A page is cited of a document with paragraph numbers",
    message="“{found}” of {symbol} is another page in each language. Cite the paragraph.",
    authority="Editorial Manual, Quotations; Instructions",
    check=check,
    bad=(
        en("## I. Debate\n\n1. It recalled the report (A/71/119, p. 5).\n"),
        zh("## 一. 审议情况\n\n1. 回顾了该报告（A/71/119，第 5 页）。\n"),
    ),
    good=(
        en("## I. Debate\n\n1. It recalled the report (A/71/119, para. 5) and page 5 of a book.\n"),
        zh("## 一. 审议情况\n\n1. 回顾了该报告（A/71/119，第 5 段）和该书第 5 页。\n"),
    ),
)
