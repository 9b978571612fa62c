"""What reading a TMX can have to say: codes, names, words, and at most so many of each."""

from collections import Counter

from toolkit.diagnostics import Finding, Severity

MOST = 50  # findings of one code that are listed; the rest are counted

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
        "{count} units have other languages beside {source} and {target}, which were left out; "
        "the first is here.",
    ),
    "TMX110": (
        "no-words",
        Severity.WARNING,
        "{count} units have no words in {source} or in {target} and were left out; "
        "the first is here.",
    ),
    "TMX199": ("more", Severity.NOTE, "{count} more findings of the kind {code} are not listed."),
}


class Findings:
    """Collects findings while a file is read, in order, and bounds their number."""

    def __init__(self, file: str) -> None:
        """Begin with none; ``file`` is the name they carry."""
        self._file = file
        self._found: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, line: int | None, **values: object) -> None:
        """Add one, at a line of the file (None: about the file as a whole)."""
        self._counts[code] += 1
        if self._counts[code] <= MOST:
            self._found.append(self._make(code, line, values))

    def copy(self) -> "Findings":
        """Return the same findings, to add to."""
        twin = Findings(self._file)
        twin._found = [*self._found]
        twin._counts = Counter(self._counts)
        return twin

    def all(self) -> tuple[Finding, ...]:
        """Return what was added, with a last word on what was not listed."""
        over = [
            self._make("TMX199", None, {"count": count - MOST, "code": code})
            for code, count in self._counts.items()
            if count > MOST
        ]
        return (*self._found, *over)

    def _make(self, code: str, line: int | None, values: dict[str, object]) -> Finding:
        name, severity, template = KINDS[code]
        return Finding(
            code=code,
            name=name,
            severity=severity,
            template=template,
            values={key: str(value) for key, value in values.items()},
            file=self._file,
            place="" if line is None else f"line {line}",
        )
