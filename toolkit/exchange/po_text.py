"""PO as lines: what is no PO is refused, and new translations are put in with all else kept.

polib reads a string that does not end as an empty one, stops at comments of kinds it does not know
and cuts lines at signs that end none; so the lines are looked at here first. And it sorts the
header and drops blank comments when it writes, so a file that is there is changed here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.errors import InputError
from toolkit.text.normalize import strip_controls
from toolkit.text.xml_files import ENCODINGS

MOST_BYTES = 32 << 20
_LINE = re.compile(
    r"(?:#~)?[ \t]*(?:\#?\|[ \t]*)?"
    r"(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,4}\])?)?[ \t]*"
    r'"(?:[^"\\]|\\.)*"[ \t]*'
)
_CHARSET = re.compile(rb"charset=[ \t]*([\w.:-]{1,40})", re.IGNORECASE)
_MORE_ENCODINGS = re.compile(r"koi8-[ru]|euc-(jp|kr|tw|cn)|shift_jis|charset")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,4})\])?[ \t]*(?=\")")
_KNOWN_COMMENTS = " .:,~|#"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Lines(str):
    """Text whose only line ends are line feeds; other signs that Python takes for one are words."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        """Return the lines."""
        return [f"{line}\n" if keepends else line for line in self.split("\n")]


def decoded(data: bytes, path: str) -> tuple[str, str]:
    """Return the text of a PO file and the encoding it names.

    Raises:
        InputError: it is too large, or not in that encoding, or has a line that is no PO.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES >> 20} MiB; split it and try again.")
    encoding = _encoding(data, path)
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}, line {line}: a byte that is not {encoding}, which the file is in."
        ) from None
    _check_lines(text, path)
    return text, encoding


def _encoding(data: bytes, path: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{path} is in UTF-16; save it as UTF-8 and try again.")
    found = _CHARSET.search(data, 0, 1 << 16)
    name = found[1].decode("ascii").lower() if found else "utf-8"
    name = name.replace("iso_", "iso-")
    if not (ENCODINGS.fullmatch(name) or _MORE_ENCODINGS.fullmatch(name)):
        raise InputError(
            f"{path} says that its encoding is {name!r}, which is not read; save it as UTF-8."
        )
    return "utf-8" if name in ("charset", "utf8") else name


def _check_lines(text: str, path: str) -> None:
    nul = re.search("\0|\\\\0", text)
    if nul is not None:
        line = text.count("\n", 0, nul.start()) + 1
        raise InputError(f"{path}, line {line}: a NUL, which no text may have.")
    entries = 0
    for number, row in enumerate(text.split("\n"), 1):
        bare = row.strip()
        if not bare or (bare.startswith("#") and not bare.startswith(("#~", "#|"))):
            continue
        if bare.startswith("#~") and '"' not in bare:
            continue
        if not _LINE.fullmatch(bare):
            raise InputError(
                f"{path}, line {number}: msgid, msgstr or a string in quotation marks was "
                f"expected, and “{strip_controls(bare)[:40]}” was found."
            )
        entries += bare.startswith("msgid")
    if not entries:
        raise InputError(f"{path} is no PO file: there is no msgid in it.")


def prepared(text: str) -> Lines:
    """Return the text as polib takes it, line for line: comments in forms that it knows."""
    return Lines("\n".join(map(_commented, text.split("\n"))))


def _commented(row: str) -> str:
    if not row.startswith("#") or len(row) < 2:
        return row
    if row[1] not in _KNOWN_COMMENTS:
        return f"# {row[1:]}"
    if row[1] in ".:," and row[2:3] not in ("", " ", "\t"):
        return f"{row[:2]} {row[2:]}"
    return row


@dataclass(frozen=True, slots=True)
class Place:
    """Where a translation stands: lines from ``start`` (from 0) to ``end``, of an entry, in a form.

    Entries are numbered from 0, the header and what is obsolete not counted.
    """

    start: int
    end: int
    entry: int
    form: str


def with_translations(text: str, new: Mapping[tuple[int, str], str]) -> str:
    """Return the text with other translations, every other line as it is.

    ``new`` are translations by the number of their entry from 0 (the header and what is obsolete
    not counted) and their plural form ("" without).
    """
    rows = text.split("\n")
    for place in sorted(_places(rows), key=lambda place: -place.start):
        said = new.get((place.entry, place.form))
        if said is not None:
            keyword = f"msgstr[{place.form}]" if place.form else "msgstr"
            rows[place.start : place.end] = _written(keyword, said)
    return "\n".join(rows)


def places_of(text: str) -> list[Place]:
    """Return where the translations of a PO stand, in order."""
    return list(_places(text.split("\n")))


def _places(rows: list[str]) -> Iterator[Place]:
    entry = current = -1
    context = headless = False
    for number, row in enumerate(rows):
        found = _KEYWORD.match(row.strip())
        if found is None:
            continue
        keyword = found[1]
        if keyword == "msgctxt":
            context = True
        elif keyword == "msgid":
            blank = not _joined(rows, number)
            header = blank and not context and not headless
            headless = headless or header
            entry += not header
            current = -1 if header else entry
            context = False
        elif keyword == "msgstr" and current >= 0:
            end = number + 1
            while end < len(rows) and rows[end].strip().startswith('"'):
                end += 1
            yield Place(number, end, current, found[2] or "")


def _joined(rows: list[str], at: int) -> str:
    """Return the string that begins on a line, its quotation marks and escapes as they stand."""
    said = rows[at].strip().partition('"')[2].rstrip()[:-1]
    at += 1
    while at < len(rows) and rows[at].strip().startswith('"'):
        said += rows[at].strip()[1:-1]
        at += 1
    return said


def _written(keyword: str, text: str) -> list[str]:
    lines = text.split("\n")
    parts = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    quoted = [f'"{"".join(_ESCAPES.get(sign, sign) for sign in part)}"' for part in parts]
    if len(quoted) == 1:
        return [f"{keyword} {quoted[0]}"]
    return [f'{keyword} ""', *quoted]
