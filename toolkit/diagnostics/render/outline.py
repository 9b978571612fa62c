"""Findings under the headings of the document they are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.diagnostics.finding import Finding
from toolkit.model import Block, Document, Kind


@dataclass(slots=True)
class Chapter:
    """A heading with the findings between it and the next one; None before the first heading."""

    heading: Block | None
    findings: list[Finding] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The heading as printed, "" before the first."""
        if self.heading is None:
            return ""
        return f"{self.heading.label or ''} {self.heading.text}".strip()

    @property
    def level(self) -> int:
        """Its depth, 1 before the first heading."""
        return self.heading.level or 1 if self.heading else 1


def outlined(findings: Sequence[Finding], document: Document | None) -> tuple[Chapter, ...]:
    """Return the headings of a document in order, with the findings of that file under each.

    Findings without a place in it stand before the first heading, as all do without a document.
    """
    found = list(_chapters(document))
    at: dict[tuple[str, str], int] = {}
    paths: dict[str, int] = {}
    for number, block in _walk(document):
        at.setdefault((block.path, block.place), number)
        if block.path:
            paths.setdefault(block.path, number)
    for one in findings:
        place = at.get((one.path, one.place), paths.get(one.path, 0))
        found[place].findings.append(one)
    return tuple(one for one in found if one.heading is not None or one.findings)


def _chapters(document: Document | None) -> Iterator[Chapter]:
    yield Chapter(None)
    for block in document.blocks if document else ():
        if block.kind is Kind.HEADING:
            yield Chapter(block)


def _walk(document: Document | None) -> Iterator[tuple[int, Block]]:
    """Yield each block with the number of headings up to it."""
    count = 0
    for block in document.blocks if document else ():
        count += block.kind is Kind.HEADING
        yield count, block
