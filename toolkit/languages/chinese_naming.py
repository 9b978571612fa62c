"""How Chinese names the parts of a document: 第 3 至 5 段, 第二章 B 节, 附件一第 3 段."""

from collections.abc import Callable, Sequence

from toolkit.languages.chinese_references import LISTING
from toolkit.languages.chinese_writing import beside
from toolkit.languages.listing import runs
from toolkit.languages.reference import RefKind
from toolkit.text.numerals import chinese

_NAMES = {
    RefKind.RECOMMENDATION: "建议",
    RefKind.AGENDA_ITEM: "议程项目",
    RefKind.ANNEX: "附件",
    RefKind.TABLE: "表",
}


def refer(kind: RefKind, numbers: Sequence[int], part: str, annex: int | None) -> str:
    """Return a reference, as ``Language.refer`` says; marks of subparagraphs stand close."""
    marks = part.replace(" ", "")
    if kind is RefKind.CHAPTER:
        said = f"{_listed(numbers, LISTING.again, chinese)}章"
        said = f"{said} {part} 节" if part else said
    elif kind is RefKind.PARAGRAPH:
        said = beside(f"{_listed(numbers, f'{LISTING.again} ', str)}{marks}", "段")
    elif kind is RefKind.ANNEX:
        said = _NAMES[kind] + _listed(numbers, "", chinese)
    else:
        said = beside(_NAMES[kind], _listed(numbers, "", str)) + marks
    if annex is None:
        return said
    return f"附件{chinese(annex) if annex else ''}{said}"


def _listed(numbers: Sequence[int], front: str, numeral: Callable[[int], str]) -> str:
    """Return numbers as a list, ``front`` before each number but the last of a range."""
    printed: list[str] = []
    for first, *last in runs(numbers):
        entry = front + numeral(first)
        for one in last:
            entry = beside(beside(entry, LISTING.to), numeral(one))
        printed.append(entry)
    if len(printed) < 2:
        return "".join(printed)
    return beside(beside(LISTING.comma.join(printed[:-1]), LISTING.conjunction), printed[-1])
