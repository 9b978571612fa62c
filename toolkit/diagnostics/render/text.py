"""Findings for people at a terminal: a line for each, its words below, and what to do next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from toolkit.diagnostics.catalogue import fill, say
from toolkit.diagnostics.finding import Finding, Severity
from toolkit.diagnostics.render.excerpt import clean, excerpt
from toolkit.diagnostics.spoken import place_in, spoken
from toolkit.text.columns import columns

_Shape = tuple[str, str, str]  # file, code and message without its values

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
# What reading these has to say is of files that have no pages: exchange, memories, termbases.
_OF_FILES = ("EXC", "TMX", "TRM2")
_WIDEST = 40  # columns of carets
_MANY = 12  # findings of one rule and message in one file: more than these are gathered
_FIRST = 5  # of them are shown then


def findings_as_text(
    findings: Sequence[Finding],
    checked: Mapping[str, int],
    lang: str = "en",
    *,
    colour: bool = False,
    everything: bool = True,
) -> str:
    """Return the whole report, ending in a line break.

    Args:
        findings: in the order to show.
        checked: cases looked at, by rule.
        lang: of the messages; the document's words stay as they are.
        colour: whether to use ANSI colours.
        everything: whether to show each finding; else of those that a rule repeats in a file by
            the dozen only the first, and how many more there are.
    """
    lines: list[str] = []
    repeats = {} if everything else _repeats(findings)
    shown: Counter[_Shape] = Counter()
    for one in findings:
        shape = _shape(one)
        shown[shape] += 1
        if shape not in repeats or shown[shape] <= _FIRST:
            lines += _finding(one, lang, colour)
    lines += [_gathered(shape, repeats[shape] - _FIRST, lang) for shape in repeats]
    lines += _summary(findings, checked, lang)
    return "\n".join(lines) + "\n"


def _shape(finding: Finding) -> _Shape:
    return finding.file, finding.code, finding.template


def _repeats(findings: Sequence[Finding]) -> Mapping[_Shape, int]:
    """Return what is said too often to be read each time, with how often, in order."""
    counts = Counter(_shape(one) for one in findings)
    return {shape: count for shape, count in counts.items() if count > _MANY}


def _gathered(shape: _Shape, more: int, lang: str) -> str:
    said = fill(
        "… and {more} more of {code}; --all shows them.", {"more": more, "code": shape[1]}, lang
    )
    return f"{clean(shape[0])}: {said}" if shape[0] else said


def where(finding: Finding, lang: str = "en") -> str:
    """Return file, place in words and line: "report.md, para. 12 (line 129)"."""
    place = place_in(finding.place, lang)
    said = spoken(finding.path, lang)
    if not finding.path and finding.code.startswith(_OF_FILES):
        said = place
    elif place and not finding.path and finding.code.startswith("RDR"):
        said = place  # what layout left where no heading was read yet may stand on any page
    elif place:
        said = fill("{said} ({place})", {"said": said, "place": place}, lang)
    if not finding.file or not said:
        return finding.file or said
    return fill("{file}, {said}", {"file": finding.file, "said": said}, lang)


def told(finding: Finding, lang: str = "en") -> str:
    """Return a finding as one line beside a result: where, what and its code."""
    values = {"where": where(finding, lang), "message": say(finding, lang), "code": finding.code}
    return fill("{where}: {message} [{code}]", values, lang)


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
