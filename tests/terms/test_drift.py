"""What changed its name between two versions: planted changes, and those of real reports."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from toolkit.errors import UsageError
from toolkit.workflows.terms.drifting import Drifted, as_terms, drift_files

NAME = "CSIW_COP_WG.3_2026_L.1"


def changed(tmp_path: Path, lang: str, *changes: tuple[str, str], least: int = 2) -> Drifted:
    text = (SAMPLES / f"{NAME}.{lang}.md").read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    other = tmp_path / f"new.{lang}.md"
    other.write_text(text, encoding="utf-8")
    return drift_files(str(SAMPLES / f"{NAME}.{lang}.md"), str(other), least=least)


def names(found: Drifted) -> list[tuple[str, str, int]]:
    return [(one.old, one.new, one.left) for one in found.drifts]


def test_a_chinese_name_that_changed_everywhere_is_one_change(tmp_path: Path) -> None:
    found = changed(tmp_path, "zh", ("缔约国", "会员国"), ("引航员", "领航员"))
    assert ("缔约国", "会员国", 0) in names(found)
    assert ("引航员", "领航员", 0) in names(found)
    text = (SAMPLES / f"{NAME}.zh.md").read_text(encoding="utf-8")
    (one,) = [one for one in found.drifts if one.old == "缔约国"]
    assert one.before == text.count("缔约国")
    assert one.count >= 8
    assert {path for path, _ in one.places} >= {"II/A/rec 1", "II/A/rec 2"}


def test_an_english_name_of_which_one_word_stays_is_one_change(tmp_path: Path) -> None:
    found = changed(tmp_path, "en", ("States parties", "Member States"))
    assert names(found) == [("States parties", "Member States", 0)]


def test_singular_and_plural_of_a_name_are_one_change(tmp_path: Path) -> None:
    found = changed(tmp_path, "en", ("pilots", "skippers"), ("pilot ", "skipper "))
    assert [(one.old.rstrip("s"), one.new.rstrip("s")) for one in found.drifts] == [
        ("pilot", "skipper")
    ]


def test_what_is_left_of_the_old_name_is_counted(tmp_path: Path) -> None:
    found = changed(tmp_path, "zh", ("缔约国应", "会员国应"))
    (one,) = found.drifts
    assert one.left == one.before - one.count > 0


def test_figures_dates_and_the_same_text_are_no_change_of_name(tmp_path: Path) -> None:
    assert changed(tmp_path, "en", least=1).drifts == ()
    other = (("7 September", "8 September"), ("2026", "2027"), ("tenth", "eleventh"))
    assert changed(tmp_path, "en", *other, least=1).drifts == ()
    assert changed(tmp_path, "zh", ("9 月 7 日", "9 月 8 日"), least=1).drifts == ()


def test_the_changes_are_a_termbase_for_the_body(tmp_path: Path) -> None:
    base = as_terms(changed(tmp_path, "zh", ("缔约国", "会员国")))
    (concept,) = [one for one in base.concepts if one.terms("zh")[0].text == "会员国"]
    new, old = concept.terms("zh")
    assert (new.status, old.status) == ("preferred", "deprecated")
    assert old.text == "缔约国"
    assert new.bodies == old.bodies == ("CSIW/COP/WG.3",)


def test_two_languages_are_refused() -> None:
    with pytest.raises(UsageError, match="in one language"):
        drift_files(str(SAMPLES / f"{NAME}.en.md"), str(SAMPLES / f"{NAME}.zh.md"))


def test_the_real_draft_and_report_changed_whom_they_address(shared: Path) -> None:
    reports = shared / "reports"
    found = drift_files(
        str(reports / "draft-addendum-2.zh.txt"), str(reports / "final-report.zh.md")
    )
    assert names(found) == [("会员国", "缔约国", 0), ("薪资", "薪金", 0)]
    assert found.drifts[0].count == 5
