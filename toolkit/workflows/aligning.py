"""Two language versions to an alignment, and an alignment to units of a memory."""

from dataclasses import dataclass

from toolkit import __version__
from toolkit.align.bead import Alignment, Bead
from toolkit.align.documents import DocumentAlignment, align_documents
from toolkit.align.segments import align_segments
from toolkit.errors import InputError, UsageError
from toolkit.languages import Language
from toolkit.memory.unit import TranslationUnit
from toolkit.workflows.files import Input, read_input
from toolkit.workflows.reading import LoadedPair

ALIGNER = f"undraft {__version__}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every unit made of an alignment says of its origin; "" where it is unknown.

    ``created`` is the ISO day printed on the source document.
    """

    symbol: str = ""
    target_symbol: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class SegmentFiles:
    """Two plain files, a segment a line, and their alignment."""

    inputs: tuple[Input, Input]
    alignment: Alignment


def align_pair(pair: LoadedPair) -> DocumentAlignment:
    """Align two language versions of a document."""
    return align_documents(pair.source.document, pair.target.document)


def align_lines(source: str, target: str, languages: tuple[Language, Language]) -> SegmentFiles:
    """Align two files whose lines are segments.

    Empty lines are segments too, so that indexes are line numbers from 0.

    Raises:
        InputError: a file cannot be read, or is not UTF-8.
        UsageError: both names are the same file, or the languages are the same.
    """
    if languages[0].code == languages[1].code:
        raise UsageError(
            f"Both sides are said to be {languages[0].code}; two languages are needed."
        )
    inputs = (read_input(source), read_input(target))
    sides = [_lines(one) for one in inputs]
    return SegmentFiles(inputs, align_segments(sides[0], sides[1], *languages))


def provenance_of(pair: LoadedPair) -> Provenance:
    """Return what the mastheads of a pair say of its origin."""
    source, target = pair.source.document.masthead, pair.target.document.masthead
    symbol = source.symbol or target.symbol or ""
    return Provenance(symbol, target.symbol or symbol, source.date or target.date or "")


def harvest(
    beads: tuple[Bead, ...], languages: tuple[Language, Language], origin: Provenance
) -> tuple[TranslationUnit, ...]:
    """Return a unit for each bead that has both sides, in order.

    Omissions give none: there is nothing to reuse in them. A unit's context is the source text
    of the beads beside it.
    """
    joined = [_joined(bead.source_texts, languages[0]) for bead in beads]
    return tuple(
        TranslationUnit(
            source=joined[i],
            target=_joined(bead.target_texts, languages[1]),
            source_lang=languages[0].code,
            target_lang=languages[1].code,
            symbol=origin.symbol,
            target_symbol=origin.target_symbol,
            path=bead.path,
            confidence=round(bead.confidence, 3),
            created=origin.created,
            aligner=ALIGNER,
            previous=joined[i - 1] if i else "",
            following=joined[i + 1] if i + 1 < len(beads) else "",
        )
        for i, bead in enumerate(beads)
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
