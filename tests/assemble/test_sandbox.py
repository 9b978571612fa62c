"""Wordings reach data and filters, and nothing else."""

import time

import pytest

from tests.assemble.folders import made, paragraph, said
from toolkit.assemble import load
from toolkit.assemble.check import check_template
from toolkit.assemble.fill import fill
from toolkit.assemble.sandbox import LONGEST_WORDING, WordingError, parse, parse_expression
from toolkit.errors import TemplateError
from toolkit.languages import by_code

ESCAPES = [
    "{{ name.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ name.by_language }}",
    "{{ day.year }}",
    "{{ states.__len__ }}",
    "{{ symbol.organ }}",
    "{{ self }}",
    "{{ range(10) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ name|attr('__class__') }}",
    "{{ name|map(attribute='x') }}",
    "{{ name['__class__'] }}",
    "{{ states[0] }}",
    "{{ states[0:1] }}",
    "{% include 'text.toml' %}",
    "{% import 'x' as x %}",
    "{% extends 'x' %}",
    "{% set x = 1 %}",
    "{% macro x() %}{% endmacro %}",
    "{% for x in states %}x{% endfor %}",
    "{{ 2 ** 99999999 }}",
    "{{ 'a' * 99999999 }}",
    "{{ 1 / 0 }}",
    "{{ [1, 2] }}",
    "{{ name() }}",
    "{{ name.format('x') }}",
]


@pytest.mark.parametrize("wording", ESCAPES)
def test_no_wording_gets_beyond_the_data(tmp_path, wording):
    data = "name = 'x'\nday = 2030-01-01\nstates = ['Austria']\nsymbol = 'A/RES/77/16'\n"
    with pytest.raises(TemplateError) as caught:
        said(tmp_path, paragraph(wording), data)
    assert "clause “one”" in str(caught.value)


def test_a_loop_in_a_wording_is_answered_with_what_to_write_instead():
    with pytest.raises(WordingError, match=r"repeat a clause with each = .NAME in FIELD."):
        parse("{% for x in y %}{% endfor %}")


def test_braces_that_do_not_close_are_one_sentence():
    with pytest.raises(WordingError, match=r"the braces do not hold .*write fields as \{\{ name"):
        parse("At {{ name")


@pytest.mark.parametrize("wording", ["At { { name } }.", "At {name}.", "At name}}."])
def test_a_brace_that_makes_no_field_is_no_text(wording):
    with pytest.raises(WordingError, match="a brace stands alone"):
        parse(wording)


@pytest.mark.parametrize("wording", ["{{ " + "(" * 5000 + "a", "x" * (LONGEST_WORDING + 1)])
def test_hostile_wordings_are_refused_at_once(wording):
    start = time.process_time()
    with pytest.raises(WordingError):
        parse(wording)
    assert time.process_time() - start < 2


def test_a_condition_is_written_without_braces():
    with pytest.raises(WordingError, match="without braces"):
        parse_expression("{{ name }}")


def test_a_form_inside_a_form_is_refused(tmp_path):
    text = "[form.x]\nboth = \"{{ it|form('x') }}\"\n" + paragraph("{{ rows|form('x') }}")
    with pytest.raises(TemplateError, match="inside a form"):
        said(tmp_path, text, "[[rows]]\ntitle = 'a'\n")


def test_repeats_that_run_away_are_stopped(tmp_path):
    """Four lists in each other: 40 to the fourth clauses from a data file of 40 lines."""
    text = "".join(
        f"[[clause{'.part' * depth}]]\nid = 'c{depth}'\neach = 'r{depth} in rows'\n"
        for depth in range(4)
    )
    text += f"[[clause{'.part' * 4}]]\nid = 'last'\nkind = 'text'\nboth = 'x'\n"
    text = text.replace("]]\nid", "]]\nkind = 'group'\nid").replace(
        "kind = 'group'\nid = 'last'", "id = 'last'"
    )
    data = "[[rows]]\ntitle = 'a'\n" * 40
    with pytest.raises(TemplateError, match="the repeats come to more than"):
        said(tmp_path, text, data)


def test_what_a_template_may_not_do_is_found_by_its_check_too(tmp_path):
    template, _ = made(tmp_path, paragraph("{{ nam }}{{ name|stats }}"))
    messages = " ".join(finding.message for finding in check_template(template))
    assert "there is no field “nam”. Did you mean “name”?" in messages
    assert "there is no filter “stats”. Did you mean “states”?" in messages


def test_a_hostile_template_folder_raises_nothing_but_template_errors(tmp_path):
    for text in ("[[clause]]\n", "clause = 1", "[clause]\na=1", "[[clause]]\nid=1\npart=2", "\0"):
        (tmp_path / "t").mkdir(exist_ok=True)
        (tmp_path / "t" / "template.toml").write_text("languages = ['en']\nprofile = 'draft'")
        (tmp_path / "t" / "text.toml").write_text(text)
        with pytest.raises(TemplateError):
            load(tmp_path / "t")


def test_a_long_list_is_filled_in_linear_time(tmp_path):
    text = "[[clause]]\nid = 'one'\neach = 'row in rows'\nboth = '{{ row.title }}'\n"

    def seconds(rows: int) -> float:
        template, data = made(tmp_path, text, "[[rows]]\ntitle = 'A sentence. Another.'\n" * rows)
        start = time.process_time()
        assert len(fill(template, data, by_code("en")).sentences) == 2 * rows
        return time.process_time() - start

    assert seconds(2400) < 8 * seconds(600)  # 4 times where it is linear, 16 where it is not
