"""Where a space belongs between two stretches of text that are put together."""

import re

from toolkit.languages.language import Language
from toolkit.text.scripts import is_han

_SEAM = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])")
_QUOTES = "“”‘’"


def beside(left: str, right: str, language: Language) -> str:
    """Put ``right`` after ``left``.

    A language with spaces between words has one here too; another only where Latin letters or
    figures meet Han or each other. An empty side adds nothing.
    """
    if not left or not right:
        return left + right
    if language.spaced:
        return f"{left} {right}"
    narrow = _narrow(left[-1]), _narrow(right[0])
    han = is_han(left[-1]), is_han(right[0])
    apart = all(narrow) or (narrow[0] and han[1]) or (han[0] and narrow[1])
    return f"{left} {right}" if apart else left + right


def set_apart(text: str, language: Language) -> str:
    """Put a space between Han and Latin letters or figures, in a language without other spaces."""
    return text if language.spaced else _SEAM.sub(" ", text)


def _narrow(ch: str) -> bool:
    return ch not in _QUOTES and not ch.isspace() and ord(ch) < 0x2000
