"""How a reader's findings are told beside a result."""

from collections.abc import Iterable

from toolkit.cli.output import note
from toolkit.cli.session import settings
from toolkit.diagnostics import Finding
from toolkit.diagnostics.render.text import told


def tell(findings: Iterable[Finding]) -> None:
    """Print a line for each finding on standard error, in the user's language."""
    lang = settings().lang
    for one in findings:
        note(told(one, lang))
