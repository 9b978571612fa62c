"""Two language versions to an alignment, and an alignment to units of a memory."""

from dataclasses import dataclass, field

from toolkit import __version__
from toolkit.align.bead import Bead, mean_confidence
from toolkit.align.documents import DocumentAlignment, align_documents
from toolkit.align.segments import align_segments
from toolkit.errors import InputError, UsageError
from toolkit.languages import Language
from toolkit.memory.unit import TranslationUnit
from toolkit.workflows.files import Input, read_input
from toolkit.workflows.reading import LoadedPair, load, order_pair

ALIGNER = f"undraft {__version__}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every unit made of an alignment says of its origin; "" where it is unknown.

    ``created`` is the ISO day printed on the source document.
    """

    symbol: str = ""
    target_symbol: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One alignment: its beads, the two inputs (source first), their languages and origin.

    ``documents`` is None for plain segment files; ``swapped`` tells that the files were given the
    other way round.
    """

    beads: tuple[Bead, ...]
    inputs: tuple[Input, Input]
    languages: tuple[Language, Language]
    origin: Provenance = field(default_factory=Provenance)
    documents: DocumentAlignment | None = None
    swapped: bool = False

    @property
    def confidence(self) -> float:
        """As ``Alignment.confidence``: omitted segments count 0."""
        return mean_confidence(self.beads)


def align_files(source: str, target: str, languages: tuple[Language, Language]) -> Aligned:
    """Align two language versions of a report.

    Raises:
        InputError: a file cannot be read.
        UsageError: both are in one language, or in other languages than said.
    """
    _two_languages(languages)
    pair = order_pair(load(source), load(target), languages[0].code, languages[1].code)
    documents = align_documents(pair.source.document, pair.target.document)
    return Aligned(
        beads=documents.beads,
        inputs=(pair.source.input, pair.target.input),
        languages=languages,
        origin=provenance_of(pair),
        documents=documents,
        swapped=pair.swapped,
    )


def align_segment_files(source: str, target: str, languages: tuple[Language, Language]) -> Aligned:
    """Align two files whose lines are segments.

    Empty lines are segments too, so that indexes are line numbers from 0.

    Raises:
        InputError: a file cannot be read, or is not UTF-8.
        UsageError: the languages are the same.
    """
    _two_languages(languages)
    inputs = (read_input(source), read_input(target))
    sides = [_lines(one) for one in inputs]
    alignment = align_segments(sides[0], sides[1], *languages)
    return Aligned(beads=alignment.beads, inputs=inputs, languages=languages)


def _two_languages(languages: tuple[Language, Language]) -> None:
    if languages[0].code == languages[1].code:
        raise UsageError(
            f"Both sides are said to be {languages[0].code}; two languages are needed."
        )


def provenance_of(pair: LoadedPair) -> Provenance:
    """Return what the mastheads of a pair say of its origin."""
    source, target = pair.source.document.masthead, pair.target.document.masthead
    symbol = source.symbol or target.symbol or ""
    return Provenance(symbol, target.symbol or symbol, source.date or target.date or "")


def harvest(aligned: Aligned) -> tuple[TranslationUnit, ...]:
    """Return a unit for each bead that has both sides, in order.

    Omissions give none: there is nothing to reuse in them. A unit's context is the source text
    of the beads beside it.
    """
    source, target = aligned.languages
    beads = aligned.beads
    joined = ["", *(_joined(bead.source_texts, source) for bead in beads), ""]
    return tuple(
        TranslationUnit(
            source=joined[i],
            target=_joined(bead.target_texts, target),
            source_lang=source.code,
            target_lang=target.code,
            symbol=aligned.origin.symbol,
            target_symbol=aligned.origin.target_symbol,
            path=bead.path,
            confidence=round(bead.confidence, 3),
            created=aligned.origin.created,
            aligner=ALIGNER,
            previous=joined[i - 1],
            following=joined[i + 1],
        )
        for i, bead in enumerate(beads, 1)
        if bead.source and bead.target
    )


def _joined(texts: tuple[str, ...], language: Language) -> str:
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
