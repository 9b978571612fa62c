"""The forms of a segment that memories are searched by."""

import re

from toolkit.text.normalize import fold_width, match_key

exact_key = match_key

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def rough_key(exact: str) -> str:
    """Return the form that candidates are looked for by, from an ``exact_key``.

    Width, case and figures are set aside.
    """
    return _DIGITS.sub("0", fold_width(exact).casefold())
