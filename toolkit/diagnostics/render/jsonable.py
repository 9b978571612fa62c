"""Findings as the values that ``undraft.findings/1`` is made of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.diagnostics.catalogue import say
from toolkit.diagnostics.finding import Finding, Fix, Related, Severity
from toolkit.diagnostics.fingerprint import fingerprint
from toolkit.model.edits import Spot


def findings_as_json(
    findings: Sequence[Finding], checked: Mapping[str, int], lang: str = "en"
) -> dict[str, Any]:
    """Return ``lang``, ``findings``, ``summary``, ``checked``: all but schema, tool and inputs."""
    counts = Counter(one.severity for one in findings)
    return {
        "lang": lang,
        "findings": [finding_as_json(one, lang) for one in findings],
        "summary": {severity.value: counts[severity] for severity in Severity},
        "checked": [{"code": code, "cases": cases} for code, cases in sorted(checked.items())],
    }


def finding_as_json(finding: Finding, lang: str = "en") -> dict[str, Any]:
    """Return one finding; what is not there is null."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": say(finding, lang),
        "values": dict(finding.values),
        "file": finding.file,
        "path": finding.path,
        "label": finding.label,
        "snippet": finding.snippet,
        "start": finding.start,
        "end": finding.end,
        "place": finding.place,
        "fingerprint": fingerprint(finding),
        "related": [_related(one) for one in finding.related],
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _related(one: Related) -> dict[str, Any]:
    return {"file": one.file, "path": one.path, "label": one.label, "message": one.message}


def _fix(one: Fix) -> dict[str, Any]:
    """Return a fix; offsets are those of the block's text, label, note or cell that is named."""
    return {
        "safe": one.safe,
        "renumber": one.renumber or None,
        "edits": [
            {
                "block": edit.spot.block_id,
                "in": _where(edit.spot),
                "start": edit.start,
                "end": edit.end,
                "text": edit.text,
            }
            for edit in one.edits
        ],
    }


def _where(spot: Spot) -> str:
    if spot.note is not None:
        return f"note {spot.note}"
    if spot.cell is not None:
        return f"cell {spot.cell[0]},{spot.cell[1]}"
    return "label" if spot.label else "text"
