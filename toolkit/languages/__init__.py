"""What the toolkit knows of each language, each in one module with its data file.

Adding a language is adding ``<name>.py`` with one ``LANGUAGE`` and ``data/<code>.toml``.
"""

from toolkit.languages.language import (
    DateMention,
    Language,
    MeetingMention,
    NormMention,
    NumberKind,
    NumberMention,
    Strength,
)
from toolkit.languages.reference import (
    AGAINS,
    Direction,
    HowMany,
    ListingWords,
    Member,
    NumeralForm,
    Outside,
    ReferenceList,
    ReferenceMention,
    RefKind,
)
from toolkit.languages.registry import by_code, codes, detect, languages

__all__ = [
    "AGAINS",
    "DateMention",
    "Direction",
    "HowMany",
    "Language",
    "ListingWords",
    "MeetingMention",
    "Member",
    "NormMention",
    "NumberKind",
    "NumberMention",
    "NumeralForm",
    "Outside",
    "RefKind",
    "ReferenceList",
    "ReferenceMention",
    "Strength",
    "by_code",
    "codes",
    "detect",
    "languages",
]
