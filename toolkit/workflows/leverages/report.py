"""An analysis as a table for people, as CSV, as JSON values, and as a workbook."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from toolkit.config.settings import BANDS
from toolkit.workflows.leverages.leverage import Analysis, Leverage, Volume

COLUMNS = ("file", "band", "segments", "words", "characters", "share", "weight", "effort")
_TOTAL = "total"


def rows(analysis: Analysis) -> Iterator[tuple[str | int | float, ...]]:
    """Yield a row of COLUMNS a band, file by file, then for all; each ends with its sum.

    ``share`` is of the words (or characters) of the file, 0-1.
    """
    for one in (*analysis.files, analysis.total):
        name = one.name or _TOTAL
        whole = _counted(analysis, one.whole)
        for band in BANDS:
            volume = one.bands[band]
            weight = analysis.weights[band]
            counted = _counted(analysis, volume)
            share = round(counted / whole, 4) if whole else 0.0
            yield (name, band, *_sizes(volume), share, weight, round(weight * counted, 2))
        effort = round(one.effort(analysis.weights, analysis.source), 2)
        yield (name, "sum", *_sizes(one.whole), 1.0 if whole else 0.0, "", effort)
        yield (name, "internal", *_sizes(one.internal), "", "", "")


def as_csv(analysis: Analysis) -> bytes:
    """Return the rows as CSV in UTF-8, with the mark that spreadsheets know it by."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in rows(analysis))
    return buffer.getvalue().encode("utf-8-sig")


def _safe(cell: str | int | float) -> str | int | float:
    """Keep a file's name from being taken for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@" and cell else cell


def as_values(analysis: Analysis) -> dict[str, Any]:
    """Return the analysis as plain values, in the shape of ``undraft.leverage/1``."""
    return {
        "source_lang": analysis.source.code,
        "target_lang": analysis.target.code,
        "weights": {band: analysis.weights[band] for band in BANDS},
        "files": [{"path": one.name, **_values(analysis, one)} for one in analysis.files],
        "total": _values(analysis, analysis.total),
    }


def _values(analysis: Analysis, one: Leverage) -> dict[str, Any]:
    return {
        "bands": {band: _volume(one.bands[band]) for band in BANDS},
        "sum": _volume(one.whole),
        "internal": _volume(one.internal),
        "effort": round(one.effort(analysis.weights, analysis.source), 2),
    }


def _volume(volume: Volume) -> dict[str, int]:
    return dict(zip(("segments", "words", "characters"), _sizes(volume), strict=True))


def _sizes(volume: Volume) -> tuple[int, int, int]:
    return volume.segments, volume.words, volume.characters


def _counted(analysis: Analysis, volume: Volume) -> int:
    return volume.words if analysis.source.spaced else volume.characters


def as_text(analysis: Analysis) -> str:
    """Return tables for people: one of each file where there are several, then one of all."""
    shown = analysis.files if len(analysis.files) == 1 else (*analysis.files, analysis.total)
    return "\n\n".join(_table(analysis, one) for one in shown)


def _table(analysis: Analysis, one: Leverage) -> str:
    unit = "words" if analysis.source.spaced else "characters"
    whole = _counted(analysis, one.whole)
    lines = [one.name or "all files", f"  {'band':<12}{'segments':>9}{unit:>12}{'share':>8}"]
    for band in BANDS:
        volume = one.bands[band]
        lines.append(_line(band, volume.segments, _counted(analysis, volume), whole))
    lines.append(_line("sum", one.whole.segments, whole, whole))
    effort = one.effort(analysis.weights, analysis.source)
    percent = f" ({100 * effort / whole:.0f} %)" if whole else ""
    lines.append(f"  effort: {effort:,.0f} {unit}{percent}")
    if one.internal.segments:
        lines.append(
            f"  alike to something earlier: {one.internal.segments} segments, "
            f"{_counted(analysis, one.internal):,} {unit}"
        )
    return "\n".join(lines)


def _line(name: str, segments: int, counted: int, whole: int) -> str:
    share = f"{100 * counted / whole:.1f} %" if whole else ""
    return f"  {name:<12}{segments:>9,}{counted:>12,}{share:>8}"
