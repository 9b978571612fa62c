"""Remarks on unsure sentences as words of the text, for formats without comments and colours."""

from dataclasses import replace

from toolkit.assemble import Filled
from toolkit.assemble.filled import Origin, SentenceOrigin
from toolkit.diagnostics.catalogue import fill
from toolkit.model import Block, Document, Kind, Mark, MarkKind

_MOST = 4  # changes that are told; a sentence that differs in more is to be read anew anyway


def with_remarks(filled: Filled) -> Document:
    """Return the document with a word in brackets behind each sentence that is not sure.

    That is what is only alike, with the words that differ, and what is not translated. The words
    are in the document's language, and in italics; in footnotes they are plain.
    """
    unsure = [one for one in filled.sentences if _is_unsure(one)]
    by_id: dict[str, list[SentenceOrigin]] = {}
    for one in unsure:
        by_id.setdefault(one.block_id, []).append(one)
    language = filled.document.language
    blocks = (_remarked(block, by_id, language) for block in filled.document.blocks)
    return replace(filled.document, blocks=tuple(blocks))


def _is_unsure(one: SentenceOrigin) -> bool:
    return one.origin in (Origin.FUZZY, Origin.UNTRANSLATED)


def _remarked(block: Block, by_id: dict[str, list[SentenceOrigin]], language: str) -> Block:
    notes = tuple(
        replace(note, text=note.text + _remark(by_id[home][0], language)) if home in by_id else note
        for note in block.notes
        for home in (f"{block.id}/note {note.number}",)
    )
    made = replace(block, notes=notes)
    for one in reversed(by_id.get(block.id, [])):
        made = _inserted(made, one.end, _remark(one, language))
    if block.kind is Kind.TABLE:
        rows = tuple(tuple(line.split("\t")) for line in made.text.split("\n"))
        return replace(made, rows=rows)
    return made


def _inserted(block: Block, at: int, words: str) -> Block:
    """Put words into a block; a note mark at the same place stays before them."""
    length = len(words)
    marks = tuple(
        replace(
            one,
            start=one.start + length * (one.start >= at),
            end=one.end + length * (one.end > at),
        )
        for one in block.marks
    )
    own = Mark(kind=MarkKind.ITALIC, start=at, end=at + length)
    return replace(
        block,
        text=block.text[:at] + words + block.text[at:],
        marks=tuple(sorted((*marks, own), key=lambda one: one.start)),
        notes=tuple(replace(one, at=one.at + length * (one.at > at)) for one in block.notes),
    )


def _remark(one: SentenceOrigin, language: str) -> str:
    if one.origin is Origin.UNTRANSLATED:
        return fill("[to be translated]", None, language)
    changes = "; ".join(
        fill("here “{own}”, in the memory “{other}”", {"own": own, "other": other}, language)
        for other, own in one.changes[:_MOST]
    )
    values = {"score": one.score, "changes": changes}
    return fill("[to be revised, {score} % alike: {changes}]", values, language)
