"""Findings for people at a terminal: a line for each, its words below, and what to do next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from toolkit.diagnostics.catalogue import fill, say
from toolkit.diagnostics.finding import Finding, Severity
from toolkit.diagnostics.render.excerpt import clean, columns, excerpt
from toolkit.diagnostics.spoken import place_in, spoken

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_WIDEST = 40  # columns of carets


def findings_as_text(
    findings: Sequence[Finding],
    checked: Mapping[str, int],
    lang: str = "en",
    *,
    colour: bool = False,
    looked_at: bool = False,
) -> str:
    """Return the whole report, ending in a line break.

    Args:
        findings: in the order to show.
        checked: cases looked at, by rule.
        lang: of the messages; the document's words stay as they are.
        colour: whether to use ANSI colours.
        looked_at: whether to list what every rule looked at.
    """
    lines: list[str] = []
    for one in findings:
        lines += _finding(one, lang, colour)
    if looked_at:
        lines += [f"{code}  {cases}" for code, cases in sorted(checked.items())]
    lines += _summary(findings, checked, lang)
    return "\n".join(lines) + "\n"


def where(finding: Finding, lang: str = "en") -> str:
    """Return file, place in words and line: "report.md, para. 12 (line 129)"."""
    place = place_in(finding.place, lang)
    said = spoken(finding.path, lang)
    if place and not finding.path and finding.code.startswith("RDR"):
        said = place  # what layout left where no heading was read yet may stand on any page
    elif place:
        said = fill("{said} ({place})", {"said": said, "place": place}, lang)
    return (
        fill("{file}, {said}", {"file": finding.file, "said": said}, lang) if finding.file else said
    )


def _finding(finding: Finding, lang: str, colour: bool) -> Iterator[str]:
    severity = fill(finding.severity.value, None, lang)
    if colour:
        severity = f"\x1b[{_COLOURS[finding.severity]}m{severity}\x1b[0m"
    values = {
        "where": clean(where(finding, lang)),
        "message": clean(say(finding, lang)),
        "code": finding.code,
        "severity": severity,
    }
    yield fill("{where}: {message} [{code}] {severity}", values, lang)
    words = excerpt(finding)
    if words is None:
        return
    yield f"    {words.text}"
    if words.words:
        carets = min(columns(words.words), _WIDEST)
        yield "    " + " " * columns(words.before) + "^" * carets


def _summary(findings: Sequence[Finding], checked: Mapping[str, int], lang: str) -> Iterator[str]:
    counts = Counter(one.severity for one in findings)
    values = {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "cases": sum(checked.values()),
        "rules": sum(1 for cases in checked.values() if cases),
    }
    if not findings:
        yield fill("Nothing found. {rules} rules looked at {cases} cases.", values, lang)
        return
    yield fill(
        "Found: errors {errors}, warnings {warnings}, notes {notes}. "
        "{rules} rules looked at {cases} cases.",
        values,
        lang,
    )
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if errors:
        advice = "Next: mend the errors first; `undraft rule {code}` explains a code."
    else:
        advice = "Next: `undraft rule {code}` explains a code."
    yield fill(advice, {"code": (errors or findings)[0].code}, lang)
