"""Findings as JUnit XML.

A failed case for each error and warning, a passed one for each rule that looked at something and
found nothing.
"""

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as Xml

from toolkit.diagnostics.catalogue import say
from toolkit.diagnostics.finding import Finding, Severity
from toolkit.diagnostics.render.excerpt import excerpt
from toolkit.diagnostics.spoken import place_in, spoken

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings_as_junit(
    findings: Sequence[Finding], checked: Mapping[str, int], lang: str = "en"
) -> str:
    """Return an XML document; a note is a passed case with its message as output."""
    failures = [one for one in findings if one.severity is not Severity.NOTE]
    found = {one.code for one in findings}
    passed = [code for code, cases in sorted(checked.items()) if cases and code not in found]
    total = len(findings) + len(passed)
    root = Xml.Element("testsuites", _numbers(total, len(failures)))
    suite = Xml.SubElement(root, "testsuite", {"name": "undraft"} | _numbers(total, len(failures)))
    for one in findings:
        _case(suite, one, lang)
    for code in passed:
        Xml.SubElement(suite, "testcase", {"classname": "undraft", "name": code})
    Xml.indent(root)
    body = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _numbers(total: int, failures: int) -> dict[str, str]:
    return {"tests": str(total), "failures": str(failures), "errors": "0"}


def _case(suite: Xml.Element, finding: Finding, lang: str) -> None:
    place = place_in(finding.place, lang)
    name = f"{finding.code} {spoken(finding.path, lang)}" + (f" ({place})" if place else "")
    attributes = {"classname": _safe(finding.file or "undraft"), "name": _safe(name)}
    case = Xml.SubElement(suite, "testcase", attributes)
    words = excerpt(finding)
    message = say(finding, lang)
    text = f"{message}\n{words.text}" if words else message
    if finding.severity is Severity.NOTE:
        Xml.SubElement(case, "system-out").text = _safe(text)
        return
    kind = {"message": _safe(message), "type": finding.severity.value}
    Xml.SubElement(case, "failure", kind).text = _safe(text)


def _safe(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
