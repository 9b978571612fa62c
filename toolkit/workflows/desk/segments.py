"""A document laid out in translatable segments, and put together again in another language.

``lay_out`` gives the segments of a Word file (or of Markdown and text, which go through the
writer first); ``put_together`` gives the Word file in the target language. Everything between them
names segments by their ids.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.errors import InputError, UsageError
from toolkit.inline import Segment
from toolkit.languages import Language, by_code
from toolkit.model import Document
from toolkit.model.desk import UNTRANSLATED, Bilingual, DeskSegment, Translation
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.translating import NewWords, WordTranslation
from toolkit.readers.registry import read_bytes
from toolkit.structure.marking import caption_label
from toolkit.workflows.desk.layout import Layout, Slot, laid_out
from toolkit.workflows.desk.marks import Marks, remark_of, shade
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import Loaded
from toolkit.writers import docx
from toolkit.writers.docx_dress import dress_for

_JOINED = re.compile(r"(?P<group>[^.]+)\.(?P<first>\d{1,6})-(?P<last>\d{1,6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A document laid out.

    ``format`` is that of the input. ``word`` is the Word file that will be translated: the input
    with its tracked changes accepted, or what the writer made of a text. ``layout`` says where each
    segment stands in it.
    """

    input: Input
    document: Document
    word: bytes
    source: Language
    target: Language
    segments: tuple[DeskSegment, ...]
    layout: Layout
    file: WordTranslation
    format: str = "docx"


def lay_out(loaded: Loaded, target: Language) -> Desk:
    """Lay a document out for translation into ``target``.

    Raises:
        UsageError: it is in that language already.
        InputError: it is so damaged that it could not be written again.
    """
    document = loaded.document
    source = by_code(document.language)
    path = loaded.input.path
    if source.code == target.code:
        raise UsageError(
            f"{path} is in {target.name} already; name the language to translate into with --to."
        )
    data = loaded.input.data
    if document.origin.format != "docx":
        data = docx.write(document)
    file = WordTranslation.open(data, path)
    if file.data is not loaded.input.data:
        document = read_bytes(file.data, path).document
    layout = laid_out(file, document, source, target)
    return Desk(
        input=loaded.input,
        document=document,
        word=file.data,
        source=source,
        target=target,
        segments=tuple(layout.segments),
        layout=layout,
        file=file,
        format=loaded.document.origin.format,
    )


def regrouped(desk: Desk, ids: Iterable[str]) -> Desk:
    """Return the desk with segments joined as ``ids`` say ("p12.1-2" is p12.1 and p12.2 in one).

    Ids of single segments say nothing. For bringing back a file in which segments were joined.

    Raises:
        InputError: an id names segments that are not there, or two ids share a segment.
    """
    groups: dict[str, tuple[str, str]] = {}
    for one in ids:
        found = _JOINED.fullmatch(one)
        if found:
            members = f"{found['group']}.{found['first']}", f"{found['group']}.{found['last']}"
            groups[one] = members
    return _joined(desk, groups) if groups else desk


def _joined(desk: Desk, groups: Mapping[str, tuple[str, str]]) -> Desk:
    order = {one.id: at for at, one in enumerate(desk.segments)}
    starts: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for name, (first, last) in groups.items():
        members = range(order.get(first, 0), order.get(last, -1) + 1)
        if len(members) < 2 or not taken.isdisjoint(members):
            raise InputError(
                f"{desk.input.path}: there are no segments {first} to {last} to be taken as one; "
                "the translation belongs to another version of this file."
            )
        taken.update(members)
        starts[members[0]] = members[-1], name
    slots = dict(desk.layout.slots)
    segments = list(_with_joined(desk, starts, taken, slots))
    words = ["", *(one.source.text for one in segments), ""]
    placed = tuple(
        replace(one, previous=words[at], following=words[at + 2]) for at, one in enumerate(segments)
    )
    layout = Layout(list(placed), slots, desk.layout.fixed, desk.layout.before)
    return replace(desk, segments=placed, layout=layout)


def _with_joined(
    desk: Desk,
    starts: Mapping[int, tuple[int, str]],
    taken: set[int],
    slots: dict[str, Slot],
) -> Iterator[DeskSegment]:
    for at, one in enumerate(desk.segments):
        if at in starts:
            last, name = starts[at]
            first, end = slots[one.id], slots[desk.segments[last].id]
            slots[name] = Slot(first.line, first.start, end.end)
            yield replace(one, id=name, source=desk.file.coded(first.line, first.start, end.end))
        elif at not in taken:
            yield one


def put_together(
    desk: Desk, translations: Mapping[str, Translation], *, marks: Marks = "none"
) -> bytes:
    """Return the Word file in the target language; a segment without a translation stays.

    ``marks`` shows where each segment came from: as comments of Word, as colours, or not at all.
    Segments that a person confirmed or a rule wrote have no mark.

    Raises:
        InputError: an id is not on the desk, or the file cannot be changed at a place.
    """
    for one in translations:
        if one not in desk.layout.slots:
            raise InputError(
                f"{desk.input.path} has no segment {one}; the translation belongs to another "
                "version of this file"
            )
    file = WordTranslation.open(desk.word, desk.input.path)
    changes = [*desk.layout.fixed, *_changes(desk, translations, marks)]
    return file.apply(
        changes,
        desk.layout.before,
        han=not desk.target.spaced,
        author=OUR_AUTHOR,
        finish=dress_for(desk.target.code),
    )


def _changes(
    desk: Desk, translations: Mapping[str, Translation], marks: Marks
) -> Iterator[NewWords]:
    said = [translations.get(one.id, UNTRANSLATED) for one in desk.segments]
    for at, segment in enumerate(desk.segments):
        slot, one = desk.layout.slots[segment.id], said[at]
        following = _beside(desk, said, at)
        target = one.target and _parted(segment, one.target, desk.target)
        if target is not None and following is not None and following.start == slot.end:
            target = _with_gap(desk.target, target)
        elif target is not None and following is not None:
            yield NewWords(slot.line, slot.end, following.start, _gap(desk.target))
        colour = shade(one) if marks != "none" else ""
        comment = remark_of(one, desk.target) if marks == "comments" else ""
        fill = colour if marks == "colour" else ""
        if target is not None or fill or comment:
            yield NewWords(slot.line, slot.start, slot.end, target, fill, comment, colour)


def _beside(desk: Desk, said: Sequence[Translation], at: int) -> Slot | None:
    """Return where the next segment stands if it is translated too and follows in its line."""
    if at + 1 >= len(said) or said[at + 1].target is None:
        return None
    here = desk.layout.slots[desk.segments[at].id]
    there = desk.layout.slots[desk.segments[at + 1].id]
    between = desk.file.lines[here.line].words.text[here.end : there.start]
    same = here.line == there.line and not between.strip() and "\n" not in between
    return there if same and "\t" not in between else None


def _gap(language: Language) -> Segment:
    return Segment(" " if language.spaced else "")


def _parted(segment: DeskSegment, target: Segment, language: Language) -> Segment:
    """Return a caption with the line break behind its label that the original has there."""
    at = len(caption_label(target.text, language))
    parts = segment.kind == "caption" and "\n" in segment.source.text
    if not (parts and at and target.text[at : at + 1] == " "):
        return target
    return Segment(f"{target.text[:at]}\n{target.text[at + 1 :]}", target.codes)


def _with_gap(language: Language, target: Segment) -> Segment:
    return Segment(target.text + _gap(language).text, target.codes)


def bilingual(desk: Desk, translations: Mapping[str, Translation]) -> Bilingual:
    """Return the document in two languages, for the exchange formats."""
    return Bilingual(
        original=posixpath.basename(desk.input.path.replace("\\", "/")),
        sha256=desk.input.sha256,
        format=desk.format,
        symbol=desk.document.masthead.symbol or "",
        source_lang=desk.source.code,
        target_lang=desk.target.code,
        segments=desk.segments,
        translations=tuple(translations.get(one.id, UNTRANSLATED) for one in desk.segments),
    )
