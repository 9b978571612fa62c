"""English words that say how many things a list of references names."""

from collections.abc import Iterator

from toolkit.languages.reference import HowMany, ReferenceList
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_CARDINALS = vocabulary("en").values["number.cardinals"]
_BOTH_BEFORE = Pattern(r"\b(?P<whole>[Bb]oth\s(?:of\s)?(?:the\s)?)$")
_COUNT_BEFORE = Pattern(
    rf"\b(?P<whole>(?:(?:[Tt]he|[Tt]hese)\s)?(?P<count>{alternation(_CARDINALS)})\s)$"
)
_BOTH_BEHIND = Pattern(r"(?:\s(?:is|are|was|were|have|should|shall|must|will))?(?P<whole>\sboth)\b")
_LOOK_BACK = 24
# Whether one of these words stands before a list is quickly seen; none other counts it.
_LAST_BEFORE = ("both", "of", "the", *_CARDINALS)


def counted(text: str, found: ReferenceList) -> ReferenceList:
    """Return a mention with the words that say how many it names: both, the three."""
    if len(found.members) < 2:
        return found
    counts = tuple(_counts(text, found))
    return found._replace(how_many=counts) if counts else found


def _counts(text: str, found: ReferenceList) -> Iterator[HowMany]:
    head = max(0, found.span.start - _LOOK_BACK)
    if text[head : found.span.start].rstrip().lower().endswith(_LAST_BEFORE):
        yield from _counts_before(text, head, found.span.start)
    behind = _BOTH_BEHIND.match(text, found.span.end)
    if behind and not text.startswith(" of", behind.end()):
        yield HowMany(whole=Span(*behind.span("whole")), value=2)


def _counts_before(text: str, head: int, end: int) -> Iterator[HowMany]:
    both = _BOTH_BEFORE.search(text, head, end)
    if both:
        yield HowMany(whole=Span(*both.span("whole")), value=2)
    count = _COUNT_BEFORE.search(text, head, end)
    if count:
        value = _CARDINALS[count["count"].lower()]
        number = Span(*count.span("count"))
        yield HowMany(whole=Span(*count.span("whole")), value=value, number=number)
