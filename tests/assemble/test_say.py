"""Values in the forms of each language."""

import re

import pytest

from tests.assemble.folders import both, made, paragraph, said
from toolkit.errors import TemplateError

SAID = {
    "{{ day|date }}": ("9 September 2026", "2026 年 9 月 9 日"),
    "{{ day }}": ("9 September 2026", "2026 年 9 月 9 日"),
    "{{ day|month }}": ("September 2026", "2026 年 9 月"),
    "{{ since }}": ("January 2026", "2026 年 1 月"),
    "{{ since|month }}": ("January 2026", "2026 年 1 月"),
    "{{ number|years(number) }}": ("4", "4 年"),
    "{{ 2021|years(2025) }}": ("2021–2025", "2021-2025 年"),
    "{{ name|work }}": ("Vienna", "《维也纳》"),
    "{{ number|ordinal|capital }}": ("Fourth", "第四"),
    "{{ days|days }}": ("7 to 9 September 2026", "2026 年 9 月 7 日至 9 日"),
    "{{ days|venue(name) }}": ("Vienna, 7–9 September 2026", "2026 年 9 月 7 日至 9 日，维也纳"),
    "{{ number|cardinal }}": ("four", "四"),
    "{{ number|ordinal }}": ("fourth", "第四"),
    "{{ number|figure }}": ("4", "4"),
    "{{ number|meetings }}": ("4th", "第 4"),
    "{{ symbol }}": ("A/RES/77/16", "A/RES/77/16"),
    "{{ symbol|symbol }}": ("A/RES/77/16", "A/RES/77/16"),
    "{{ name|title }}": ("“Vienna”", "“维也纳”"),
    "{{ states|states }}": (
        "Austria, Bolivia (Plurinational State of) and China",
        "奥地利、多民族玻利维亚国和中国",
    ),
    "{{ person.state|state }}": ("Plurinational State of Bolivia", "多民族玻利维亚国"),
    "{{ person.state|state('formal') }}": ("Plurinational State of Bolivia", "多民族玻利维亚国"),
    "{{ states|count }}": ("3", "3"),
    "{{ states|join }}": (
        "Plurinational State of Bolivia, China and Austria",
        "多民族玻利维亚国、中国和奥地利",
    ),
    "{{ person.surname|beside('X') }}": ("Ruiz X", "Ruiz X"),
    "{{ person.surname|beside('女士') }}": ("Ruiz 女士", "Ruiz 女士"),
}
DATA = """
name = { en = "Vienna", zh = "维也纳" }
day = 2026-09-09
since = "2026-01"
days = { from = 2026-09-07, to = 2026-09-09 }
number = 4
symbol = "A/RES/77/16"
states = ["Bolivia (Plurinational State of)", "China", "Austria"]
person = { name = "Ana Ruiz", state = "Bolivia (Plurinational State of)" }
"""


@pytest.mark.parametrize("wording", SAID)
def test_a_value_is_said_as_each_language_says_it(tmp_path, wording):
    named = set(re.findall(r"\w+", wording))
    given = [line for line in DATA.split("\n") if line.partition(" ")[0] in named]
    english, chinese = both(*made(tmp_path, paragraph(wording), "\n".join(given)))
    assert (english.document.blocks[0].text, chinese.document.blocks[0].text) == SAID[wording]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2026-09-07", "on 7 September 2026"),
        ("[2026-09-07, 2026-09-08]", "on 7 and 8 September 2026"),
        ("{ from = 2026-09-07, to = 2026-09-09 }", "from 7 to 9 September 2026"),
    ],
)
def test_days_take_the_word_that_suits_them(tmp_path, days, expected):
    text = paragraph("{{ days|days('on', 'from') }}")
    assert said(tmp_path, text, f"days = {days}") == [expected]


def test_a_state_with_a_long_name_is_named_in_full_once(tmp_path):
    text = paragraph("{{ states|states }}") + paragraph("{{ states|states }}")
    data = 'states = ["United Kingdom", "Albania"]'
    english, chinese = both(*made(tmp_path, text, data))
    assert [block.text for block in english.document.blocks] == [
        "Albania and United Kingdom of Great Britain and Northern Ireland",
        "Albania and United Kingdom",
    ]
    assert [block.text for block in chinese.document.blocks] == [
        "阿尔巴尼亚和大不列颠及北爱尔兰联合王国",
        "阿尔巴尼亚和联合王国",
    ]


def test_one_is_not_many(tmp_path):
    text = paragraph("{{ rows|plural('member', 'members') }}")
    one = "[[rows]]\ntitle = 'a'\n"
    assert said(tmp_path / ".", text, one) == ["member"]
    assert said(tmp_path / ".", text, one * 2) == ["members"]


def test_an_empty_field_is_named_with_its_clause(tmp_path):
    with pytest.raises(TemplateError) as caught:
        said(tmp_path, paragraph("On {{ day|date }} in {{ name }}."), "name = 'x'")
    assert str(caught.value).endswith(
        "text.toml, line 1, clause “one”: the field “day” is empty; "
        "fill it in, or give the clause a when."
    )


@pytest.mark.parametrize("wording", ["{{ name|date }}", "{{ day|states }}", "{{ name|figure }}"])
def test_a_filter_that_does_not_suit_its_value_says_what_it_needs(tmp_path, wording):
    with pytest.raises(TemplateError, match=r"the filter “.*” needs"):
        said(tmp_path, paragraph(wording), "name = 'x'\nday = 2026-01-01")


def test_a_list_needs_a_filter(tmp_path):
    with pytest.raises(TemplateError, match="a list or record needs a filter"):
        said(tmp_path, paragraph("{{ states }}"), 'states = ["Austria"]')


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        ("{ from = 2026-09-07, to = 2026-09-08 }", "7 and 8", "7 日和 8 日"),
        ("[2026-09-07, 2026-09-08]", "7 and 8", "7 日和 8 日"),
        ("[2026-09-07, 2026-09-09]", "7 and 9", "7 日和 9 日"),
        ("{ from = 2026-09-07, to = 2026-09-07 }", "7", "7 日"),
        ("{ from = 2026-09-07, to = 2026-09-09 }", "7 to 9", "7 日至 9 日"),
    ],
)
def test_two_days_are_no_range_in_the_text_nor_in_the_masthead(tmp_path, days, english, chinese):
    wording = paragraph("{{ days|days }}; {{ days|venue(name) }}")
    data = f"name = {{ en = 'Vienna', zh = '维也纳' }}\ndays = {days}"
    first = english.replace(" to ", "–")
    found = [one.document.blocks[0].text for one in both(*made(tmp_path, wording, data))]
    assert found == [
        f"{english} September 2026; Vienna, {first} September 2026",
        f"2026 年 9 月 {chinese}; 2026 年 9 月 {chinese}，维也纳",
    ]


def test_a_date_in_the_name_of_a_place_stays(tmp_path):
    data = (
        "name = { en = '7 September 2026 Hall, Vienna', zh = '维也纳 2026 年 9 月 7 日厅' }\n"
        "days = [2026-09-07, 2026-09-09]"
    )
    found = both(*made(tmp_path, paragraph("{{ days|venue(name) }}"), data))
    assert [one.document.blocks[0].text for one in found] == [
        "7 September 2026 Hall, Vienna, 7 and 9 September 2026",
        "2026 年 9 月 7 日和 9 日，维也纳 2026 年 9 月 7 日厅",
    ]


@pytest.mark.parametrize(
    ("states", "english", "chinese"),
    [
        ("['Austria', 'Holy See', 'State of Palestine']", "States", "缔约国"),
        ("['Austria', 'European Union']", "parties", "缔约方"),
        ("['Sovereign Order of Malta']", "parties", "缔约方"),
    ],
)
def test_the_european_union_makes_parties_of_states_parties(tmp_path, states, english, chinese):
    text = """[[clause]]
id = "a"
kind = "paragraph"
en = "{% if states|all_states %}States{% else %}parties{% endif %}: {{ states|states }}."
zh = "{% if states|all_states %}缔约国{% else %}缔约方{% endif %}：{{ states|states }}。"
"""
    found = both(*made(tmp_path, text, f"states = {states}"))
    starts = [re.split("[:：]", one.document.blocks[0].text)[0] for one in found]
    assert starts == [english, chinese]


def test_the_european_union_is_named_in_full_each_time(tmp_path):
    text = paragraph("{{ states|states }}") + paragraph("{{ states|states }}")
    english, chinese = both(*made(tmp_path, text, "states = ['European Union']"))
    assert [block.text for block in english.document.blocks] == ["European Union"] * 2
    assert [block.text for block in chinese.document.blocks] == ["欧洲联盟"] * 2
