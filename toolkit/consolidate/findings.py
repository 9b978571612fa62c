"""What an editor must know of a consolidation, as findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from toolkit.diagnostics import Finding, Severity
from toolkit.model import Block
from toolkit.text.spans import Span


class Notice(Enum):
    """Kinds of findings: code, name, severity, template."""

    DANGLING = (
        "REF204",
        "reference-left-dangling",
        Severity.WARNING,
        "“{words}” names {numbers}, which is in none of the parts; it was left as it is.",
    )
    DROPPED = (
        "REF203",
        "reference-to-dropped-item",
        Severity.WARNING,
        "“{words}” named {numbers}, which the plan leaves out. Read the sentence again.",
    )
    SECTION = (
        "REF205",
        "reference-to-renamed-section",
        Severity.WARNING,
        "“{words}” names sections that have other letters now; change it by hand.",
    )
    CITED = (
        "REF206",
        "draft-part-cited",
        Severity.WARNING,
        "“{words}” cites {symbol}, which is now a part of this report; say it in other words.",
    )
    NAMED = (
        "REF207",
        "draft-part-named",
        Severity.NOTE,
        "The words name {symbol}, which is now a part of this report; is that still meant?",
    )
    STRAYED = (
        "REF208",
        "reference-strayed",
        Severity.ERROR,
        "“{words}” does not lead to the words it led to in its part; correct it by hand.",
    )
    IBID = (
        "REF212",
        "ibid-follows-another-note",
        Severity.WARNING,
        "Note “{words}” followed “{old}” and follows “{new}” now; write out what it means.",
    )
    STAR = (
        "MST140",
        "title-page-note-of-draft",
        Severity.WARNING,
        "The title-page note “{words}” was said of the draft, and no asterisk of the report leads "
        "to it; take it out, or put “{star}” where it belongs.",
    )
    OPENING = (
        "LST123",
        "joined-list-opens-otherwise",
        Severity.WARNING,
        "A list that stood behind “{words}” was joined to one behind “{into}”; word the opening so "
        "that it is true of all.",
    )
    NOT_GIVEN = (
        "SYM109",
        "draft-part-not-given",
        Severity.WARNING,
        "{symbol} is cited as a part of the draft and was not given; what is in it is not in this "
        "report.",
    )
    NOT_OPENED = (
        "HED108",
        "continued-heading-not-opened",
        Severity.WARNING,
        "“{words}” goes on from an earlier part, and no part given opens it.",
    )


def bare(symbol: str, file: str) -> Finding:
    """Return the finding about a part that has nothing but its first page."""
    return Finding(
        code="SYM130",
        name="part-without-text",
        severity=Severity.WARNING,
        template=BARE,
        values={"symbol": symbol},
        file=file,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A notice at a block of a part."""

    notice: Notice
    block: Block
    values: Mapping[str, str]
    span: Span | None = None

    def finding(self, file: str) -> Finding:
        """Return the finding; ``file`` is the one that the block came from."""
        code, name, severity, template = self.notice.value
        return Finding(
            code=code,
            name=name,
            severity=severity,
            template=template,
            values=self.values,
            file=file,
            path=self.block.path,
            label=self.block.label,
            place=self.block.place,
            snippet=self.block.text,
            start=self.span.start if self.span else None,
            end=self.span.end if self.span else None,
        )


BARE = "{symbol} has no text behind its first page, so nothing of it is in this report."
TEMPLATES = (*(one.value[3] for one in Notice), BARE)
