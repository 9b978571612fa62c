"""Text that is data for programs and no document: JSON, XML, tables, settings, catalogues.

Read as a report, a log of findings gives thousands of findings about its quotation marks.
"""

import csv
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import PurePath
from typing import Final

_ROWS: Final = 200  # of a table, looked at to see that it is one
_FEWEST: Final = 3  # rows and columns: two lines with one comma each are a text
_TABLES: Final = {".csv": ",;\t", ".tsv": "\t", ".tab": "\t"}
_DOCUMENTS: Final = (".txt", ".text", ".md", ".markdown")

# Elements that Markdown has in it, so that a text may begin and end with them.
_HTML: Final = frozenset({
    "a", "b", "blockquote", "center", "code", "dd", "details", "div", "dl", "em", "figure", "font",
    "h1", "h2", "h3", "h4", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "section", "small",
    "span", "strong", "sub", "sup", "table", "u", "ul",
})  # fmt: skip
_OPENING: Final = re.compile(r"<(?P<name>[A-Za-z_][\w.:-]{0,80})(?=[\s/>])")
_CLOSING: Final = re.compile(r"</(?P<name>[A-Za-z_][\w.:-]{0,80})\s{0,9}>\Z")
_COMMENTS: Final = re.compile(r"\A\s*(?:<!--.*?-->\s*)*", re.DOTALL)
_CATALOGUE: Final = (re.compile(r'^msgid "', re.MULTILINE), re.compile(r"^msgstr", re.MULTILINE))

# What a name says, believed where the text begins accordingly: the rest may be cut off.
_NAMED: Final = (
    ((".json", ".jsonl", ".sarif"), re.compile(r"[{\[]"), "a JSON file"),
    ((".yaml", ".yml"), re.compile(r"(?:#.{0,999}\s)*(?:---|- |[\w\"'-]{1,80}:)"), "a YAML file"),
    ((".ini", ".cfg"), re.compile(r"(?:[#;].{0,999}\s)*\["), "a file of settings"),
)


def notation(text: str, path: str) -> str | None:
    """Return what kind of data a text is, as in "a JSON file"; None for what may be a document.

    Its content decides. A table of commas or tabs is data where its name says so or says nothing:
    a text or Markdown file may well consist of a table.
    """
    words = _COMMENTS.sub("", text.lstrip("\ufeff")).strip()
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("a JSON file", _is_json),
        ("an XML file", _is_xml),
        ("a catalogue of messages (PO)", _is_catalogue),
        ("a file of settings (TOML)", _is_toml),
    )
    for what, fits in tests:
        if fits(words):
            return what
    suffix = PurePath(path).suffix.lower()
    for suffixes, beginning, what in _NAMED:
        if suffix in suffixes and beginning.match(words):
            return what
    return "a table (CSV or TSV)" if _is_table(text, suffix) else None


def _is_json(text: str) -> bool:
    """Return whether a text is one JSON value with parts, or such a value on each line."""
    if not (text.startswith(("{", "[")) and text.endswith(("}", "]"))):
        return False
    return _holds_json([text]) or _holds_json(text.splitlines())


def _holds_json(pieces: Iterable[str]) -> bool:
    try:
        return all(isinstance(json.loads(one), dict | list) for one in pieces if one.strip())
    except RecursionError:
        return True  # brackets nested by the thousand are no text
    except ValueError:
        return False


def _is_xml(text: str) -> bool:
    if text.startswith(("<?xml", "<!DOCTYPE")):
        return True
    opening, closing = _OPENING.match(text), _CLOSING.search(text[-100:])
    if opening is None or closing is None or opening["name"] != closing["name"]:
        return False
    return opening["name"].lower() not in _HTML


def _is_catalogue(text: str) -> bool:
    return all(sign.search(text) for sign in _CATALOGUE)


def _is_toml(text: str) -> bool:
    if "=" not in text[:20_000]:
        return False
    try:
        return bool(tomllib.loads(text))
    except (ValueError, RecursionError):
        return False


def _is_table(text: str, suffix: str) -> bool:
    """Return whether every row has the same number of fields."""
    if suffix in _DOCUMENTS:
        return False
    signs, named = _TABLES.get(suffix, ",\t"), suffix in _TABLES
    lines = text.splitlines()
    return any(_has_columns(lines, sign, named=named) for sign in signs if sign in text)


def _has_columns(lines: Sequence[str], sign: str, *, named: bool) -> bool:
    """Return whether lines are rows of one table; ``named`` as one, they may be uneven."""
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=sign, strict=True), _ROWS) if row]
    except csv.Error:
        return False
    widths = {len(row) for row in rows}
    if named:
        return min(widths, default=0) > 1
    prose = any(field.startswith(" ") for row in rows for field in row)  # as after a comma
    return len(widths) == 1 and min(len(rows), *widths) >= _FEWEST and not prose
