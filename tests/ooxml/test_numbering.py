from hypothesis import given
from hypothesis import strategies as st
from wordxml import abstract, in_list, level, num, p, part, word

from toolkit.ooxml.document import read_word
from toolkit.ooxml.formats import FORMATS, chinese_counting, letters, roman, show


def labels(body: str, numbering: str, styles: str = "") -> list[str | None]:
    parts = {"numbering": part("numbering", numbering)}
    if styles:
        parts["styles"] = part("styles", styles)
    return [one.label for one in read_word(word(body, **parts), "a").body]


CHAPTERS = abstract(1, level(0, "upperRoman", "%1."), level(1, "upperLetter", "%2."))


def test_deeper_levels_begin_anew_under_the_next_entry() -> None:
    body = "".join(p("x", in_list(1, depth)) for depth in (0, 1, 1, 0, 1))
    assert labels(body, CHAPTERS + num(1, 1)) == ["I.", "A.", "B.", "II.", "A."]


def test_uses_of_one_list_share_its_counters() -> None:
    body = p("x", in_list(1, 0)) + p("x", in_list(2, 0))
    assert labels(body, CHAPTERS + num(1, 1) + num(2, 1)) == ["I.", "II."]


def test_a_start_override_counts_once_for_each_use_and_level() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="35"/></w:lvlOverride>'
    body = "".join(p("x", in_list(key, 0)) for key in (1, 2, 2, 1))
    found = labels(body, CHAPTERS + num(1, 1) + num(2, 1, override))
    assert found == ["I.", "XXXV.", "XXXVI.", "XXXVII."]


def test_a_level_that_never_restarts_goes_on_counting() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2)", more=never))
    body = "".join(p("x", in_list(1, depth)) for depth in (0, 1, 0, 1))
    assert labels(body, lists + num(1, 1)) == ["1.", "1)", "2.", "2)"]


def test_legal_numbering_shows_all_levels_in_figures() -> None:
    lists = abstract(
        1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    )
    body = "".join(p("x", in_list(1, depth)) for depth in (0, 0, 1))
    assert labels(body, lists + num(1, 1)) == ["I.", "II.", "2.1"]


def test_a_style_puts_its_paragraphs_in_a_list_and_on_its_level() -> None:
    own = '<w:pStyle w:val="Sub"/>'
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", more=own))
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Sub"><w:pPr>{in_list(1, 0)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kid"><w:basedOn w:val="Sub"/></w:style>'
    ).replace('<w:ilvl w:val="0"/>', "")
    body = p("x", '<w:pStyle w:val="Sub"/>') + p("x", '<w:pStyle w:val="Kid"/>')
    assert labels(body, lists + num(1, 1), styles)[0] == "(a)"


def test_number_zero_takes_a_paragraph_out_of_its_styles_list() -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="S"><w:pPr>{in_list(1, 0)}</w:pPr></w:style>'
    body = p("x", '<w:pStyle w:val="S"/>' + in_list(0, 0)) + p("x", '<w:pStyle w:val="S"/>')
    assert labels(body, CHAPTERS + num(1, 1), styles) == [None, "I."]


def test_a_list_may_only_name_the_list_style_that_another_defines() -> None:
    lists = abstract(1, '<w:numStyleLink w:val="UN"/>') + abstract(
        2, '<w:styleLink w:val="UN"/>', level(0, "lowerRoman", "(%1)")
    )
    assert labels(p("x", in_list(1, 0)), lists + num(1, 1)) == ["(i)"]


def test_a_bullet_of_a_symbol_font_becomes_a_bullet() -> None:
    lists = abstract(1, level(0, "bullet", "\uf0b7"))
    assert labels(p("x", in_list(1, 0)), lists + num(1, 1)) == ["•"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = in_list(1, 0) + '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    deleted = p('<w:del w:id="2" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>', gone)
    body = p("x", in_list(1, 0)) + deleted + p("y", in_list(1, 0))
    assert labels(body, CHAPTERS + num(1, 1)) == ["I.", "II."]


def test_formats_of_united_nations_documents() -> None:
    shown = [show(12, name) for name in ("upperRoman", "lowerLetter", "chineseCounting", "none")]
    assert shown == ["XII", "l", "十二", ""]
    assert [letters(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    known = {10: "十", 11: "十一", 20: "二十", 100: "一百", 105: "一百零五", 1010: "一千零一十"}
    assert {n: chinese_counting(n) for n in known} == known
    assert show(3, "decimalEnclosedCircle") == "③"
    assert show(12, "decimalFullWidth") == "\uff11\uff12"


@given(st.integers(1, 3999))
def test_roman_numerals_say_their_value(value: int) -> None:
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    figures = [worth[sign] for sign in roman(value)]
    total = sum(-one if one < max(figures[place:]) else one for place, one in enumerate(figures))
    assert total == value


@given(st.integers(0, 10**9), st.sampled_from(sorted(FORMATS)))
def test_no_counter_is_too_large_for_a_format(value: int, name: str) -> None:
    assert len(show(value, name)) < 500
