"""Values held against each other: dates, numbers, places in a list, fields that go together."""

from pathlib import Path

import pytest

from tests.assemble.folders import field, folder, manifest
from toolkit.assemble import load, read_data
from toolkit.assemble.values import Record
from toolkit.errors import TemplateError

MANIFEST = manifest(
    field("issued", "date", 'near = "meeting.dates"', "days = [10, 20]"),
    field("again", "date", 'after = "issued"'),
    field("signed", "date", 'after = "meeting.dates"'),
    field(
        "earlier",
        "days",
        "list = true",
        'before = "meeting.dates"',
        "ordered = true",
        'one_fewer_than = "ordinal"',
    ),
    field("ordinal", "ordinal"),
    field("job", "job number"),
    field("chair", "person"),
    field("guest", "person", 'titles = ["Captain"]'),
    field("meeting", "record"),
    field("meeting.dates!", "days"),
    field("meeting.sittings", "number"),
    field("meeting.opened", "date", 'within = "dates"'),
    field("items", "record", "list = true"),
    field("items.number!", "number", "counts = true"),
    field(
        "items.meetings", "number", "list = true", "ordered = true", 'at_most = "meeting.sittings"'
    ),
    field("items.until", "date", 'at_most = "issued"'),
    field("changes", "record", "list = true", 'one_of = ["line", "page"]'),
    field("changes.line", "number"),
    field("changes.page", "number"),
    field("changes.word", "number", 'only_with = ["line"]'),
    field(
        "changes.what",
        "choice",
        'choices = ["replace", "delete", "move"]',
        "[field.changes.field.what.needs]",
        'replace = ["old", "new or newer"]',
        'delete = ["old"]',
    ),
    field("changes.old", "text"),
    field("changes.new", "text"),
    field("changes.newer", "text"),
)
MEETING = "[meeting]\ndates = { from = 2030-06-03, to = 2030-06-05 }\nsittings = 5\n"


def values(path: Path, data: str) -> Record:
    template = load(folder(path / "letter", "", MANIFEST))
    return read_data(data, "meeting.toml", template).values


RIGHT = [
    "issued = 2030-05-24\n" + MEETING,
    "issued = 2030-06-25\n" + MEETING,
    "signed = 2030-06-05\n" + MEETING,
    "earlier = [[2029-01-01, 2029-01-02], 2030-06-02]\n" + MEETING,
    "ordinal = 3\nearlier = [[2029-01-01, 2029-01-02], 2030-06-02]\n" + MEETING,
    "ordinal = 3\nearlier = []",
    "issued = 2030-06-04\nagain = 2030-06-04",
    "job = 'V.30-01234'",
    "job = '30-01234'",
    MEETING + "opened = 2030-06-03",
    MEETING + "opened = 2030-06-05",
    MEETING + "[[items]]\nmeetings = [1, 5]\n[[items]]\nnumber = 2",
    "issued = 2030-06-04\n[[items]]\nuntil = 2030-06-04",
    "chair = { name = 'Ana Ruiz', title = 'Ms.' }\nguest = { name = 'Jo Lee', title = 'Captain' }",
    "[[changes]]\nline = 1\nword = 2\nwhat = 'replace'\nold = 'a'\nnewer = 'b'",
    "[[changes]]\npage = 1\nwhat = 'delete'\nold = 'a'",
    "[[changes]]\npage = 1\nwhat = 'move'\nold = 'a'",
]
DATES = "“meeting.dates” (2030-06-03 to 2030-06-05); see which of the two is right."
FAR = DATES.replace(")", "; 10 days before it or 20 after it at most)")
WRONG = {
    "near": ("issued = 2030-05-23\n" + MEETING, 1, f"2030-05-23 is too far from {FAR}"),
    "near-after": ("issued = 2030-06-26\n" + MEETING, 1, f"2030-06-26 is too far from {FAR}"),
    "after": ("signed = 2030-06-04\n" + MEETING, 1, f"2030-06-04 is before the end of {DATES}"),
    "before": (
        "earlier = [\n  2029-01-01,\n  [2030-06-02, 2030-06-03],\n]\n" + MEETING,
        3,
        f"“earlier”, no. 2: 2030-06-02 to 2030-06-03 is not before {DATES}",
    ),
    "after-a-day": (
        "issued = 2030-06-04\nagain = 2030-06-03",
        2,
        "“again”: 2030-06-03 is before “issued” (2030-06-04); see which of the two is right.",
    ),
    "not-in-order": (
        "earlier = [\n  2029-01-01,\n  2028-01-01,\n]",
        3,
        "“earlier”, no. 2: 2028-01-01 does not come after 2029-01-01; give each once, in order.",
    ),
    "overlapping": (
        "earlier = [\n  { from = 2028-01-01, to = 2028-01-04 },\n  2028-01-03,\n]",
        3,
        "“earlier”, no. 2: 2028-01-03 does not come after 2028-01-01 to 2028-01-04;",
    ),
    "twice": (
        "[[items]]\nmeetings = [2, 2]",
        2,
        "“items”, no. 1, “meetings”, no. 2: 2 stands twice in the list; give each once, in order.",
    ),
    "one-fewer": (
        "ordinal = 4\nearlier = [2028-01-01, 2029-01-01]",
        2,
        "the field “earlier”: 2 are given, where “ordinal” is 4: 3 are expected; see which of",
    ),
    "job-number": (
        "job = 'V.30-01234 (E)'",
        1,
        "“V.30-01234 (E)” is not a job number; write it as V.30-01234:",
    ),
    "within": (
        MEETING + "opened = 2030-06-06",
        4,
        "the field “meeting.opened”: 2030-06-06 is not within "
        "“dates” (2030-06-03 to 2030-06-05); see which of the two is right.",
    ),
    "at-most": (
        MEETING + "[[items]]\nmeetings = [1, 6]",
        5,
        "the field “items”, no. 1, “meetings”, no. 2: 6 is more than “meeting.sittings”, 5;",
    ),
    "no-later": (
        "issued = 2030-06-04\n[[items]]\nuntil = 2030-06-05",
        3,
        "2030-06-05 is later than “issued” (2030-06-04); see which of the two is right.",
    ),
    "counts": (
        "[[items]]\nnumber = 1\n[[items]]\nnumber = 4",
        4,
        "the field “items”, no. 2, “number”: 4 is given, but the list has this in place 2.",
    ),
    "title": (
        "chair = { name = 'Ana Ruiz', title = 'Mister' }",
        1,
        "“chair.title”: “Mister” is not one of the choices. Did you mean “Mr.”?",
    ),
    "title-without-dot": (
        "chair = { name = 'Ana Ruiz', title = 'Ms' }",
        1,
        "“Ms” is not one of the choices. Did you mean “Ms.”?",
    ),
    "own-titles": (
        "guest = { name = 'Ana Ruiz', title = 'Ms.' }",
        1,
        "“Ms.” is not one of the choices. Known here: Captain.",
    ),
    "none-of": ("[[changes]]\nold = 'a'", 1, "“changes”, no. 1: give one of “line” or “page”."),
    "both-of": (
        "[[changes]]\nline = 1\npage = 2",
        1,
        "“changes”, no. 1: “line” and “page” are given; give one of them.",
    ),
    "only-with": (
        "[[changes]]\npage = 1\nword = 2",
        3,
        "“word”: this goes with “line”, which is not given; take it out.",
    ),
    "needs": (
        "[[changes]]\npage = 1\nwhat = 'replace'\nold = 'a'",
        3,
        "“what”: “replace” needs “new” or “newer”; fill it in.",
    ),
    "no-use": (
        "[[changes]]\npage = 1\nwhat = 'delete'\nold = 'a'\nnew = 'b'",
        3,
        "“delete” has no use for “new”; take it out, or choose another “what”.",
    ),
}


@pytest.mark.parametrize("data", RIGHT)
def test_what_agrees_is_taken(tmp_path: Path, data: str) -> None:
    assert values(tmp_path, data)


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_agree_is_told_once_with_its_line(tmp_path: Path, wrong: str) -> None:
    data, line, told = WRONG[wrong]
    with pytest.raises(TemplateError) as caught:
        values(tmp_path, data)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"meeting.toml, line {line}: ")
    assert "\n" not in str(caught.value)


def test_a_number_that_counts_need_not_be_given(tmp_path: Path) -> None:
    items = values(tmp_path, "[[items]]\n[[items]]\nmeetings = [1]")["items"]
    assert [one["number"] for one in items] == [1, 2]  # type: ignore[union-attr,index,call-overload]


MISPLACED = {
    'within = "meeting.dates"': ('within = "meeting.date"', "within: there is no field"),
    'before = "meeting.dates"': ('before = "items"', "before: “items” is a list; name a field"),
    'after = "meeting.dates"': ('after = "meeting.sittings"', "are not both dates or days"),
    'at_most = "issued"': ("at_most = 3", 'at_most names another field: at_most = "FIELD".'),
    'one_fewer_than = "ordinal"': ('one_fewer_than = "issued"', "or “issued” no number."),
    'titles = ["Captain"]': ("ordered = true", "ordered is for a list of numbers, dates or days."),
    "days = [10, 20]": ("", "near and days go together"),
    'one_of = ["line", "page"]': ('one_of = ["lime"]', "there is no field “lime” there. Did you"),
    'only_with = ["line"]': ('only_with = ["lime"]', "there is no field “lime” there. Did you"),
    'delete = ["old"]': ('delte = ["old"]', "needs: “delte” is not one of the choices. Did you"),
}


@pytest.mark.parametrize("old", MISPLACED)
def test_a_bound_that_names_nothing_is_a_fault_of_the_manifest(tmp_path: Path, old: str) -> None:
    new, told = MISPLACED[old]
    manifest = MANIFEST.replace('within = "dates"', 'within = "meeting.dates"')
    assert manifest.count(old) == 1
    with pytest.raises(TemplateError) as caught:
        load(folder(tmp_path / "letter", "", manifest.replace(old, new)))
    assert told in str(caught.value)
