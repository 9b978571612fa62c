"""How long reading takes, beside python-docx and as documents and paragraphs grow."""

import io
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import docx

from tests.benchmarks.large import report, simple, table
from tests.conftest import ROOT
from toolkit.readers.registry import read_bytes

TITLE: Final = "Reading"
NOTE: Final = """
A made-up report (numbered paragraphs typed and automatic, headings, items, links, a footnote in
every fifth paragraph, a masthead in the header of the first page) is read whole: labels, structure,
masthead, profile. Beside it python-docx opens the same bytes and touches the text of every
paragraph; runs are how many pieces Word cut each paragraph into. Processor time, beside
python-docx the best of three, by turns; "µs" is for one paragraph, sign, cell or note. A command is
its whole process, modules compiled before; its peak memory is from the operating system.
"""
_COMMAND: Final = "import sys; from toolkit.__main__ import main; sys.argv[0] = 'undraft'; main()"
_LONG_LINES: Final = {
    "one line of stars, .md": "*",
    "one line of broken symbols, .txt": "CSIW/COP/WG3/2025/6 ",
    "one line of words, .txt": "lamp ",
    "one line of Han, .txt": "灯",
    "one line of open brackets, .md": "[a](",
}


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with a tenth of everything."""
    part = 10 if quick else 1
    with TemporaryDirectory() as folder:
        return [
            *_beside(part),
            *_growing(part),
            *_extremes(part),
            *_commands(Path(folder), part),
        ]


def _beside(part: int) -> Iterator[dict[str, str]]:
    count = 20_000 // part
    kinds = [(f"report, {runs} runs", report(count, runs=runs)) for runs in (1, 3, 8)]
    for name, data in [*kinds, ("bare paragraphs, 1 run", simple(count))]:
        theirs, ours = _best(lambda data=data: _touched(data), lambda data=data: _read(data))
        yield {
            "what": f"{count:,} paragraphs: {name}",
            "Undraft": _seconds(ours),
            "µs": f"{ours / count * 1e6:.0f}",
            "python-docx": _seconds(theirs),
            "ratio": f"{ours / theirs:.2f}",
        }


def _growing(part: int) -> Iterator[dict[str, str]]:
    for count in (5_000 // part, 20_000 // part, 80_000 // part):
        yield _alone(f"report of {count:,} paragraphs", count, report(count), "a.docx")


def _extremes(part: int) -> Iterator[dict[str, str]]:
    for name, unit in _LONG_LINES.items():
        for size in (250_000 // part, 1_000_000 // part):
            text = (unit * (size // len(unit)) + " lamps").encode()  # stars alone are no words
            suffix = name.rpartition(", ")[2]
            yield _alone(f"{size:,} signs: {name}", size, text, f"a{suffix}")
    for count in (25_000 // part, 100_000 // part):
        yield _alone(f"a table of {count:,} cells", count, table(count // 10, 10), "a.docx")
    for count in (12_500 // part, 50_000 // part):
        whole = report(count, runs=1, every=1)
        yield _alone(f"{count:,} footnotes", count, whole, "a.docx")


def _alone(what: str, count: int, data: bytes, path: str) -> dict[str, str]:
    (spent,) = _best(lambda: _read(data, path), turns=1)
    return {"what": what, "Undraft": _seconds(spent), "µs": f"{spent / count * 1e6:.2f}"}


def _commands(folder: Path, part: int) -> Iterator[dict[str, str]]:
    large, small = folder / "large.docx", folder / "small.md"
    large.write_bytes(report(20_000 // part))
    small.write_text("# Report\n\n1. Lamps were lit.\n", encoding="utf-8")
    lines = (["--version"], ["--help"], ["read", str(small)], ["read", str(large), "--json"],
             ["check", str(large), "--fail-on", "never"])  # fmt: skip
    for arguments in lines:
        spent, memory = _run(arguments, folder)
        shown = " ".join(Path(word).name if "/" in word else word for word in arguments)
        yield {"what": f"undraft {shown}", "Undraft": _seconds(spent), "memory": f"{memory} MB"}


def _run(arguments: list[str], folder: Path) -> tuple[float, int]:
    """Return processor seconds and peak megabytes of one command; bytecode is there, as it is."""
    script = f"{_MEASURED}\nimport runpy, sys\nsys.path.insert(0, {str(ROOT)!r})\n{_COMMAND}"
    command = [sys.executable, "-c", script, *arguments]
    for _ in range(2):  # the first run may still have to compile the modules
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env=_environment(folder),
        )
    spent, memory = done.stderr.rsplit("measured ", 1)[1].split()
    return float(spent), int(memory)


_MEASURED: Final = """
import atexit, sys, time
def measured():
    with open("/proc/self/status") as told:
        peak = next(int(line.split()[1]) for line in told if line.startswith("VmHWM"))
    sys.stderr.write(f"measured {time.process_time()} {peak // 1024}")
atexit.register(measured)
"""


def _environment(folder: Path) -> dict[str, str]:
    compiled = str(folder / "compiled")
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONPYCACHEPREFIX": compiled}


def _best(*works: Callable[[], object], turns: int = 3) -> tuple[float, ...]:
    """Return the shortest processor time of each, taken by turns so that load hits all alike."""
    spent = [[] for _ in works]
    for _ in range(turns):
        for at, work in enumerate(works):
            start = time.process_time()
            work()
            spent[at].append(time.process_time() - start)
    return tuple(min(one) for one in spent)


def _touched(data: bytes) -> int:
    return sum(len(one.text) for one in docx.Document(io.BytesIO(data)).paragraphs)


def _read(data: bytes, path: str = "a.docx") -> object:
    return read_bytes(data, path).document


def _seconds(spent: float) -> str:
    return f"{spent:.2f} s"
