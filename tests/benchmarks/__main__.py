"""``python -m tests.benchmarks [NAME…] [--quick]``: measure, and write docs/benchmarks.md.

A benchmark is a module ``bench_NAME.py`` in this folder with ``TITLE`` (a line), ``NOTE`` (how it
is measured, in plain words) and ``rows(quick)``, a list of dictionaries from column to cell.
"""

import argparse
import importlib
import os
import platform
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

from tests.benchmarks.page import put, section

FOLDER = Path(__file__).resolve().parent
PAGE = FOLDER.parent.parent / "docs" / "benchmarks.md"


def names() -> list[str]:
    """Return what follows ``bench_`` in the names of the modules here, in order."""
    return sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))


def machine() -> str:
    """Return one line on what the figures were measured with."""
    system = f"{platform.system()} {platform.machine()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Measured with {os.cpu_count()} processors, {python}, {system}."


def measured(name: str, *, quick: bool) -> str:
    """Run one benchmark and return its section."""
    module: ModuleType = importlib.import_module(f"tests.benchmarks.bench_{name}")
    return section(module.TITLE, module.NOTE, machine(), module.rows(quick))


def run(wanted: list[str], *, quick: bool) -> list[str]:
    """Run the benchmarks one by one; a full run goes onto the page. Return those that failed."""
    failed = []
    for name in wanted:
        start = time.perf_counter()
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            text = measured(name, quick=quick)
        except Exception:  # noqa: BLE001 (one that fails must not keep the others from their page)
            traceback.print_exc()
            failed.append(name)
            continue
        print(text)
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
        if not quick:
            put(PAGE, name, text)
    return failed


def main() -> int:
    """Read the command line; 0 when everything was measured, 1 when one failed, 2 for usage."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--quick", action="store_true", help="small runs; write nothing")
    given = parser.parse_args()
    unknown = sorted(set(given.names) - set(names()))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(names())}")
    failed = run(given.names or names(), quick=given.quick)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
