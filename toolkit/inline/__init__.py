"""Inline codes: what stands in a segment beside its words, whatever the format.

Pairing, cutting and joining, comparing two languages, carrying over from a match, showing to
people. Knows no file format; each format turns its own markup into these values and back.
"""

from toolkit.inline.carry import CarriedCodes, carry_codes
from toolkit.inline.code import Code, CodeKind, Segment, Subflow
from toolkit.inline.collected import Collected
from toolkit.inline.compare import CodeDifference, compared
from toolkit.inline.cut import cut, joined, stripped
from toolkit.inline.marks import read_marks, shown
from toolkit.inline.pairing import Pairing, pairing
from toolkit.inline.plain import codes_to_text

__all__ = [
    "CarriedCodes",
    "Code",
    "CodeDifference",
    "CodeKind",
    "Collected",
    "Pairing",
    "Segment",
    "Subflow",
    "carry_codes",
    "codes_to_text",
    "compared",
    "cut",
    "joined",
    "pairing",
    "read_marks",
    "shown",
    "stripped",
]
