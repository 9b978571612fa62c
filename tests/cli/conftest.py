"""A place to type commands in: the samples, a memory made of them, and the real entry point."""

import io
import json
import os
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from toolkit.cli.app import run
from toolkit.cli.session import resolved_settings

ADDENDUM = "samples/CSIW_COP_WG.3_2026_L.1_Add.2.en.docx"
LAST_YEAR = "samples/CSIW_COP_WG.3_2025_6"
THIS_YEAR = "samples/CSIW_COP_WG.3_2026_L.1"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


class _Terminal:
    """Standard streams that keep bytes and text together, as a pipe does."""

    def __init__(self) -> None:
        self.raw = io.BytesIO()
        self.stream = io.TextIOWrapper(self.raw, encoding="utf-8", write_through=True)

    @property
    def text(self) -> str:
        return self.raw.getvalue().decode("utf-8")


def type_command(line: str, stdin: bytes = b"") -> Ran:
    """Run one command line as a shell would and return what it printed."""
    words = shlex.split(line)
    assert words[0] == "undraft", line
    out, err = _Terminal(), _Terminal()
    saved = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout, sys.stderr = out.stream, err.stream
    resolved_settings.cache_clear()
    try:
        code = run(words[1:])
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved
        resolved_settings.cache_clear()
    return Ran(code, out.text, err.text)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with samples/ and what examples take up, made by the commands themselves.

    These are tm/last-year.tmx, out/review.xlsx and out/add2.xlf.
    """
    folder = tmp_path_factory.mktemp("desk")
    patch = pytest.MonkeyPatch()
    patch.chdir(folder)
    for name in list(os.environ):
        if name.startswith("UNDRAFT_"):
            patch.delenv(name)
    assert type_command("undraft samples samples").code == 0
    made = type_command(f"undraft align {LAST_YEAR}.en.md {LAST_YEAR}.zh.md -o tm/last-year.tmx")
    review = type_command(f"undraft align {THIS_YEAR}.en.md {THIS_YEAR}.zh.md -o out/review.xlsx")
    sent = type_command(f"undraft pretranslate {ADDENDUM} --tm tm/last-year.tmx -o out/add2.xlf")
    patch.undo()
    assert sent.code == 0, sent.err
    assert made.code == 0, made.err
    assert review.code == 0, review.err
    return folder


@pytest.fixture
def undraft(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Return ``type_command``, run at the desk."""
    monkeypatch.chdir(desk)
    return type_command
