"""States in running text, and lists of them."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.states.find import find, find_lists
from toolkit.states.order import out_of_order
from toolkit.states.state import Standing, states


def codes(text: str, language: str) -> list[str]:
    return [m.state.code for m in find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Equatorial Guinea, Guinea, Papua New Guinea", "en", ["GNQ", "GIN", "PNG"]),
        ("Guinea-Bissau and the Niger, not Nigeria", "en", ["GNB", "NER", "NGA"]),
        ("Dominica and the Dominican Republic", "en", ["DMA", "DOM"]),
        ("the Congo and the Democratic Republic of the Congo", "en", ["COG", "COD"]),
        ("Republic of the Congo", "en", ["COG"]),
        ("Democratic People’s Republic of Korea", "en", ["PRK"]),
        ("Iran (Islamic Republic of), Iran", "en", ["IRN", "IRN"]),
        ("United\u00a0Kingdom of Great Britain\nand Northern Ireland", "en", ["GBR"]),
        ("Ireland, Northern Irelands", "en", ["IRL"]),
        ("South Sudan, the Sudan; South Africa", "en", ["SSD", "SDN", "ZAF"]),
        ("Samoa, American Samoa; the Gulf of Guinea", "en", ["WSM"]),
        ("a Malian woman from Romania", "en", ["ROU"]),
        ("turkey and china plates", "en", []),
        ("Côte d’Ivoire, Cote d'Ivoire, Türkiye", "en", ["CIV", "CIV", "TUR"]),
        ("中国常驻代表", "zh", ["CHN"]),
        ("发展中国家和印度洋", "zh", []),
        ("几内亚比绍、赤道几内亚、巴布亚新几内亚、几内亚", "zh", ["GNB", "GNQ", "PNG", "GIN"]),
        ("印度尼西亚和印度", "zh", ["IDN", "IND"]),
        ("刚果、刚果民主共和国", "zh", ["COG", "COD"]),
        ("多米尼克和多米尼加共和国", "zh", ["DMA", "DOM"]),
        ("南苏丹、苏丹、阿曼苏丹国", "zh", ["SSD", "SDN", "OMN"]),
        ("马耳他主权教团和马耳他", "zh", ["XOM", "MLT"]),
        ("波斯尼亚和黑塞哥维那和中国", "zh", ["BIH", "CHN"]),
        ("安提瓜和巴布达和圣基茨和尼维斯", "zh", ["ATG", "KNA"]),
        ("Peru", "zh", []),
        ("Perú", "es", []),
    ],
)
def test_the_longest_name_at_each_place_is_found(
    text: str, language: str, found: list[str]
) -> None:
    assert codes(text, language) == found


def test_a_mention_tells_how_good_its_name_is() -> None:
    standings = [m.standing for m in find("伊朗、伊朗伊斯兰共和国、美国、荷兰、秘鲁共和国", "zh")]
    avoid, short, later, variant, formal = standings
    assert avoid is Standing.AVOID
    assert short is Standing.SHORT
    assert later is Standing.LATER
    assert variant is Standing.VARIANT
    assert formal is Standing.FORMAL


@given(st.lists(st.sampled_from(states()), min_size=3, max_size=8), st.sampled_from(["en", "zh"]))
def test_every_list_of_short_names_is_read_back(listed: list, language: str) -> None:  # type: ignore[type-arg]
    comma, last = ("、", "和") if language == "zh" else (", ", " and ")
    names = [state.short(language) for state in listed]
    text = comma.join(names[:-1]) + last + names[-1]
    (run,) = find_lists(text, language)
    assert list(run.states) == listed
    assert run.span.of(text) == text
    assert run.unknown == ()


def test_an_unknown_name_inside_does_not_break_a_list() -> None:
    text = "Statements were made by Chad, Atlantis, the Niger, and the Kingdom of Oz and Peru."
    (run,) = find_lists(text, "en")
    assert [s.code for s in run.states] == ["TCD", "NER", "PER"]
    assert [span.of(text) for span in run.unknown] == ["Atlantis", "the Kingdom of Oz"]
    text = "乍得、亚特兰、奥兹国、欧洲联盟和秘鲁作了发言。"
    (run,) = find_lists(text, "zh")
    assert [span.of(text) for span in run.unknown] == ["亚特兰", "奥兹国"]
    assert run.span.of(text) == "乍得、亚特兰、奥兹国、欧洲联盟和秘鲁"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru and Chad", "en"),
        ("Peru spoke, Chad spoke, and Mali spoke", "en"),
        ("Peru. Chad. Mali", "en"),
        ("Chad, which had met Peru, said that Mali, like others, agreed", "en"),
        ("秘鲁表示，乍得和马里同意", "zh"),
        ("中国和（秘鲁）。乍得、马里", "zh"),
    ],
)
def test_names_in_prose_are_no_list(text: str, language: str) -> None:
    assert find_lists(text, language) == ()


def test_two_lists_in_one_text_are_two() -> None:
    text = "Chad, Mali and Peru spoke. Oman, Qatar and Tonga listened."
    assert [len(run.mentions) for run in find_lists(text, "en")] == [3, 3]


@pytest.mark.parametrize(
    "piece", ["中", "中国、", "Guinea ", "Chad, and ", "the ", "Chad, X, Y, Z "]
)
def test_long_hostile_text_takes_time_in_proportion(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    before = time.process_time()
    for language in ("en", "zh"):
        find_lists(text, language)
    assert time.process_time() - before < 15


def _paragraph(shared: Path, number: int) -> str:
    text = (shared / "reports" / "final-report.zh.md").read_text("utf-8")
    found = re.search(rf"^{number}\. (.*)$", text, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("number", "size"), [(59, 36), (61, 11), (63, 86), (64, 6)])
def test_every_name_of_the_lists_of_the_final_report_is_known_and_in_order(
    shared: Path, number: int, size: int
) -> None:
    (run,) = find_lists(_paragraph(shared, number), "zh")
    listed = re.split(r"、|和(?!国)", _paragraph(shared, number).partition("：")[2].strip("。"))
    assert len(run.states) == len(listed) == size
    assert run.unknown == ()
    assert all(m.standing is not Standing.AVOID for m in run.mentions)
    assert out_of_order(run.states) == ()


def test_the_states_out_of_order_in_the_draft_are_named_and_no_others(shared: Path) -> None:
    raw = (shared / "reports" / "draft-addendum-2.zh.txt").read_text("utf-8")
    subregion, speakers, last = find_lists(re.sub(r"\s+", "", raw), "zh")
    assert (len(subregion.states), len(speakers.states), len(last.states)) == (3, 20, 11)
    assert len(out_of_order(subregion.states)) == 2
    assert out_of_order(last.states) == ()
    (fault,) = out_of_order(speakers.states)
    assert fault.after is not None
    assert fault.before is not None
    assert (fault.state.code, fault.after.code, fault.before.code) == ("LKA", "ZAF", "SDN")


def test_no_list_of_the_final_report_is_out_of_order(shared: Path) -> None:
    text = (shared / "reports" / "final-report.zh.md").read_text("utf-8")
    lists = find_lists(text, "zh")
    assert len(lists) == 6
    assert [out_of_order(run.states) for run in lists] == [()] * 6
