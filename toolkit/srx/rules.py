"""Rules of segmentation, and cutting by them.

At every place between two characters the first rule decides whose ``beforebreak`` matches what
ends there and whose ``afterbreak`` matches what begins there; a place that no rule matches is no
break (SRX 2.0, section 2.4).
"""

import time
from dataclasses import dataclass

import regex

from toolkit.errors import InputError
from toolkit.languages import Language
from toolkit.languages.segmentation import cut
from toolkit.srx.expression import compiled
from toolkit.text.spans import Span

SECONDS = 5.0  # that all rules together may take on one paragraph
PER_CHARACTER = 0.001  # seconds more for each character


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A rule as the file has it; ``name`` says for messages which one it is."""

    breaks: bool
    before: str
    after: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule ready to be applied: it matches, empty, wherever it has something to say."""

    breaks: bool
    expression: "regex.Pattern[str]"
    name: str


@dataclass(frozen=True, slots=True)
class Segmenter:
    """The rules that hold for one language, in order; ``file`` is their origin for messages."""

    rules: tuple[Rule, ...]
    file: str

    def __call__(self, text: str) -> tuple[Span, ...]:
        """Cut ``text``, as ``Language.segment`` does: white space at the ends is dropped.

        Raises:
            InputError: an expression takes too long on this text.
        """
        deadline = time.monotonic() + SECONDS + PER_CHARACTER * len(text)
        decided: dict[int, int] = {}
        for number, rule in enumerate(self.rules):
            if rule.breaks:
                for place in self._places(rule, text, deadline):
                    decided.setdefault(place, number)
        kept = [
            at for at in sorted(decided) if not self._forbidden(text, at, decided[at], deadline)
        ]
        return cut(text, kept)

    def _places(self, rule: Rule, text: str, deadline: float) -> list[int]:
        try:
            found = rule.expression.finditer(text, timeout=_left(deadline))
            return [match.start() for match in found if 0 < match.start() < len(text)]
        except TimeoutError:
            raise self._too_slow(rule) from None

    def _forbidden(self, text: str, place: int, number: int, deadline: float) -> bool:
        """Return whether a rule before the one that breaks here keeps the place whole."""
        for rule in self.rules[:number]:
            if rule.breaks:
                continue
            try:
                if rule.expression.match(text, place, timeout=_left(deadline)):
                    return True
            except TimeoutError:
                raise self._too_slow(rule) from None
        return False

    def _too_slow(self, rule: Rule) -> InputError:
        return InputError(
            f"{self.file}: {rule.name} takes too long on a paragraph; its regular expression needs "
            "a simpler form."
        )


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.001)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A line of the map of languages: a pattern for language codes, and the rules it leads to."""

    pattern: "regex.Pattern[str]"
    rules: tuple[Written, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentationFile:
    """A file of rules: its map in order, and whether all fitting lines hold or just the first."""

    name: str
    cascade: bool
    maps: tuple[Mapped, ...]

    def segmenter(self, language: Language) -> Segmenter | None:
        """Return the rules for a language, None when the map has none for it.

        Its code and its other tags are tried against each pattern, which must match the whole
        of one, capitals or not.

        Raises:
            InputError: one of its rules is no regular expression.
        """
        tags = (language.code, *language.tags)
        fitting = [one.rules for one in self.maps if any(map(one.pattern.fullmatch, tags))]
        if not fitting:
            return None
        rules = sum(fitting, ()) if self.cascade else fitting[0]
        return Segmenter(tuple(_ready(one, self.name) for one in rules), self.name)


def _ready(one: Written, file: str) -> Rule:
    try:
        expression = compiled(one.before, one.after)
    except ValueError as error:
        raise InputError(
            f"{file}: {one.name} is no regular expression that can be used ({error})."
        ) from None
    return Rule(breaks=one.breaks, expression=expression, name=one.name)
