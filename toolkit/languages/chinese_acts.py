"""Chinese names of resolutions and decisions: 第 7/1 号决议, 第 1874 (2009)号决议."""

import re
from collections.abc import Iterator

from toolkit.languages.chinese_forms import AND, RANGE
from toolkit.languages.reference import Outside, ReferenceList, RefKind
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_NUMBERED = r"(?:E?S-|[A-Z]{2,4}-)?\d{1,4}/(?:[A-Z]{1,4}\.)?\d{1,4}(?:\s?[A-Z](?![A-Za-z]))?"
_DATED = r"\d{1,4}(?:\s?[A-Z])?\s?[(（](?:\d{4}|E?S?-?[IVXLC]+)[)）]"
_ACT = rf"(?:{_NUMBERED}|{_DATED})"
_ACTS = Pattern(
    rf"(?:第\s?)?(?P<list>{_ACT}(?:(?:\s?号)?(?:{AND}|{RANGE})(?:第\s?)?{_ACT}){{0,60}})"
    r"\s?号(?P<noun>决议|决定|[^，。；：、]{0,6}?(?:决议|决定))"
)
_ONE_ACT = Pattern(_ACT)


def acts(text: str) -> Iterator[ReferenceList]:
    """Yield each resolution and decision named; all lead out of the document."""
    for match in _ACTS.finditer(text) if "决" in text else ():
        kind = RefKind.RESOLUTION if match["noun"].endswith("决议") else RefKind.DECISION
        ones = list(_ONE_ACT.finditer(text, *match.span("list")))
        starts = [match.start(), *(one.start() for one in ones[1:])]
        ends = [*(one.end() for one in ones[:-1]), match.end()]
        for one, start, end in zip(ones, starts, ends, strict=True):
            yield ReferenceList(
                span=Span(start, end), kind=kind, part=_act(one.group()), outside=Outside.LAW
            )


def _act(printed_number: str) -> str:
    """Return a number of a resolution as English prints it: "1874 (2009)", "43/222 B"."""
    plain = printed_number.replace("（", "(").replace("）", ")")
    plain = re.sub(r"\s?\(", " (", plain)
    return re.sub(r"(?<=\d)\s?(?=[A-Z]\b)", " ", plain)
