"""Read hostile files one by one, each in a process of its own, and say what came of it.

``python -m tests.hostile.judge FOLDER`` prints a line of JSON for each file. The toolkit is loaded
once and the process forked for each file, so that a set takes seconds; what a file costs is what
the operating system says of its process.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any, Final

from toolkit.cli.app import run
from toolkit.cli.commands import read as _loaded
from toolkit.readers.registry import readers

SECONDS: Final = 60  # of processor time; far beyond what any file may take, so that none hangs
assert _loaded
readers()


def judged(file: Path, outputs: Path) -> dict[str, Any]:
    """Run ``undraft read FILE --json`` and return exit, seconds, megabytes and both outputs."""
    streams = [outputs / "stdout", outputs / "stderr"]
    child = os.fork()
    if child == 0:
        _read(file, streams)
    _, status, used = os.wait4(child, 0)
    out, told = (stream.read_text("utf-8") for stream in streams)
    return {
        "file": file.name,
        "exit": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss // 1024,
        "told": told,
        "out": out,
    }


def _read(file: Path, streams: list[Path]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    for number, stream in enumerate(streams, start=1):
        os.dup2(os.open(stream, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    code = run(["read", str(file), "--json"])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main() -> None:
    """Judge every file of a folder; the outputs are kept beside it while they are read."""
    folder = Path(sys.argv[1])
    outputs = Path(sys.argv[2])
    for file in sorted(folder.iterdir()):
        sys.stdout.write(json.dumps(judged(file, outputs)) + "\n")


if __name__ == "__main__":
    main()
