"""A Word file set in another language in place: its words with their codes, and new words for them.

How to use it::

    file = WordTranslation.open(data, "report.docx")
    file.lines[14].text                       # as the reader gives it
    file.coded(14, 3, 40)                     # words and inline codes of a stretch
    new = file.apply([NewWords(14, 3, 40, target)], han=True)

Lines are the paragraphs of ``revising.WordText`` in the same order and with the same numbers, then
those of headers and footers. Tracked changes are accepted first. What is between the stretches that
get new words stays as it is, and so does every line that gets none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.errors import InputError
from toolkit.inline import Segment
from toolkit.ooxml.build import tag
from toolkit.ooxml.changes import FIXED_DATE, AddComment
from toolkit.ooxml.coding import coded
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.flow import made_like
from toolkit.ooxml.headers import first_page_parts
from toolkit.ooxml.inline import Setting
from toolkit.ooxml.numbering import Labels, Numbering
from toolkit.ooxml.opened import Opened, Place, Words, open_word
from toolkit.ooxml.remarks import Comments
from toolkit.ooxml.resetting import Reset, reset
from toolkit.ooxml.revisions import accept_all, count_revisions
from toolkit.ooxml.standing import twins
from toolkit.ooxml.tokens import Holder, Sort, Token, tokens
from toolkit.ooxml.tracing import Tracer, trace
from toolkit.ooxml.tracked import Marker
from toolkit.ooxml.xml import Element

_NO_MARKS: tuple[Sequence[Element], Sequence[Element]] = ((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph: ``words`` as for changing it, and the part it stands in, "" the main text.

    ``part`` is "header" or "footer"; ``first`` tells those of a first page; ``fixed`` a paragraph
    in a form that cannot be set anew.
    """

    words: Words
    part: str = ""
    first: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class NewWords:
    """New words for ``start:end`` of a line; None leaves them and only marks them.

    ``fill`` is a colour behind the words, ``comment`` what a Word comment says of them; where Word
    has no comments (notes, headers, text boxes), ``instead`` is the colour that stands for it.
    """

    line: int
    start: int
    end: int
    target: Segment | None
    fill: str = ""
    comment: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class LineBefore:
    """A line of text put before another, set like it."""

    line: int
    text: str


class WordTranslation:
    """A Word file, open to be set in another language once."""

    def __init__(self, opened: Opened, data: bytes) -> None:
        """Take an open file; use ``open``."""
        self._opened = opened
        self.data = data
        parts = [("", False)] * len(opened.places)
        parts += list(_read_furniture(opened))
        self._tokens: dict[int, tuple[Token, ...]] = {}
        self.lines: tuple[Line, ...] = tuple(self._lines(parts))

    @classmethod
    def open(cls, data: bytes, path: str) -> "WordTranslation":
        """Open the bytes of a Word file; ``path`` is only for messages.

        Raises:
            InputError: it is no Word file, or is damaged, so that writing it would lose something.
        """
        if count_revisions(data, path):
            data = accept_all(data, path)
        return cls(open_word(data, path), data)

    # -- reading ---------------------------------------------------------------------------
    def _lines(self, parts: Sequence[tuple[str, bool]]) -> Iterator[Line]:
        for words, (part, first) in zip(self._opened.words(), parts, strict=True):
            fixed = len(self._opened.places[words.index].traced.elements) != 1
            try:
                self._opened.pieces(words.index)
            except InputError:
                fixed = True
            yield Line(words=words, part=part, first=first, fixed=fixed)

    def coded(self, line: int, start: int, end: int) -> Segment:
        """Return ``start:end`` of a line with its inline codes."""
        text = self.lines[line].words.text
        return coded(text, self._found(line), start, end).segment

    def whole(self, line: int) -> tuple[tuple[int, int], ...]:
        """Return the stretches of a line that must not be parted: fields, controls, formulas."""
        spans: dict[Holder, tuple[int, int]] = {}
        alone: list[tuple[int, int]] = []
        for one in self._found(line):
            if one.sort is Sort.SOLID:
                alone.append((one.start, one.end))
            for holder in one.holders:
                if holder.type != "link" or holder.shell is None:
                    start = spans.get(holder, (one.start, one.end))[0]
                    spans[holder] = (start, one.end)
        return tuple(sorted((*alone, *spans.values())))

    def _found(self, line: int) -> tuple[Token, ...]:
        if line not in self._tokens:
            element = self._opened.places[line].traced.last
            self._tokens[line] = tokens(element, self._opened.pieces(line))
        return self._tokens[line]

    # -- writing ---------------------------------------------------------------------------
    def apply(
        self,
        changes: Sequence[NewWords],
        before: Sequence[LineBefore] = (),
        *,
        han: bool,
        author: str = "",
        finish: Callable[[Editing], None] = lambda _: None,
    ) -> bytes:
        """Return the file with new words.

        Args:
            changes: none may overlap another.
            before: lines to be added.
            han: whether the new words are of a language written in Han.
            author: who comments are by.
            finish: does to the package what else is to be done.
        """
        for one in before:
            like = self._opened.places[one.line].traced.last
            like.addprevious(_line_like(like, one.text))
        comments: Comments | None = None
        by_line: dict[int, list[NewWords]] = defaultdict(list)
        for change in changes:
            by_line[change.line].append(change)
        if any(change.comment for change in changes):
            comments = Comments(self._opened.editing, self._opened.styles, FIXED_DATE)
        for line, own in sorted(by_line.items()):
            self._reset(line, sorted(own, key=lambda change: change.start), comments, author, han)
        finish(self._opened.editing)
        return self._opened.editing.finish_kept()

    def _reset(
        self,
        line: int,
        changes: Sequence[NewWords],
        comments: Comments | None,
        author: str,
        han: bool,
    ) -> None:
        place = self._opened.places[line]
        here = self.lines[line]
        heard = not (here.part or here.words.note or here.words.boxed)
        found, text = self._found(line), place.traced.record.text
        again = [] if not here.words.boxed else self._twins(place, text)
        resets = [
            Reset(
                one.start,
                one.end,
                one.target,
                one.fill if heard else one.fill or one.instead,
                _marks(one, comments, author) if comments and one.comment and heard else _NO_MARKS,
            )
            for one in changes
        ]
        reset(place.traced.last, text, found, resets, han=han)
        for twin, own in again:
            reset(twin, text, own, resets, han=han)

    def _twins(self, place: Place, text: str) -> list[tuple[Element, tuple[Token, ...]]]:
        """Return the paragraphs that say the same in other forms of a text box."""
        read = [(one, *place.tracer.pieces((one,))) for one in twins(place.traced.last)]
        return [(one, tokens(one, pieces)) for one, said, pieces in read if said == text]


def _marks(
    change: NewWords, comments: Comments, author: str
) -> tuple[Sequence[Element], Sequence[Element]]:
    comment = AddComment(change.line, change.start, change.end, change.comment, author)
    number = comments.add(comment)
    return [tag("commentRangeStart", id=number)], comments.end(number)


def _line_like(like: Element, text: str) -> Element:
    return made_like(like, text, Marker(None, ()))


def _read_furniture(opened: Opened) -> Iterator[tuple[str, bool]]:
    """Add the paragraphs of headers and footers to the places, and yield where each stands."""
    firsts = frozenset(first_page_parts(opened.package, opened.main))
    for kind in ("header", "footer"):
        for part in opened.package.related(kind):
            root = opened.editing.root(part)
            setting = Setting(opened.styles, opened.package.relations(part))
            tracer = Tracer(setting)
            for one in trace(root, setting, Labels(Numbering())).paragraphs:
                opened.places.append(Place(one, tracer))
                yield kind, part in firsts
