"""Hiding what has been recognised, so that what is looked for next is not found inside it."""

import re
from collections.abc import Iterable

from toolkit.languages.segmentation import LABEL
from toolkit.symbols.find import find
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

# Stands for hidden text: of no script, no digit, no space, and never in a document.
HIDDEN = "\ue000"

_JOB_NUMBER = Pattern(r"(?<![\w.])(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?!\d)")
_ADDRESS = Pattern(r"(?:https?://|www\.)[^\s，。；）]+|\S{1,64}@\S{1,255}", re.ASCII)
_WEB = Pattern(r"(?:https?://|www\.)[!-~]+")
_ADDRESSED = "\ue001"  # as ``HIDDEN``, and no symbol either
_MARK = Pattern(r"[(（](?:\d{1,2}|[a-z]{1,2}|[ivx]{1,6})[)）]|\[\^[^\]\s]{1,20}\]")
_SECTION_NUMBER = Pattern(r"(?<![\w.])\d+(?:\.\d+){2,}(?![\w])")


def hide(text: str, spans: Iterable[Span]) -> str:
    """Return ``text`` with every character inside ``spans`` replaced by ``HIDDEN``."""
    ordered = sorted(spans)
    if not ordered:
        return text
    pieces = []
    at = 0
    for span in ordered:
        if span.end > at:
            start = max(span.start, at)
            pieces += [text[at:start], HIDDEN * (span.end - start)]
            at = span.end
    return "".join(pieces) + text[at:]


def without_addresses(text: str) -> str:
    """Return a text of the same length in which nothing can be found inside web addresses."""
    if "://" not in text and "www." not in text:
        return text
    return _WEB.sub(lambda found: _ADDRESSED * len(found[0]), text)


def symbol_spans(text: str) -> tuple[Span, ...]:
    """Return where document symbols stand in ``text``."""
    return tuple(mention.span for mention in find(text))


def mark_spans(text: str) -> tuple[Span, ...]:
    """Return where figures stand that number or address something and count nothing.

    These are the label at the start, list marks such as (a), (ii) and (3), note marks, job
    numbers, section numbers with two or more stops (3.2.1) and addresses.
    """
    label = LABEL.match(text)
    found = [Span(0, label.end())] if label and label.end() < len(text) else []
    for pattern in (_MARK, _JOB_NUMBER, _ADDRESS, _SECTION_NUMBER):
        found += _spans(pattern, text)
    return tuple(found)


def phrase_spans(pattern: Pattern, text: str) -> tuple[Span, ...]:
    """Return where ``pattern`` matches."""
    return _spans(pattern, text)


def _spans(pattern: Pattern, text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in pattern.finditer(text))
