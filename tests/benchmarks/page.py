"""The page of benchmarks: a section for each module, replaced alone."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

INTRO: Final = """# Benchmarks

`make benchmark` measures again and writes the tables below; `python -m tests.benchmarks NAME …`
does one section and leaves the others alone, `--quick` prints small runs and writes nothing. Times
depend on the machine, so read the ratios. A section is one file, `tests/benchmarks/bench_NAME.py`.
"""
_SECTION: Final = re.compile(r"^<!-- section: (\w+) -->\n", re.MULTILINE)


def table(rows: Sequence[dict[str, str]]) -> str:
    """Return rows as a Markdown table, its columns in the order in which rows first name them.

    A cell that a row does not have is empty; no rows are a line that says so.
    """
    if not rows:
        return "Nothing was measured.\n"
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lines = [columns, ["---", *["--:"] * (len(columns) - 1)]]
    lines += [[row.get(key, "") for key in columns] for row in rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def section(title: str, note: str, machine: str, rows: Sequence[dict[str, str]]) -> str:
    """Return the text of one section, without its mark."""
    return f"## {title}\n\n{' '.join(note.split())}\n\n{table(rows)}\n{machine}\n"


def replaced(page: str, name: str, text: str) -> str:
    """Return the page with the section ``name`` put in place of the old one; sorted by name."""
    _, *pieces = _SECTION.split(page)
    sections = dict(zip(pieces[::2], pieces[1::2], strict=True))
    sections[name] = text
    marked = (f"<!-- section: {key} -->\n{sections[key].strip()}\n" for key in sorted(sections))
    return "\n".join((INTRO, *marked))


def put(path: Path, name: str, text: str) -> None:
    """Write one section into the page at ``path``, which need not exist."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(replaced(page, name, text), encoding="utf-8")
