"""Alignments given out as files, for use or for review, and reviews taken in again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import Any

from toolkit.errors import UsageError
from toolkit.workflows.alignment.aligning import Aligned, ReviewOutcome
from toolkit.workflows.alignment.files import AlignFormat, as_tmx
from toolkit.workflows.alignment.files import as_tsv as pairs_as_tsv
from toolkit.workflows.alignment.page import as_html
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.reviewing import apply_review
from toolkit.workflows.review.rows import Row, rows_of
from toolkit.workflows.review.table import first_review
from toolkit.workflows.review.tsv import as_tsv, tsv_cells


def review_as_tsv(aligned: Aligned) -> bytes:
    """Return the review of an alignment as tab-separated text."""
    return as_tsv(rows_of(aligned))


def review_as_xlsx(aligned: Aligned) -> bytes:
    """Return the review of an alignment as a workbook; see ``workbook.as_xlsx``."""
    data: bytes = _workbooks().as_xlsx(aligned)
    return data


WRITERS: Mapping[AlignFormat, Callable[[Aligned], bytes]] = MappingProxyType(
    {
        AlignFormat.TMX: as_tmx,
        AlignFormat.TSV: pairs_as_tsv,
        AlignFormat.HTML: as_html,
        AlignFormat.XLSX: review_as_xlsx,
        AlignFormat.REVIEW: review_as_tsv,
    }
)
"""How an alignment becomes a file, but for JSON, which needs the head of a command's result."""


def apply_review_file(aligned: Aligned, given: Input) -> Aligned:
    """Return the alignment with the corrections of a review file in it; see ``apply_review``.

    Raises:
        InputError: the file cannot be read.
        UsageError: it is no review, does not hold, or is a review of other documents.
    """
    try:
        done = apply_review(aligned, read_review(given))
    except UsageError as error:
        raise UsageError(f"{given.path}: {error}") from None
    outcome = replace(done.review or ReviewOutcome(), input=given)
    return replace(done, review=outcome)


def read_review(given: Input) -> tuple[Row, ...]:
    """Return the rows of a review file that are not blank, recognised by content.

    Raises:
        InputError: it cannot be read.
        UsageError: it has no header of a review, or a formula in a cell.
    """
    if given.data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _from_workbook(given)
    return first_review([tsv_cells(given)])


def _from_workbook(given: Input) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = _workbooks().rows_of_workbook(given)
    return rows


def _workbooks() -> Any:
    return import_module("toolkit.workflows.review.workbook")
