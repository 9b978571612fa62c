"""Single relations: what is kept, moved, new or unsure, and what the second language says."""

import pytest

from toolkit.lineage import Descent, Relation, Shift, lineage, trace
from toolkit.lineage.trace import Witness
from toolkit.model import Block, Document, Kind, Masthead, Profile

LOCKS = "States parties should inspect the gates of every lock before the navigation season begins."
GAUGES = "States parties should exchange gauge readings free of charge at least every six hours."
FLARES = "Rescue craft should carry flares, a stretcher and a radio set for the distress channel."
PILOTS = (
    "Pilots who refuse a voyage in good faith should suffer no loss of pay (see recommendation 3)."
)
LOCKS_ZH = "缔约国应在通航季节开始前检查每座船闸的闸门。"
GAUGES_ZH = "缔约国应至少每六小时免费交换一次水位读数。"
FLARES_ZH = "救援艇应携带信号弹、担架和遇险频道电台。"


def document(
    texts: list[str], *, language: str = "en", symbol: str | None = None, section: str = "A"
) -> Document:
    heading = Block(id="h", kind=Kind.HEADING, text=f"Part {section}", level=2, label=section,
                    number=1, path=f"II/{section}")  # fmt: skip
    blocks = tuple(
        Block(id=f"b{at}", kind=Kind.RECOMMENDATION, text=text, number=at, label=f"Rec {at}",
              path=f"II/{section}/rec {at}")
        for at, text in enumerate(texts, start=1)
    )  # fmt: skip
    return Document(
        profile=Profile.REPORT,
        language=language,
        masthead=Masthead(symbol=symbol),
        blocks=(heading, *blocks),
    )


def only(descents: tuple[Descent, ...], final: int) -> Descent:
    (one,) = [each for each in descents if each.final and each.final[0].number == final]
    return one


def test_white_space_and_numbers_of_references_do_not_count() -> None:
    changed = PILOTS.replace("recommendation 3", "recommendations 7 and 9").replace(
        " should", "  should"
    )
    one = only(trace([document([PILOTS])], document([changed])), 1)
    assert one.relation is Relation.KEPT
    assert one.confidence > 0.95
    other = only(trace([document([PILOTS])], document([PILOTS.replace("good", "bad")])), 1)
    assert other.relation is Relation.REWORDED
    assert [(x.sign, x.text) for x in other.changes if x.sign != "="] == [
        ("-", "good"),
        ("+", "bad"),
    ]


def test_only_the_item_that_passed_the_others_was_moved() -> None:
    found = trace([document([LOCKS, GAUGES, FLARES])], document([FLARES, LOCKS, GAUGES]))
    assert [one.moved for one in found] == [True, False, False]


def test_another_section_is_a_move() -> None:
    found = trace([document([LOCKS, GAUGES])], document([LOCKS, GAUGES], section="C"))
    assert all(one.moved for one in found)
    assert any("from" in part.template for part in found[0].evidence)


def test_nothing_is_invented_where_nothing_is_alike() -> None:
    found = trace([document([LOCKS])], document([FLARES]))
    assert [(one.relation, len(one.draft), len(one.final)) for one in found] == [
        (Relation.NEW, 0, 1),
        (Relation.DROPPED, 1, 0),
    ]
    assert trace([document([])], document([])) == ()


def test_a_part_not_given_is_named_by_its_symbol() -> None:
    final = document(
        [FLARES, "The report was adopted (CSIW/COP/2030/L.1 and CSIW/COP/2030/L.1/Add.1)."]
    )
    missing = trace([document([LOCKS], symbol="CSIW/COP/2030/L.1")], final)
    assert "CSIW/COP/2030/L.1/Add.1" in str(only(missing, 1).evidence[0].values)
    both = [
        document([LOCKS], symbol="CSIW/COP/2030/L.1"),
        document([GAUGES], symbol="CSIW/COP/2030/L.1/Add.1"),
    ]
    assert "none of the drafts" in only(trace(both, final), 1).evidence[0].template


def test_several_drafts_become_one_report() -> None:
    drafts = [document([LOCKS, GAUGES]), document([FLARES])]
    found = trace(drafts, document([GAUGES, FLARES, LOCKS]))
    assert [(one.draft[0].document, one.draft[0].number) for one in found] == [
        (0, 2),
        (1, 1),
        (0, 1),
    ]


def test_a_second_language_that_agrees_makes_a_relation_surer() -> None:
    drafts, final = [document([LOCKS, GAUGES])], document([GAUGES.replace("six", "four"), LOCKS])
    alone = only(trace(drafts, final), 1)
    witness = Witness(
        [document([LOCKS_ZH, GAUGES_ZH], language="zh")],
        document([GAUGES_ZH.replace("六", "四"), LOCKS_ZH], language="zh"),
    )
    together = only(trace(drafts, final, witness), 1)
    assert together.confidence > alone.confidence
    assert "says the same" in together.evidence[-1].template


def test_a_second_language_that_disagrees_is_told_and_makes_it_less_sure() -> None:
    drafts, final = [document([LOCKS, GAUGES])], document([GAUGES.replace("six", "four"), LOCKS])
    alone = only(trace(drafts, final), 1)
    witness = Witness(
        [document([LOCKS_ZH, GAUGES_ZH], language="zh")],
        document([FLARES_ZH, LOCKS_ZH], language="zh"),
    )
    together = only(trace(drafts, final, witness), 1)
    assert together.relation is Relation.REWORDED
    assert together.confidence < alone.confidence
    assert "says otherwise" in together.evidence[-1].template


def test_hardening_and_the_party_addressed_are_told() -> None:
    after = LOCKS.replace("should inspect", "must inspect").replace(
        "States parties", "Member States"
    )
    one = only(trace([document([LOCKS])], document([after])), 1)
    assert one.strength is Shift.HARDENED
    assert one.parties == ("States parties", "Member States")


def test_words_of_the_same_kind_alone_make_no_sure_parent() -> None:
    phrase = "States parties should consider the matter of"
    drafts = [document([f"{phrase} ice.", f"{phrase} wind."]), document([LOCKS, FLARES, PILOTS])]
    found = trace(drafts, document([f"{phrase} dredging in the estuary."]))
    assert only(found, 1).confidence < 0.8


def test_a_draft_without_items_of_a_kind_is_no_obstacle() -> None:
    (one,) = trace([Document(profile=Profile.REPORT, language="en")], document([LOCKS]))
    assert one.relation is Relation.NEW
    (other,) = trace([document([LOCKS])], Document(profile=Profile.REPORT, language="en"))
    assert other.relation is Relation.DROPPED


def paragraph(text: str, number: int = 1) -> Document:
    block = Block(
        id="p", kind=Kind.PARAGRAPH, text=text, number=number, label=f"{number}.",
        path=f"III/para {number}",
    )  # fmt: skip
    return Document(profile=Profile.REPORT, language="en", blocks=(block,))


def test_a_paragraph_that_became_a_recommendation_is_told_as_such() -> None:
    result = trace([paragraph(LOCKS)], document([LOCKS, FLARES]))
    one = only(result, 1)
    assert (one.relation, one.draft[0].kind) == (Relation.KEPT, Kind.PARAGRAPH)
    assert one.kind is Kind.RECOMMENDATION
    assert [part for part in one.evidence if part.values.get("old_word") == "paragraph"]
    assert len(result) == 2
    assert trace([paragraph(LOCKS)], document([LOCKS]), kinds=(Kind.PARAGRAPH,))
    back = trace([document([LOCKS])], paragraph(LOCKS))
    assert [(x.kind, x.draft[0].kind) for x in back] == [(Kind.PARAGRAPH, Kind.RECOMMENDATION)]


def test_formulas_of_another_kind_do_not_cross() -> None:
    found = trace([paragraph("The meeting took note of the gauges.")], document([GAUGES]))
    assert {one.relation for one in found} == {Relation.NEW, Relation.DROPPED}


@pytest.mark.parametrize(
    ("draft", "final", "told"),
    [
        ("CSIW/COP/2030/L.1", "CSIW/COP/2030/6", False),
        ("CSIW/COP/2030/L.1/Add.1", "CSIW/COP/2030/6", False),
        ("CSIW/COP/2030/L.1", "CSIW/COP/2030/L.1/Rev.1", False),
        ("CSIW/COP/2030/L.1/Add.1", "CSIW/COP/2030/L.1/Add.2", True),
        ("CSIW/COP/2029/L.1", "CSIW/COP/2030/6", True),
        ("CSIW/COP/2030/5", "CSIW/COP/2030/6", True),
        (None, "CSIW/COP/2030/6", False),
    ],
)
def test_symbols_of_other_meetings_and_parts_raise_a_doubt(
    draft: str | None, final: str, told: bool
) -> None:
    texts = [LOCKS, GAUGES, FLARES]
    result = lineage([document(texts, symbol=draft)], document(texts, symbol=final))
    assert bool(result.doubts) is told
    assert all((one.confidence <= 0.45) is told for one in result.descents if one.draft)


def test_of_a_draft_that_hardly_comes_back_formulas_alone_are_no_parents() -> None:
    formula = "The Working Group recommended that the Conference consider the following."
    draft = document([formula, LOCKS, GAUGES, PILOTS, formula])
    final = document([formula, FLARES, "Buoys in the estuary were painted in two colours."])
    result = lineage([draft, document([FLARES])], final)
    assert [one.document for one in result.doubts] == [0]
    assert 0 < int(str(result.doubts[0].said.values["percent"])) < 30
    by_final = {one.final[0].number: one for one in result.descents if one.final}
    assert by_final[1].relation is Relation.NEW
    assert by_final[2].draft[0].document == 1
    assert by_final[2].confidence > 0.9


@pytest.mark.parametrize(
    ("drafted", "final", "said"),
    [
        (
            "At its 4th meeting, on 8 September, the Group considered agenda item 4, on flares.",
            "At its 4th meeting, on 8 September, the Group considered agenda item 3, on gauges.",
            "different agenda items",
        ),
        (
            "Under agenda item 2, statements were made by Chad, Jordan, Peru, Togo and Yemen.",
            "The following States parties were represented: Chad, Jordan, Peru, Togo and Yemen.",
            "names of States",
        ),
    ],
)
def test_a_formula_filled_with_something_else_is_unsure(
    drafted: str, final: str, said: str
) -> None:
    one = only(trace([document([drafted])], document([final])), 1)
    assert one.draft
    assert one.confidence < 0.5
    assert any(said in each.template for each in one.evidence)


def test_another_agenda_item_is_another_text_and_one_more_is_the_same() -> None:
    words = "Under agenda item 2, statements were made by Chad, Jordan, Peru, Togo and Yemen."
    other = only(trace([document([words])], document([words.replace("2", "3")])), 1)
    assert other.relation is Relation.REWORDED
    assert other.confidence < 0.5
    wider = words.replace("item 2", "items 2 and 3").replace("Peru", "Mali, Peru")
    one = only(trace([document([words])], document([wider])), 1)
    assert one.draft
    assert one.confidence > 0.5


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lists_of_states_that_were_joined_are_merged(language: str) -> None:
    words = {
        "en": (
            "Under agenda item {}, statements were made by the representatives of {}.",
            "Chad, Ghana, Jordan, Peru, Togo and Yemen",
            "Chad, Ghana, Mali, Peru and Togo",
            "Chad, Ghana, Jordan, Mali, Peru, Togo and Yemen",
        ),
        "zh": (
            "在议程项目 {} 下，下列国家的代表作了发言：{}。",
            "乍得、加纳、约旦、秘鲁、多哥和也门",
            "乍得、加纳、马里、秘鲁和多哥",
            "乍得、加纳、约旦、马里、秘鲁、多哥和也门",
        ),
    }
    frame, first, second, joined = words[language]
    both = frame.format(2, joined)
    both = both.replace("item 2", "items 2 and 3").replace("项目 2", "项目 2 和 3")
    drafts = [frame.format(2, first), frame.format(3, second)]
    one = only(trace([document(drafts, language=language)], document([both], language=language)), 1)
    assert one.relation is Relation.MERGED
    assert [item.number for item in one.draft] == [1, 2]
    alone = frame.format(2, joined)
    other = trace([document(drafts, language=language)], document([alone], language=language))
    assert only(other, 1).relation is not Relation.MERGED
