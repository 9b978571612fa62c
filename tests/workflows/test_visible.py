"""Remarks that stand in the text itself: behind the sentence, before nothing else, in its cell."""

from pathlib import Path

from tests.assemble.folders import both, made
from toolkit.assemble import Suggestion
from toolkit.workflows.building.visible import with_remarks

ALIKE = Suggestion(text="开了会。", kind="fuzzy", score=90, changes=(("sat", "met"),))
SURE = Suggestion(text="散会。", kind="exact", score=100)
TEXT = """
[[clause]]
id = "one"
en = "It met. It ate. It rose."
note = { en = "It slept." }
[[clause]]
id = "two"
kind = "table"
[[clause.part]]
id = "row"
kind = "row"
cells = ["4", { en = "It met." }, { en = "It rose." }]
"""
REMARK = "［待核，相似度 90%：此处为“met”，记忆库中为“sat”］"


def lookup(sentence: str, _before: str, _after: str) -> Suggestion | None:
    return {"It met.": ALIKE, "It rose.": SURE}.get(sentence)


def test_a_remark_stands_behind_each_unsure_sentence_and_nothing_else_moves(
    tmp_path: Path,
) -> None:
    _, chinese = both(*made(tmp_path, TEXT), lookup)
    plain, table = with_remarks(chinese).blocks
    assert plain.text == f"开了会。{REMARK}It ate.［待译］ 散会。"
    assert [plain.text[one.start : one.end] for one in plain.marks] == [REMARK, "［待译］"]
    assert [(one.at, one.text) for one in plain.notes] == [(len(plain.text), "It slept.［待译］")]
    assert table.rows == (("4", f"开了会。{REMARK}", "散会。"),)
    assert "［" not in "".join(block.text for block in chinese.document.blocks)
