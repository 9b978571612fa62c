"""Sentences after a renumbering, in both languages."""

import re
from pathlib import Path

import pytest

from toolkit.errors import UsageError
from toolkit.ooxml.changes import Tracking
from toolkit.renumber import Counted, OnDropped, Operations, parse_operations
from toolkit.workflows.renumbering.renumbering import Wishes, renumber


def report(sentence: str, *, chinese: bool = False, count: int = 9, start: int = 1) -> str:
    """Return a report with recommendations and one sentence in the paragraph behind them."""
    word, body = ("建议", "缔约国应保护第 {} 号船闸。") if chinese else (
        "Recommendation", "States parties should protect lock {}.")  # fmt: skip
    lines = ["## 一. 建议" if chinese else "## I. Recommendations", ""]
    for number in range(start, start + count):
        lines += [f"#### {word} {number}", "", body.format(number), ""]
    head = "## 二. 审议" if chinese else "## II. Deliberations"
    return "\n".join([*lines, head, "", f"1. {sentence}", ""])


def after(folder: Path, sentence: str, *, chinese: bool = False, **asked: list[str]) -> str:
    """Return the sentence after operations on the recommendations."""
    path = folder / f"report.{'zh' if chinese else 'en'}.md"
    path.write_text(report(sentence, chinese=chinese), encoding="utf-8")
    operations = parse_operations(Counted.RECOMMENDATION, **asked)
    outcome = renumber([str(path)], operations, Wishes(on_dropped=OnDropped.MARK))
    return (outcome.versions[0].data or b"").decode().split("\n1. ")[-1].strip()


@pytest.mark.parametrize(
    ("sentence", "asked", "expected"),
    [
        ("See recommendations 5, 7 and 9.", {"drop": ["7"]}, "See recommendations 5 and 8."),
        ("See recommendations 5 and 7.", {"drop": ["7"]}, "See recommendation 5."),
        ("See recommendations 5–9.", {"drop": ["7"]}, "See recommendations 5–8."),
        ("See recommendations 5 to 8.", {"move": ["6:2"]}, "See recommendations 3 and 6 to 8."),
        ("See recommendation 7.", {"drop": ["7"]}, "See recommendation [7]."),
        ("See recommendations 5 and 6.", {"merge": ["5+6"]}, "See recommendation 5."),
        ("See recommendations 5–8.", {"merge": ["5+6", "5+7"]}, "See recommendations 5 and 6."),
        ("See recommendation 5.", {"split": ["5"]}, "See recommendations 5 and 6."),
        ("See recommendation 9 above.", {"insert": ["0"]}, "See recommendation 10 above."),
        ("See recommendation 9.", {"drop": ["3"], "pin": ["9"]}, "See recommendation 9."),
        ("See A/80/12, recommendation 9.", {"drop": ["3"]}, "See A/80/12, recommendation 9."),
    ],
    ids=["list", "list to one", "range", "range broken", "lone", "merged", "merged twice", "split",
         "inserted", "pinned", "elsewhere"],
)  # fmt: skip
def test_an_english_sentence_stays_a_sentence(
    tmp_path: Path, sentence: str, asked: dict[str, list[str]], expected: str
) -> None:
    assert after(tmp_path, sentence, **asked) == expected


@pytest.mark.parametrize(
    ("sentence", "asked", "expected"),
    [
        ("见建议 5、7 和 9。", {"drop": ["7"]}, "见建议 5 和 8。"),
        ("见建议 5 至 9。", {"drop": ["7"]}, "见建议 5 至 8。"),
        ("见上文建议 9。", {"move": ["9:2"]}, "见上文建议 3。"),
        ("见建议 7。", {"drop": ["7"]}, "见建议 [7]。"),
    ],
    ids=["list", "range", "moved", "lone"],
)
def test_a_chinese_sentence_stays_a_sentence(
    tmp_path: Path, sentence: str, asked: dict[str, list[str]], expected: str
) -> None:
    assert after(tmp_path, sentence, chinese=True, **asked) == expected


def test_above_turns_into_below_when_the_target_moves_past(tmp_path: Path) -> None:
    path = tmp_path / "r.en.md"
    text = report("Nothing.").replace("lock 5.", "lock 5 (see recommendation 3 above).")
    path.write_text(text, encoding="utf-8")
    operations = parse_operations(Counted.RECOMMENDATION, move=["3:7"])
    outcome = renumber([str(path)], operations, Wishes())
    assert "lock 5 (see recommendation 7 below)." in (outcome.versions[0].data or b"").decode()


def test_a_reference_to_what_is_dropped_stops_the_run(tmp_path: Path) -> None:
    path = tmp_path / "r.en.md"
    path.write_text(report("See recommendation 7."), encoding="utf-8")
    outcome = renumber([str(path)], parse_operations(Counted.RECOMMENDATION, drop=["7"]), Wishes())
    assert outcome.stopped
    assert outcome.versions[0].data is None
    assert [(one.code, one.path) for one in outcome.findings] == [("REF203", "II/para 1")]


def test_gaps_and_doubles_are_closed_and_annexes_count_apart(tmp_path: Path) -> None:
    path = tmp_path / "r.en.md"
    lines = ["## I. Introduction", "1. One.", "3. Three.", "3. Again.", "7. Seven.", "## Annex",
             "1. First.", "4. Fourth."]  # fmt: skip
    path.write_text("\n\n".join(lines), encoding="utf-8")
    outcome = renumber([str(path)], Operations(kind=Counted.PARAGRAPH), Wishes())
    new = (outcome.versions[0].data or b"").decode()
    assert [line[:2] for line in new.split("\n") if line[:1].isdigit()] == [
        "1.", "2.", "3.", "4.", "1.", "2.",
    ]  # fmt: skip


def test_versions_that_part_are_refused_with_the_place(tmp_path: Path) -> None:
    english, chinese = tmp_path / "r.en.md", tmp_path / "r.zh.md"
    english.write_text(report("Nothing."), encoding="utf-8")
    chinese.write_text(report("无。", chinese=True, count=8), encoding="utf-8")
    with pytest.raises(UsageError, match=r"I/rec 9 .* has no more"):
        renumber([str(english), str(chinese)], Operations(), Wishes())


def test_one_language_twice_is_refused(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(report("Nothing."), encoding="utf-8")
    with pytest.raises(UsageError, match="same language"):
        renumber([str(tmp_path / "a.md"), str(tmp_path / "b.md")], Operations(), Wishes())


def test_tracked_changes_need_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "r.en.md"
    path.write_text(report("Nothing."), encoding="utf-8")
    with pytest.raises(UsageError, match="no Word file"):
        renumber([str(path)], Operations(), Wishes(tracking=Tracking("Editor")))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"drop": ["12"]}, "no recommendation 12: they run from 1 to 9"),
        ({"drop": ["x"]}, "--drop x: expected a number"),
        ({"merge": ["5"]}, "expected --merge 5\\+6"),
        ({"move": ["5"]}, "expected --move 7:3"),
        ({"drop": ["5"], "pin": ["5"]}, "5 cannot be pinned"),
        ({"drop": ["5"], "merge": ["4+5"]}, "5 is dropped or merged into another twice"),
        (
            {"insert": ["2"], "pin": ["6"]},
            "6 is pinned, but the recommendation before it",
        ),
    ],
    ids=["unknown", "no number", "lone merge", "lone move", "dropped pin", "twice", "collision"],
)
def test_what_cannot_be_is_refused_in_words(
    tmp_path: Path, asked: dict[str, list[str]], said: str
) -> None:
    path = tmp_path / "r.en.md"
    path.write_text(report("Nothing."), encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        renumber([str(path)], parse_operations(Counted.RECOMMENDATION, **asked), Wishes())


@pytest.mark.parametrize(
    ("asked", "nine"),
    [
        ({"drop": ["3"]}, 8),
        ({"insert": ["3"]}, 10),
        ({"split": ["9"]}, None),
        ({"move": ["3:0"]}, 9),
    ],
    ids=["drop", "insert", "split", "move"],
)
def test_the_file_keeps_its_line_ends_and_its_encoding(
    tmp_path: Path, asked: dict[str, list[str]], nine: int | None
) -> None:
    path = tmp_path / "r.zh.md"
    text = report("见建议 9。", chinese=True).replace("\n", "\r\n")
    path.write_bytes(text.encode("gb18030"))
    operations = parse_operations(Counted.RECOMMENDATION, **asked)
    new = (renumber([str(path)], operations, Wishes()).versions[0].data or b"").decode("gb18030")
    assert new.endswith(f"1. 见建议 {nine or '9 和 10'}。\r\n")
    assert new.count("\r\n") == new.count("\n")


@pytest.mark.parametrize(
    ("words", "chinese", "asked", "codes"),
    [
        ("See the preceding recommendation.", False, {"move": ["4:8"]}, ["REF209"]),
        ("See the preceding recommendation.", False, {"insert": ["4"]}, ["REF209"]),
        ("See the preceding recommendation.", False, {"drop": ["4"]}, ["REF203"]),
        ("See the following recommendation.", False, {"move": ["6:1"]}, ["REF209"]),
        ("See the preceding recommendation.", False, {"drop": ["2"]}, []),
        ("See the preceding recommendation.", False, {"merge": ["4+5"]}, []),
        ("见上一项建议。", True, {"move": ["4:8"]}, ["REF209"]),
        ("见下一条建议。", True, {"drop": ["1"]}, []),
    ],
)
def test_what_is_named_by_its_place_is_told_when_another_stands_there(
    tmp_path: Path, words: str, chinese: bool, asked: dict[str, list[str]], codes: list[str]
) -> None:
    path = tmp_path / f"r.{'zh' if chinese else 'en'}.md"
    lock = "缔约国应保护第 5 号船闸。" if chinese else "States parties should protect lock 5."
    text = report("Nothing.", chinese=chinese).replace(lock, f"{lock} {words}")
    assert words in text
    path.write_text(text, encoding="utf-8")
    outcome = renumber([str(path)], parse_operations(Counted.RECOMMENDATION, **asked), Wishes())
    assert [one.code for one in outcome.findings] == codes
    assert outcome.stopped == (codes == ["REF203"])


@pytest.mark.parametrize("merge", ["1+4", "2+5", "5+1"])
def test_an_item_without_words_is_merged_by_taking_its_label_away(
    tmp_path: Path, merge: str
) -> None:
    path = tmp_path / "r.en.md"
    words = ("States see recommendation 5.\n\n", "", "C.\n\n", "", "")
    heads = "".join(f"#### Recommendation {at}\n\n{one}" for at, one in enumerate(words, 1))
    path.write_text(f"## I. Recommendations\n\n{heads}", encoding="utf-8")
    asked = parse_operations(Counted.RECOMMENDATION, merge=[merge])
    data = renumber([str(path)], asked, Wishes(on_dropped=OnDropped.MARK)).versions[0].data or b""
    text = data.decode()
    assert [line for line in text.splitlines() if line.startswith("#### ")] == [
        f"#### Recommendation {number}" for number in range(1, 5)
    ]
    assert "\n\n\n" not in text
    assert re.search(r"^States see recommendation \d\.$", text, re.MULTILINE)
