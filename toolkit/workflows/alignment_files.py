"""An alignment as a file: TMX for reuse, TSV and JSON for programs, HTML to read."""

from collections.abc import Iterator
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import Any

from toolkit.align.bead import Bead
from toolkit.errors import UsageError
from toolkit.memory.tmx_write import write_tmx
from toolkit.workflows.aligning import Aligned, harvest


class AlignFormat(StrEnum):
    """What an alignment can be written as; the values are the suffixes of files."""

    TMX = "tmx"
    TSV = "tsv"
    JSON = "json"
    HTML = "html"


def format_of(path: Path | None) -> AlignFormat:
    """Return the format that a file name asks for; TMX without one.

    Raises:
        UsageError: the suffix is of no such format.
    """
    if path is None:
        return AlignFormat.TMX
    try:
        return AlignFormat(path.suffix.lower().removeprefix("."))
    except ValueError:
        known = ", ".join(f".{one}" for one in AlignFormat)
        raise UsageError(f"{path}: the name must end in {known}, or give --format.") from None


def as_tmx(aligned: Aligned) -> bytes:
    """Return the pairs as a canonical TMX; omissions are left out."""
    source, target = aligned.languages
    return write_tmx(harvest(aligned), source_lang=source.code, target_lang=target.code)


def as_tsv(aligned: Aligned) -> bytes:
    """Return a line a bead: source indexes, target indexes, confidence."""
    return "".join(_tsv_line(bead) for bead in aligned.beads).encode("utf-8")


def _tsv_line(bead: Bead) -> str:
    sides = (",".join(map(str, bead.source)), ",".join(map(str, bead.target)))
    return f"{sides[0]}\t{sides[1]}\t{bead.confidence:.4f}\n"


def as_payload(aligned: Aligned) -> dict[str, Any]:
    """Return the contract's ``undraft.alignment/1`` without its head."""
    documents = aligned.documents
    differences = documents.differences if documents else ()
    summary = dict(documents.summary) if documents else {}
    return {
        "beads": [_bead(bead) for bead in aligned.beads],
        "differences": [
            {"path": d.path, "kind": d.kind, "source": list(d.source), "target": list(d.target)}
            for d in differences
        ],
        "summary": {**summary, "confidence": round(aligned.confidence, 4)},
    }


def _bead(bead: Bead) -> dict[str, Any]:
    return {
        "kind": bead.kind,
        "source": list(bead.source),
        "target": list(bead.target),
        "source_texts": list(bead.source_texts),
        "target_texts": list(bead.target_texts),
        "confidence": round(bead.confidence, 4),
        "path": bead.path,
        "anchors": list(bead.anchors),
    }


_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; margin: 2rem;
  max-width: 80rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; white-space: nowrap; }
tr.doubtful td { background: #ffe08a55; }
tr { break-inside: avoid; }
a:focus-visible { outline: 3px solid #06c; }
"""

SURE = 0.9
"""Beads below this are the ones to look at."""


def as_html(aligned: Aligned) -> bytes:
    """Return a page of the pairs side by side, those to look at listed first with links."""
    title = aligned.origin.symbol or aligned.inputs[0].path
    doubtful = [i for i, bead in enumerate(aligned.beads) if bead.confidence < SURE]
    page = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        f"<title>Alignment: {escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>Alignment: {escape(title)}</h1>",
        f"<p>{len(aligned.beads)} pairs, {aligned.confidence:.2f} sure on the whole.</p>",
        *_doubtful(doubtful, aligned.beads),
        *_table(aligned),
        "</body></html>\n",
    ]
    return "\n".join(page).encode("utf-8")


def _doubtful(doubtful: list[int], beads: tuple[Bead, ...]) -> Iterator[str]:
    if not doubtful:
        return
    yield f"<h2>To look at: {len(doubtful)}</h2><ul>"
    for i in sorted(doubtful, key=lambda i: beads[i].confidence):
        bead = beads[i]
        what = escape(f"{bead.path or i} ({bead.kind}, {bead.confidence:.2f})")
        yield f'<li><a href="#b{i}">{what}</a></li>'
    yield "</ul>"


def _table(aligned: Aligned) -> Iterator[str]:
    source, target = aligned.languages
    yield "<h2>All pairs</h2><table><thead><tr>"
    for name in ("Place", source.name, target.name, "Sure"):
        yield f'<th scope="col">{escape(name)}</th>'
    yield "</tr></thead><tbody>"
    for i, bead in enumerate(aligned.beads):
        doubtful = ' class="doubtful"' if bead.confidence < SURE else ""
        sides = (_side(bead.source_texts, source.code), _side(bead.target_texts, target.code))
        yield (
            f'<tr id="b{i}"{doubtful}><td>{escape(bead.path)}</td>{sides[0]}{sides[1]}'
            f'<td class="number">{bead.confidence:.2f}</td></tr>'
        )
    yield "</tbody></table>"


def _side(texts: tuple[str, ...], code: str) -> str:
    words = "<br>".join(map(escape, texts)) or "—"
    return f'<td lang="{code}">{words}</td>'
