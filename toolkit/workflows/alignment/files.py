"""An alignment as a file: TMX for reuse, TSV and JSON for programs, the others for people."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any

from toolkit.align.bead import Bead
from toolkit.errors import UsageError
from toolkit.tmx.write import write_tmx
from toolkit.workflows.alignment.aligning import Aligned, Verdict, harvest
from toolkit.workflows.alignment.doubts import doubts


class AlignFormat(StrEnum):
    """What an alignment can be written as; the values are the suffixes of files.

    ``review`` is a review as tab-separated text, with the suffix ``.review.tsv``.
    """

    TMX = "tmx"
    TSV = "tsv"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"
    REVIEW = "review"


_REVIEW_SUFFIX = ".review.tsv"


def format_of(path: Path | None) -> AlignFormat:
    """Return the format that a file name asks for; TMX without one.

    Raises:
        UsageError: the suffix is of no such format.
    """
    if path is None:
        return AlignFormat.TMX
    if path.name.lower().endswith(_REVIEW_SUFFIX):
        return AlignFormat.REVIEW
    for one in AlignFormat:
        if path.suffix.lower() == f".{one}" and one != AlignFormat.REVIEW:
            return one
    known = [f".{one}" for one in AlignFormat if one != AlignFormat.REVIEW]
    names = ", ".join([*known, _REVIEW_SUFFIX])
    raise UsageError(f"{path}: the name must end in {names}, or give --format.")


def suffix_of(made: AlignFormat) -> str:
    """Return what the names of files of a format end in."""
    return _REVIEW_SUFFIX if made is AlignFormat.REVIEW else f".{made}"


def as_tmx(aligned: Aligned) -> bytes:
    """Return the pairs as a canonical TMX; omissions and pairs marked wrong are left out."""
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
    summary = dict(documents.summary) if documents else {}
    return {
        "beads": [_bead(bead, verdict) for bead, verdict in aligned.judged()],
        "differences": [
            {"path": d.path, "kind": d.kind, "source": list(d.source), "target": list(d.target)}
            for d in aligned.differences
        ],
        "summary": {**summary, "confidence": round(aligned.confidence, 4)},
        "doubts": list(doubts(aligned)),
        "review": _review(aligned),
    }


def _bead(bead: Bead, verdict: Verdict) -> dict[str, Any]:
    return {
        "kind": bead.kind,
        "source": list(bead.source),
        "target": list(bead.target),
        "source_texts": list(bead.source_texts),
        "target_texts": list(bead.target_texts),
        "confidence": round(bead.confidence, 4),
        "path": bead.path,
        "anchors": list(bead.anchors),
        "status": verdict.status,
        "translation": verdict.translation,
        "note": verdict.note or None,
    }


def _review(aligned: Aligned) -> dict[str, Any] | None:
    review = aligned.review
    if review is None:
        return None
    return {
        "applied": review.applied,
        "wrong": review.wrong,
        "not_applied": [asdict(one) for one in review.lost],
    }
