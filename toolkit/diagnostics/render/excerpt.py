"""The words a finding is about, with a little of what stands around them."""

import re
from dataclasses import dataclass

from toolkit.diagnostics.finding import Finding

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_MORE = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``before`` + ``words`` + ``after`` is what to show; ``words`` is empty for a whole block."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it in one line."""
        return self.before + self.words + self.after


def excerpt(finding: Finding, around: int = 30) -> Excerpt | None:
    """Return the words with at most ``around`` code points on each side, None without a snippet.

    White space becomes single spaces, and signs that steer a terminal or the direction of text
    become question marks.
    """
    text = finding.snippet
    if not text.strip():
        return None
    if finding.start is None or finding.end is None or not finding.start < finding.end <= len(text):
        short = clean(text[: 2 * around])
        return Excerpt("", "", short + (_MORE if len(text) > 2 * around else ""))
    before = text[max(0, finding.start - around) : finding.start]
    after = text[finding.end : finding.end + around]
    return Excerpt(
        (_MORE if finding.start > around else "") + clean(before),
        _capped(clean(text[finding.start : finding.end]), 3 * around),
        clean(after) + (_MORE if finding.end + around < len(text) else ""),
    )


def _capped(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + _MORE


def clean(text: str) -> str:
    """Return text in one line, without signs that steer a terminal."""
    return _CONTROL.sub("?", re.sub(r"\s", " ", text))
