"""Programs that tests drive. Without one a test is skipped, but never in CI."""

import os
import shutil
import sys
from pathlib import Path

import pytest

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")


def needs(*names: str) -> str:
    """Return where a program is, under the first of its names that is there."""
    beside = str(Path(sys.executable).parent)
    for name in names:
        if found := shutil.which(name) or shutil.which(name, path=beside):
            return found
    return _missing(names[0])


def needs_omegat() -> None:
    """Let the test go on where OmegaT can run."""
    needs("java")
    if not OMEGAT.is_file():
        _missing("OmegaT")


def _missing(name: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(f"{name} is missing; `make office` installs it")
    pytest.skip(f"{name} is not installed")
