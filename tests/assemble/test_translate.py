"""The second language: approved wording, memory, English; each sentence with its origin."""

import pytest

from tests.assemble.folders import both, made, nothing
from toolkit.assemble import Suggestion, translate
from toolkit.assemble.filled import Origin, as_json, describe
from toolkit.errors import TemplateError
from toolkit.languages import by_code

APPROVED = (
    "[[clause]]\nid = 'one'\nen = 'The {{ name }} met. It rose.'\nzh = '{{ name }}开了会。'\n"
)
PLAIN = "[[clause]]\nid = 'two'\nen = 'It met. It ate. It rose.'\n"


def memory(*known):
    """Answer the sentences of ``known``; remember what was asked."""
    asked = []

    def lookup(sentence, before, after):
        asked.append((sentence, before, after))
        return dict(known).get(sentence)

    lookup.asked = asked
    return lookup


def exact(text, **more):
    return Suggestion(**{"text": text, "kind": "exact", "score": 100, "symbol": "A/1", **more})


def origins(filled):
    return [(one.origin, one.target) for one in filled.sentences]


def test_approved_wording_comes_before_the_memory(tmp_path):
    lookup = memory()
    data = 'name = { en = "Group", zh = "小组" }'
    _, chinese = both(*made(tmp_path, APPROVED, data), lookup)
    assert origins(chinese) == [(Origin.TEMPLATE, "小组开了会。")]
    assert lookup.asked == []


def test_a_clause_of_fewer_sentences_stands_for_the_whole(tmp_path):
    data = 'name = { en = "Group", zh = "小组" }'
    _, chinese = both(*made(tmp_path, APPROVED, data))
    assert [one.source for one in chinese.sentences] == ["The Group met. It rose."]


def test_the_memory_is_asked_with_the_sentences_around(tmp_path):
    lookup = memory(("It ate.", exact("吃了。")))
    _, chinese = both(*made(tmp_path, PLAIN), lookup)
    assert [asked for asked in lookup.asked if asked[0].count(".") == 1] == [
        ("It met.", "", "It ate."),
        ("It ate.", "It met.", "It rose."),
        ("It rose.", "It ate.", ""),
    ]
    assert origins(chinese) == [
        (Origin.UNTRANSLATED, "It met."),
        (Origin.EXACT, "吃了。"),
        (Origin.UNTRANSLATED, "It rose."),
    ]
    assert chinese.document.blocks[0].text == "It met. 吃了。It rose."


def test_sentences_that_the_memory_keeps_together_are_found_together(tmp_path):
    lookup = memory(("It met. It ate.", exact("开会吃饭。")), ("It met.", exact("x", kind="fuzzy")))
    _, chinese = both(*made(tmp_path, PLAIN), lookup)
    assert [(one.origin, one.source) for one in chinese.sentences] == [
        (Origin.EXACT, "It met. It ate."),
        (Origin.UNTRANSLATED, "It rose."),
    ]
    assert ("It met. It ate.", "", "It rose.") in lookup.asked


@pytest.mark.parametrize("kind", ["context", "exact", "substituted", "fuzzy"])
def test_what_the_memory_says_is_marked_with_kind_score_and_place(tmp_path, kind):
    found = exact("吃了。", kind=kind, score=88, path="III/para 4", note="set: 3 -> 4")
    _, chinese = both(*made(tmp_path, PLAIN), memory(("It ate.", found)))
    one = chinese.sentences[1]
    assert (one.origin, one.score, one.symbol, one.path) == (Origin(kind), 88, "A/1", "III/para 4")
    remark = chinese.remarks()[1]
    assert remark.tone == kind
    assert remark.text == f"Memory, {kind} 88 %: A/1, III/para 4. set: 3 -> 4."
    assert chinese.document.blocks[0].text[remark.start : remark.end] == "吃了。"


def test_free_text_with_its_chinese_needs_no_memory(tmp_path):
    text = "[[clause]]\nid = 'one'\nboth = '{{ name }}'\n"
    data = 'name = { en = "It met. It ate.", zh = "开了会。吃了饭。" }'
    _, chinese = both(*made(tmp_path, text, data))
    assert [(one.source, one.target) for one in chinese.sentences] == [
        ("It met.", "开了会。"),
        ("It ate.", "吃了饭。"),
    ]
    assert chinese.counts()["template"] == 2


def test_free_text_in_english_only_goes_through_the_memory_by_sentences(tmp_path):
    text = "[[clause]]\nid = 'one'\nboth = '{{ name }}'\n"
    lookup = memory(("It met.", exact("开了会。")))
    _, chinese = both(*made(tmp_path, text, 'name = "It met. It ate."'), lookup)
    assert [one.origin for one in chinese.sentences] == [Origin.EXACT, Origin.UNTRANSLATED]
    assert chinese.sentences[1].note == "The data file has no Chinese for “It met. It ate.”"


def test_free_text_inside_approved_wording_is_borrowed_and_said_to_be(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = 'The item “{{ name }}”.'\nzh = '项目“{{ name }}”。'\n"
    lookup = memory(("Other matters", exact("其他事项", path="III/C")))
    _, chinese = both(*made(tmp_path, text, 'name = "Other matters"'), lookup)
    one = chinese.sentences[0]
    assert (one.target, one.origin, one.path) == ("项目“其他事项”。", Origin.EXACT, "III/C")
    assert one.note == "“其他事项” is from the memory, the rest from the template"


def test_a_fuzzy_match_is_not_borrowed_into_approved_wording(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = 'The item “{{ name }}”.'\nzh = '项目“{{ name }}”。'\n"
    lookup = memory(("Other matters", exact("其他", kind="fuzzy", score=80)))
    _, chinese = both(*made(tmp_path, text, 'name = "Other matters"'), lookup)
    assert origins(chinese) == [(Origin.UNTRANSLATED, "The item “Other matters”.")]


def test_a_footnote_and_a_line_of_the_masthead_are_listed_too(tmp_path):
    text = (
        "[masthead]\ntitle = { en = 'Letter' }\n"
        "[[clause]]\nid = 'one'\nboth = '{{ name }}'\nnote = { en = 'See below.' }\n"
    )
    data = 'name = { en = "It met.", zh = "开了会。" }'
    lookup = memory(("See below.", exact("见下文。")))
    _, chinese = both(*made(tmp_path, text, data), lookup)
    assert [(one.block_id, one.origin) for one in chinese.sentences] == [
        ("masthead/title", Origin.UNTRANSLATED),
        ("b1", Origin.TEMPLATE),
        ("b1/note 1", Origin.EXACT),
    ]
    assert chinese.document.masthead.title == "Letter"
    assert chinese.document.blocks[0].notes[0].text == "见下文。"
    assert [remark.block_id for remark in chinese.remarks()] == ["b1"]


def test_states_named_in_a_sentence_of_the_memory_count_as_named(tmp_path):
    text = (
        "[[clause]]\nid = 'one'\nen = '{{ states|states }} spoke.'\n"
        "[[clause]]\nid = 'two'\nen = '{{ states|states }} ate.'\n"
        "zh = '{{ states|states }}吃了。'\n"
    )
    english, chinese = both(*made(tmp_path, text, 'states = ["United Kingdom"]'))
    assert english.document.blocks[1].text == "United Kingdom ate."
    assert chinese.document.blocks[1].text == "联合王国吃了。"


def test_an_approved_wording_that_does_not_hold_is_a_fault_with_its_clause(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = 'Text.'\nzh = '{{ name|date }}。'\n"
    with pytest.raises(TemplateError, match="clause “one”: the filter “date” needs a date"):
        both(*made(tmp_path, text, "name = 'x'"))


def test_the_json_has_a_sentence_and_its_place_in_the_memory(tmp_path):
    found = exact("吃了。", path="III/para 4")
    _, chinese = both(*made(tmp_path, PLAIN), memory(("It ate.", found)))
    listed = as_json(chinese)
    assert listed["language"] == "zh"
    assert sum(listed["summary"].values()) == 3
    assert listed["sentences"][1] == {
        "block": "b1",
        "path": "para 1",
        "start": 8,
        "end": 11,
        "clause": "two",
        "origin": "exact",
        "score": 100,
        "source": "It ate.",
        "target": "吃了。",
        "memory": {"symbol": "A/1", "path": "III/para 4"},
        "note": None,
        "differs": [],
        "offered": None,
    }


def test_without_a_memory_everything_unapproved_is_marked(tmp_path):
    _, chinese = both(*made(tmp_path, PLAIN), nothing)
    assert {remark.tone for remark in chinese.remarks()} == {"untranslated"}


ALIKE = Suggestion(text="开了会。", kind="fuzzy", score=90, symbol="A/1", changes=(("sat", "met"),))


def test_what_is_only_alike_is_offered_where_nothing_would_show_it(tmp_path):
    template, data = made(tmp_path, PLAIN)
    english, _ = both(template, data)
    lookup = memory(("It met.", ALIKE))
    plain = translate(english, template, data, by_code("zh"), lookup, fuzzy=False)
    one = plain.sentences[0]
    assert (one.origin, one.target, one.offered) == (Origin.UNTRANSLATED, "It met.", "开了会。")
    assert describe(one) == (
        "Not translated: the memory has only something alike, 90 %: A/1. "
        "Here “met”, in the memory “sat”. It says: “开了会。”"
    )
    marked = translate(english, template, data, by_code("zh"), lookup)
    assert origins(marked)[0] == (Origin.FUZZY, "开了会。")
    assert [one.clause for one in (*plain.alike(), *marked.alike())] == ["two", "two"]


def test_a_footnote_is_never_filled_with_what_is_only_alike(tmp_path):
    text = "[[clause]]\nid = 'one'\nen = 'It rose.'\nnote = { en = 'It met.' }\n"
    _, chinese = both(*made(tmp_path, text), memory(("It met.", ALIKE)))
    assert chinese.document.blocks[0].notes[0].text == "It met."
    assert chinese.alike()[0].block_id == "b1/note 1"


def test_a_title_is_never_filled_with_what_is_only_alike(tmp_path):
    text = "[masthead.title]\nen = 'It met.'\n[[clause]]\nid = 'one'\nen = 'It rose.'\n"
    _, chinese = both(*made(tmp_path, text), memory(("It met.", ALIKE)))
    assert chinese.document.masthead.title == "It met."
