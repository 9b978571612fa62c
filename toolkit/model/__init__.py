"""The document model: plain values that readers make and everybody else takes.

Knows no file format and has no behaviour to learn; ``dump`` prints it for eyes and golden files.
"""

from toolkit.model.blocks import Block, Kind, Mark, MarkKind, Merged, Note
from toolkit.model.document import Document, Masthead, Origin, Profile
from toolkit.model.remark import Remark

__all__ = [
    "Block",
    "Document",
    "Kind",
    "Mark",
    "MarkKind",
    "Masthead",
    "Merged",
    "Note",
    "Origin",
    "Profile",
    "Remark",
]
