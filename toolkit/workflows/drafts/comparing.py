"""Two versions of a document to a redline, and what the redline says nothing of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from toolkit.compare import pairs_of, redline
from toolkit.diagnostics import Finding
from toolkit.diagnostics.catalogue import fill
from toolkit.errors import UsageError
from toolkit.model import Block
from toolkit.model.redline import Op, Piece, Redline, Row
from toolkit.ooxml.changes import Tracking
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.editing.word_losses import losses
from toolkit.writers.docx_redline import write_redline
from toolkit.writers.html_redline import write_page

LOOKS: Final = "Layout, fonts, page breaks, headers and footers were not compared."
FORMATS: Final = "The files are of two formats ({old}, {new}): only what both have was compared."
SUMMARY: Final = (
    "{same} blocks are the same, {changed} changed, {gone} went, {come} came, {moved} moved."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions held against each other; ``findings`` are of reading them."""

    old: Loaded
    new: Loaded
    redline: Redline
    findings: tuple[Finding, ...]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs for the head of a JSON result."""
        return self.old.input, self.new.input


def compare_files(old: str, new: str, *, name: str | None = None) -> Compared:
    """Read two versions and hold them against each other.

    Raises:
        UsageError: they are in different languages.
        InputError: one cannot be read.
    """
    one, other = load(old, name=name), load(new, name=name)
    if one.document.language != other.document.language:
        raise UsageError(
            f"{old} is in {one.document.language} and {new} in {other.document.language}. Two "
            "versions in one language were expected; undraft align holds two languages against "
            "each other."
        )
    pairs = pairs_of(one.document, other.document)
    found = redline(one.document, other.document, pairs)
    lost = [
        finding for given in (one, other) for finding in losses(given.input.data, given.input.path)
    ]
    return Compared(one, other, found, (*one.findings, *other.findings, *lost))


def as_word(compared: Compared, tracking: Tracking) -> bytes:
    """Return the redline as a Word file with tracked changes."""
    return write_redline(compared.redline, tracking)


def as_page(compared: Compared, lang: str) -> bytes:
    """Return the redline as a page; ``lang`` is that of its own words."""
    facts = [
        (fill(name, None, lang), f"{one.input.path} {one.input.sha256[:16]}")
        for name, one in (("Old version", compared.old), ("New version", compared.new))
    ]
    return write_page(
        compared.redline, facts, summary(compared, lang), not_compared(compared, lang), lang
    )


# -- what is said --------------------------------------------------------------------------
def counts(found: Redline) -> dict[str, int]:
    """Return how many blocks are the same, changed, gone, come and moved."""
    kinds = Counter(kind_of(row) for row in found.rows)
    names = ("same", "changed", "gone", "come", "moved")
    return {name: kinds[name] for name in names}


def kind_of(row: Row) -> str:
    """Return what became of a row's block; "left" is the old place of one that moved."""
    if row.move is not None:
        return "moved" if row.new is not None else "left"
    if row.old is None or row.new is None:
        return "come" if row.old is None else "gone"
    cells = (piece for line in row.cells for cell in line for piece in cell)
    words = any(one.op is not Op.SAME for one in (*row.pieces, *cells))
    look = (row.old.label, row.old.continued) != (row.new.label, row.new.continued)
    return "changed" if words or look else "same"


def summary(compared: Compared, lang: str) -> str:
    """Return what changed, in a sentence."""
    values = {name: str(count) for name, count in counts(compared.redline).items()}
    return fill(SUMMARY, values, lang)


def not_compared(compared: Compared, lang: str) -> list[str]:
    """Return what the redline says nothing of, a sentence each."""
    said = [fill(LOOKS, None, lang)]
    formats = {"old": _format(compared.old), "new": _format(compared.new)}
    if formats["old"] != formats["new"]:
        said.append(fill(FORMATS, formats, lang))
    for one in compared.findings:
        if one.code.startswith(("RDR3", "RDR4")):
            said.append(f"{one.file}: {fill(one.template, one.values, lang)}")
    return said


def _format(loaded: Loaded) -> str:
    return loaded.document.origin.format


def payload(compared: Compared, lang: str) -> dict[str, Any]:
    """Return the fields of ``undraft.compare/1`` beside the head."""
    return {
        "language": compared.new.document.language,
        "counts": counts(compared.redline),
        "changes": list(_changes(compared.redline)),
        "not_compared": not_compared(compared, lang),
    }


def _changes(found: Redline) -> Iterator[dict[str, Any]]:
    left = {row.move: row.old for row in found.rows if kind_of(row) == "left"}
    for row in found.rows:
        kind = kind_of(row)
        if kind in ("same", "left"):
            continue
        old = row.old if row.old is not None else left.get(row.move) if row.move else None
        yield {
            "kind": kind,
            "old": _place(old),
            "new": _place(row.new),
            "words": _words(row),
        }


def _place(block: Block | None) -> dict[str, Any] | None:
    if block is None:
        return None
    kind = block.kind.value
    return {"kind": kind, "path": block.path, "label": block.label, "place": block.place}


def _words(row: Row) -> list[dict[str, str]]:
    if row.old is not None and row.new is not None and row.cells:
        return [
            {"op": one.op.value, "text": _piece(one)}
            for line in row.cells
            for cell in line
            for one in cell
        ]
    if row.pieces:
        return [{"op": one.op.value, "text": _piece(one)} for one in row.pieces]
    block = row.new or row.old
    op = Op.COME if row.new else Op.GONE
    return [{"op": op.value, "text": block.text if block else ""}]


def _piece(one: Piece) -> str:
    return one.text if one.note is None else f"[{one.note.number}: {one.note.text}]"


def told(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of reading that a redline's user should hear of."""
    return tuple(one for one in findings if not one.code.startswith("RDR1"))
