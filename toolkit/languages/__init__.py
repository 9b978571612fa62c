"""What the toolkit knows of each language, each in one module with its data file.

Adding a language is adding ``<name>.py`` with one ``LANGUAGE`` and ``data/<code>.toml``.
"""

from toolkit.languages.language import (
    DateMention,
    Direction,
    Language,
    MeetingMention,
    NormMention,
    NumberKind,
    NumberMention,
    ReferenceMention,
    RefKind,
    Strength,
)
from toolkit.languages.registry import by_code, codes, detect, languages

__all__ = [
    "DateMention",
    "Direction",
    "Language",
    "MeetingMention",
    "NormMention",
    "NumberKind",
    "NumberMention",
    "RefKind",
    "ReferenceMention",
    "Strength",
    "by_code",
    "codes",
    "detect",
    "languages",
]
