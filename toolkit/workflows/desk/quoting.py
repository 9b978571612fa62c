"""Wordings as messages show them: cut to a length, two that differ around where they do."""

from itertools import takewhile

_QUOTED = 60
_BEFORE = 20  # characters that are shown before the first difference


def short(text: str) -> str:
    """Return the beginning of a text, "…" where more follows."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def apart(one: str, other: str) -> tuple[str, str]:
    """Return two texts cut alike, so that their first difference is shown.

    Blanks are made alike first, since they make no difference.
    """
    pair = " ".join(one.split()), " ".join(other.split())
    alike = takewhile(lambda signs: signs[0] == signs[1], zip(*pair, strict=False))
    start = sum(1 for _ in alike) - _BEFORE
    if start <= _BEFORE or max(map(len, pair)) <= _QUOTED:
        return short(pair[0]), short(pair[1])
    # From the beginning of a word, if one begins near.
    blank = pair[0].find(" ", start, start + _BEFORE)
    start = blank + 1 if blank >= 0 else start
    return f"…{short(pair[0][start:])}", f"…{short(pair[1][start:])}"
