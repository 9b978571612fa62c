"""What makes a finding the same one tomorrow, when lines and paragraphs above it have moved."""

import hashlib
from dataclasses import replace
from pathlib import PurePath

from toolkit.diagnostics.finding import Finding

_WORDS = 60  # code points of the block taken in when the finding names no words of its own


def fingerprint(finding: Finding) -> str:
    """Return 16 hexadecimal digits from code, file name, path and the words in question.

    Neither line numbers nor the folder count. Two like findings in one block have one
    fingerprint; who compares must count them.
    """
    parts = (finding.code, PurePath(finding.file).name, finding.path, _words(finding))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _words(finding: Finding) -> str:
    named = (
        finding.snippet[finding.start : finding.end]
        if finding.start is not None and finding.end is not None
        else ""
    )
    return " ".join((named or finding.snippet[:_WORDS]).split())


def mark(finding: Finding) -> str:
    """Return what names a finding inside one file, whatever that file is called: 16 digits."""
    return fingerprint(replace(finding, file=""))
