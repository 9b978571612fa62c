"""The project's settings: where they come from and what they may be."""

from toolkit.config.settings import Settings
from toolkit.config.sources import Origin, Resolved, resolve
from toolkit.config.suppression import Suppression

__all__ = ["Origin", "Resolved", "Settings", "Suppression", "resolve"]
