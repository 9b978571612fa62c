"""Two language versions to an alignment, and an alignment to units of a memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit import __version__
from toolkit.align.aids import NO_AIDS, Aids
from toolkit.align.bead import Bead, mean_confidence
from toolkit.align.differences import Difference, differences
from toolkit.align.documents import DocumentAlignment, align_documents
from toolkit.align.segments import align_segments
from toolkit.errors import InputError
from toolkit.languages import Language
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.reading import LoadedPair, loaded, order_pair
from toolkit.workflows.documents.versions import two_languages, two_versions

ALIGNER = f"undraft {__version__}"

SAMPLE_LINES = 500
"""Lines that are enough to tell the language of a file."""

CLEAR = 0.5
"""How far the shares of two scripts (0-1) must differ to tell the language."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every unit made of an alignment says of its origin; "" where it is unknown.

    ``created`` is the ISO day printed on the source document.
    """

    symbol: str = ""
    target_symbol: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known of a pair besides its alignment.

    ``status`` is aligned, reviewed, approved, or wrong: no pair at all, and nothing to reuse.
    ``translation`` is a translation that a reviewer wrote, None where the document's own stands.
    """

    status: str = "aligned"
    translation: str | None = None
    note: str = ""


UNSEEN = Verdict()

SURE = 0.9
"""Pairs below this are the ones to look at."""


def is_doubtful(bead: Bead, verdict: Verdict) -> bool:
    """Return whether a person should look at a pair: nobody has, and the aligner is not sure."""
    return verdict.status == "aligned" and bead.confidence < SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A row of a review that could not be put in; ``reason`` says why, ``text`` is its words."""

    row: int
    id: str
    path: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOutcome:
    """What became of a review: rows put in, those of them marked wrong, and rows that were not.

    ``input`` is its file.
    """

    input: Input | None = None
    applied: int = 0
    wrong: int = 0
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One alignment: its beads, the two inputs (source first), their languages and origin.

    ``documents`` is None for plain segment files; ``swapped`` tells that the files were given the
    other way round. ``verdicts`` has one for each bead, or is empty before any review;
    ``review`` is None then.
    """

    beads: tuple[Bead, ...]
    inputs: tuple[Input, Input]
    languages: tuple[Language, Language]
    origin: Provenance = field(default_factory=Provenance)
    documents: DocumentAlignment | None = None
    swapped: bool = False
    verdicts: tuple[Verdict, ...] = ()
    review: ReviewOutcome | None = None

    @property
    def confidence(self) -> float:
        """As ``Alignment.confidence``: omitted segments count 0."""
        return mean_confidence(self.beads)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Values that one side of a bead has and the other has not, in order of the beads."""
        if self.documents:
            return self.documents.differences
        return differences(self.beads, *self.languages)

    @property
    def files(self) -> tuple[Input, ...]:
        """The inputs, and the review after them."""
        reviewed = self.review.input if self.review else None
        return self.inputs if reviewed is None else (*self.inputs, reviewed)

    def judged(self) -> Iterator[tuple[Bead, Verdict]]:
        """Yield each bead with what a reviewer said of it."""
        yield from zip(self.beads, self.verdicts or (UNSEEN,) * len(self.beads), strict=True)


def align_files(
    source: str, target: str, languages: tuple[Language, Language], aids: Aids = NO_AIDS
) -> Aligned:
    """Align two language versions of a report.

    Raises:
        InputError: a file cannot be read.
        UsageError: both are in one language, or in other languages than said.
    """
    return align_inputs(read_input(source), read_input(target), languages, aids)


def align_inputs(
    source: Input, target: Input, languages: tuple[Language, Language], aids: Aids = NO_AIDS
) -> Aligned:
    """As ``align_files``, of files whose bytes are there already."""
    two_languages(*(one.code for one in languages))
    pair = order_pair(loaded(source), loaded(target), languages[0].code, languages[1].code)
    documents = align_documents(pair.source.document, pair.target.document, aids)
    return Aligned(
        beads=documents.beads,
        inputs=(pair.source.input, pair.target.input),
        languages=languages,
        origin=provenance_of(pair),
        documents=documents,
        swapped=pair.swapped,
    )


def align_segment_files(
    source: str, target: str, languages: tuple[Language, Language], aids: Aids = NO_AIDS
) -> Aligned:
    """Align two files whose lines are segments.

    Empty lines are segments too, so that indexes are line numbers from 0. Files given the wrong
    way round are swapped, as documents are.

    Raises:
        InputError: a file cannot be read, or is not UTF-8.
        UsageError: the languages are the same, as they are named or by the files' script.
    """
    return align_segment_inputs(read_input(source), read_input(target), languages, aids)


def align_segment_inputs(
    source: Input, target: Input, languages: tuple[Language, Language], aids: Aids = NO_AIDS
) -> Aligned:
    """As ``align_segment_files``, of files whose bytes are there already."""
    two_languages(*(one.code for one in languages))
    inputs = (source, target)
    sides = (_lines(inputs[0]), _lines(inputs[1]))
    found = (_script_of(sides[0], languages), _script_of(sides[1], languages))
    if found[0] is not None and found[1] is not None:
        two_versions((source.path, found[0].code), (target.path, found[1].code))
    swapped = found == (languages[1], languages[0])
    if swapped:
        inputs, sides = (inputs[1], inputs[0]), (sides[1], sides[0])
    alignment = align_segments(sides[0], sides[1], *languages, aids)
    return Aligned(beads=alignment.beads, inputs=inputs, languages=languages, swapped=swapped)


def _script_of(lines: Sequence[str], languages: tuple[Language, Language]) -> Language | None:
    """Return which of two languages lines are in, None where the script does not tell."""
    sample = " ".join(lines[:SAMPLE_LINES])
    shares = [one.share(sample) for one in languages]
    if abs(shares[0] - shares[1]) < CLEAR:
        return None
    return languages[0] if shares[0] > shares[1] else languages[1]


def provenance_of(pair: LoadedPair) -> Provenance:
    """Return what the mastheads of a pair say of its origin."""
    source, target = pair.source.document.masthead, pair.target.document.masthead
    symbol = source.symbol or target.symbol or ""
    return Provenance(symbol, target.symbol or symbol, source.date or target.date or "")


def harvest(aligned: Aligned) -> tuple[TranslationUnit, ...]:
    """Return a unit for each bead that has both sides and is not marked wrong, in order.

    Omissions give none, unless a reviewer wrote what was missing: there is nothing to reuse in
    them. A unit's context is the source text of the beads beside it.
    """
    source, target = aligned.languages
    joined = ["", *(joined_text(bead.source_texts, source) for bead in aligned.beads), ""]
    return tuple(
        TranslationUnit(
            source=joined[i],
            target=translation_of(bead, verdict, target),
            source_lang=source.code,
            target_lang=target.code,
            symbol=aligned.origin.symbol,
            target_symbol=aligned.origin.target_symbol,
            path=bead.path,
            status=verdict.status,
            confidence=round(bead.confidence, 3),
            created=aligned.origin.created,
            aligner=ALIGNER,
            previous=joined[i - 1],
            following=joined[i + 1],
            notes=(verdict.note,) if verdict.note else (),
        )
        for i, (bead, verdict) in enumerate(aligned.judged(), 1)
        if bead.source and (bead.target or verdict.translation) and verdict.status != "wrong"
    )


def translation_of(bead: Bead, verdict: Verdict, language: Language) -> str:
    """Return the reviewer's translation, else that of the document; "" for an omission."""
    if verdict.translation is not None:
        return verdict.translation
    return joined_text(bead.target_texts, language)


def shown(one: Difference) -> str:
    """Return a difference as "numbers 1193 | 1139", a dash for a side that has nothing alone."""
    source, target = (", ".join(side) or "-" for side in (one.source, one.target))
    return f"{one.kind} {source} | {target}"


def joined_text(texts: tuple[str, ...], language: Language) -> str:
    """Return segments as one text, parted as sentences of the language are."""
    return (" " if language.spaced else "").join(texts)


def _lines(given: Input) -> list[str]:
    try:
        text = given.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{given.path} is not UTF-8 (byte {error.start}); save it as UTF-8, one segment a line."
        ) from None
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.rstrip("\r") for line in lines]
