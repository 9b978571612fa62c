"""A translator's desk as PO through polib, clean under ``msgfmt -c``."""

from collections.abc import Iterator

import polib

from toolkit.exchange.codes import as_marks, outward
from toolkit.exchange.po import NAME
from toolkit.exchange.steps import STATES, origin, remarks, tag_of, where
from toolkit.exchange.unit import State
from toolkit.inline import Code
from toolkit.model.desk import Answered, Bilingual, DeskSegment, Translation
from toolkit.text.normalize import strip_controls


def write_po(desk: Bilingual) -> bytes:
    """Return a desk as PO.

    ``msgctxt`` is path and id of the segment, so that equal words at two places stay two entries.
    What needs a second look is fuzzy, with the words that the memory has as previous ``msgid``.
    """
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": desk.symbol or desk.original,
        "PO-Revision-Date": "1980-01-01 00:00+0000",  # no clock: the same desk is the same bytes
        "Last-Translator": "undraft",
        "Language-Team": "none",
        "Language": tag_of(desk.target_lang).replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
        f"{NAME}Original": desk.original,
        f"{NAME}Digest": desk.sha256,
        f"{NAME}Symbol": desk.symbol,
        "X-Source-Language": desk.source_lang,
    }
    pairs = zip(desk.segments, desk.translations, strict=True)
    for number, (segment, translation) in enumerate(pairs, 1):
        file.append(_entry(desk, number, segment, translation))
    return str(file).encode("utf-8") + b"\n"


def _entry(desk: Bilingual, number: int, segment: DeskSegment, one: Translation) -> polib.POEntry:
    source, target = outward(segment.source, one.target)
    unsure = target is not None and STATES[one.answered] is State.REVIEW
    name = desk.original.replace(" ", "%20")
    return polib.POEntry(
        msgctxt="/".join(part for part in (segment.path, segment.id) if part),
        msgid=_clean(as_marks(source)),
        msgstr="" if target is None else _clean(as_marks(target)),
        comment="\n".join(_comments(segment, one, source.codes)),
        occurrences=[(name, str(number))],
        flags=["fuzzy"] if unsure else [],
        previous_msgid=_clean(one.matched) if unsure and one.matched else None,
    )


def _clean(text: str) -> str:
    return strip_controls(text).replace("\r", "")


def _comments(segment: DeskSegment, one: Translation, codes: tuple[Code, ...]) -> Iterator[str]:
    yield ", ".join(part for part in (segment.label, segment.kind, where(segment)) if part)
    if one.memory:
        said = origin(one.symbol, one.path, one.memory)
        yield f"{one.answered.value} {one.score}: {said}"
    elif one.answered is Answered.WRITTEN:
        yield "written by rule"
    if codes:
        named = (f"⟦{code.id}⟧ {code.type or code.native}" for code in codes)
        yield "codes: " + ", ".join(dict.fromkeys(named))
    for rival in one.rivals:
        yield f"or ({rival.score}): {_clean(rival.target)}"
    yield from (" ".join(_clean(line).split()) for line in remarks(one))
