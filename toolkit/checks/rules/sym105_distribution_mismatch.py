"""A distribution that does not go with the symbol.

A symbol with L. means limited distribution, one with R. restricted; any other is general.
Conference room papers, working papers and statements of non-governmental organizations vary, and
are left alone.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import draft_masthead, masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.symbols.relations import expected_distribution

_VARY = ("CRP", "WP", "NGO", "PET")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look once, where symbol and distribution are printed."""
    symbol, found = own_symbol(document), document.masthead.distribution
    if symbol is None or not found or symbol.nature in _VARY:
        return
    expected = expected_distribution(symbol)
    if found.casefold() == expected.casefold():
        yield FINE
    else:
        yield rule.at(document, None, found=found, expected=expected, symbol=symbol)


RULE = Rule(
    code="SYM105",
    name="distribution-mismatch",
    severity=Severity.ERROR,
    summary="The distribution does not go with the symbol",
    message="The distribution is “{found}”, but the symbol {symbol} means “{expected}”. "
    "Correct the distribution, or the symbol.",
    authority="Document symbols: L. limited, R. restricted",
    check=check,
    bad=(
        draft_masthead("en", ("Distr.: Limited", "Distr.: General")),
        masthead("zh", ("Distr.: General", "Distr.: Limited")),
    ),
    good=(draft_masthead("en"), masthead("zh")),
)
