"""Translate-toolkit's quality checks, heard over pairs of texts and told as findings of ours.

Knows which of its checks say something of prose, which raise false alarms in a language without
spaces and capitals, and why; knows no files.
"""

from toolkit.quality.checks import KEPT, OFF, Couple, Kept, Quality

__all__ = ["KEPT", "OFF", "Couple", "Kept", "Quality"]
