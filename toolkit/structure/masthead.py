"""The masthead: from lines in any order and layout to the fields of the model."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.languages import Language, languages
from toolkit.model import Masthead
from toolkit.structure.cells import JOB_NUMBER, NOTE, Cell, Field, cells, with_job
from toolkit.structure.names import (
    Name,
    is_author,
    is_body,
    is_other_title,
    is_report_title,
    is_subtitle,
    is_unfinished,
    settle,
)
from toolkit.structure.para import Para, Role


@dataclass(frozen=True, slots=True)
class Head:
    """A masthead that was read.

    ``left`` are the paragraphs of it that are no field: a title-page note, a line that says a field
    again in other words; ``unplaced`` those among them that are nothing we know. ``furniture`` are
    lines that say nothing of the document: a page number, a stamp, a field said twice. ``known``
    tells whether any line has the form of a masthead's.
    """

    masthead: Masthead
    left: tuple[Para, ...] = ()
    unplaced: tuple[Para, ...] = ()
    furniture: tuple[Para, ...] = ()
    known: bool = False


# What the distribution block is made of: names above it are the organ's, below it the body's.
_BLOCK: Final = (Field.DISTRIBUTION, Field.DATE, Field.ORIGINAL, Field.JOB, Field.BARCODE)
_RIGHT: Final = (*_BLOCK[:3], Field.LANGUAGE)  # what a layout sets beside the organ's name
_SHORT: Final = 120
_PLACE: Final = 40
_ALONE: Final = re.compile(r"(?im)^([ \t]*Distr(?:\.:?|ibution:))[ \t]*\n[ \t]*(?=[A-Z]+[ \t]*$)")
_MEETING: Final = (Field.SESSION, Field.VENUE, Field.AGENDA)


def read_masthead(paras: Sequence[Para], language: Language, certain: Sequence[Para] = ()) -> Head:
    """Read the masthead that ``certain`` and ``paras`` are, in reading order.

    Names in ``certain`` (a first-page header, say) are the organ's unless they are a body's or a
    title's by their words.
    """
    head = _Lines(language)
    for para in certain:
        head.take(para, certain=True)
    for para in paras:
        head.take(para, certain=False)
    return head.result()


def is_masthead_line(para: Para, language: Language) -> bool:
    """Return whether any line of a paragraph has the form of a masthead's line."""
    return any(
        cell.field is not Field.NAME
        for line in para.text.split("\n")
        for cell in cells(line, language)
    )


def is_agenda_line(para: Para, language: Language) -> bool:
    """Return whether the last line of a paragraph names an item of the agenda."""
    last = para.text.rpartition("\n")[2]
    return any(cell.field is Field.AGENDA for cell in cells(last, language))


def is_masthead_table(cells_read: Iterable[str]) -> bool:
    """Return whether the texts of a table's cells are a masthead's, set in a table (Geneva's way).

    Some cell has a line that is the name of the Organization or begins the distribution.
    """
    names = {name for one in languages() for name in one.masthead.united_nations}
    texts = (line.strip() for text in cells_read for line in text.split("\n"))
    return any(text in names or text.startswith("Distr") for text in texts)


def is_note(para: Para) -> bool:
    """Return whether a paragraph is a title-page note: "* A/71/50."."""
    return para.label is None and not para.rows and NOTE.fullmatch(para.text.strip()) is not None


class _Lines:
    """Collects the cells of a masthead, line by line."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.fields: dict[Field, Cell] = {}
        self.names: list[Name] = []
        self.notes: list[Para] = []
        self.again: list[Para] = []
        self.furniture: list[Para] = []
        self.sitting = False  # the last line says when a meeting was held
        self.flanked = False  # the last name stands to the left of the distribution block

    def take(self, para: Para, *, certain: bool) -> None:
        para = self._noted(para)
        fresh = True
        for line in self._lines(para):
            row = cells(line, self.language)
            flanked = any(cell.field in _RIGHT for cell in row[1:])
            for at, one in enumerate(row):
                cell = self._placed(one, flanked=flanked)
                rest = at == 0 and not fresh and self._is_rest(cell)
                if cell.field is Field.NAME or rest:
                    goes_on = not fresh or (flanked and self.flanked)
                    upper = certain or (flanked and at == 0)
                    self._name(cell.text, para, certain=upper, fresh=not goes_on)
                    self.flanked = flanked
                    fresh = False
                elif cell.field is Field.NOTE:
                    self.notes.append(para)
                else:
                    self._field(cell, para)
                    fresh = fresh or cell.field in _MEETING

    def _placed(self, cell: Cell, *, flanked: bool) -> Cell:
        """Return a cell as what it is by its place.

        A place stands alone below the hour of a meeting; "United Nations", said once, begins an
        organ's name beside the distribution block.
        """
        seat = self.sitting and cell.field is Field.NAME and len(cell.text) <= _PLACE
        self.sitting = cell.field is Field.SITTING
        if seat:
            return replace(cell, field=Field.VENUE)
        said = Field.UNITED_NATIONS in self.fields and cell.field is Field.UNITED_NATIONS
        if said and flanked:
            return replace(cell, field=Field.NAME)
        return replace(cell, field=Field.DATE) if self.sitting else cell

    def _noted(self, para: Para) -> Para:
        """Keep the real footnotes of a line apart; an asterisk is printed where its note stood."""
        text = para.text
        for note in reversed(para.notes):
            if not note.number.strip("*"):
                text = text[: note.at] + note.number + text[note.at :]
        self.notes += [
            Para(text=note.text, label=note.number, role=Role.FOOTNOTE, place=para.place)
            for note in para.notes
        ]
        return replace(para, text=text, notes=())

    def _lines(self, para: Para) -> list[str]:
        """Return the lines of a paragraph, as one where only together they are a meeting's line."""
        parted = _ALONE.sub(r"\1 ", para.text).split("\n")
        alone = (cell.field for line in parted for cell in cells(line, self.language))
        if (
            len(parted) > 1
            and len(para.text) < _SHORT
            and not any(map(_MEETING.__contains__, alone))
        ):
            whole = parted[0]
            for line in parted[1:]:
                whole = self.language.joins(whole, line)
            found = cells(whole, self.language)
            if len(found) == 1 and found[0].field in _MEETING:
                return [whole]
        return parted

    def _field(self, cell: Cell, para: Para) -> None:
        """Keep a field; what is said a second time is told, and kept where it differs."""
        said = self.fields.setdefault(cell.field, cell)
        if cell.field is Field.FURNITURE or (said is not cell and said.value == cell.value):
            self.furniture.append(replace(para, text=cell.text or cell.value))
        elif said is not cell:
            self.again.append(replace(para, text=cell.text or cell.value))

    def _name(self, text: str, para: Para, *, certain: bool, fresh: bool) -> None:
        """Add a line to the name it goes on, or begin a name."""
        unfinished = bool(self.names) and is_unfinished(self.names[-1].text, self.language)
        if self.names and (unfinished or not fresh) and not self._begins(text):
            last = self.names[-1]
            self.names[-1] = last.grown(self.language.joins(last.text, text))
            return
        below = any(field in self.fields for field in _BLOCK)
        met = any(field in self.fields for field in _MEETING)
        agenda = Field.AGENDA in self.fields
        self.names.append(Name(text, para, upper=certain or not below, met=met, agenda=agenda))

    def _is_rest(self, cell: Cell) -> bool:
        """Return whether days go on with the line before: "held from 31 October to"."""
        days = cell.field in (Field.DATE, Field.VENUE)
        return days and bool(self.names) and is_unfinished(self.names[-1].text, self.language)

    def _begins(self, text: str) -> bool:
        """Return whether a line begins another name although nothing stands between them."""
        last = self.names[-1].text
        if is_subtitle(last, self.language):
            return True
        if is_report_title(last, self.language) and is_subtitle(text, self.language):
            return True
        tests = (is_body, is_author, is_other_title)
        return not is_unfinished(last, self.language) and (
            is_report_title(text, self.language, whole=True)
            or any(test(text, self.language) for test in tests)
        )

    def result(self) -> Head:
        held = Field.SESSION in self.fields
        settled = settle(self.names, self.language, bare=not self.fields, held=held)
        left = [_only(name) for name in settled.left] + self.again + self.notes
        masthead = Masthead(
            organ=_tidy(settled.organ, self.language),
            body=_tidy(settled.body, self.language),
            title=_tidy(settled.title, self.language),
            subtitle=_tidy(settled.subtitle, self.language),
            symbol=self._value(Field.SYMBOL),
            distribution=self._value(Field.DISTRIBUTION),
            date=self._value(Field.DATE),
            language=self._value(Field.LANGUAGE),
            original=self._value(Field.ORIGINAL),
            session=self._value(Field.SESSION),
            venue=self._value(Field.VENUE),
            agenda_item=self._value(Field.AGENDA),
            agenda_title=self._items(settled.item),
            barcode=self._barcode(),
        )
        masthead = self._with_job(masthead)
        unplaced = [_only(name) for name in settled.left if not name.agenda] + self.again
        furniture = tuple(self.furniture)
        return Head(masthead, tuple(left), tuple(unplaced), furniture, known=bool(self.fields))

    def _items(self, titles: str | None) -> str | None:
        """Return the titles of agenda items, each tidy on its line."""
        lines = (_tidy(line, self.language) for line in (titles or "").split("\n"))
        return "\n".join(line for line in lines if line) or None

    def _value(self, field: Field) -> str | None:
        cell = self.fields.get(field)
        return (cell.value or None) if cell else None  # a day to come has its place, no value

    def _barcode(self) -> str | None:
        value = self._value(Field.BARCODE)
        return value.strip("*") if value else None

    def _with_job(self, masthead: Masthead) -> Masthead:
        cell = self.fields.get(Field.JOB)
        found = JOB_NUMBER.fullmatch(cell.value) if cell else None
        if found or not cell:
            return with_job(masthead, found) if found else masthead
        return replace(masthead, job_number=cell.value)  # it is open yet, and said so


def _only(name: Name) -> Para:
    """Return the paragraph of a name with nothing but the name in it."""
    return replace(name.para, text=name.text, notes=(), marks=())


def _tidy(text: str | None, language: Language) -> str | None:
    """Take out spaces that a line break left between two Han; blanks become None."""
    if text is None or not text.strip():
        return None
    text = re.sub(r"\s+", " ", text.strip())
    if language.spaced:
        return text
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])", "", text)
