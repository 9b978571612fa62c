"""Renumbering a long report, against reading it and writing it once."""

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import best
from tests.benchmarks.units import units
from toolkit.ooxml.changes import Tracking
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.renumbering.renumbering import Wishes, renumber
from toolkit.writers import docx

TITLE = "Renumbering"
NOTE = (
    "A Word report made by code, with numbered paragraphs of which some refer to others. One "
    "paragraph is dropped, so that every later number and every reference to one changes. "
    "“read + write” reads the file into a document and writes that as a new file; the factors "
    "are the time of the whole run as the command makes it, reading included, over that. CPU "
    "seconds, the best of the runs, each on a file of its own; the three take turns, for how fast "
    "a processor is changes with what else it does. The text is one short sentence a paragraph, "
    "or two sentences as reports have them, in English or in Chinese."
)
_SHORT = "short"
_HEADS = {
    "en": ("# Report on the meeting of the {name}", "## I. Deliberations"),
    "zh": ("# {name}会议报告", "## 一. 审议情况"),
}
_MENTIONS = {
    "en": " Reference was made to paragraphs {one} and {other} above.",
    "zh": "会上提及上文第 {one} 和第 {other} 段。",
}


def report(
    paragraphs: int, references: int, name: str = "Group", *, text: str = _SHORT, code: str = "en"
) -> bytes:
    """Return a Word file with so many paragraphs, evenly strewn references in them."""
    title, chapter = _HEADS[code]
    lines = [title.format(name=name), "", chapter, ""]
    bodies = _bodies(text, code, name)
    for number in range(1, paragraphs + 1):
        words = f"{number}. {next(bodies)}"
        if number > 3 and number * references % paragraphs < references:
            words += _MENTIONS[code].format(one=number - 3, other=number - 1)
        lines += [words, ""]
    document = read_bytes("\n".join(lines).encode(), "report.md").document
    return docx.write(document)


def _bodies(text: str, code: str, name: str) -> Iterator[str]:
    """Yield the words of paragraphs, without end; no two files have the same."""
    if text == _SHORT:
        for number in itertools.count(1):
            yield f"The {name} took note of the state of waterway {number} and of its locks."
    made = [one.source if code == "en" else one.target for one in units(12_000)]
    stop, gap = (".", " ") if code == "en" else ("。", "")
    sentences = itertools.cycle(one.rstrip(stop) + stop for one in made)
    while True:
        yield f"{next(sentences)}{gap}{name}{gap or '：'}{next(sentences)}"


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with a tenth of the paragraphs."""
    paragraphs, references = (500, 200) if quick else (5_000, 2_000)
    repeats = 1 if quick else 5
    return [
        row(paragraphs, references, repeats, text=text, code=code)
        for text, code in ((_SHORT, "en"), ("long", "en"), ("long", "zh"))
    ]


def row(
    paragraphs: int, references: int, repeats: int, *, text: str = _SHORT, code: str = "en"
) -> dict[str, str]:
    """Measure reports of one kind."""
    make = partial(report, paragraphs, references, text=text, code=code)
    # Each run has a file of its own, so that nothing is known from the one before.
    with TemporaryDirectory() as folder:
        files = (_file(folder, make(f"Group {at}"), at) for at in itertools.count())
        turns = [tuple(_turn([next(files) for _ in range(3)])) for _ in range(repeats)]
    base, direct, tracked = (min(taken) for taken in zip(*turns, strict=True))
    return {
        "text": f"{text}, {code}",
        "paragraphs": f"{paragraphs:,}",
        "references": f"{references:,}",
        "read + write": f"{base:.2f} s",
        "renumber": f"{direct:.2f} s",
        "factor": f"{direct / base:.1f}",
        "tracked": f"{tracked:.2f} s",
        "factor, tracked": f"{tracked / base:.1f}",
    }


def _turn(files: list[Path]) -> Iterator[float]:
    """Yield how long reading and writing takes, renumbering, and renumbering in tracked changes."""
    first, second, third = files
    yield best(lambda: _read_and_write(first), 1)
    yield best(lambda: _renumber(second, None), 1)
    yield best(lambda: _renumber(third, Tracking("Undraft")), 1)


def _file(folder: str, data: bytes, number: int) -> Path:
    path = Path(folder, f"{number}.docx")
    path.write_bytes(data)
    return path


def _read_and_write(path: Path) -> bytes:
    return docx.write(read_bytes(path.read_bytes(), str(path)).document)


def _renumber(path: Path, tracking: Tracking | None) -> bytes | None:
    operations = parse_operations(Counted.PARAGRAPH, drop=("2",))
    wishes = Wishes(on_dropped=OnDropped.KEEP, tracking=tracking)
    return renumber([str(path)], operations, wishes).versions[0].data
