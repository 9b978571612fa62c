"""The data file of a template, before it is filled in."""

import re
import tomllib

import pytest

from tests.conftest import ROOT
from toolkit.assemble import load, read_data
from toolkit.assemble.new import is_table, skeleton, toml
from toolkit.errors import TemplateError

FOLDERS = sorted(path.parent for path in (ROOT / "templates").glob("*/template.toml"))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def template(request):
    return load(request.param)


def test_a_skeleton_is_toml_and_unfilled_it_says_what_is_missing(template):
    text = skeleton(template)
    tomllib.loads(text)
    with pytest.raises(TemplateError) as caught:
        read_data(text, "meeting.toml", template)
    lines = str(caught.value).split("\n")
    assert all(
        re.fullmatch(r"meeting\.toml, line \d+: the field “.*(is still empty|is missing).*", line)
        for line in lines
    )
    assert any("“symbol” is still empty (Symbol of this document); fill it in." in x for x in lines)


def test_every_field_stands_in_the_skeleton_with_help_and_example(template):
    text = skeleton(template)
    waiting = list(template.fields)
    while waiting:
        field = waiting.pop()
        assert re.search(rf"(?m)^(# )?(\[\[?(\w+\.)*{field.name}\]|{field.name} =)", text), field
        assert field.help
        assert field.help in text
        assert field.example is None or f"{field.name} = {toml(field.example)}" in text
        waiting.extend(field.fields if is_table(field) else ())


def test_a_skeleton_with_every_comment_taken_away_is_still_toml(template):
    """Editors take the # away; what comes to light must stand under the right table."""
    lines = skeleton(template).split("\n")
    examples = [
        line.removeprefix("#   example: ") if line.startswith("#   example: ") else ""
        for line in lines
    ]
    headers = [line.removeprefix("# ") if re.match(r"(# )?\[", line) else "" for line in lines]
    text = "\n".join(a or b for a, b in zip(examples, headers, strict=True))
    values = read_data(text, "meeting.toml", template).values
    assert values["symbol"] is not None


@pytest.mark.parametrize("value", ['a "b" \\ c\nd', 3, True, [1, 2], {"en": "x", "zh": "名"}])
def test_a_value_written_as_toml_reads_back(value):
    assert tomllib.loads(f"x = {toml(value)}")["x"] == value
