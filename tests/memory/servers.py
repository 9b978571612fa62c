"""A PostgreSQL server of the tests' own, on the loopback address, gone when they are."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest


def program(name: str) -> str | None:
    """Return where a program of the server is; Debian keeps it off the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return str(versions[0]) if versions else shutil.which(name)


@contextmanager
def postgresql() -> Iterator[str]:
    """Give the address of the server's owner, without a database."""
    initdb, server = program("initdb"), program("postgres")
    if initdb is None or server is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing, and CI must have it (.ci/install-office)")
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="undraft-pg-") as folder:
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        data = Path(folder) / "data"
        port = _free_port()
        subprocess.run(
            [initdb, "-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C",
             "--no-sync"],
            user=user, cwd=folder, check=True, capture_output=True,
        )  # fmt: skip
        running = subprocess.Popen(
            [server, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", "", "-c", "fsync=off"],
            user=user, cwd=folder, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait(port, running)
            yield f"postgresql://owner@127.0.0.1:{port}"
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        try:
            psycopg.connect(f"postgresql://owner@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            assert running.poll() is None, "the server ended"
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not answer")
