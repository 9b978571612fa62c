"""A run with processes of its own that is interrupted or killed: nothing is left running."""

import signal
from pathlib import Path

import psutil
import pytest

from tests.workflows.manifests import (
    NAMES,
    SOON,
    contents,
    manifest,
    pair,
    started,
    until_some_are_finished,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_an_ended_run_leaves_no_process_and_no_half_written_file(
    tmp_path: Path, sign: signal.Signals, code: int
) -> None:
    lines = [pair(NAMES[0], tmp_path, f"copy{n}") for n in range(8)]
    path, out, log = manifest(tmp_path, *lines), tmp_path / "out", tmp_path / "log"
    words = ("toolkit", "align", "--manifest", path, "-o", str(out), "--jobs", "2")
    with started(*words, log=log) as process:
        until_some_are_finished(out)
        workers = psutil.Process(process.pid).children(recursive=True)
        assert len(workers) >= 2
        process.send_signal(sign)
        assert process.wait(SOON) == code
    _, alive = psutil.wait_procs(workers, timeout=SOON / 4)
    assert alive == []
    made = contents(out)
    assert 2 <= len(made) <= len(lines)
    assert not [name for name in made if name.endswith(".part")]
    assert "Traceback" not in log.read_text(encoding="utf-8")
