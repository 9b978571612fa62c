"""English names of resolutions and decisions: "resolutions 7/1 and 64/254", "decision 4/2"."""

from collections.abc import Iterator

from toolkit.languages.english_forms import Openings, matches
from toolkit.languages.reference import Outside, ReferenceList, RefKind
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_NUMBERED = r"(?:E?S-|[A-Z]{2,4}-)?\d{1,4}/(?:[A-Z]{1,4}\.)?\d{1,4}(?:\s[A-Z]\b(?!\.\s[A-Z]))?"
_DATED = r"\d{1,4}(?:\s[A-Z])?\s\((?:\d{4}|E?S?-?[IVXLC]+)\)"
_ACT = rf"(?:{_NUMBERED}|{_DATED})"
_ACTS = Pattern(
    rf"\b(?P<noun>[Rr]esolution|[Dd]ecision)s?\s"
    rf"(?P<list>{_ACT}(?:(?:,\s(?:and\s)?|\s(?:and|or|to)\s){_ACT}){{0,60}})"
)
_ONE_ACT = Pattern(_ACT)


def acts(text: str, opened: Openings) -> Iterator[ReferenceList]:
    """Yield each resolution and decision named; all lead out of the document."""
    for match in matches(_ACTS, text, opened.of("resolution", "decision")):
        kind = RefKind(match["noun"].lower())
        start = match.start()
        for one in _ONE_ACT.finditer(text, *match.span("list")):
            start = start if one.start() == match.start("list") else one.start()
            part = " ".join(one.group().split())
            span = Span(start, one.end())
            yield ReferenceList(span=span, kind=kind, part=part, outside=Outside.LAW)
