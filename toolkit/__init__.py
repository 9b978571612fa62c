"""Undraft: read, align, assemble, renumber and check United Nations reports.

The flow runs one way: readers -> model -> numbering / alignment / memory / checks -> assembly ->
writers; ``workflows`` composes it and ``cli`` shows it. ARCHITECTURE.md has the drawing.
"""

# Said here, and read by the build: asking the installation costs every start a tenth of a second.
__version__ = "0.1.0"

__all__ = ["__version__"]
