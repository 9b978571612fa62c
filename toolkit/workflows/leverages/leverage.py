"""How much of a set of documents the memories have already: segments and words by band."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from toolkit.config.settings import BANDS
from toolkit.errors import UsageError
from toolkit.languages import Language
from toolkit.memory.keys import exact_key
from toolkit.memory.likeness import likeness, take_apart
from toolkit.memory.match import Match, MatchKind, match
from toolkit.memory.memory import Memory
from toolkit.model.desk import DeskSegment
from toolkit.workflows.desk.segments import Desk
from toolkit.workflows.filling.fixed_lines import said_by_rule

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "context": 0.0,
        "exact": 0.05,
        "substituted": 0.1,
        "repetition": 0.05,
        "95-99": 0.2,
        "85-94": 0.4,
        "75-84": 0.6,
        "50-74": 0.9,
        "none": 1.0,
    }
)
"""What a word of each band costs, unless ``[tool.undraft.effort]`` says otherwise."""

_FLOORS = ((95, "95-99"), (85, "85-94"), (75, "75-84"), (50, "50-74"))
_USEFUL = 75  # an earlier segment less alike is no help
_RAREST = 6  # words by which earlier segments are found
_MOST = 40  # earlier segments compared
_COMMON = 200  # segments a word may be in and still tell something


@dataclass(frozen=True, slots=True)
class Volume:
    """A count of text; ``words`` are 0 in languages that do not part words by spaces.

    ``characters`` are those that are no white space.
    """

    segments: int = 0
    words: int = 0
    characters: int = 0

    def __add__(self, other: "Volume") -> "Volume":
        """Add up."""
        return Volume(
            self.segments + other.segments,
            self.words + other.words,
            self.characters + other.characters,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """One file, or all: ``bands`` in the order of BANDS, every segment in exactly one.

    ``internal`` is how much of the last two bands is alike (75 or more) to something that comes
    earlier in the files. ``name`` is the file's path, "" for all.
    """

    name: str
    bands: Mapping[str, Volume]
    internal: Volume = field(default_factory=Volume)

    @property
    def whole(self) -> Volume:
        """The sum of all bands."""
        return sum(self.bands.values(), Volume())

    def effort(self, weights: Mapping[str, float], language: Language) -> float:
        """Return the words, or characters, that the work comes to."""
        return sum(
            weights[band] * (volume.words if language.spaced else volume.characters)
            for band, volume in self.bands.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All files in the order given, and their sum."""

    source: Language
    target: Language
    weights: Mapping[str, float]
    files: tuple[Leverage, ...]

    @property
    def total(self) -> Leverage:
        """The sum of the files."""
        bands = {band: sum((one.bands[band] for one in self.files), Volume()) for band in BANDS}
        internal = sum((one.internal for one in self.files), Volume())
        return Leverage(name="", bands=bands, internal=internal)


def weights_of(settings: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return what a word of each band costs, the settings over the defaults."""
    return {**WEIGHTS, **{band: float(share) for band, share in settings}}


def volume(text: str, language: Language) -> Volume:
    """Return the size of one segment."""
    words = len(text.split()) if language.spaced else 0
    return Volume(1, words, sum(not sign.isspace() for sign in text))


def analyse(
    desks: Sequence[Desk],
    memories: Sequence[Memory],
    weights: Mapping[str, float] = WEIGHTS,
    tick: Callable[[], None] = lambda: None,
) -> Analysis:
    """Sort every segment of the documents into its band.

    A segment that stands in a memory is counted there; what only stands earlier in these files is
    a repetition. ``tick`` is called after each segment.

    Raises:
        UsageError: the documents are not all in one language.
    """
    first = desks[0]
    for desk in desks:
        if desk.source.code != first.source.code:
            raise UsageError(
                f"{first.input.path} is in {first.source.name} and {desk.input.path} in "
                f"{desk.source.name}; analyse the files of each language by themselves."
            )
    sorter = _Sorter(first.source, first.target, memories)
    files = tuple(_of_file(desk, sorter, tick) for desk in desks)
    return Analysis(source=first.source, target=first.target, weights=weights, files=files)


def _of_file(desk: Desk, sorter: "_Sorter", tick: Callable[[], None]) -> Leverage:
    bands = dict.fromkeys(BANDS, Volume())
    internal = Volume()
    for segment in desk.segments:
        band, alike = sorter.band(segment)
        size = volume(segment.source.text, desk.source)
        bands[band] += size
        internal += size if alike else Volume()
        tick()
    return Leverage(name=desk.input.path, bands=bands, internal=internal)


class _Sorter:
    """Sorts segments one after the other and remembers them."""

    def __init__(self, source: Language, target: Language, memories: Sequence[Memory]) -> None:
        self._source = source
        self._target = target
        self._memories = memories
        self._seen: set[str] = set()
        self._earlier = _Earlier(source)

    def band(self, segment: DeskSegment) -> tuple[str, bool]:
        """Return the band, and whether something alike comes earlier in the files."""
        text = segment.source.text
        key = exact_key(text)
        repeated = key in self._seen
        self._seen.add(key)
        band = self._in_memories(segment)
        if band in ("context", "exact", "substituted"):
            return band, False
        if repeated:
            return "repetition", False
        alike = band in ("50-74", "none") and self._earlier.has_like(text)
        self._earlier.add(text)
        return band, alike

    def _in_memories(self, segment: DeskSegment) -> str:
        text = segment.source.text
        found = match(
            text,
            self._memories,
            source=self._source,
            target=self._target,
            minimum=50,
            limit=1,
            previous=segment.previous,
            following=segment.following,
        )
        if found and found[0].score >= SURE:
            return _band_of(found[0])
        if said_by_rule(text, self._source, self._target) is not None:
            return "substituted"
        return _band_of(found[0]) if found else "none"


SURE = 99


def _band_of(found: Match) -> str:
    if found.kind in (MatchKind.CONTEXT, MatchKind.EXACT):
        return found.kind.value
    if found.kind is MatchKind.SUBSTITUTED and found.guard is None:
        return "substituted"
    return next((band for floor, band in _FLOORS if found.score >= floor), "none")


class _Earlier:
    """The segments that came before, found by their rarest words so far."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._texts: list[str] = []
        self._having: dict[str, list[int]] = {}

    def add(self, text: str) -> None:
        """Remember a segment."""
        number = len(self._texts)
        self._texts.append(text)
        for word in self._words(text):
            having = self._having.setdefault(word, [])
            if len(having) < _COMMON:
                having.append(number)

    def has_like(self, text: str) -> bool:
        """Return whether a segment before is alike enough to be of help."""
        words = sorted(self._words(text), key=lambda word: (len(self._having.get(word, ())), word))
        known = [word for word in words if word in self._having][:_RAREST]
        votes = Counter(number for word in known for number in self._having[word])
        query = take_apart(text, self._language)
        return any(
            100 * likeness(take_apart(self._texts[number], self._language), query).share >= _USEFUL
            for number, _ in votes.most_common(_MOST)
        )

    def _words(self, text: str) -> set[str]:
        tokens = [word.casefold() for word in self._language.tokens(text)]
        if self._language.spaced:
            return set(tokens)
        return {a + b for a, b in pairwise(tokens)} or set(tokens)
