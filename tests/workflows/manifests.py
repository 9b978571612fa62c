"""Manifests of sample pairs, and what a run over them made."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES
from toolkit.workflows.manifests.journal import NAME

SOON = 120.0  # seconds within which everything begins, on a machine that is busy

NAMES = (
    "CSIW_COP_WG.3_2026_L.1_Add.1",
    "CSIW_COP_WG.3_2026_L.1_Add.2",
    "CSIW_COP_WG.3_2026_L.1",
)


def manifest(folder: Path, *lines: str) -> str:
    """Write a manifest with a comment and a blank line before ``lines``; return its name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pairs.tsv"
    path.write_text("# source\ttarget\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def pair(name: str, folder: Path, copy: str = "") -> str:
    """Copy a sample pair, under another name if asked, and return its line."""
    copy = copy or name
    for language in ("en", "zh"):
        data = (SAMPLES / f"{name}.{language}.md").read_bytes()
        (folder / f"{copy}.{language}.md").write_bytes(data)
    return f"{copy}.en.md\t{copy}.zh.md"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def started(*words: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as stream:
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, stderr=stream)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until_some_are_finished(out: Path, count: int = 1) -> None:
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if (out / NAME).exists() and len((out / NAME).read_bytes().splitlines()) >= count:
            return
        time.sleep(0.02)
    pytest.fail("no pair was finished")
