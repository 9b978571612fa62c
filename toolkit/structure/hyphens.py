"""Words that a layout parted at a line's end with a hyphen of its own.

Whether a hyphen belongs to the word is told by the rest of the text: by the same word written
whole or with its hyphen elsewhere, and by whether its halves are words there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.structure.para import Para
from toolkit.structure.repairs import JOINED_WORD

_SOFT: Final = "\u00ad"
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_ENDED: Final = re.compile(r"([^\W\d_]{2,40})[-‐¬]$")
_BEGUN: Final = re.compile(r"[^\W\d_]{2,40}")
# What English sets before a word with a hyphen that stays.
_BOUND: Final = frozenset(
    re.findall(
        r"\w+",
        "all anti co counter cross ex extra half inter intra low high macro micro mid mini multi "
        "non over post pre pro quasi re self semi sub trans two three four ultra under vice well",
    )
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, in small letters: whole ones, and those with a hyphen in them."""

    whole: frozenset[str]
    bound: frozenset[str]

    def are_one(self, left: str, right: str) -> bool:
        """Return whether two halves are one word without a hyphen."""
        left, right = left.casefold(), right.casefold()
        if f"{left}-{right}" in self.bound:
            return False
        if left + right in self.whole:
            return True
        return left not in _BOUND and left not in self.whole


def heal_words(paras: Sequence[Para], file: str) -> tuple[list[Para], list[Finding]]:
    """Make soft hyphens of the hyphens that only a line's end put there, and tell each.

    A soft hyphen goes when the lines are joined. Every offset stays.
    """
    edges = list(_edges(paras))
    healed = list(paras)
    findings: list[Finding] = []
    known = _vocabulary(paras) if edges else _Words(frozenset(), frozenset())
    for at, offset, left, right in edges:
        if not known.are_one(left, right):
            continue
        para = healed[at]
        text = para.text[:offset] + _SOFT + para.text[offset + 1 :]
        healed[at] = replace(para, text=text)
        findings.append(JOINED_WORD.at(para, file, before=left, after=right))
    return healed, findings


def _edges(paras: Sequence[Para]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where a word may be parted: paragraph, offset of its hyphen, and the two halves."""
    last: tuple[int, int, str] | None = None
    for at, para in enumerate(paras):
        if para.rows:
            last = None
            continue
        start = 0
        for line in para.text.split("\n"):
            words = line.strip()
            begun = _BEGUN.match(words)
            if last is not None and begun is not None and begun[0].islower():
                yield (*last, begun[0])
            if words:
                ended = _ENDED.search(line.rstrip())
                last = (at, start + ended.end() - 1, ended[1]) if ended else None
            start += len(line) + 1


def _vocabulary(paras: Sequence[Para]) -> _Words:
    whole: set[str] = set()
    bound: set[str] = set()
    for para in paras:
        for line in para.text.split("\n"):
            words = [found[0].casefold() for found in _WORD.finditer(line)]
            if _ENDED.search(line.rstrip()) and words:
                words.pop()
            for word in words:
                plain = re.sub("[‐‑]", "-", word)
                (bound if "-" in plain else whole).add(plain)
    return _Words(frozenset(whole), frozenset(bound))
