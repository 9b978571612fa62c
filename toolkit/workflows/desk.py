"""A document laid out in translatable segments, and put together again in another language.

``lay_out`` gives the segments of a Word file (or of Markdown and text, which go through the
writer first); ``put_together`` gives the Word file in the target language. Everything between them
names segments by their ids.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from toolkit.languages import Language
from toolkit.model import Document
from toolkit.model.desk import Bilingual, DeskSegment, Translation
from toolkit.workflows.files import Input
from toolkit.workflows.reading import Loaded

Marks = Literal["comments", "colour", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A document laid out.

    ``word`` is the Word file that will be translated: the input with its tracked changes
    accepted, or what the writer made of a text.
    """

    input: Input
    document: Document
    word: bytes
    source: Language
    target: Language
    segments: tuple[DeskSegment, ...]


def lay_out(loaded: Loaded, target: Language) -> Desk:
    """Lay a document out for translation into ``target``.

    Raises:
        UsageError: it is in that language already.
        InputError: it is so damaged that it could not be written again.
    """
    raise NotImplementedError


def regrouped(desk: Desk, ids: Iterable[str]) -> Desk:
    """Return the desk with segments joined as ``ids`` say ("p12.1-2" is p12.1 and p12.2 in one).

    Ids of single segments say nothing. For bringing back a file in which segments were joined.

    Raises:
        InputError: an id names segments that are not there, or two ids share a segment.
    """
    raise NotImplementedError


def put_together(
    desk: Desk, translations: Mapping[str, Translation], *, marks: Marks = "none"
) -> bytes:
    """Return the Word file in the target language; a segment without a translation stays.

    Raises:
        InputError: an id is not on the desk, or the file cannot be changed at a place.
    """
    raise NotImplementedError


def bilingual(desk: Desk, translations: Mapping[str, Translation]) -> Bilingual:
    """Return the document in two languages, for the exchange formats."""
    raise NotImplementedError
