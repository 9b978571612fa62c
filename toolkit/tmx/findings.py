"""What reading a TMX can have to say: codes, names, words, and at most so many of each."""

from toolkit.diagnostics import Severity
from toolkit.diagnostics.collecting import Collected

KINDS = {
    "TMX101": ("damaged-unit", Severity.WARNING, "This unit was left out: {reason}."),
    "TMX102": (
        "bad-language-code",
        Severity.WARNING,
        "A segment was left out because its language code {given} is malformed.",
    ),
    "TMX103": (
        "no-pair",
        Severity.NOTE,
        "{count} units have no segment in both {source} and {target} and were left out; "
        "the first is here.",
    ),
    "TMX104": (
        "inline-codes",
        Severity.NOTE,
        "{count} segments have inline codes, which are kept beside their words; the first is here.",
    ),
    "TMX105": (
        "foreign-element",
        Severity.WARNING,
        "The element {element} does not belong in a segment; it is kept as an inline code.",
    ),
    "TMX106": ("incomplete-header", Severity.NOTE, "The header lacks {missing}."),
    "TMX107": (
        "unusual-encoding",
        Severity.NOTE,
        "The file is in {encoding}; TMX is UTF-8, UTF-16 or ASCII.",
    ),
    "TMX108": (
        "user-defined-encoding",
        Severity.WARNING,
        "The header defines an encoding of its own (ude), which was left out.",
    ),
    "TMX109": (
        "other-languages",
        Severity.NOTE,
        "{count} segments in {language} were left out, for {source} and {target} are read; "
        "the first is here.",
    ),
    "TMX110": (
        "no-words",
        Severity.WARNING,
        "{count} units have no words in {source} or in {target} and were left out; "
        "the first is here.",
    ),
    "TMX111": (
        "further-sources",
        Severity.WARNING,
        "{count} segments in {source} stand beside another of their unit and were left out; the "
        "first is here.",
    ),
    "TMX199": ("more", Severity.NOTE, "{count} more findings of the kind {code} are not listed."),
}


class Findings(Collected):
    """Findings of a TMX that is read."""

    def __init__(self, file: str) -> None:
        """Begin with none; ``file`` is the name they carry."""
        super().__init__(file, KINDS, more="TMX199")
