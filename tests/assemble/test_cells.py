"""Tables in clauses: rows, cells, captions, and their other language."""

import pytest

from tests.assemble.folders import both, made
from toolkit.assemble import Suggestion, fill
from toolkit.errors import TemplateError
from toolkit.languages import by_code

HEAD = "cells = [{ en = 'River', zh = '河流' }, { en = 'Gauges', zh = '水位站' }, '']"
TABLE = f"""
[[clause]]
id = 'table'
kind = 'table'
[[clause.part]]
id = 'head'
kind = 'row'
{HEAD}
[[clause.part]]
id = 'row'
kind = 'row'
each = 'row in rows'
cells = ['{{{{ row.title }}}}', '{{{{ number|figure }}}}', 'km 7']
"""
DATA = "number = 1193\n[[rows]]\ntitle = { en = 'North', zh = '北江' }\n[[rows]]\ntitle = 'South'\n"


def test_a_table_has_its_rows_in_both_languages_and_one_length(tmp_path):
    english, chinese = both(*made(tmp_path, TABLE, DATA))
    assert english.document.blocks[0].rows == (
        ("River", "Gauges", ""),
        ("North", "1,193", "km 7"),
        ("South", "1,193", "km 7"),
    )
    assert english.document.blocks[0].text == (
        "River\tGauges\t\nNorth\t1,193\tkm 7\nSouth\t1,193\tkm 7"
    )
    assert chinese.document.blocks[0].rows[1][:2] == ("北江", "1,193")


def test_a_cell_without_words_is_asked_of_the_memory_by_itself(tmp_path):
    asked = []

    def lookup(sentence, before, after):
        asked.append((sentence, before, after))
        return Suggestion(text="南江", kind="exact", score=100) if sentence == "South" else None

    _, chinese = both(*made(tmp_path, TABLE, DATA), lookup)
    assert chinese.document.blocks[0].rows[2][0] == "南江"
    assert asked == [("South", "", "")]
    origins = {one.target: str(one.origin) for one in chinese.sentences}
    assert origins == {
        **dict.fromkeys(("河流", "水位站", "北江", "1,193", "km 7"), "template"),
        "南江": "exact",
    }


def test_the_origin_of_a_cell_stands_where_the_cell_does(tmp_path):
    for filled in both(*made(tmp_path, TABLE, DATA)):
        text = filled.document.blocks[0].text
        assert [text[one.start : one.end] for one in filled.sentences] == [
            one.target for one in filled.sentences
        ]


def test_cells_come_from_a_list_and_an_empty_field_is_an_empty_cell(tmp_path):
    text = TABLE.replace(
        "cells = ['{{ row.title }}', '{{ number|figure }}', 'km 7']", "cells = 'row.cells'"
    )
    data = "[[rows]]\ntitle = 'x'\ncells = ['12', { en = 'a', zh = '甲' }]\n"
    english, chinese = both(*made(tmp_path, text, data))
    assert english.document.blocks[0].rows[1] == ("12", "a", "")
    assert chinese.document.blocks[0].rows[1] == ("12", "甲", "")
    text = TABLE.replace("'km 7'", "'{{ name }}'")
    assert both(*made(tmp_path, text, DATA))[0].document.blocks[0].rows[1] == ("North", "1,193", "")


def test_a_table_without_rows_is_left_out(tmp_path):
    text = TABLE[: TABLE.index("[[clause.part]]")] + "[[clause]]\nid = 'x'\nboth = 'X.'\n"
    english, chinese = both(*made(tmp_path, text))
    assert [block.text for block in english.document.blocks] == ["X."]
    assert [block.text for block in chinese.document.blocks] == ["X."]


def test_captions_are_numbered_where_there_are_several(tmp_path):
    caption = "[[clause]]\nid = '{}'\nkind = 'caption'\nen = 'Gauges'\nzh = '水位站'\n"
    one = both(*made(tmp_path, caption.format("a")))
    assert [f.document.blocks[0].text for f in one] == ["Gauges", "水位站"]
    two = both(*made(tmp_path, caption.format("a") + caption.format("b")))
    assert [f.document.blocks[1].text for f in two] == ["Table 2 Gauges", "表 2 水位站"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[clause]]\nid = 'r'\nkind = 'row'\ncells = ['x']", "a row needs a table around it"),
        ("[[clause]]\nid = 'r'\nkind = 'row'", "a row, and nothing else, has cells"),
        ("[[clause]]\nid = 'r'\nboth = 'x'\ncells = ['x']", "a row, and nothing else, has cells"),
        ("[[clause]]\nid = 't'\nkind = 'table'\nboth = 'x'", "a table has no words of its own"),
        (
            TABLE.replace("{ en = 'River', zh = '河流' }", "{ zh = '河流' }"),
            "a cell says nothing in en",
        ),
        (TABLE.replace("row.title", "row.titel"), "no field “row.titel”. Did you mean “title”?"),
        (
            TABLE.replace(
                "cells = ['{{ row.title }}', '{{ number|figure }}', 'km 7']", "cells = 'number'"
            ),
            "cells needs a list, and “number” is none",
        ),
        (
            TABLE + "[[clause.part]]\nid = 's'\nkind = 'sentence'\nboth = 'x'",
            "a sentence needs a block",
        ),
    ],
)
def test_a_table_that_does_not_hold_is_told_with_its_clause(tmp_path, text, message):
    with pytest.raises(TemplateError) as caught:
        fill(*made(tmp_path, text, DATA), by_code("en"))
    assert message in str(caught.value)
    assert "text.toml, line" in str(caught.value)


def test_a_heading_without_a_number_is_named_after_its_place(tmp_path):
    heading = "[[clause]]\nid = '{0}'\nkind = 'heading'\nlevel = {1}\nboth = '{0}'\n{2}"
    plain = "[[clause]]\nid = 'p{0}'\nboth = 'X.'\n"
    text = (
        heading.format("I", 1, "") + heading.format("x", 2, "numbered = false\n") + plain.format(1)
    )
    text += heading.format("y", 2, "numbered = false\n") + plain.format(2)
    text += heading.format("II", 1, "") + plain.format(3)
    english, _ = both(*made(tmp_path, text))
    assert [(one.label, one.path) for one in english.document.blocks if one.kind == "heading"] == [
        ("I.", "I"),
        (None, "I/heading 1"),
        (None, "I/heading 2"),
        ("II.", "II"),
    ]


def test_a_row_with_more_cells_than_the_head_is_told_with_its_place_in_the_data(tmp_path):
    text = TABLE.replace(", '']", "]", 1)
    with pytest.raises(TemplateError) as caught:
        fill(*made(tmp_path, text, DATA), by_code("en"))
    first, second = str(caught.value).split("\n")
    assert "line 9, clause “row”: this row has 3 cells, the last one “km 7”, and the head" in first
    assert first.endswith("In the data file this is “rows”, no. 1.")
    assert second.endswith("In the data file this is “rows”, no. 2.")


def test_a_row_with_fewer_cells_is_filled_up(tmp_path):
    text = TABLE.replace(", 'km 7']", "]")
    english, _ = both(*made(tmp_path, text, DATA))
    assert english.document.blocks[0].rows[1] == ("North", "1,193", "")
