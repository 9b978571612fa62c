"""Bad files get one clear line or are read with a finding; none takes much, fetches or writes."""

import contextlib
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.hostile.cases import CANARY, Case, every
from tests.hostile.frame import one_judge

CASES = every()
MEGABYTES = 300
SECONDS = 10  # of processor time


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the whole set once."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, case in CASES.items():
        (folder / name).write_bytes(case.make())
    return folder


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
    """Listen where a tool that fetches would knock; unheard when another test holds the place."""
    heard: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        def log_message(self, *args: object) -> None:
            pass

    port = int(CANARY.rpartition(":")[2])
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Door)
    except OSError:
        yield heard
        return
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield heard
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def verdicts(made: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Let our own judge read every file, in an empty folder."""
    outputs = tmp_path_factory.mktemp("outputs")
    empty = tmp_path_factory.mktemp("empty")
    before = {path.name for path in Path("/tmp").glob("pwned*")}
    with listening() as knocks:
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.judge", str(made), str(outputs)],
            cwd=empty,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
    assert list(empty.iterdir()) == [], "a file was written"
    assert {path.name for path in Path("/tmp").glob("pwned*")} == before
    assert knocks == [], "something was fetched"
    return {one["file"]: one for one in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_bad_file_is_refused_in_one_line_or_read_with_a_finding(
    name: str, verdicts: dict[str, dict[str, Any]]
) -> None:
    case, verdict = CASES[name], verdicts[name]
    assert verdict["megabytes"] < MEGABYTES
    assert verdict["seconds"] < SECONDS
    assert "Traceback" not in verdict["told"]
    assert "root:" not in verdict["out"] + verdict["told"]
    if case.refused:
        _refused(case, verdict)
    else:
        _read(case, verdict)


def _refused(case: Case, verdict: dict[str, Any]) -> None:
    assert verdict["exit"] == 3
    assert verdict["out"] == ""
    line = verdict["told"]
    assert line.count("\n") == 1
    assert verdict["file"] in line
    assert case.refused in line
    assert len(line) < 400


def _read(case: Case, verdict: dict[str, Any]) -> None:
    assert verdict["exit"] == 0, verdict["told"]
    document = json.loads(verdict["out"])
    shown = [block["text"] for block in document["blocks"]]
    head = [str(value) for value in document["masthead"].values() if value]
    assert any(case.words in text for text in [*shown, *head])
    codes = {finding["code"] for finding in document["findings"]}
    assert (case.told in codes) if case.told else not {"RDR301", "RDR304", "RDR305"} & codes


@pytest.mark.slow
def test_the_judge_of_all_tools_finds_no_fault(made: Path, shared: Path, tmp_path: Path) -> None:
    """The Word files, each in a fresh process, with fetching, leaking and writing watched."""
    report = tmp_path / "report.tsv"
    judge = shared / "tools" / "hostile" / "run_hostile.py"
    limits = [
        "--dir",
        str(made),
        "--glob",
        "*.docx",
        "--mem",
        str(MEGABYTES),
        "--time",
        "30",
        "--out",
        str(report),
    ]
    tool = [sys.executable, "-m", "toolkit", "read", "{}", "--json"]
    # Compiled modules are kept aside, so that each process starts as an installed command does.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    with one_judge():
        done = subprocess.run(
            [sys.executable, str(judge), *limits, "--", *tool],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr + report.read_text("utf-8")
    lines = [line.split("\t") for line in report.read_text("utf-8").splitlines()[1:]]
    words = {name: case for name, case in CASES.items() if name.endswith(".docx")}
    wanted = {name: "clean-error" if case.refused else "ok" for name, case in words.items()}
    assert {line[0]: line[1] for line in lines} == wanted
