"""What is legitimate in one kind of paper is no finding there."""

import pytest

from toolkit.checks.run import run
from toolkit.checks.specimens import addendum, draft, report
from toolkit.model import Profile
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes

PARTS = {
    "en": (
        "## II. Recommendations (continued)\n\n### C. Buoys (continued)\n\n"
        "#### Recommendation 35\n\nStates parties should check buoys (see recommendation 3).\n\n"
        "## IV. Organization (continued)\n\n### B. Statements (continued)\n\n"
        "1. Statements were made by: Egypt, Kenya and Norway.\n"
    ),
    "zh": (
        "## 二. 建议（续）\n\n### C. 浮标（续）\n\n#### 建议 35\n\n"
        "缔约国应检查浮标（见建议 3）。\n\n"
        "## 四. 会议安排（续）\n\n### B. 发言情况（续）\n\n"
        "1. 下列国家作了发言：埃及、肯尼亚和挪威。\n"
    ),
}


def codes(text: str, profile: Profile | None = None) -> set[str]:
    options = ReadOptions(profile=profile)
    return {
        one.code
        for one in run([read_bytes(text.encode(), "a.md", options=options).document]).findings
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_part_of_a_draft_may_begin_in_the_middle(language: str) -> None:
    assert codes(addendum(PARTS[language], language)) == set()


def test_the_same_part_as_a_final_report_is_full_of_faults() -> None:
    found = codes(report(PARTS["en"]))
    assert {"HED103", "NUM103", "NUM104", "REC101", "REF104", "HED107"} <= found


def test_a_first_part_needs_no_second_annex() -> None:
    body = "## I. Introduction\n\n1. It met.\n\n## Annex I\n\n### List\n\n1. Lamp.\n"
    assert codes(draft(body)) == set()
    assert "NUM113" in codes(report(body))


def test_a_corrigendum_quotes_numbers_out_of_their_order() -> None:
    body = "## I. Debate\n\n12. For lamps read buoys.\n\n7. Delete.\n"
    assert not codes(report(body), Profile.CORRIGENDUM) & {"NUM101", "NUM103", "REC101", "REF101"}


def test_a_note_without_numbers_is_no_broken_series() -> None:
    body = "Lamps\n\nThe secretariat has collected lamps.\n\nThey are lit at dusk.\n"
    found = codes(report(body), Profile.NOTE)
    assert not {code for code in found if code.startswith(("NUM", "HED", "REC"))}


def test_a_recommendation_nobody_has_translated_yet_is_not_judged_by_the_other_language() -> None:
    told = "## 一. 导言\n\n1. 工作组举行了会议，审议了灯具的保养问题，并通过了以下建议。\n\n"
    body = told + "## 二. 建议\n\n#### 建议 1\n\n{}\n"
    english = body.format("States parties should check every lamp within thirty days.")
    chinese = body.format("请各方在三十天内仔细地检查每盏灯具。")
    assert {"NRM104", "REC104"} & codes(report(chinese, "zh"))
    assert not {"NRM104", "REC104"} & codes(report(english, "zh"))
