"""Normative verbs: the longest form at each place, by the ladder of ``Strength``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.languages.language import NormMention, Strength
from toolkit.languages.vocabulary import Vocabulary
from toolkit.text.spans import Span

RUNGS = {f"norm.{strength.name.lower()}": strength for strength in Strength}


@dataclass(frozen=True, slots=True)
class Ladder:
    """How one language's norms are found: a pattern for all forms, and the rung of each."""

    pattern: re.Pattern[str]
    rungs: Mapping[str, Strength]

    def find(self, text: str) -> tuple[NormMention, ...]:
        """Return the norms in ``text``, in order."""
        return tuple(
            NormMention(span=Span(*match.span("form")), strength=self.rungs[_key(match["form"])])
            for match in self.pattern.finditer(text)
        )


def rungs(words: Vocabulary) -> dict[str, Strength]:
    """Return the rung of every form of a vocabulary."""
    return {_key(form): strength for name, strength in RUNGS.items() for form in words.lists[name]}


def _key(form: str) -> str:
    return " ".join(form.split()).lower()
