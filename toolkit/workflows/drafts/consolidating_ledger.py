"""The ledger of a consolidation as JSON and as a table."""

import csv
import io
from typing import Any

from toolkit.consolidate import Consolidated, Fate, Ledger, Row
from toolkit.consolidate.ledger import Sum
from toolkit.workflows.documents.spreadsheets import as_cell

_COLUMNS = (
    "part",
    "kind",
    "path",
    "label",
    "place",
    "fate",
    "to",
    "to_label",
    "reworded",
    "notes",
    "reason",
    "words",
)


def ledger_payload(made: Consolidated) -> dict[str, Any]:
    """Return the fields of ``undraft.ledger/1`` beside the head."""
    return {
        "language": made.report.language,
        "report": {
            "symbol": made.report.masthead.symbol,
            "title": made.report.masthead.title,
            "blocks": len(made.report.blocks),
        },
        "sums": [_sum(one) for one in made.ledger.sums()],
        "total": _sum(made.ledger.total()),
        "references": made.references,
        "rows": [_row(one) for one in made.ledger.rows],
    }


def _sum(one: Sum) -> dict[str, Any]:
    counts = {fate.value: one.fates.get(fate, 0) for fate in Fate}
    return {"part": one.name, "blocks": one.given, **counts}


def _row(row: Row) -> dict[str, Any]:
    return {
        "part": row.part,
        "kind": row.kind,
        "path": row.path,
        "label": row.label,
        "place": row.place,
        "words": row.words,
        "notes": row.notes,
        "fate": row.fate.value,
        "to": row.to or None,
        "to_label": row.to_label,
        "block": row.block_id or None,
        "reworded": row.reworded,
        "reason": row.reason,
    }


def ledger_table(ledger: Ledger) -> bytes:
    """Return the rows as CSV with a byte order mark, which spreadsheets want for Chinese."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in ledger.rows:
        values = _row(row)
        writer.writerow([as_cell(values[name]) for name in _COLUMNS])
    return stream.getvalue().encode("utf-8-sig")
