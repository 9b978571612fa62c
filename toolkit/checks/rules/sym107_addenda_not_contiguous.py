"""Parts of a draft cited with one of them left out: L.1, L.1/Add.1 and L.1/Add.3.

Where a passage cites the draft of the report and its addenda, it must cite them all, the first
part included. Addenda to other documents are cited one by one, and left alone.
"""

from collections.abc import Iterator, Sequence

from toolkit.checks.citations import cited
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.symbols.relations import base, is_draft
from toolkit.symbols.symbol import Symbol


def _absent(symbols: Sequence[Symbol]) -> Symbol | None:
    """Return the first part that is missing between the base and the last addendum cited."""
    first = base(symbols[0])
    numbers = [one.suffixes[0].number or 0 for one in symbols if one.suffixes]
    if first not in symbols:
        return first
    for number in range(1, max(numbers) + 1):
        if number not in numbers:
            return Symbol.parse(f"{first}/Add.{number}")
    return None


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each block that cites two or more parts of one draft, an addendum among them."""
    for block in document.blocks:
        drafts: dict[str, list[Symbol]] = {}
        for one in cited(block):
            if is_draft(one) and all(part.code == "Add" for part in one.suffixes):
                drafts.setdefault(str(base(one)), []).append(one)
        for symbols in drafts.values():
            if len(set(symbols)) < 2 or any(len(one.suffixes) > 1 for one in symbols):
                continue
            gone = _absent(symbols)
            yield rule.at(document, block, missing=gone) if gone else FINE


RULE = Rule(
    code="SYM107",
    name="addenda-not-contiguous",
    severity=Severity.WARNING,
    summary="A part of the draft report is left out of the citation",
    message="The parts of the draft are cited without {missing}. Add it, or correct the numbers.",
    authority="Usage of draft reports issued in parts",
    check=check,
    bad=(
        en("## I. Adoption\n\n1. It adopted XYZ/COP/2030/L.1 and XYZ/COP/2030/L.1/Add.2.\n"),
        zh("## 一. 通过\n\n1. 工作组通过了 XYZ/COP/2030/L.1 和 XYZ/COP/2030/L.1/Add.2。\n"),
    ),
    good=(
        en("## I. Adoption\n\n1. It adopted XYZ/COP/2030/L.1 and XYZ/COP/2030/L.1/Add.1.\n"),
        zh("## 一. 通过\n\n1. 工作组通过了 XYZ/COP/2030/L.1 和 XYZ/COP/2030/L.1/Add.1。\n"),
    ),
)
