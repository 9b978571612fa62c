"""How English names the parts of a document: "paragraphs 3 to 5", "chapter II, section B"."""

from collections.abc import Sequence

from toolkit.languages.english_references import LISTING
from toolkit.languages.listing import runs
from toolkit.languages.reference import RefKind
from toolkit.text.numerals import roman

_ROMAN = frozenset({RefKind.CHAPTER, RefKind.ANNEX})
_PLURALS = dict(LISTING.plurals)


def refer(kind: RefKind, numbers: Sequence[int], part: str, annex: int | None) -> str:
    """Return a reference, as ``Language.refer`` says."""
    noun, printed = str(kind), _listed(kind, numbers)
    if len(set(numbers)) > 1:
        noun = _PLURALS[noun]
    said = f"{noun} {printed}" if printed else noun
    if part:
        said = f"{said}, section {part}" if kind is RefKind.CHAPTER else f"{said} {part}"
    if annex is None:
        return said
    return f"annex {roman(annex)}, {said}" if annex else f"annex, {said}"


def _listed(kind: RefKind, numbers: Sequence[int]) -> str:
    """Return numbers as a list; in a list without ranges the last is joined by "and"."""
    printed = [
        LISTING.to.join(roman(one) if kind in _ROMAN else str(one) for one in ends)
        for ends in runs(numbers)
    ]
    if len(printed) < 2:
        return "".join(printed)
    return LISTING.comma.join(printed[:-1]) + LISTING.conjunction + printed[-1]
