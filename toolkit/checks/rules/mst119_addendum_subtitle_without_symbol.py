"""A document called an addendum whose symbol has no Add."""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import draft_masthead
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where the subtitle is the word for an addendum."""
    symbol = own_symbol(document)
    word = by_code(document.language).masthead.addendum
    if symbol is None or (document.masthead.subtitle or "").casefold() != word.casefold():
        return
    if any(part.code == "Add" for part in symbol.suffixes):
        yield FINE
    else:
        yield rule.at(document, None, subtitle=word, symbol=symbol)


RULE = Rule(
    code="MST119",
    name="addendum-subtitle-without-symbol",
    severity=Severity.ERROR,
    summary="A document called an addendum has a symbol without “Add.”",
    message="The subtitle is “{subtitle}”, but the symbol {symbol} has no Add. and number. "
    "Complete the symbol, or take the subtitle out.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    bad=(
        draft_masthead("en", ("L.1/Add.1", "L.1")),
        draft_masthead("zh", ("L.1/Add.1", "L.1")),
    ),
    good=(draft_masthead("en"), draft_masthead("zh")),
)
