"""Sentences that are still in another language than the text around them."""

import re
from collections.abc import Iterator

from toolkit.languages import Language
from toolkit.languages.mentions import hide, mark_spans
from toolkit.text.spans import Span

SENTENCE = 5  # words; a name with a function is shorter
HEADING = 2
_SHARE = 0.1  # of letters in the text's own script; a sentence about a ship's name has more
# Where a sentence of the other language follows without a space.
_TURN = re.compile(r"(?<=[.;:!?])(?=[\u3400-\u9fff])|(?<=[。；：！？])(?=[A-Za-z])")


def left_over(text: str, here: Language, there: Language, *, fewest: int = SENTENCE) -> bool:
    """Return whether a sentence of a text in ``here`` is in ``there``.

    Names, symbols and titles in another language are no sentences: at least ``fewest`` words are
    asked for, most of them without a capital. A language without spaces has a word a character.
    """
    if here.share(text) > _SHARE or there.share(text) <= _SHARE:
        return False
    text = hide(text, mark_spans(text))  # addresses are of no language
    words = [word for word in there.tokens(text) if any(map(str.isalpha, word))]
    plain = [word for word in words if not word[0].isupper()]
    return len(words) >= fewest and len(plain) > len(words) / 2


def sentences(text: str, here: Language, there: Language) -> Iterator[Span]:
    """Yield the sentences of a text that may be in two languages, in order."""
    for outer in here.segment(text):
        for inner in there.segment(outer.of(text)):
            start, end = outer.start + inner.start, outer.start + inner.end
            turns = [found.start() for found in _TURN.finditer(text, start + 1, end)]
            for piece in zip([start, *turns], [*turns, end], strict=True):
                yield Span(*piece)
