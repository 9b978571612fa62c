"""A document filled from memories: each segment with what it becomes, and where that came from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.assemble.recall import answers
from toolkit.inline import Segment, carry_codes
from toolkit.languages import Language
from toolkit.memory.match import Match, match
from toolkit.memory.memory import Memory
from toolkit.model.desk import UNTRANSLATED, Answered, DeskSegment, Rival, Translation
from toolkit.workflows.desk.codes import told, with_codes
from toolkit.workflows.desk.layout import MASTHEAD
from toolkit.workflows.desk.names import name_in
from toolkit.workflows.desk.segments import Desk, regrouped
from toolkit.workflows.filling.filling import Filler, Filling
from toolkit.workflows.filling.fixed_lines import said_by_rule

MINIMUM = 75
"""Lowest score of a match that a translator is better off with than without."""

NAMED = 90
"""The score of a name that the translations of sentences share."""

_SHORTEST = 2  # letters of words asked for by themselves, to place an inline code


@dataclass(frozen=True, slots=True, kw_only=True)
class Pretranslated:
    """A desk, its segments grouped as the memories have them, with their translations by id."""

    desk: Desk
    translations: Mapping[str, Translation]

    @property
    def coverage(self) -> float:
        """The share of the words (or Han) that have a translation, 0-100; 100 without any words."""
        sizes = [(size(one.source.text, self.desk.source), one.id) for one in self.desk.segments]
        whole = sum(length for length, _ in sizes)
        done = sum(n for n, name in sizes if self.translations[name].target is not None)
        return 100 * done / whole if whole else 100.0

    def counts(self) -> dict[str, int]:
        """Return how many segments each origin has, the surest first; origins without any too."""
        counts = {one.value: 0 for one in Answered}
        for one in self.translations.values():
            counts[one.answered.value] += 1
        return counts


def size(text: str, language: Language) -> int:
    """Return the length of a text as translators count it: words, or characters without spaces."""
    if language.spaced:
        return len(text.split())
    return sum(not sign.isspace() for sign in text)


def pretranslate(
    desk: Desk,
    memories: Sequence[Memory],
    *,
    minimum: int = MINIMUM,
    tick: Callable[[], None] = lambda: None,
) -> Pretranslated:
    """Fill a document from memories opened from its language to the desk's target.

    Lines of the masthead, dates and names of States are written by rule. Sentences that a
    memory has as one are grouped as one segment. ``tick`` is called after each segment.
    """
    filler = Filler(memories=memories, source=desk.source, target=desk.target, minimum=minimum)
    found = list(_asked(desk, filler, tick))
    grouped = regrouped(desk, [name for name, _ in found])
    speaker = _Speaker(desk.source, desk.target, memories)
    translations = {
        segment.id: speaker.translation(segment, filling)
        for segment, (_, filling) in zip(grouped.segments, found, strict=True)
    }
    return Pretranslated(desk=grouped, translations=translations)


def _asked(
    desk: Desk, filler: Filler, tick: Callable[[], None]
) -> Iterator[tuple[str, str | Filling]]:
    """Yield the id of each segment or group with what a rule or a memory says of it."""
    segments = desk.segments
    texts = [one.source.text for one in segments]
    at = 0
    while at < len(segments):
        end = _end_of_group(segments, at)
        for length, filling in _answers(desk, filler, texts, at, end):
            last = segments[at + length - 1]
            name = segments[at].id
            if length > 1:
                name = f"{name}-{last.id.rpartition('.')[2]}"
            yield name, filling
            at += length
            tick()


def _answers(
    desk: Desk, filler: Filler, texts: Sequence[str], at: int, end: int
) -> Iterator[tuple[int, str | Filling]]:
    if end == at + 1:
        written = said_by_rule(texts[at], desk.source, desk.target)
        if written is not None:
            yield 1, written
            return
    join = " ".join if desk.source.spaced else "".join
    for length, filling in answers(filler, texts, at, end, join):
        yield length, filling or Filling()


def _end_of_group(segments: Sequence[DeskSegment], at: int) -> int:
    """Return where the segments of one paragraph end; lines of a masthead stand alone."""
    if segments[at].kind == MASTHEAD:
        return at + 1
    end = at
    while end < len(segments) and segments[end].group == segments[at].group:
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Makes translations of what was found."""

    source: Language
    target: Language
    memories: Sequence[Memory]

    def translation(self, segment: DeskSegment, found: str | Filling) -> Translation:
        if isinstance(found, str):
            placed = with_codes(segment.source, found, (self.source, self.target))
            return Translation(
                target=placed.segment, answered=Answered.WRITTEN, score=100, note=told(placed)
            )
        if found.best is None:
            named = self._named(segment) if segment.kind == MASTHEAD else None
            return named or _held(found.held)
        return self._filled(segment, found, found.best)

    def _filled(self, segment: DeskSegment, found: Filling, best: Match) -> Translation:
        unit = best.unit
        codes = unit.target_codes if best.suggestion == unit.target else ()
        stored = Segment(unit.source, unit.source_codes)
        carried = carry_codes(stored, Segment(best.suggestion, codes), segment.source)
        known = carried.segment.codes if codes else ()
        languages = (self.source, self.target)
        placed = with_codes(segment.source, best.suggestion, languages, known, self._say)
        same = " ".join(unit.source.split()) == " ".join(segment.source.text.split())
        return Translation(
            target=placed.segment,
            answered=Answered(best.kind.value),
            score=best.score,
            symbol=unit.symbol,
            path=unit.path,
            memory=best.memory,
            matched="" if same else unit.source,
            substitutions=best.substitutions,
            rivals=tuple(_rival(one) for one in found.rivals),
            note=told(placed),
        )

    def _named(self, segment: DeskSegment) -> Translation | None:
        """Return the name of an organ or a body as sentences of the memories have it."""
        name = name_in(self.memories, segment.source.text, self.target)
        if name is None:
            return None
        placed = with_codes(segment.source, name.text, (self.source, self.target))
        return Translation(
            target=placed.segment,
            answered=Answered.FUZZY,
            score=NAMED,
            memory=self.memories[0].name,
            note=f"The name as {name.sentences} sentences of the memory have it.",
        )

    def _say(self, words: str) -> Iterator[str]:
        """Yield what the memories have for words that stand as a segment somewhere."""
        if sum(sign.isalpha() for sign in words) < _SHORTEST:
            return
        found = match(words, self.memories, source=self.source, target=self.target, minimum=100)
        yield from (one.suggestion for one in found)


def _held(held: Match | None) -> Translation:
    if held is None:
        return UNTRANSLATED
    return replace(
        UNTRANSLATED,
        offered=f"{held.suggestion} ({held.score})",
        symbol=held.unit.symbol,
        path=held.unit.path,
        memory=held.memory,
        matched=held.unit.source,
        note=held.guard or "",
    )


def _rival(one: Match) -> Rival:
    return Rival(
        target=one.suggestion,
        score=one.score,
        symbol=one.unit.symbol,
        path=one.unit.path,
        memory=one.memory,
    )
