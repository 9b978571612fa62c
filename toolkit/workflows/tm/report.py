"""What a command of upkeep did to a memory: counts, reasons, and the units concerned."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from toolkit.diagnostics import Finding
from toolkit.memory.memory import Outcome
from toolkit.model.unit import TranslationUnit

OUTCOMES = ("created", "updated", "unchanged", "skipped", "rejected", "removed")
MOST_CASES = 1000
NOT_SELECTED = "not-selected"  # the reason that is counted, and otherwise not worth a word

_OUTCOME = {
    Outcome.CREATED: "created",
    Outcome.UPDATED: "updated",
    Outcome.UNCHANGED: "unchanged",
    Outcome.REMOVED: "removed",
    Outcome.ABSENT: "skipped",
}

# Findings of reading that stand for units which were not read, with what they are counted as.
_NOT_READ = {
    "TMX101": ("rejected", "damaged"),
    "TMX103": ("skipped", "other-languages"),
    "TMX110": ("rejected", "empty"),
    "EXC112": ("rejected", "damaged"),
    "EXC113": ("rejected", "damaged"),
    "EXC114": ("rejected", "damaged"),
    "EXC121": ("skipped", "unconfirmed"),
    "EXC122": ("skipped", "untranslated"),
    "EXC123": ("skipped", "other-languages"),
    "EXC124": ("skipped", "not-for-translation"),
    "EXC126": ("rejected", "damaged"),
    "EXC127": ("rejected", "damaged"),
    "EXC128": ("rejected", "damaged"),
    "EXC130": ("rejected", "slipped"),
}
_OTHER_LANGUAGE = "TMX109"
_MORE = ("TMX199", "EXC199")


@dataclass(frozen=True, slots=True)
class Case:
    """One unit of which there is something to say: its outcome, a reason of one word, and why."""

    outcome: str
    reason: str
    unit: TranslationUnit
    said: str = ""


@dataclass(slots=True)
class Report:
    """Counts by outcome, and by outcome and reason; cases in order.

    ``most`` is how many cases are kept, None for all.
    ``read`` is how many units were looked at, those that could not be read too. ``findings`` are
    those of reading. ``left_out`` counts by language the segments that stood beside the two read.
    """

    most: int | None = MOST_CASES
    read: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    cases: list[Case] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: str | Outcome, number: int = 1) -> None:
        """Count units that nothing needs to be said of."""
        name = _OUTCOME[outcome] if isinstance(outcome, Outcome) else outcome
        self.counts[name] += number

    def add(self, case: Case) -> None:
        """Count a unit with its reason, and keep it to be shown."""
        self.counts[case.outcome] += 1
        self.reasons[case.outcome, case.reason] += 1
        room = self.most is None or len(self.cases) < self.most
        if room and case.reason != NOT_SELECTED:
            self.cases.append(case)

    def changed(self, *more: str) -> bool:
        """Return whether a memory is not as it was; ``more`` are outcomes that change it too."""
        return any(self.counts[one] for one in ("created", "updated", "removed", *more))

    def heard(self, findings: Iterable[Finding]) -> None:
        """Take over what reading had to say, and count the units that it left out."""
        for one in findings:
            self.findings.append(one)
            if one.code == _OTHER_LANGUAGE:
                self.left_out[str(one.values["language"])] += int(str(one.values["count"]))
            code = str(one.values.get("code", "")) if one.code in _MORE else one.code
            if code in _NOT_READ:
                number = int(str(one.values.get("count", 1)))
                self.read += number
                self.counts[_NOT_READ[code][0]] += number
                self.reasons[_NOT_READ[code]] += number
