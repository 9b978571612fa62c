"""The forms of a segment that memories are searched by."""

import re

from toolkit.text.normalize import fold_width, match_key

exact_key = match_key

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def rough_key(text: str) -> str:
    """Return the form that candidates are looked for by: width, case and figures set aside."""
    return _DIGITS.sub("0", fold_width(match_key(text)).casefold())
