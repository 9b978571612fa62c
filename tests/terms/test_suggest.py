"""Terms that a memory shows."""

from tests.conftest import ROOT, SAMPLES
from toolkit.terms.suggest import Couple
from toolkit.workflows.documents.reading import load, order_pair
from toolkit.workflows.terms.looking import load_terms
from toolkit.workflows.terms.suggesting import as_terms, of_memories, of_pair, suggested

LANGS = ("en", "zh")


def pairs(*couples: tuple[str, str], **options: float) -> list[tuple[str, str]]:
    units = [Couple(source=source, target=target) for source, target in couples]
    return [(one.source, one.target) for one in suggested(units, LANGS, least=3, **options)]  # type: ignore[arg-type]


def test_words_that_always_come_together_are_suggested_whole() -> None:
    found = pairs(
        ("The fog signal was heard.", "听到了雾号。"),
        ("A fog signal failed.", "一个雾号失灵。"),
        ("Fog signals are kept.", "应保留雾号。"),
        ("The ship sailed.", "船开航了。"),
    )
    assert [target for _, target in found] == ["雾号"]
    assert found[0][0].casefold() in ("fog signal", "fog signals")


def test_what_comes_without_the_other_is_not_suggested() -> None:
    found = pairs(
        ("The lamp was lit.", "点亮了灯。"),
        ("The lamp was lit.", "点亮了蜡烛。"),
        ("The lamp was lit.", "船只到达。"),
        ("The bell rang.", "敲响了钟。"),
    )
    assert found == []


def test_a_piece_that_never_stands_alone_is_not_suggested_beside_the_whole() -> None:
    found = pairs(
        ("The rescue coordination centre answered.", "救助协调中心作了答复。"),
        ("Rescue coordination centres meet.", "救助协调中心举行会议。"),
        ("A rescue coordination centre was named.", "指定了一个救助协调中心。"),
        ("The ship sailed.", "船开航了。"),
    )
    assert [target for _, target in found] == ["救助协调中心"]


def test_a_word_that_the_dictionary_cuts_otherwise_now_and_then_is_whole() -> None:
    found = pairs(
        ("The Secretariat wrote.", "秘书处写了信。"),
        ("The Secretariat met.", "秘书处开了会。"),
        ("The Secretariat left.", "秘书处离开了。"),
        ("The studies of the Secretariat were read.", "宣读了秘书处所研究的问题。"),
        ("The secretary spoke.", "秘书发言。"),
        ("The joint watch began.", "联合值守开始。"),
        ("A joint watch was kept.", "联合值守照常。"),
        ("The joint watch ended.", "联合值守结束。"),
        ("The United Nations wrote.", "联合国来函。"),
    )
    assert ("Secretariat", "秘书处") in found
    assert ("joint watch", "联合值守") in found


def test_the_beginning_of_a_longer_name_is_no_term() -> None:
    english = "Coordination of rescue services on shared waterways"
    chinese = "共有航道上救助力量协调"
    found = pairs(
        *((f"{english} was item {word}.", f"项目{number}是{chinese}。")
          for word, number in (("one", "一"), ("two", "二"), ("three", "三"))),
        ("The ship sailed.", "船开航了。"),
    )  # fmt: skip
    assert found == []


def test_of_names_that_always_come_in_a_row_none_is_taken_for_a_stretch_of_others() -> None:
    english = "Fog Cay, the British Sandbank Islands, Reed"
    chinese = "雾礁、英属沙滩群岛、芦角"
    found = dict(pairs(
        *((f"{english}: {word}.", f"{chinese}：{number}。")
          for word, number in (("May", "五月"), ("June", "六月"), ("July", "七月"))),
        ("The ship sailed.", "船开航了。"),
    ))  # fmt: skip
    assert found["British Sandbank Islands"] == "英属沙滩群岛"
    assert found["Fog Cay"] == "雾礁"


def test_parts_of_symbols_are_no_terms() -> None:
    found = pairs(
        *((f"Document LGT/BUOY/{number} was read.", f"宣读了 LGT/BUOY/{number} 号文件。")
          for number in range(5)),
        ("The ship sailed.", "船开航了。"),
    )  # fmt: skip
    assert not {"LGT", "BUOY"} & {target for _, target in found}


def test_the_lowest_score_holds() -> None:
    couples = (
        *((f"The lamp burned {word}.", f"灯塔{word}。") for word in "abc"),
        *((f"The lamp burned {word}.", f"蜡烛{word}。") for word in "def"),
    )
    assert pairs(*couples, score=0.8) == []
    assert pairs(*couples, score=0.5) != []


def test_the_sample_memory_shows_its_terms_and_known_ones_are_left_out() -> None:
    couples = of_memories([str(ROOT / "tm" / "sample.tmx")], LANGS)
    every = {(one.source, one.target) for one in suggested(couples, LANGS)}
    assert ("Working Group", "工作组") in every
    assert any(target == "救助协调中心" for _, target in every)
    known = load_terms([str(SAMPLES / "terms.csv")]).base
    fewer = {(one.source, one.target) for one in suggested(couples, LANGS, known=known)}
    assert fewer < every
    assert not any(target in ("救助协调中心", "引航员") for _, target in fewer)


def test_a_pair_of_versions_shows_terms_too() -> None:
    name = "CSIW_COP_WG.3_2025_6"
    sides = [load(str(SAMPLES / f"{name}.{lang}.md")) for lang in LANGS]
    found = suggested(of_pair(order_pair(*sides, *LANGS)), LANGS)
    assert any(one.source == "Working Group" and one.target == "工作组" for one in found)
    base = as_terms(found, LANGS)
    assert set(base.languages) == set(LANGS)
    assert len(base.concepts) == len(found)
    counts = [one.count for one in found]
    assert counts == sorted(counts, reverse=True)
    assert all(0 <= one.score <= 1 for one in found)
