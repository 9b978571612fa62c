"""Writing the numbers of a reference anew, in the way its author wrote them.

Nothing is printed here that the author or the language's usage did not print before: signs between
numbers, the range sign and repeated nouns are taken from the mention itself where it has them.
"""

from collections.abc import Iterator, Sequence

from toolkit.languages import Direction, Language, Member, NumeralForm, ReferenceList
from toolkit.references.agreement import Counts, agreement
from toolkit.references.edit import Edit, cased
from toolkit.references.entries import (
    Becomes,
    Named,
    entries_of,
    expanded,
    kept_as_is,
    ordered,
)
from toolkit.references.listing import list_edits, listed, numeral
from toolkit.references.style import style_of
from toolkit.text.spans import Span


def number_edits(
    found: ReferenceList, text: str, language: Language, becomes: Becomes
) -> tuple[Edit, ...] | None:
    """Return the edits that give a reference its new numbers.

    ``becomes`` says what old numbers are now: one number, none when it is dropped, several when
    it is split; what it does not say stays. Where the list keeps its shape only the figures
    change, each where it stands. Otherwise the list is written anew: without doubles, rising if
    it rose before, with ranges where its author used ranges and three numbers or more follow
    each other; noun, verb and words that count ("both", 两) agree with what is left. "bis" goes
    from what has a new number. No edits when all stays as it is; None when no number is left, so
    that there is no reference any more.
    """
    entries = entries_of(found.members)
    if not entries:
        return ()
    same = kept_as_is(entries, becomes)
    if same is not None:
        return tuple(sorted(_in_place(same, text, becomes)))
    numbers = ordered(expanded(entries, text, becomes), entries)
    if not numbers or found.listing is None:
        return None
    stays = numbers[-1].source is found.members[-1]
    style = style_of(found, entries, text, language.listing, last_stays=stays)
    printed = listed(numbers, style, ranges=any(one.last for one in entries))
    counts = Counts(
        old=sum(len(one.names(becomes)) for one in entries),
        new=len({one.value for one in numbers}),
    )
    behind = _behind(found, becomes)
    agreeing = agreement(found, text, language, counts)
    listing = list_edits(text, found.listing, printed)
    return tuple(sorted((*listing, *behind, *agreeing)))


def direction_edit(
    found: ReferenceList, text: str, language: Language, direction: Direction
) -> Edit | None:
    """Return the edit that makes a reference say ``direction``; None where it says none or that."""
    if found.direction_span is None or found.direction is direction:
        return None
    word = found.direction_span.of(text)
    for one, other in language.listing.opposites:
        if word.lower() == one:
            return Edit(found.direction_span, cased(other, word))
    return None


def _in_place(same: Sequence[tuple[Member, int]], text: str, becomes: Becomes) -> Iterator[Edit]:
    for member, value in same:
        if value != member.value:
            yield Edit(member.number, _like(numeral(value, member.form), member, text))
        if member.again_span is not None and Named(member.value, member.again) in becomes:
            yield Edit(member.again_span, "")


def _like(number: str, member: Member, text: str) -> str:
    """Return a number in words with the capitals of the one it takes the place of."""
    return cased(number, member.number.of(text)) if member.form is NumeralForm.WORDS else number


def _behind(found: ReferenceList, becomes: Becomes) -> Iterator[Edit]:
    """Yield what goes from behind the noun: 之二 of a new number, (b)项 of one that is dropped."""
    last = found.members[-1]
    name = Named(last.value, last.again)
    lost = name in becomes and not becomes[name]
    apart = [one for one in (last.again_span, last.part_span) if one is not None]
    outside = [one for one in apart if one.start >= last.span.end]
    if outside and lost and found.noun is not None and found.noun.end <= outside[0].start:
        yield Edit(Span(found.noun.end, _tail_end(found)), "")
    elif outside and outside[0] == last.again_span and name in becomes:
        yield Edit(outside[0], "")


def _tail_end(found: ReferenceList) -> int:
    """Return where a mention ends without its direction."""
    side = found.direction_span
    leads = side is None or found.noun is None or side.start < found.noun.start
    return found.span.end if leads or side is None else side.start
