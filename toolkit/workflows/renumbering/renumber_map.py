"""The map of a renumbering, from old numbers to new: as CSV, and as an annex in two languages."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.model import Block, Document, Kind, Masthead, Profile
from toolkit.renumber import Plan, Row
from toolkit.writers import docx

_HEAD: Final = ("kind", "path_old", "old", "new", "relation")
_WORDS: Final = {
    "recommendation": "Recommendation / 建议",
    "paragraph": "Paragraph / 段落",
    "kept": "kept / 保留",
    "moved": "moved / 移动",
    "merged": "merged / 合并",
    "split": "split / 拆分",
    "dropped": "dropped / 删除",
    "new": "new / 新增",
}
_TITLE: Final = "Table of old and new numbers / 新旧编号对照表"
_COLUMNS: Final = ("Place / 位置", "Old / 原编号", "New / 新编号", "What became of it / 处理结果")


def as_csv(plan: Plan) -> bytes:
    """Return the map as CSV in UTF-8; an empty field where there is no old or new number."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_HEAD)
    for row in plan.rows:
        writer.writerow(["" if one is None else one for one in _values(row)])
    return buffer.getvalue().encode("utf-8")


def _values(row: Row) -> Sequence[object]:
    return (str(row.kind), row.path_old, row.was, row.new, row.relation)


def as_annex(plan: Plan, report: Document) -> bytes:
    """Return the map as a Word document under the report's symbol: a table in two languages."""
    rows = (_COLUMNS, *_rows(plan))
    text = "\n".join("\t".join(row) for row in rows)
    head = report.masthead
    document = Document(
        profile=Profile.OTHER,
        language="en",
        masthead=Masthead(organ=head.organ, symbol=head.symbol, body=head.body, title=_TITLE),
        blocks=(Block(id="b1", kind=Kind.TABLE, text=text, rows=rows),),
    )
    return docx.write(document)


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    kind = _WORDS[plan.operations.kind.value]
    for row in plan.rows:
        section = (row.path_old or "").rpartition("/")[0]
        yield (
            f"{section}, {kind}" if section else kind,
            row.was or "–",
            "–" if row.new is None else str(row.new),
            _WORDS[row.relation],
        )
