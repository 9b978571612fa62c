"""Normative verbs: the longest form at each place, by the ladder of ``Strength``."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.languages.language import NormMention, Strength
from toolkit.languages.mentions import hide, phrase_spans
from toolkit.languages.vocabulary import Vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_NAMES = {f"norm.{strength.name.lower()}": strength for strength in Strength}


@dataclass(frozen=True, slots=True)
class Ladder:
    """How one language's norms are found.

    ``pattern`` has the group "form"; ``rungs`` are keyed as ``rungs`` returns them; what
    ``idle`` matches is no norm even where it has the words of one.
    """

    pattern: Pattern
    rungs: Mapping[str, Strength]
    idle: Pattern

    def find(self, text: str) -> tuple[NormMention, ...]:
        """Return the norms in ``text``, in order."""
        hidden = hide(text, phrase_spans(self.idle, text))
        return tuple(
            NormMention(span=Span(*match.span("form")), strength=self.rungs[_key(match["form"])])
            for match in self.pattern.finditer(hidden)
        )


def rungs(words: Vocabulary) -> dict[str, Strength]:
    """Return the rung of every form of a vocabulary, in small letters with single spaces."""
    return {_key(form): strength for name, strength in _NAMES.items() for form in words.lists[name]}


def _key(form: str) -> str:
    return " ".join(form.split()).lower()
