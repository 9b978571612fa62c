"""A symbol with the asterisk of a reissue, and no footnote that says why.

A document issued again for technical reasons has an asterisk behind its symbol and a note such as
"Reissued for technical reasons on 1 July 2030" at the foot of its first page.
"""

from collections.abc import Iterator

from toolkit.checks.meeting import own_symbol
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import masthead
from toolkit.diagnostics import Severity
from toolkit.model import Document, Kind


def _has_note(document: Document) -> bool:
    """Return whether any note is marked by an asterisk."""
    for block in document.blocks:
        if any(note.number.startswith("*") for note in block.notes):
            return True
        if block.kind is Kind.FOOTNOTE and (block.label or block.text).startswith("*"):
            return True
    return False


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at a masthead symbol with asterisks."""
    symbol = own_symbol(document)
    if symbol is None or not symbol.reissue:
        return
    yield FINE if _has_note(document) else rule.at(document, None, symbol=symbol)


_REISSUED = ("WG.1/2030/6", "WG.1/2030/6*")

RULE = Rule(
    code="SYM110",
    name="reissue-without-footnote",
    severity=Severity.WARNING,
    summary="A symbol has the asterisk of a reissue, and there is no footnote to it",
    message="{symbol} is marked as issued again, and no footnote says why. Add the footnote, "
    "or take the asterisk out.",
    authority="Document symbols: modifications",
    check=check,
    bad=(masthead("en", _REISSUED), masthead("zh", _REISSUED)),
    good=(
        masthead("en"),
        masthead("zh"),
        masthead("en", _REISSUED, ("met in Vienna.", "met.[^*]\n\n[^*]: Reissued.")),
        masthead("zh", _REISSUED, ("了会议。", "了会议。[^*]\n\n[^*]: 重新印发。")),
    ),
)
