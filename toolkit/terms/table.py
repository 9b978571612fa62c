"""Tables of terms, with commas or tabs: a line a form, or a line a concept.

A line a form has the columns ``concept, language, term, status, body, part of speech, source,
note, definition, subject``; only ``language`` and ``term`` must be there, and lines with one
concept, or one after the other without any, belong together. A line a concept has a column for
each language (``en``, ``zh``), and where wanted ``en deprecated`` and ``zh admitted``, where ``|``
parts several forms.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.languages.tags import tag
from toolkit.terms.telling import Telling
from toolkit.terms.termbase import (
    Concept,
    Node,
    Section,
    Status,
    Term,
    Termbase,
    status_of,
    term_of,
)

COLUMNS: Final = (
    "concept",
    "language",
    "term",
    "status",
    "body",
    "part of speech",
    "source",
    "note",
    "definition",
    "subject",
)
SEVERAL: Final = "|"  # between several forms or bodies of one cell
LONGEST: Final = 10_000  # characters of one cell
MOST: Final = 1_000_000  # lines

_MEANT: Final = {"lang": "language", "partofspeech": "part of speech", "id": "concept",
                 "customer": "body", "remark": "note", "remarks": "note"}  # fmt: skip
_LANGUAGES: Final = {"english": "en", "英文": "en", "英语": "en",
                     "chinese": "zh", "中文": "zh", "汉语": "zh"}  # fmt: skip
_PARTED: Final = re.compile(r"sep=(.)\r?")  # what spreadsheets tell each other in a line of its own
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Line = Mapping[str, str]


def read_table(data: bytes, file: str) -> tuple[Termbase, tuple[Finding, ...]]:
    """Return the termbase in a table and what reading had to say.

    Raises:
        InputError: no text, or the first line does not name columns that are understood.
    """
    names, rows = _rows(data, file)
    telling = Telling(file)
    if {"language", "term"} <= set(names):
        concepts = tuple(_by_form(rows, telling))
    else:
        langs = [name for name in names if _language(name)]
        if not langs:
            raise InputError(
                f"{file}, line 1: the columns {', '.join(names)[:100]} name no language. Expected "
                "“language” and “term”, or a column for each language, as en and zh."
            )
        concepts = tuple(_by_concept(rows, langs, telling))
    return Termbase(concepts=concepts), telling.all()


def write_table(base: Termbase, *, separator: str = ",") -> tuple[bytes, tuple[Finding, ...]]:
    """Return a line for each form, and what a table cannot hold."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(COLUMNS)
    kept = 0
    for number, concept in enumerate(base.concepts, start=1):
        about = [concept.said("definition"), concept.said("subjectField")]
        for section in concept.sections:
            for term in section.terms:
                row = [*_row(concept.id or f"c{number}", section, term), *about]
                kept += sum(map(bool, row[3:])) + max(0, len(term.bodies) - 1)
                writer.writerow([_safe(cell) for cell in row])
                about = ["", ""]  # said once for each concept
    telling = Telling("")
    lost = sum(1 for _ in _details(base)) - kept
    if lost > 0:
        telling.add("TRM205", count=lost, what="details", format="a table")
    return out.getvalue().encode("utf-8"), telling.all()


# -- reading -------------------------------------------------------------------------------
def _rows(data: bytes, file: str) -> tuple[list[str], Iterator[tuple[int, Line]]]:
    text = _decoded(data, file)
    first = text.partition("\n")[0]
    told = _PARTED.fullmatch(first)
    separator = "\t" if "\t" in first else max(",;", key=first.count)
    separator = told[1] if told else separator
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        if told:
            next(reader)
        names = [_column(name) for name in next(reader, [])]
    except csv.Error as error:
        raise InputError(f"{file}, line 1: the table does not hold ({error}).") from error
    if not any(names):
        raise InputError(f"{file} has no line that names its columns.")
    return names, _lines(reader, names, file)


def _lines(reader: "csv._reader", names: Sequence[str], file: str) -> Iterator[tuple[int, Line]]:  # type: ignore[name-defined]
    try:
        for row in reader:
            line = reader.line_num
            if line > MOST:
                raise InputError(f"{file} has more than {MOST:,} lines; give it in parts.")
            if any(len(cell) > LONGEST for cell in row):
                raise InputError(
                    f"{file}, line {line}: a cell of more than {LONGEST:,} characters."
                )
            yield (
                line,
                {
                    name: " ".join(_unsafe(cell).split())
                    for name, cell in zip(names, row, strict=False)
                },
            )
    except csv.Error as error:
        raise InputError(
            f"{file}, line {reader.line_num}: the table does not hold ({error}). "
            "Is a quotation mark missing?"
        ) from error


def _decoded(data: bytes, file: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{file}, line {line}: not {encoding.removesuffix('-sig').upper()}; save it as UTF-8."
        ) from error
    if "\x00" in text:
        raise InputError(f"{file} has NUL characters; it is no table of text.")
    return text


def _column(name: str) -> str:
    plain = " ".join(name.replace("_", " ").casefold().split())
    first, blank, rest = plain.partition(" ")
    return _MEANT.get(plain, _LANGUAGES.get(first, first) + blank + rest)


def _language(name: str) -> bool:
    """Return whether a column holds forms: "en", "zh-Hans", "en deprecated"."""
    code, _, status = name.partition(" ")
    known = tag(code) is not None and len(re.split("[-_]", code)[0]) in (2, 3)
    return known and (not status or status_of(status) is not None)


def _by_form(rows: Iterator[tuple[int, Line]], telling: Telling) -> Iterator[Concept]:
    waiting: dict[str, list[Line]] = {}
    for number, row in rows:
        lang = row.get("language", "")
        if not row.get("term"):
            telling.add("TRM201", f"line {number}", reason="it has no words")
        elif tag(lang) is None:
            telling.add("TRM202", f"line {number}", given=lang[:40] or "(none)")
        else:
            given = row.get("status", "")
            if given and status_of(given) is None:
                telling.add("TRM206", f"line {number}", given=given[:40])
            waiting.setdefault(row.get("concept") or f"line {number}", []).append(row)
    for at, (name, lines) in enumerate(waiting.items(), start=1):
        yield _concept(_id(name, at), lines)


def _by_concept(
    rows: Iterator[tuple[int, Line]], columns: Sequence[str], telling: Telling
) -> Iterator[Concept]:
    count = 0
    for number, row in rows:
        lines: list[Line] = []
        for column in columns:
            code, _, status = column.partition(" ")
            said = {key: value for key, value in row.items() if key in COLUMNS}
            for form in row.get(column, "").split(SEVERAL):
                if form.strip():
                    given = {"language": code, "term": form.strip(), "status": status}
                    lines.append({**said, **given})
        if not lines:
            telling.add("TRM201", f"line {number}", reason="it has no words")
            continue
        count += 1
        yield _concept(_id(row.get("concept", ""), count), lines)


def _id(name: str, at: int) -> str:
    """Return a name that XML can have as an id."""
    if not name or name.startswith("line "):
        return f"c{at}"
    plain = re.sub(r"[^\w.-]", "-", name)
    return plain if _NAME.fullmatch(plain) else f"c{plain}"


def _concept(name: str, lines: Sequence[Line]) -> Concept:
    sections: dict[str, list[Term]] = {}
    for row in lines:
        sections.setdefault(row["language"], []).append(_form(row))
    details = [
        Node("descrip", value, (("type", kind),))
        for kind, column in (("subjectField", "subject"), ("definition", "definition"))
        if (value := next((row[column] for row in lines if row.get(column)), ""))
    ]
    made = (Section(lang, tuple(terms)) for lang, terms in sections.items())
    return Concept(id=name, sections=tuple(made), details=tuple(details))


def _form(row: Line) -> Term:
    given = row.get("status", "")
    status = status_of(given)
    bodies = tuple(part.strip() for part in row.get("body", "").split(SEVERAL) if part.strip())
    made = term_of(
        row["term"],
        status=status,
        bodies=bodies,
        partOfSpeech=row.get("part of speech", ""),
        source=row.get("source", ""),
        note=row.get("note", ""),
    )
    if not given or status:
        return made
    unknown = Node("termNote", given, (("type", "administrativeStatus"),))
    return Term(made.word, (*made.details, unknown))


# -- writing -------------------------------------------------------------------------------
def _row(name: str, section: Section, term: Term) -> list[str]:
    known: Status | None = term.status
    said = term.said("administrativeStatus", "normativeAuthorization")
    notes = [node.words for node in term.details if node.name == "note"]
    return [
        name,
        section.lang,
        term.text,
        known.value if known else next(iter(said), ""),
        SEVERAL.join(term.bodies),
        next(iter(term.said("partOfSpeech")), ""),
        next(iter(term.said("source")), ""),
        next(iter(notes), ""),
    ]


def _details(base: Termbase) -> Iterator[Node]:
    """Yield every piece that a termbase says beside the forms."""
    for concept in base.concepts:
        tops = [*concept.details]
        for section in concept.sections:
            tops += section.details
            for term in section.terms:
                tops += term.details
        for top in tops:
            yield from (node for node in top.walk() if node.text.strip())


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unsafe(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
