"""A receipt: proof that reading lost nothing but white space and page furniture.

Every word that the file shows is counted, by a way that knows nothing of structure
(``Reader.visible``), and held against the words of the document that was read. What is over is
either furniture that the reader told of, or is listed as unaccounted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from toolkit.diagnostics import Finding
from toolkit.languages import languages
from toolkit.model import Document, MarkKind, Masthead
from toolkit.readers import ReadOptions
from toolkit.readers.registry import visible
from toolkit.structure.repairs import (
    ATTRIBUTES,
    DROPPED_FURNITURE,
    FOOT_NOTE,
    FRONT_MATTER,
    JOINED_WORD,
)
from toolkit.text.scripts import is_han
from toolkit.workflows.documents.reading import Loaded

_WORD = re.compile(r"[^\W\d]+|\d+")  # a note's mark is a figure that touches a word
# Word's soft hyphens and zero-width signs are no part of a word; underscores are mark-up.
_NO_LETTERS = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LEFT_OUT = frozenset({ATTRIBUTES.code, DROPPED_FURNITURE.code, FRONT_MATTER.code})
_MOST = 200  # unaccounted words listed; more than these would not be read by anybody


def receipt(loaded: Loaded, options: ReadOptions) -> dict[str, Any]:
    """Return the receipt of a document that was read, in the shape of ``undraft.receipt/1``.

    ``words`` counts words (single characters for Han) in the file, in the document, and in the
    furniture left out; ``unaccounted`` lists the rest with how often each is missing, and
    ``complete`` says that there is none.
    """
    reader = loaded.document.origin.format
    shown = Counter(_words(visible(loaded.input.data, loaded.input.path, reader, options)))
    kept = Counter(word for text in _texts(loaded.document) for word in _words(text))
    kept += _mended(loaded.findings)
    dropped = [one for one in loaded.findings if one.code in _LEFT_OUT]
    furniture = Counter(
        word
        for one in dropped
        for _ in range(int(one.values.get("count", "1")))
        for word in _words(one.values["text"])
    )
    left = shown - kept - furniture
    return {
        "complete": not left,
        "words": {
            "file": shown.total(),
            "document": (shown & kept).total(),
            "furniture": furniture.total(),
            "unaccounted": left.total(),
        },
        "furniture": [{"place": one.place, "text": one.values["text"]} for one in dropped],
        "unaccounted": [
            {"word": word, "times": times} for word, times in sorted(left.items())[:_MOST]
        ],
    }


def _mended(findings: Iterable[Finding]) -> Counter[str]:
    """Return what repairs changed: halves of words that were joined, figures of notes moved."""
    changed: Counter[str] = Counter()
    for one in findings:
        if one.code == JOINED_WORD.code:
            changed.update((one.values["before"], one.values["after"]))
        elif one.code == FOOT_NOTE.code:
            changed.update({one.values["number"]: 2})
    return changed


def _words(text: str) -> Iterator[str]:
    for run in _WORD.findall(_NO_LETTERS.sub("", text).replace("_", " ")):
        for han, part in groupby(run, is_han):
            signs = "".join(part)
            yield from signs if han else (signs,)


def _texts(document: Document) -> Iterator[str]:
    yield from _masthead_texts(document.masthead)
    for block in document.blocks:
        yield block.label or ""
        # The text of a table says the same as its rows.
        yield block.text
        yield from (note.text for note in block.notes)
        yield from (mark.target for mark in block.marks if mark.kind is MarkKind.LINK)
        if block.continued:
            yield " ".join(form for one in languages() for form in one.masthead.continued)


def _masthead_texts(masthead: Masthead) -> Iterator[str]:
    """Yield the fields as they are printed, with the fixed words that stand beside them."""
    for name in masthead.__dataclass_fields__:
        value = getattr(masthead, name)
        yield " ".join(value) if isinstance(value, tuple) else value or ""
    yield "Distr. Original"
    yield from (form for one in languages() for form in one.masthead.united_nations)
    if masthead.date:
        day = date.fromisoformat(masthead.date)
        yield from (one.format_date(day) for one in languages())
