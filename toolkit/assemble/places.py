"""Where things stand in a TOML file, and reading one so that faults have lines.

``tomllib`` gives values without lines. The scan here knows headers and keys at the start of a
line, which is how people write data files; what stands inside an inline table or an array is
found by its words, from the line of the key on.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assemble.faults import Fault

Path = tuple[str | int, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_NAME = re.compile(_PART)
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_DAY = re.compile(r"(?<![\"'\w-])\d{4}-\d{2}-\d{2}(?![\"'\w-])")
_MOST_REPAIRS = 50
_HINTS = {
    "Invalid value": 'put text in straight quotation marks, like "this"',
    "Illegal character": "close the quotation marks on the same line, or use three of them",
    "Unclosed array": "close the list with ]",
    "Cannot overwrite a value": "the same name is given a value twice; keep one of them",
    "Expected '=' after a key in a key/value pair": "write NAME = VALUE",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The lines of the keys of a TOML file, counted from 1."""

    keys: Mapping[Path, int]
    lines: tuple[str, ...]

    def line(self, path: Path, words: str = "") -> int | None:
        """Return the line of ``path`` or of its nearest parent that has one, None without any.

        With ``words``, the first line from there on that has them, when one has.
        """
        for length in range(len(path), 0, -1):
            at = self.keys.get(path[:length])
            if at is not None:
                return self._with(words, at) or at
        return None

    def _with(self, words: str, start: int) -> int | None:
        if not words:
            return None
        later = enumerate(self.lines[start - 1 :], start)
        return next((at for at, line in later if words in line), None)

    def say(self, path: Path, words: str = "") -> str:
        """Return "line 12", or "" when the place is not known."""
        at = self.line(path, words)
        return f"line {at}" if at else ""


def scan(text: str) -> Places:
    """Find the lines of headers and keys of a TOML text; never fails."""
    keys: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    prefix: Path = ()
    fence = ""
    lines = tuple(text.split("\n"))
    for at, line in enumerate(lines, 1):
        if not fence:
            header, key = _HEADER.match(line), _KEY.match(line)
            if header:
                prefix = _enter(_names(header[2]), counts, array=header[1] == "[[")
                keys.setdefault(prefix, at)
                keys.setdefault(tuple(part for part in prefix if isinstance(part, str)), at)
            elif key:
                keys.setdefault(prefix + _names(key[1]), at)
        fence = _fence_after(line, fence)
    return Places(keys, lines)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _NAME.findall(dotted))


def _enter(names: tuple[str, ...], counts: dict[Path, int], *, array: bool) -> Path:
    """Return the path a header opens; every array on the way is entered at its last member."""
    path: Path = ()
    for i, name in enumerate(names):
        path += (name,)
        if array and i == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (counts[path],)
    return path


def _fence_after(line: str, fence: str) -> str:
    """Return the fence of the multi-line string that is open after ``line``, "" for none."""
    for mark in ('"""', "'''"):
        if line.count(mark) % 2 and fence in ("", mark):
            return "" if fence else mark
    return fence


def read_toml(text: str, file: str) -> tuple[Mapping[str, object], Places, tuple[Fault, ...]]:
    """Return the tables of a TOML text, where they stand, and the fault if it cannot be read.

    A day that does not exist (2026-09-31) comes back as a string, so that whoever knows what the
    field is for can say so together with the other faults.
    """
    for _ in range(_MOST_REPAIRS):
        try:
            return tomllib.loads(text), scan(text), ()
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            mended = _quote_day(text, str(error))
            if mended is None:
                return {}, scan(text), (_unreadable(str(error), file),)
            text = mended
    return {}, scan(text), (Fault(file=file, text="too many days that do not exist."),)


def _quote_day(text: str, message: str) -> str | None:
    """Put an unreadable day in quotation marks; None when there is none where reading stopped."""
    where = _WHERE.search(message)
    if not where:
        return None
    lines = text.split("\n")
    row, column = int(where[1]) - 1, int(where[2]) - 1
    for day in _DAY.finditer(lines[row]):
        if day.start() <= column <= day.end():
            lines[row] = f'{lines[row][: day.start()]}"{day[0]}"{lines[row][day.end() :]}'
            return "\n".join(lines)
    return None


def _unreadable(message: str, file: str) -> Fault:
    where = _WHERE.search(message)
    what = _WHERE.sub("", message)
    hint = next((hint for start, hint in _HINTS.items() if what.startswith(start)), "")
    place = f"line {where[1]}" if where else ""
    return Fault(
        file=file,
        place=place,
        text=f"this is not TOML ({what})" + (f"; {hint}." if hint else "."),
    )
