"""Clauses that name other clauses: the number is that of the document, in both languages."""

from pathlib import Path

import pytest

from tests.assemble.folders import made, nothing
from toolkit.assemble import Suggestion, fill, translate
from toolkit.errors import TemplateError
from toolkit.languages import by_code
from toolkit.references import find_references

ROWS = "rows = [{ title = 'Oil', cells = ['a', 'b'] }, { title = 'Wicks', cells = ['c'] }]"


def clause(name: str, kind: str, en: str, zh: str = "", more: str = "") -> str:
    chinese = f"zh = '''{zh}'''" if zh else ""
    return f"[[clause]]\nid = '{name}'\nkind = '{kind}'\nen = '''{en}'''\n{chinese}\n{more}\n"


def both(path: Path, text: str, data: str = "") -> tuple[list[str], list[str]]:
    """Return the texts of the blocks in English and in Chinese."""
    template, values = made(path, text, data)
    filled = fill(template, values, by_code("en"))
    other = translate(filled, template, values, by_code("zh"), nothing)
    return (
        [block.text for block in filled.document.blocks],
        [block.text for block in other.document.blocks],
    )


def test_a_clause_is_named_by_its_number_above_and_below(tmp_path: Path) -> None:
    text = (
        clause("lamps", "paragraph", "See {{ 'oil'|ref }} below.", "见下文{{ 'oil'|ref }}。")
        + clause("pause", "paragraph", "A pause.", "暂停。")
        + clause("oil", "paragraph", "See {{ 'lamps'|ref }} above.", "见上文{{ 'lamps'|ref }}。")
    )
    assert both(tmp_path, text) == (
        ["See paragraph 3 below.", "A pause.", "See paragraph 1 above."],
        ["见下文第 3 段。", "暂停。", "见上文第 1 段。"],
    )


def test_numbers_count_what_the_conditions_leave(tmp_path: Path) -> None:
    text = clause("one", "paragraph", "See {{ 'two'|ref }}.", "见{{ 'two'|ref }}。")
    text += clause("maybe", "paragraph", "Maybe.", "或许。", "when = 'done'")
    text += clause("two", "paragraph", "Two.", "二。")
    assert both(tmp_path, text, "done = false")[0][0] == "See paragraph 2."
    assert both(tmp_path, text, "done = true")[0][0] == "See paragraph 3."


def test_several_clauses_are_a_list_and_ranges_are_drawn_together(tmp_path: Path) -> None:
    text = clause("first", "paragraph", "{{ 'a'|ref('b', 'c', 'e')|capital }} and {{ 'r'|ref }}.",
                  "{{ 'a'|ref('b', 'c', 'e') }}以及{{ 'r'|ref }}。")  # fmt: skip
    text += "".join(clause(one, "paragraph", "Said.", "说。") for one in "abcde")
    text += clause("r", "recommendation", "{{ row.title }}.", "{{ row.title }}。",
                   "each = 'row in rows'")  # fmt: skip
    rows = "rows = [{ title = { en = 'Oil', zh = '油' } }, { title = { en = 'Tar', zh = '焦油' } }]"
    english, chinese = both(tmp_path, text, rows)
    assert english[0] == "Paragraphs 2 to 4 and 6 and recommendations 1 and 2."
    assert chinese[0] == "第 2 至 4 和第 6 段以及建议 1 和 2。"


def test_chapters_sections_annexes_items_and_paragraphs_of_annexes_are_named(
    tmp_path: Path,
) -> None:
    text = clause("aims", "heading", "Aims", "宗旨")
    names = ("aims", "means", "list", "item", "told")
    text += clause(
        "all", "paragraph",
        "See " + "; ".join(f"{{{{ '{one}'|ref }}}}" for one in names) + ".",
        "见" + "；".join(f"{{{{ '{one}'|ref }}}}" for one in names) + "。",
    )  # fmt: skip
    text += clause("means", "heading", "Means", "手段", "level = 2")
    text += clause("keepers", "paragraph", "Keepers check:", "看守员检查：")
    text += clause("lamps", "item", "Lamps;", "灯具；") + clause("item", "item", "Oil.", "燃油。")
    text += clause("list", "annex", "A list", "清单") + clause("told", "paragraph", "Told.", "说。")
    english, chinese = both(tmp_path, text)
    assert english[1] == (
        "See chapter I; chapter I, section A; annex; paragraph 2 (b); annex, paragraph 1."
    )
    assert chinese[1] == "见第一章；第一章 A 节；附件；第 2(b) 段；附件第 1 段。"


def test_inside_a_repeat_those_of_the_same_round_are_meant(tmp_path: Path) -> None:
    text = "[[clause]]\nid = 'each'\neach = 'row in rows'\n"
    for part in (
        "id = 'lead'\nkind = 'paragraph'\nen = '{{ row.title }}: {{ \"cell\"|ref }}.'\n",
        "id = 'cell'\nkind = 'recommendation'\neach = 'cell in row.cells'\nboth = '{{ cell }}.'\n",
    ):
        text += f"[[clause.part]]\n{part}"
    text += clause("end", "paragraph", "All: {{ 'cell'|ref }}.")
    template, values = made(tmp_path, text, ROWS)
    said = [b.text for b in fill(template, values, by_code("en")).document.blocks]
    assert said == [
        "Oil: recommendations 1 and 2.", "a.", "b.", "Wicks: recommendation 3.", "c.",
        "All: recommendations 1 to 3.",
    ]  # fmt: skip


def test_the_memory_is_asked_for_the_sentence_with_its_number(tmp_path: Path) -> None:
    text = clause("one", "paragraph", "See {{ 'two'|ref }}.") + clause("two", "paragraph", "Two.")
    asked: list[str] = []

    def lookup(sentence: str, _before: str, _after: str) -> Suggestion | None:
        asked.append(sentence)
        return None

    template, values = made(tmp_path, text)
    translate(fill(template, values, by_code("en")), template, values, by_code("zh"), lookup)
    assert "See paragraph 2." in asked


def test_every_reference_of_a_draft_leads_where_its_clause_stands(tmp_path: Path) -> None:
    text = clause("one", "paragraph", "See {{ 'two'|ref }} and {{ 'r'|ref }}.",
                  "见{{ 'two'|ref }}和{{ 'r'|ref }}。")  # fmt: skip
    text += clause("two", "paragraph", "Two.", "二。") + clause(
        "r", "recommendation", "Do.", "做。"
    )
    template, values = made(tmp_path, text)
    filled = fill(template, values, by_code("en"))
    for one in (filled, translate(filled, template, values, by_code("zh"), nothing)):
        found = find_references(one.document)
        assert [target.block_id for ref in found for target in ref.targets] == ["b2", "b3"]


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("{{ 'lamp'|ref }}", "there is no clause “lamp” to refer to. Did you mean “lamps”?"),
        ("{{ 'lamps'|ref('oill') }}", "there is no clause “oill” to refer to. Did you mean “oil”?"),
        ("{{ 'plain'|ref }}", "is a text, which has no number"),
        ("{{ 'rows'|ref }}", "is a table; a table is referred to by its caption: name the clause"),
        ("{{ name|ref }}", "names a clause in quotation marks"),
        ("{{ 'oil'|ref }}", "the clause “oil” is referred to, but is not in this document"),
    ],
)
def test_a_reference_that_does_not_hold_is_told_with_its_clause(
    tmp_path: Path, wording: str, told: str
) -> None:
    text = clause("lamps", "paragraph", f"See {wording}.") + clause("plain", "text", "Plain.")
    text += clause("oil", "paragraph", "Oil.", "", "when = 'done'")
    text += TABLE.format(1)
    with pytest.raises(TemplateError, match="clause “lamps”") as raised:
        both(tmp_path, text, "name = { en = 'x', zh = 'x' }\ndone = false")
    assert told in str(raised.value)


TABLE = """
[[clause]]
id = "caption{0}"
kind = "caption"
en = "Lamps"
zh = "灯具"
[[clause]]
id = "rows"
kind = "table"
[[clause.part]]
id = "row"
kind = "row"
cells = ["1", "2"]
"""


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        (1, ("See the table below.", "见下文表。")),
        (2, ("See the table 1 below.", "见下文表 1。")),
    ],
)
def test_a_table_is_referred_to_by_its_caption(
    tmp_path: Path, tables: int, said: tuple[str, str]
) -> None:
    words = "See the {{ 'caption1'|ref }} below.", "见下文{{ 'caption1'|ref }}。"
    text = clause("lamps", "paragraph", *words)
    text += "".join(
        TABLE.format(n).replace('id = "row', f'id = "t{n}row') for n in range(1, tables + 1)
    )
    english, chinese = both(tmp_path, text)
    assert (english[0], chinese[0]) == said


def test_a_masthead_refers_to_no_clause(tmp_path: Path) -> None:
    text = "[masthead]\ntitle = \"{{ 'one'|ref }}\"\n" + clause("one", "paragraph", "One.")
    with pytest.raises(TemplateError, match="can stand in clauses only"):
        both(tmp_path, text)
