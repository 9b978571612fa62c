"""An addendum goes on from the parts before it."""

import pytest

from tests.conftest import ROOT, SAMPLES
from toolkit.assemble import earlier, fill, going_on, load, read_data
from toolkit.errors import TemplateError
from toolkit.languages import by_code
from toolkit.workflows.documents.reading import load as load_document

PARTS = ("CSIW_COP_WG.3_2026_L.1", "CSIW_COP_WG.3_2026_L.1_Add.1")
TEMPLATE = load(ROOT / "templates" / "addendum")
DATA = """
symbol = "CSIW/COP/WG.3/2026/L.1/Add.2"
issued = 2026-09-09
FIRST
[body]
name = "Working Group on Pilotage and Rescue"
short = "Working Group"
organ = "Conference of the Parties"
organ_short = "Conference of the Parties"
[meeting]
place = "Vienna"
dates = 2026-09-07
[[chapters]]
CHAPTER
title = { en = "Recommendations", zh = "建议" }
[[chapters.sections]]
SECTION
title = { en = "General recommendations", zh = "一般性建议" }
recommendations = ["States parties should rest."]
[[chapters.sections]]
title = { en = "Ferries", zh = "渡船" }
recommendations = ["States parties should inspect ferries."]
[[chapters]]
title = { en = "Adoption of the report", zh = "通过报告" }
paragraphs = ["The report was adopted."]
"""


def before(language="en"):
    return earlier([load_document(str(SAMPLES / f"{n}.{language}.md")).document for n in PARTS])


def data(first="", chapter="", section=""):
    text = DATA.replace("FIRST", first).replace("CHAPTER", chapter).replace("SECTION", section)
    return read_data(text, "add2.toml", TEMPLATE)


def labels(values):
    blocks = fill(TEMPLATE, values, by_code("en")).document.blocks
    return [(one.path, one.continued) for one in blocks]


def test_numbers_go_on_and_headings_opened_before_are_continued():
    assert labels(going_on(TEMPLATE, data(), before())) == [
        ("II", True),
        ("II/A", True),
        ("II/A/rec 13", False),
        ("II/C", False),
        ("II/C/para 1", False),
        ("II/C/rec 14", False),
        ("V", False),
        ("V/para 2", False),
    ]


def test_what_the_data_file_says_already_stays():
    given = data("first_recommendation = 13", "number = 2\ncontinued = true", "number = 1")
    assert labels(going_on(TEMPLATE, given, before())) == labels(
        going_on(TEMPLATE, data(), before())
    )


@pytest.mark.parametrize("languages", [("zh",), ("zh", "en"), ("en", "zh")], ids="-".join)
def test_headings_are_known_in_any_language_of_the_earlier_parts(languages):
    parts = [f"{name}.{code}.md" for code in languages for name in PARTS]
    had = earlier([load_document(str(SAMPLES / one)).document for one in parts])
    assert labels(going_on(TEMPLATE, data(), had)) == labels(going_on(TEMPLATE, data(), before()))


def test_a_heading_without_words_in_the_language_of_the_earlier_parts_is_told(monkeypatch):
    both = '{ en = "General recommendations", zh = "一般性建议" }'
    monkeypatch.setattr(f"{__name__}.DATA", DATA.replace(both, '"General recommendations"'))
    with pytest.raises(TemplateError, match="“General recommendations” has no words in Chinese"):
        going_on(TEMPLATE, data(), before("zh"))


def test_numbers_that_are_given_need_no_words():
    given = data(chapter="number = 2", section="number = 1")
    found = labels(going_on(TEMPLATE, given, before("zh")))
    assert found[:3] == [("II", True), ("II/A", True), ("II/A/rec 13", False)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            data("first_recommendation = 9"),
            "add2.toml: recommendations begin with 9 here, but CSIW/COP/WG.3/2026/L.1 and "
            "CSIW/COP/WG.3/2026/L.1/Add.1 ends with 12: put 13 into “first_recommendation”",
        ),
        (data(chapter="number = 3"), "“Recommendations” is number 3 here, but 2 in CSIW"),
        (
            data(section="number = 2"),
            "but in CSIW/COP/WG.3/2026/L.1 and CSIW/COP/WG.3/2026/L.1/Add.1 that is “Pilotage",
        ),
    ],
    ids=["recommendation", "chapter", "section"],
)
def test_what_the_data_file_says_otherwise_is_told(given, message):
    with pytest.raises(TemplateError) as caught:
        going_on(TEMPLATE, given, before())
    assert message in str(caught.value)


def test_without_earlier_parts_an_addendum_must_say_where_it_begins():
    with pytest.raises(TemplateError, match=r"“chapter.number” is empty; fill it in, or give"):
        fill(TEMPLATE, data(), by_code("en"))
    text = DATA.replace("CHAPTER", "number = 2").replace("SECTION", "number = 1")
    for name in ("Ferries", "Adoption of the report"):
        text = text.replace(f'title = {{ en = "{name}"', f'number = 5\ntitle = {{ en = "{name}"')
    given = read_data(text.replace("FIRST", ""), "add2.toml", TEMPLATE)
    with pytest.raises(
        TemplateError, match=r"add2\.toml: the field “first_recommendation” is missing"
    ):
        fill(TEMPLATE, given, by_code("en"))
