"""Renumbering a long report, against reading it and writing it once."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import best
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
    "a processor is changes with what else it does."
)


def report(paragraphs: int, references: int, name: str = "Group") -> bytes:
    """Return a Word file with so many paragraphs, evenly strewn references in them."""
    lines = [f"# Report on the meeting of the {name}", "", "## I. Deliberations", ""]
    for number in range(1, paragraphs + 1):
        words = f"{number}. The Group took note of the state of waterway {number} and of its locks."
        if number > 3 and number * references % paragraphs < references:
            words += f" Reference was made to paragraphs {number - 3} and {number - 1} above."
        lines += [words, ""]
    document = read_bytes("\n".join(lines).encode(), "report.md").document
    return docx.write(document)


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with a tenth of the paragraphs."""
    sizes = ((500, 200),) if quick else ((1_000, 400), (5_000, 2_000))
    return [_row(*size, repeats=1 if quick else 5) for size in sizes]


def _row(paragraphs: int, references: int, repeats: int) -> dict[str, str]:
    # Each run has a file of its own, so that nothing is known from the one before.
    with TemporaryDirectory() as folder:
        files = iter([_file(folder, paragraphs, references, at) for at in range(3 * repeats)])
        turns = [
            (
                best(lambda: _read_and_write(next(files)), 1),
                best(lambda: _renumber(next(files), None), 1),
                best(lambda: _renumber(next(files), Tracking("Undraft")), 1),
            )
            for _ in range(repeats)
        ]
    base, direct, tracked = (min(taken) for taken in zip(*turns, strict=True))
    return {
        "paragraphs": f"{paragraphs:,}",
        "references": f"{references:,}",
        "read + write": f"{base:.2f} s",
        "renumber": f"{direct:.2f} s",
        "factor": f"{direct / base:.1f}",
        "tracked": f"{tracked:.2f} s",
        "factor, tracked": f"{tracked / base:.1f}",
    }


def _file(folder: str, paragraphs: int, references: int, number: int) -> Path:
    path = Path(folder, f"{number}.docx")
    path.write_bytes(report(paragraphs, references, f"Group {number}"))
    return path


def _read_and_write(path: Path) -> bytes:
    return docx.write(read_bytes(path.read_bytes(), str(path)).document)


def _renumber(path: Path, tracking: Tracking | None) -> bytes | None:
    operations = parse_operations(Counted.PARAGRAPH, drop=("2",))
    wishes = Wishes(on_dropped=OnDropped.KEEP, tracking=tracking)
    return renumber([str(path)], operations, wishes).versions[0].data
