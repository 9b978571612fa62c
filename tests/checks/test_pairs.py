"""Which blocks of two versions are compared."""

from toolkit.checks.pairs import matched
from toolkit.checks.rule import Facing, PairInput, Sentence
from toolkit.checks.run import run
from toolkit.diagnostics import Severity
from toolkit.readers.registry import read_bytes
from toolkit.workflows.alignment.facing import facing_of

EN = (
    "Port lamps\n\nArticle 4\n\nThe harbour master keeps 14 lamps in store.\n\n"
    "Article 5\n\nEvery pilot carries a chart and 2 flares.\n"
)
ZH = (
    "港口灯具\n\n通过于维也纳\n\n第四条\n\n港务长应备存 14 盏灯具。\n\n"
    "第五条\n\n每名引航员携带一张海图和 2 枚信号弹。\n"
)


def pair(source: str, target: str) -> PairInput:
    one, other = (
        read_bytes(text.encode(), f"one.{code}.md", name="markdown").document
        for text, code in ((source, "en"), (target, "zh"))
    )
    return PairInput(one, other, facing_of(one, other))


def codes(source: str, target: str) -> list[str]:
    found = run([], [pair(source, target)], select=["PAR"]).findings
    return [one.code for one in found if one.code not in ("PAR101", "PAR121")]


def test_paragraphs_without_numbers_are_compared_by_their_sentences_and_not_by_their_order() -> (
    None
):
    assert codes(EN, ZH) == []
    assert codes(EN, ZH.replace("14", "41")) in (["PAR102"], ["PAR112"])
    assert codes(EN, ZH.replace("第五条", "第六条")) == ["PAR162"]


def test_several_paragraphs_that_are_one_in_the_other_version_are_compared_as_one() -> None:
    source = EN.replace("in store.\n\nArticle 5\n\n", "in store.\n\n") + "\nIt has 7 locks.\n"
    target = ZH.replace("第五条\n\n", "").rstrip("\n") + "海图上有 7 座船闸。\n"
    assert codes(source, target) == []
    both = [(one.text, other.text) for one, other in matched(pair(source, target))]
    assert all(("2 flares" in one) == ("2 枚" in other) for one, other in both)


def test_what_one_version_alone_has_is_told_of_numbered_paragraphs_only() -> None:
    source = "1. The pilots met in Linz on 4 June 2029.\n\nThe pilots then met in Linz again.\n"
    target = "1. 引航员在林茨开会。\n\n引航员随后于 2029 年 6 月 5 日再次在林茨开会。\n"
    found = run([], [pair(source, target)], select=["PAR122"]).findings
    assert [one.values["source"] for one in found] == ["2029-06-04"]


def test_without_aligned_sentences_blocks_are_matched_by_their_order() -> None:
    given = pair(EN, ZH)
    bare = PairInput(given.source, given.target)
    assert len(list(matched(bare))) > len(EN.split("\n\n")) - 2


def test_an_unnumbered_paragraph_that_one_version_lacks_is_told() -> None:
    english = (
        "The Assembly of Keepers,\n\nRecalling its resolution 4/2 of 25 September 2030,\n\n"
        "Noting with concern that the oil of the northern harbours has been stolen,\n\n"
        "1. Decides to keep all the lamps burning until 2035.\n"
    )
    chinese = (
        "看守人大会，\n\n回顾其2030年9月25日第4/2号决议，\n\n1. 决定在2035年之前让所有灯都点着。\n"
    )
    whole = chinese.replace("1. ", "关切地注意到北部各港口的灯油被盗，\n\n1. ")
    for target, times in ((whole, 0), (chinese, 1)):
        found = run([], [pair(english, target)], select=["PAR121"]).findings
        assert [one.severity for one in found] == [Severity.WARNING] * times
        assert all("Noting with concern" in one.values["sentence"] for one in found)


def test_a_paragraph_is_not_missed_among_sentences_that_hardly_face_each_other() -> None:
    text = (
        "# Report\n\nThe keepers met.\n\nThe oil of four northern harbours was stolen by night.\n"
    )
    target = "# 报告\n\n看守人开了会。\n"
    one, other = pair(text, target).source, pair(text, target).target
    first, second = (block for block in one.blocks if block.text)
    (faced,) = (block for block in other.blocks if block.text)
    for confidence, times in ((0.95, 1), (0.6, 0)):
        facing = (
            Facing(
                (Sentence(first.id, first.text),), (Sentence(faced.id, faced.text),), confidence
            ),
            Facing((Sentence(second.id, second.text),), (), 0.99),
        )
        found = run([], [PairInput(one, other, facing)], select=["PAR121"]).findings
        assert len(found) == times
