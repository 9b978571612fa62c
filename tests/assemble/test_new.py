"""The data file of a template, before it is filled in."""

import re
import tomllib

import pytest

from tests.assemble.folders import nothing
from tests.conftest import ROOT
from toolkit.assemble import fill, load, read_data, translate
from toolkit.assemble.new import is_table, skeleton, toml
from toolkit.checks.rule import PairInput
from toolkit.checks.run import run
from toolkit.errors import TemplateError
from toolkit.languages import by_code

FOLDERS = sorted(path.parent for path in (ROOT / "templates").glob("*/template.toml"))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def template(request):
    return load(request.param)


TOLD = "(is still empty|is missing|: give one of).*"


def test_a_skeleton_is_toml_and_unfilled_it_says_what_is_missing(template):
    text = skeleton(template)
    tomllib.loads(text)
    with pytest.raises(TemplateError) as caught:
        read_data(text, "meeting.toml", template)
    lines = str(caught.value).split("\n")
    assert all(
        re.fullmatch(
            r"meeting\.toml, line \d+: the field “.*(is still empty|is missing|: give one of).*",
            line,
        )
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


CLASHING = {  # what a corrigendum replaces has one place, and one way to say it
    "corrigendum": ("recommendation", "footnote", "place", "after", "text", "states", "rows"),
}


def test_a_skeleton_with_every_comment_taken_away_is_still_toml(template):
    """Editors take the # away; what comes to light must stand under the right table."""
    lines = skeleton(template).split("\n")
    examples = [
        line.removeprefix("#   example: ") if line.startswith("#   example: ") else ""
        for line in lines
    ]
    clashing = CLASHING.get(template.name, ())
    start = lines.index("[[corrections]]") if clashing else len(lines)
    examples = [
        "" if i > start and one.partition(" =")[0] in clashing else one
        for i, one in enumerate(examples)
    ]
    headers = [line.removeprefix("# ") if re.match(r"(# )?\[", line) else "" for line in lines]
    text = "\n".join(a or b for a, b in zip(examples, headers, strict=True))
    values = read_data(text, "meeting.toml", template).values
    assert values["symbol"] is not None


def from_examples(text, also=()):
    """Fill in what the skeleton leaves empty, and the optional fields of ``also``."""
    lines, example, also = [], "", list(also)
    for line in text.split("\n"):
        if line.startswith("#   example: "):
            example = line.removeprefix("#   example: ")
            continue
        name = example.partition(" =")[0]
        if (line == f"# {name} =" and name in also) or line in (f'{name} = ""', f"{name} = []"):
            lines.append(example)
            also = [one for one in also if one != name]
            example = ""
        else:
            lines.append(line)
    return "\n".join(lines)


FAMILIES = ("SYM", "MST", "REF", "DAT", "CNT", "TYP", "LST")
UNTRANSLATED = "TYP113"
NEEDED = {"corrigendum": ("paragraph", "old", "new")}  # of what one may choose from


def test_a_skeleton_filled_from_its_own_examples_builds_and_checks_clean(template):
    """What stands beside each other in the examples must agree: numbers, dates, items."""
    if template.name == "addendum":
        pytest.skip("an addendum is nothing without one of its optional chapters and sections")
    text = from_examples(skeleton(template), NEEDED.get(template.name, ()))
    data = read_data(text, "meeting.toml", template)
    filled = [fill(template, data, by_code("en"))]
    filled.append(translate(filled[0], template, data, by_code("zh"), nothing))
    assert filled[0].document.blocks
    pair = PairInput(*(one.document for one in filled))
    found = [one for one in run((), [pair]).findings if one.code[:3] in FAMILIES]
    told = [one.message for one in found if one.code != UNTRANSLATED]  # no memory was asked
    assert told == []


@pytest.mark.parametrize("value", ['a "b" \\ c\nd', 3, True, [1, 2], {"en": "x", "zh": "名"}])
def test_a_value_written_as_toml_reads_back(value):
    assert tomllib.loads(f"x = {toml(value)}")["x"] == value
