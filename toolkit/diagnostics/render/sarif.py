"""Findings as SARIF 2.1.0 (OASIS), for code scanning and for ``annotate``.

The region holds the line where the file has lines, with the block's words as snippet; the logical
location is the path in the document. ``properties`` carry the block's words and the offsets in
them, for files without lines too.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from toolkit.diagnostics.card import RuleCard
from toolkit.diagnostics.catalogue import fill, say
from toolkit.diagnostics.finding import Finding
from toolkit.diagnostics.fingerprint import fingerprint
from toolkit.diagnostics.spoken import line_of, spoken

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def findings_as_sarif(
    findings: Sequence[Finding], cards: Sequence[RuleCard], version: str, lang: str = "en"
) -> dict[str, Any]:
    """Return one SARIF log with one run; without findings its results are empty, and valid.

    ``cards`` are the rules that were run; codes of findings that have no card get a short one.
    """
    known = {card.code: card for card in cards}
    for one in findings:
        known.setdefault(
            one.code,
            RuleCard(code=one.code, name=one.name, severity=one.severity, summary=one.name),
        )
    order = {code: index for index, code in enumerate(sorted(known))}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "undraft",
                        "version": version,
                        "rules": [_rule(known[code], lang) for code in order],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, order[one.code], lang) for one in findings],
            }
        ],
    }


def _rule(card: RuleCard, lang: str) -> dict[str, Any]:
    summary = fill(card.summary, None, lang)
    return {
        "id": card.code,
        "name": "".join(word.capitalize() for word in card.name.split("-")),
        "shortDescription": {"text": summary},
        "help": {"text": card.page or summary, "markdown": card.page or summary},
        "defaultConfiguration": {"level": card.severity.value},
    }


def _result(finding: Finding, index: int, lang: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": say(finding, lang)},
        "locations": [_location(finding, lang)],
        "partialFingerprints": {"undraft/v1": fingerprint(finding)},
        "properties": {
            "label": finding.label,
            "start": finding.start,
            "end": finding.end,
            "place": finding.place,
            "snippet": finding.snippet,
        },
    }


def _location(finding: Finding, lang: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.file:
        uri = quote(PurePath(finding.file).as_posix())
        location["physicalLocation"] = {"artifactLocation": {"uri": uri}}
        region = _region(finding)
        if region:
            location["physicalLocation"]["region"] = region
    location["logicalLocations"] = [
        {"fullyQualifiedName": finding.path, "name": spoken(finding.path, lang)}
    ]
    return location


def _region(finding: Finding) -> dict[str, Any]:
    line = line_of(finding.place)
    if not line:
        return {}
    snippet = {"snippet": {"text": finding.snippet}} if finding.snippet else {}
    return {"startLine": line, **snippet}
