"""A draft report whose symbol has Add. and that is not called an addendum.

Addenda to other documents often have a title of their own instead, and are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import draft_masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.symbols.relations import is_draft


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the symbol has L. and ends in Add. and a number."""
    symbol = own_symbol(document)
    if symbol is None or not is_draft(symbol):
        return
    if not symbol.suffixes or symbol.suffixes[-1].code != "Add":
        return
    word = by_code(document.language).masthead.addendum
    lines = (document.masthead.subtitle, document.masthead.title)
    if any(word.casefold() in (line or "").casefold() for line in lines):
        yield FINE
    else:
        yield rule.at(document, None, symbol=symbol, expected=word)


RULE = Rule(
    code="MST109",
    name="addendum-without-subtitle",
    severity=Severity.ERROR,
    summary="The symbol is that of an addendum, the subtitle is missing",
    message="The symbol {symbol} is that of an addendum, but the subtitle “{expected}” is "
    "missing. Add it under the title, or correct the symbol.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        draft_masthead("en", ("## Addendum\n\n", "")),
        draft_masthead("zh", ("## 增编\n\n", "")),
    ),
    good=(draft_masthead("en"), draft_masthead("zh")),
)
