"""What bringing a translation back can have to say: codes, names, words, and at most so many."""

from toolkit.diagnostics import Severity
from toolkit.diagnostics.collecting import Collected
from toolkit.model.desk import DeskSegment

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

KINDS = {
    "EXC101": (
        "unknown-segment",
        _E,
        "The file has a segment {id} (line {line}) that the document does not have: “{source}”. "
        "Its translation was not taken.",
    ),
    "EXC102": (
        "source-edited",
        _E,
        "The source of this segment was edited in the file: it says “{found}” where the document "
        "has “{expected}”. Its translation was not taken.",
    ),
    "EXC103": (
        "codes-lost",
        _W,
        "The translation lacks {codes} of the source. {done}",
    ),
    "EXC104": (
        "codes-added",
        _W,
        "The translation has codes that the source does not have ({codes}); they were left out.",
    ),
    "EXC105": (
        "untranslated",
        _N,
        "{count} of {all} segments have no translation and stay in {language_word}; "
        "the first is here.",
    ),
    "EXC106": (
        "segments-missing",
        _W,
        "{count} of {all} segments of the document are not in the file and stay in "
        "{language_word}; the first is here.",
    ),
    "EXC107": (
        "segment-twice",
        _E,
        "The file has this segment twice with different translations; the first was taken, not "
        "“{other}”.",
    ),
    "EXC108": (
        "order-changed",
        _N,
        "The segments of the file are in another order than the document's; they were put back in "
        "their places by their ids.",
    ),
    "EXC109": (
        "id-changed",
        _N,
        "The file calls this segment {id}; it was known by its words.",
    ),
    "EXC110": (
        "unconfirmed",
        _N,
        "{count} translations are marked as needing review: they are in the document, marked, and "
        "not in the memory; the first is here.",
    ),
    "EXC111": (
        "source-changed",
        _W,
        "The document has changed here since it was sent out: it says “{expected}” now, and "
        "“{found}” was translated. It stays in {language_word}.",
    ),
    "EXC112": (
        "half-translated",
        _W,
        "{blank} of the {all} marked parts of this segment have no translation. What there is "
        "stands in the document, marked, and not in the memory.",
    ),
    "EXC113": (
        "marks-damaged",
        _W,
        "The translation has what looks like a damaged mark of a code: {found}. It is not taken "
        "for confirmed; put the marks as the source has them.",
    ),
    "EXC114": (
        "characters-lost",
        _W,
        "The translation has characters that no document can hold ({found}); they were left out, "
        "and it is not taken for confirmed.",
    ),
    "EXC115": (
        "rows-slipped",
        _E,
        "{count} of {all} translations with figures have none of the figures of their sources: "
        "rows have slipped, or a column was sorted by itself. Nothing of the file is taken as "
        "confirmed; mend the file and bring it back again.",
    ),
    "EXC116": (
        "codes-empty",
        _W,
        "The translation has no words between the two marks of {codes}. {done}",
    ),
    "EXC117": (
        "rows-slipped-here",
        _E,
        "From here to {last}, {count} translations have the figures of neighbouring sources and "
        "none of their own: rows have slipped. Nothing of these {all} is taken as confirmed; mend "
        "the file and bring it back again.",
    ),
    "EXC118": (
        "half-left",
        _W,
        "{count} of {all} sentences of this translation are still in {language_word}. It stands in "
        "the document, marked, and not in the memory.",
    ),
    "EXC121": (
        "units-unconfirmed",
        _N,
        "{count} units are marked as needing review and were left out; the first is in line "
        "{line}.",
    ),
    "EXC122": (
        "units-untranslated",
        _N,
        "{count} units have no translation and were left out; the first is in line {line}.",
    ),
    "EXC123": (
        "units-in-other-languages",
        _N,
        "The file is from {source} into {target}; its {count} units were left out.",
    ),
    "EXC124": (
        "not-for-translation",
        _N,
        "{count} units are marked as not for translation and were left out; the first is in line "
        "{line}.",
    ),
    "EXC125": (
        "unknown-state",
        _W,
        "The state “{state}” is not known; translations that have it ({count}) count as needing "
        "review. Known are: {known}.",
    ),
    "EXC126": (
        "message-twice",
        _E,
        "The message “{source}” stands in line {first} already, and a PO file has each once in a "
        "context. The translation here was not taken; keep one of the two.",
    ),
    "EXC127": (
        "plural-too-many",
        _E,
        "The message “{source}” has a form msgstr[{form}], and Plural-Forms says that there are "
        "{count}, counted from 0. This form was not taken.",
    ),
    "EXC128": (
        "plural-misnumbered",
        _E,
        "The message “{source}” has {found} where {expected} was expected. Its translations were "
        "not taken.",
    ),
    "EXC129": (
        "cell-no-text",
        _W,
        "The cell in the column “{column}” holds {kind_word}, no text; it was not taken. Format "
        "the cell as text and type the words again.",
    ),
    "EXC130": (
        "units-slipped",
        _E,
        "{count} units, the first in line {line}, have the figures of neighbouring sources and "
        "none of their own: rows have slipped, or a column was sorted by itself. They were left "
        "out; mend the file and import it again.",
    ),
    "EXC199": ("more", _N, "{count} more findings of the kind {code} are not listed."),
}


class Findings(Collected):
    """Findings of a translation that came back."""

    def __init__(self, file: str) -> None:
        """Begin with none; ``file`` is the name they carry."""
        super().__init__(file, KINDS, more="EXC199")

    def at(self, segment: DeskSegment, code: str, **values: object) -> None:
        """Add one, at a segment of the document."""
        self.add(code, segment.place, path=segment.path, **values)
