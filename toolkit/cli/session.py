"""What a command takes from its surroundings: the folder it runs in and the environment."""

import os
from functools import cache
from pathlib import Path

from toolkit.config import Resolved, Settings, resolve


@cache
def resolved_settings() -> Resolved:
    """Return the settings that hold in the current folder; read once a process."""
    return resolve(Path.cwd(), os.environ)


def settings() -> Settings:
    """Return the values alone."""
    return resolved_settings().settings
