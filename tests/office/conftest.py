"""Programs that these tests drive."""

import pytest

from tests.programs import needs


@pytest.fixture
def chromium() -> str:
    return needs("chromium", "google-chrome")
