"""What in an English sentence says that a reference leads to another document."""

from toolkit.languages.mentions import HIDDEN
from toolkit.languages.reference import Outside, RefKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LISTS = vocabulary("en").lists
_ELSEWHERE = alternation(_LISTS["reference.elsewhere"])
# "Of the present report", "of annex II to the present report": what is named last decides.
_PART = (
    r"(?:the\s)?(?:annex|chapter|section)(?:\s(?:[A-Z]|[IVXLC]{1,7}|\d{1,4}))?,?\s(?:of|to|in)\s"
)
_HERE = Pattern(
    rf",?\s(?:of|to|in)\s(?:{_PART}){{0,3}}(?:{alternation(_LISTS['reference.here'])})\b"
)
# From "of" to the name of a text there are only words of a noun group, no new clause.
_CLAUSE = r"and|or|that|which|who|where|as|by|on|was|were|is|are|had|has|should|shall"
_GROUP = rf"(?:(?!(?:{_CLAUSE})\b)[\w'’()/,-]+\s){{0,9}}?"
_NAMED_AFTER = Pattern(
    rf"(?:\s\((?:bis|ter|quater)\))?"
    rf",?\s(?:of|to|in(?!\sthe\slight\b|\sview\b|\sorder\b|\sconnection\b))\s(?:(?:that|those)\s)?"
    rf"(?P<witness>{_GROUP}(?:(?:{_ELSEWHERE})\b|(?![IVXLC]+\b)[A-Z]{{2,}}\b|[“\"][^”\"]{{3,80}}[”\"]|{HIDDEN}+))"
    rf"|\s(?P<there>thereof)\b"
)
_MEETING_AFTER = Pattern(
    r",?\s(?:(?:adopted|made|agreed|contained|as\sadopted)\s)?(?:of|at|by|from)\s"
    rf"(?P<witness>{_GROUP}(?:[a-z]+(?:st|nd|rd|th)|first|second|third|last|previous|earlier)"
    r"\s(?:meeting|session)s?)\b"
)
_SYMBOL_AFTER = Pattern(rf"\s?\(?(?P<witness>{HIDDEN}+)")
_SYMBOL_BEFORE = Pattern(rf"(?P<witness>{HIDDEN}+)[)\]]?,?\s\(?$")
_SAME_BEFORE = Pattern(r"\b(?P<witness>[Ii]bid\.|[Oo]p\.\scit\.|[Ll]oc\.\scit\.),?\s$")
_NAMED_BEFORE = Pattern(
    r"\b(?P<witness>(?:Convention|Protocol|Charter|Covenant|Statute|Treaty|Agreement|Declaration"
    r"|Constitution|(?:resolution|decision)s?)),\s$"
)
_OPERATIVE_BEFORE = Pattern(r"\b(?P<witness>[Oo]perative|[Pp]reambular)\s$")
_LOOK_BACK = 40


def outside(text: str, span: Span, kind: RefKind) -> tuple[Outside, Span] | None:
    """Return why the reference at ``span`` leads out, and the words that say so; else None.

    ``text`` has symbols and the references to resolutions and articles hidden.
    """
    if _HERE.match(text, span.end):
        return None
    return _before(text, span) or _after(text, span, kind)


def _before(text: str, span: Span) -> tuple[Outside, Span] | None:
    head = max(0, span.start - _LOOK_BACK)
    before = text[head : span.start]
    # The sign before the space tells most patterns off, and is much cheaper to look at.
    last = before.rstrip()[-1:]
    for pattern, why, signs in _BEFORE:
        if last not in signs and HIDDEN not in before:
            continue
        match = pattern.search(text, head, span.start)
        if match:
            return why, Span(*match.span("witness"))
    return None


# Each with the signs of which one stands last before a reference; symbols are hidden.
_BEFORE = (
    (_SYMBOL_BEFORE, Outside.SYMBOL, ""),
    (_SAME_BEFORE, Outside.SAME, ".,"),
    (_NAMED_BEFORE, Outside.NAMED, ","),
    (_OPERATIVE_BEFORE, Outside.NAMED, "er"),
)


def _after(text: str, span: Span, kind: RefKind) -> tuple[Outside, Span] | None:
    match = _NAMED_AFTER.match(text, span.end)
    if match:
        return Outside.NAMED, Span(*match.span("witness" if match["witness"] else "there"))
    match = _SYMBOL_AFTER.match(text, span.end)
    if match:
        return Outside.SYMBOL, Span(*match.span("witness"))
    match = _MEETING_AFTER.match(text, span.end) if kind in _OF_MEETINGS else None
    return (Outside.NAMED, Span(*match.span("witness"))) if match else None


# A meeting adopts recommendations; its own paragraphs are "of the report on" it.
_OF_MEETINGS = (RefKind.RECOMMENDATION,)
