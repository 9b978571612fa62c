"""What stands before lists of States that are joined: one list cannot speak for two openings.

"Under agenda item 2, statements were made by …" must not take in those who spoke under item 3
without saying so. Openings that differ in agenda items only are made one that names them all; of
others the editor is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.consolidate.findings import Notice, Told
from toolkit.languages import Language, ReferenceList, RefKind
from toolkit.model import Block
from toolkit.references import Edit, Named, number_edits

NEAR = 60
"""Characters before a list in which the number of its States is said."""

_MEASURE = "个"  # goes with the number: 下列 22 个缔约国, 下列缔约国

_MEASURE = "个"  # goes with the number: 下列 22 个缔约国, 下列缔约国


@dataclass(frozen=True, slots=True)
class Lead:
    """The words of a block before its list of ``names`` States."""

    block: Block
    words: str
    names: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What the opening of a joined list needs.

    ``widened`` is the place, among the references of its block that lead into the report, of the
    one that names more agenda items now; None where none does.
    """

    edits: tuple[Edit, ...] = ()
    told: tuple[Told, ...] = ()
    widened: int | None = None


def bare(words: str, names: int, language: Language) -> str:
    """Return what stands before a list, without white space and the number of its States."""
    for one in reversed(language.numbers(words)):
        if one.value == names and len(words) - one.span.end <= NEAR:
            behind = words[one.span.end :].lstrip()
            words = words[: one.span.start] + behind.removeprefix(_MEASURE)
            break
    return "".join(words.split())


def opening(into: Lead, others: Sequence[Lead], language: Language) -> Opening:
    """Return how the words before a list become true of the lists of the others too."""
    own = bare(into.words, into.names, language)
    unlike = [one for one in others if bare(one.words, one.names, language) != own]
    if not unlike:
        return Opening()
    item = _only_item(into.words, language)
    more = [_items_beside(into, item, one, language) for one in unlike] if item else []
    if item is None or not all(more):
        return Opening(told=tuple(_told(into, unlike)))
    numbers = sorted({*_numbers(item), *(number for some in more for number in some)})
    first = _numbers(item)[0]
    edits = number_edits(item, into.words, language, {Named(first): tuple(numbers)})
    return Opening(edits=edits or (), widened=_place(into.words, item, language))


def _told(into: Lead, unlike: Sequence[Lead]) -> Iterator[Told]:
    for one in unlike:
        words = {"words": one.words.strip(), "into": into.words.strip()}
        yield Told(Notice.OPENING, one.block, words)


def _only_item(words: str, language: Language) -> ReferenceList | None:
    """Return the one mention of agenda items, None where there is none or are several."""
    lists = language.reference_lists(words)
    found = [one for one in lists if one.kind is RefKind.AGENDA_ITEM and not one.outside]
    return found[0] if len(found) == 1 and _numbers(found[0]) else None


def _items_beside(
    into: Lead, item: ReferenceList, other: Lead, language: Language
) -> tuple[int, ...]:
    """Return the agenda items of another opening; none where it differs in more than these."""
    theirs = _only_item(other.words, language)
    if theirs is None:
        return ()
    ours = (_without(into.words, item), into.names)
    same = bare(*ours, language) == bare(_without(other.words, theirs), other.names, language)
    return _numbers(theirs) if same else ()


def _without(words: str, found: ReferenceList) -> str:
    return words[: found.span.start] + "\N{OBJECT REPLACEMENT CHARACTER}" + words[found.span.end :]


def _numbers(found: ReferenceList) -> tuple[int, ...]:
    """Return the numbers of a mention; none with a range or a letter, left to the editor."""
    if any(one.ends_range or one.part or one.again for one in found.members):
        return ()
    return tuple(one.value for one in found.members)


def _place(words: str, item: ReferenceList, language: Language) -> int:
    lists = [one for one in language.reference_lists(words) if not one.outside]
    return lists.index(item)
