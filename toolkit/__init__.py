"""Undraft: read, align, assemble, renumber and check United Nations reports.

The flow runs one way: readers -> model -> numbering / alignment / memory / checks -> assembly ->
writers; ``workflows`` composes it and ``cli`` shows it. ARCHITECTURE.md has the drawing.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("undraft")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"

__all__ = ["__version__"]
