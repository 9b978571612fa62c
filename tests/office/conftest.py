"""Programs that these tests drive."""

import os
import shutil

import pytest


@pytest.fixture
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing; `make office` installs it")
        pytest.skip("Chromium is not installed")
    return found
