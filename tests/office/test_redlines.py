"""LibreOffice accepts and rejects the tracked changes of our redlines as we say it does."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.office.test_revisions import profile, settled, shown
from toolkit.model import Document
from toolkit.ooxml.changes import Tracking
from toolkit.workflows.drafts.comparing import as_word, compare_files
from toolkit.workflows.drafts.consolidating import as_word as report_as_word
from toolkit.workflows.drafts.consolidating import concatenated, consolidated, gather, wishes

__all__ = ["profile"]

pytestmark = [pytest.mark.office, pytest.mark.slow]


def words(document: Document) -> list[tuple[str | None, str]]:
    return [(one.label, " ".join(one.text.split())) for one in document.blocks]


@pytest.mark.parametrize("moves", [False, True], ids=["as edits", "as moves"])
def test_a_redline_is_one_of_the_versions(profile: Path, moves: bool) -> None:
    old = str(SAMPLES / "CSIW_COP_WG.3_2025_6.en.docx")
    compared = compare_files(old, str(SAMPLES / "CSIW_COP_WG.3_2026_L.1.en.md"))
    data = as_word(compared, Tracking("A", moves=moves))
    new, before = compared.redline.new, compared.redline.old
    assert shown(settled(data, "AcceptAllTrackedChanges", profile), new) == words(new)
    assert shown(settled(data, "RejectAllTrackedChanges", profile), before) == words(before)


@pytest.mark.parametrize("moves", [False, True], ids=["as edits", "as moves"])
def test_a_tracked_report_is_the_report_or_the_parts(profile: Path, moves: bool) -> None:
    stem = SAMPLES / "CSIW_COP_WG.3_2026_L.1"
    parts = gather([f"{stem}{one}.zh.docx" for one in ("", "_Add.1", "_Add.2")])
    made = consolidated(parts, None, wishes({"symbol": "CSIW/COP/WG.3/2026/6"}))
    data = report_as_word(made, parts, Tracking("A", moves=moves))
    old = concatenated(parts.parts)
    assert shown(settled(data, "AcceptAllTrackedChanges", profile), made.report) == words(
        made.report
    )
    assert shown(settled(data, "RejectAllTrackedChanges", profile), old) == words(old)


def test_two_real_reports_with_tables_and_notes(profile: Path, shared: Path) -> None:
    folder = shared / "data" / "un-docx"
    old, new = (str(folder / f"A_80_604_Add.{number}.docx") for number in (3, 6))
    compared = compare_files(old, new)
    data = as_word(compared, Tracking("A"))
    for how, document in (
        ("AcceptAllTrackedChanges", compared.redline.new),
        ("RejectAllTrackedChanges", compared.redline.old),
    ):
        told = shown(settled(data, how, profile), document)
        # LibreOffice leaves a zero-width joiner where it settled a change of a table's row.
        assert [(a, " ".join(b.replace("\u200d", "").split())) for a, b in told] == words(document)
