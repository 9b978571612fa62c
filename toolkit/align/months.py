"""Months that are named in one language and written with their number in another.

"September" holds no number, 9月 does; without this the one would differ from the other.
"""

import re
from functools import cache

from toolkit.languages.language import Language
from toolkit.languages.vocabulary import vocabulary

_NUMBERED = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?月")


def months(text: str, lang: Language) -> frozenset[str]:
    """Return the months a text speaks of, with or without a year, as "1" to "12"."""
    if not lang.spaced:
        return frozenset(str(int(found[1])) for found in _NUMBERED.finditer(text))
    names = _names(lang.code)
    pattern = rf"\b(?:{'|'.join(map(re.escape, names))})\b"
    return frozenset(str(names[found[0]]) for found in re.finditer(pattern, text))


@cache
def _names(code: str) -> dict[str, int]:
    return dict(vocabulary(code).values["date.months"])
