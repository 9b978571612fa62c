"""Labels, numbering schemes as data, and where a series breaks."""

from toolkit.numbering.label import Label, Shape, System, readings
from toolkit.numbering.schemes import scheme_for
from toolkit.numbering.sequence import Break, BreakKind, Series, sequence_breaks

__all__ = [
    "Break",
    "BreakKind",
    "Label",
    "Series",
    "Shape",
    "System",
    "readings",
    "scheme_for",
    "sequence_breaks",
]
