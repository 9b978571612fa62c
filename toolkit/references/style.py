"""How the author of a mention joined its numbers; the language's usage where no sign is yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.languages import ListingWords, ReferenceList
from toolkit.references.entries import Entry

_SPACES = " \u00a0"


@dataclass(frozen=True, slots=True)
class Style:
    """The signs between numbers, spaces and repeated words included.

    ``conjunction_of_two`` joins two numbers: "5 and 7" even where three are "5, 7, and 9".
    """

    comma: str
    conjunction: str
    conjunction_of_two: str
    to: str


def style_of(
    found: ReferenceList,
    entries: Sequence[Entry],
    text: str,
    words: ListingWords,
    *,
    last_stays: bool = True,
) -> Style:
    """Return the style of a mention; "in particular" goes where its last number does not stay."""
    ends = [(one.last or one.first).span.end for one in entries]
    starts = [one.first.span.start for one in entries]
    signs = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    usual = _usual(found, text, words)
    last = signs[-1] if signs else usual.conjunction
    last = last if last_stays else _unstressed(last, words)
    bare = words.comma.strip()
    comma = signs[0] if len(signs) > 1 and bare in signs[0] else _as_comma(last, words)
    two = last.replace(bare, "", 1) if _has_both(last, words) else last
    return Style(
        comma=comma,
        conjunction=last,
        conjunction_of_two=two,
        to=_range_sign(entries, text) or usual.to,
    )


def _usual(found: ReferenceList, text: str, words: ListingWords) -> Style:
    """Return what the language prints, with spaces around figures where the mention has them."""
    if not words.again:
        return Style(words.comma, words.conjunction, words.conjunction, words.to)
    at = found.members[0].number.start
    gap = text[at - 1] if at and text[at - 1] in _SPACES else ""
    placed = found.noun is not None and found.noun.start > at
    front = f"{words.again}{gap}" if placed else gap
    and_ = f"{gap}{words.conjunction}{front}"
    return Style(f"{words.comma}{front}", and_, and_, f"{gap}{words.to}{gap}")


def _as_comma(sign: str, words: ListingWords) -> str:
    """Return the sign that parts earlier numbers, from the one that joins the last."""
    if sign.lstrip().startswith(words.comma.strip()) and not _has_both(sign, words):
        return sign
    for word in words.conjunctions:
        before, found, after = sign.partition(word)
        if found:
            front = after.lstrip(_SPACES) if words.again else ""
            return f"{before.rstrip(_SPACES + ',')}{words.comma}{front}"
    return words.comma


def _unstressed(sign: str, words: ListingWords) -> str:
    """Return " and " of " and, in particular, "."""
    for word in words.conjunctions if not words.again else ():
        before, found, after = sign.partition(word)
        if found:
            return f"{before}{word} " if after.strip() else sign
    return sign


def _has_both(sign: str, words: ListingWords) -> bool:
    """Return whether a sign is a comma and a conjunction: ", and "."""
    comma = sign.lstrip().startswith(words.comma.strip())
    return comma and any(word in sign for word in words.conjunctions)


def _range_sign(entries: Sequence[Entry], text: str) -> str:
    for one in entries:
        if one.last is not None:
            return text[one.first.span.end : one.last.span.start]
    return ""
