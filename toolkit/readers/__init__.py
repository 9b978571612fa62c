"""Files to documents. One module a format; ``registry.read`` picks by content."""

from toolkit.readers.reader import Reader, ReadOptions, ReadResult

__all__ = ["ReadOptions", "ReadResult", "Reader"]
