"""Labels, numbering schemes as data, the outline of a document, and where a series breaks."""

from toolkit.numbering.label import Label, Shape, System, parse_label, readings
from toolkit.numbering.outline import Node, outline
from toolkit.numbering.schemes import Scheme, scheme_for
from toolkit.numbering.sequence import Break, BreakKind, Series, sequence_breaks

__all__ = [
    "Break",
    "BreakKind",
    "Label",
    "Node",
    "Scheme",
    "Series",
    "Shape",
    "System",
    "outline",
    "parse_label",
    "readings",
    "scheme_for",
    "sequence_breaks",
]
