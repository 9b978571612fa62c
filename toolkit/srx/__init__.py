"""SRX 2.0, the exchange format for segmentation rules: reading a file, and cutting text by it.

What it knows: the format (an OASIS standard, formerly of LISA), the regular expressions of ICU
that its rules are written in, and how rules and languages are matched. It knows no document and
no alignment. Expressions from a file are a stranger's programs: each run of them is bounded.
"""

from toolkit.srx.read import read_srx
from toolkit.srx.rules import SegmentationFile, Segmenter

__all__ = ["SegmentationFile", "Segmenter", "read_srx"]
