"""A baseline: findings that are known and accepted, so that only new ones are told.

Kept by fingerprint (code, file name, path and words), never by line, with a count for each, in a
JSON file that reads well in a diff.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.fingerprint import fingerprint
from toolkit.errors import UsageError

SCHEMA = "undraft.baseline/1"
SHRINK_TEMPLATE = (
    "The baseline names {count} findings that are no longer there. "
    "Write it anew to make it smaller."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding; ``count`` how many like it there were."""

    fingerprint: str
    code: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings."""

    entries: tuple[Entry, ...] = ()

    def filter(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return the findings that are not accepted, in their order.

        When there are more of a kind in one place than were accepted, the last ones are new. A
        note is added at the end when accepted findings are gone, so that the baseline can shrink.
        """
        left = Counter({one.fingerprint: one.count for one in self.entries})
        kept: list[Finding] = []
        for one in findings:
            mark = fingerprint(one)
            if left[mark] > 0:
                left[mark] -= 1
            else:
                kept.append(one)
        gone = sum(count for count in left.values() if count > 0)
        return (*kept, _shrink(gone)) if gone else tuple(kept)


def baseline_of(findings: Sequence[Finding]) -> Baseline:
    """Return the baseline that accepts these findings."""
    marks = Counter(fingerprint(one) for one in findings)
    first: dict[str, Finding] = {}
    for one in findings:
        first.setdefault(fingerprint(one), one)
    entries = (Entry(mark, first[mark].code, first[mark].path, marks[mark]) for mark in marks)
    return Baseline(tuple(sorted(entries, key=lambda one: (one.code, one.path, one.fingerprint))))


def write_baseline(baseline: Baseline) -> str:
    """Return the text of a baseline file, the same for the same findings."""
    entries = [
        {"code": one.code, "path": one.path, "fingerprint": one.fingerprint, "count": one.count}
        for one in baseline.entries
    ]
    value = {"schema": SCHEMA, "entries": entries}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str, path: str = "baseline") -> Baseline:
    """Return the baseline in a file's text; ``path`` is for the message.

    Raises:
        UsageError: it is no baseline file.
    """
    try:
        value = json.loads(text)
        if value["schema"] != SCHEMA:
            raise ValueError
        return Baseline(tuple(_entry(one) for one in value["entries"]))
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} is no baseline: expected a JSON file with the schema {SCHEMA}, as "
            "`undraft check --write-baseline` writes it."
        ) from error


def _entry(value: dict[str, Any]) -> Entry:
    return Entry(
        str(value["fingerprint"]), str(value["code"]), str(value["path"]), int(value["count"])
    )


def _shrink(count: int) -> Finding:
    return Finding(
        code="RDR901",
        name="baseline-can-shrink",
        severity=Severity.NOTE,
        template=SHRINK_TEMPLATE,
        values={"count": str(count)},
    )
