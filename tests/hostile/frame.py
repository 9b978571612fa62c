"""What the tests of hostile files have in common: a file, its bounds, and the judge's verdict."""

import fcntl
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

PORT = 8899  # of the judge's own server
CANARY = f"http://127.0.0.1:{PORT}"
LONGEST = 400  # characters of a refusal


@dataclass(frozen=True)
class Hostile:
    """One file: ``holds`` is how many units or terms are read, None where it is refused."""

    name: str
    data: Callable[[], bytes]
    holds: int | None = None


def check_bounded(
    one: Hostile, read: Callable[[bytes, str], list[str] | str], seconds: float
) -> list[str] | str:
    """Read a file in so many seconds of processor time; return its words, or what refuses it.

    A refusal is one line with the name of the file; what is read is no word more or less.
    """
    data = one.data()
    began = time.process_time()
    found = read(data, one.name)
    assert time.process_time() - began < seconds
    if one.holds is None:
        assert isinstance(found, str), found[:3]
        assert one.name in found
        assert "\n" not in found
        assert len(found) < LONGEST
    else:
        assert not isinstance(found, str), found
        assert len(found) == one.holds
        assert all(words.strip() and "root:" not in words for words in found)
    return found


def check_judged(
    files: Sequence[Hostile], tool: Sequence[str], shared: Path, folder: Path, suffix: str = ""
) -> None:
    """Have the judge run a command on each file, in a process of its own; ``{}`` is the file."""
    made = folder / "set"
    made.mkdir()
    for one in files:
        (made / f"{one.name}{suffix}").write_bytes(one.data())
    report = folder / "report.tsv"
    judge = [sys.executable, str(shared / "tools" / "hostile" / "run_hostile.py")]
    limits = ["--dir", str(made), "--mem", "512", "--time", "60", "--out", str(report)]
    with one_judge():
        ran = subprocess.run(
            [*judge, *limits, "--", sys.executable, "-m", "toolkit", *tool],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        )
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()[1:]]
    assert ran.returncode == 0, [row for row in rows if row[1] not in ("ok", "clean-error")]
    expected = {f"{o.name}{suffix}": "clean-error" if o.holds is None else "ok" for o in files}
    assert {row[0]: row[1] for row in rows} == expected


@contextmanager
def one_judge() -> Iterator[None]:
    """Let one judge run at a time, whatever tests run beside: all of them listen at one door."""
    with (Path(tempfile.gettempdir()) / "undraft-judge.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _wait_for_the_door()
        yield


def _wait_for_the_door() -> None:
    """Wait until no other test listens where the judge will."""
    for _ in range(240):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", PORT)):
                return
        time.sleep(0.5)
