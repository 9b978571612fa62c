"""Cases of consolidation, one thing at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.consolidate import (
    Consolidated,
    Dropping,
    Fate,
    Joining,
    Plan,
    Section,
    Wanted,
    parts_of,
    read_plan,
)
from toolkit.consolidate.units import stock_of
from toolkit.errors import UsageError
from toolkit.model import Block, Merged
from toolkit.references import find_references
from toolkit.workflows.drafts.consolidating import (
    Gathered,
    consolidated,
    gather,
    proposal,
    proposed,
)

STEM = "CSIW/COP/WG.3/2031/L.1"
OTHER = "CSIW/COP/WG.3/2030/L.1/Add.1"


def part(folder: Path, text: str, addendum: int = 0, language: str = "en") -> str:
    symbol = f"{STEM}/Add.{addendum}" if addendum else STEM
    organ, title = (
        ("联合国", "报告草稿") if language == "zh" else ("United Nations", "Draft report")
    )
    sub = ("\n## 增编\n" if language == "zh" else "\n## Addendum\n") if addendum else ""
    path = folder / f"{addendum}.{language}.md"
    path.write_text(f"{organ}    {symbol}\n\n# {title}\n{sub}\n{text}", encoding="utf-8")
    return str(path)


def gathered(folder: Path, *texts: str, language: str = "en") -> Gathered:
    return gather([part(folder, text, at, language) for at, text in enumerate(texts)])


def made(folder: Path, *texts: str, plan: Plan | None = None, language: str = "en") -> Consolidated:
    return consolidated(gathered(folder, *texts, language=language), plan, Wanted())


def block(found: Consolidated, words: str) -> Block:
    (one,) = [one for one in found.report.blocks if words in one.text]
    return one


FIRST = (
    "## I. Introduction\n\n1. The Group met.\n\n2. It opened at noon.\n\n"
    "## II. Debate\n\n### A. Locks\n\n3. Locks were discussed.\n"
)
SECOND = (
    "## II. Debate (continued)\n\n### A. Locks (continued)\n\n1. Locks were praised.\n\n"
    "### B. Tugs\n\n2. Tugs were discussed (see paragraph 1 above).\n"
)


# -- parts that are none -------------------------------------------------------------------
def test_parts_of_two_languages_are_refused(tmp_path: Path) -> None:
    english = part(tmp_path, FIRST)
    chinese = part(tmp_path, "## 一. 导言\n\n1. 工作组举行了会议。\n", 1, "zh")
    with pytest.raises(UsageError, match=r"is in en and .* is in zh|in en and .* in zh"):
        gather([english, chinese])


def test_parts_of_two_reports_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(f"United Nations    {OTHER}\n\n# Draft report\n\n{SECOND}")
    with pytest.raises(UsageError, match="is no part of the draft"):
        gather([part(tmp_path, FIRST), str(other)])


def test_one_part_twice_is_refused(tmp_path: Path) -> None:
    again = tmp_path / "again.md"
    path = part(tmp_path, FIRST)
    again.write_bytes(Path(path).read_bytes())
    with pytest.raises(UsageError, match="one part twice"):
        gather([path, str(again)])


def test_a_missing_addendum_is_named_and_may_be_done_without(tmp_path: Path) -> None:
    paths = [part(tmp_path, FIRST), part(tmp_path, SECOND, 3)]
    with pytest.raises(UsageError, match=r"L\.1/Add\.1, .*L\.1/Add\.2.*--incomplete"):
        gather(paths)
    assert [one.name for one in gather(paths, incomplete=True).parts] == ["L.1", "Add.3"]


def test_an_addendum_without_the_draft_is_told(tmp_path: Path) -> None:
    path = part(tmp_path, SECOND, 1)
    with pytest.raises(UsageError, match=f"without {STEM}\\."):
        gather([path])
    found = consolidated(gather([path], incomplete=True), None, Wanted())
    assert [one.code for one in found.findings] == ["HED108", "HED108"]


def test_a_corrigendum_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "corr.md"
    path.write_text(
        f"United Nations    {STEM}/Corr.1\n\n# Draft report\n\n## Corrigendum\n\n1. Two.\n"
    )
    with pytest.raises(UsageError, match="is a corrigendum"):
        gather([part(tmp_path, FIRST), str(path)])


def test_nothing_to_consolidate_is_told() -> None:
    with pytest.raises(UsageError, match="No part was given"):
        parts_of([])


def test_conflicting_titles_are_named_with_their_places(tmp_path: Path) -> None:
    other = SECOND.replace("A. Locks (continued)", "A. Weirs")
    with pytest.raises(UsageError, match=r"II/A has different titles: .*Locks.*Weirs"):
        made(tmp_path, FIRST, other)


def test_a_plan_settles_conflicting_titles(tmp_path: Path) -> None:
    parts = gathered(tmp_path, FIRST, SECOND.replace("A. Locks (continued)", "A. Weirs"))
    text = proposal(parts).decode()
    assert 'title_of = "L.1"' in text
    plan = read_plan(text.replace('title_of = "L.1"', 'title_of = "Add.1"'), "p.toml")
    found = consolidated(parts, plan, Wanted())
    assert block(found, "Weirs").path == "II/A"


# -- order and numbers ---------------------------------------------------------------------
def test_addenda_come_in_their_order_however_they_are_given(tmp_path: Path) -> None:
    paths = [part(tmp_path, FIRST), part(tmp_path, SECOND, 1)]
    found = consolidated(gather(paths[::-1]), None, Wanted())
    assert [one.label for one in found.report.blocks if one.number and one.level is None] == [
        "1.", "2.", "3.", "4.", "5.",
    ]  # fmt: skip
    assert block(found, "Tugs were").text.endswith("(see paragraph 4 above).")


def test_chapters_and_sections_stand_by_their_numbers_not_by_the_order_of_parts(
    tmp_path: Path,
) -> None:
    late = (
        "## I. Introduction (continued)\n\n1. It thanked its hosts.\n\n## III. End\n\n2. It rose.\n"
    )
    found = made(tmp_path, FIRST, late, SECOND)
    assert [one.path for one in found.report.blocks if one.kind == "heading"] == [
        "I", "II", "II/A", "II/B", "III",
    ]  # fmt: skip
    assert block(found, "thanked its hosts").path == "I/para 3"


def test_headings_without_labels_are_matched_by_their_words(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        "## Opening\n\n1. It opened.\n\n## Debate\n\n2. Some spoke.\n",
        "## Debate (continued)\n\n1. Others spoke.\n",
    )
    assert block(found, "Others spoke").label == "3."
    assert sum(one.kind == "heading" for one in found.report.blocks) == 2


def test_annexes_keep_their_own_series_and_two_are_numbered(tmp_path: Path) -> None:
    annex = "\n## Annex\n\n### {}\n\n1. First of it.\n\n2. See paragraph 1 above.\n"
    found = made(
        tmp_path,
        FIRST.replace("It opened at noon.", "The plan is in the annex.") + annex.format("Plan"),
        SECOND.replace("Tugs were discussed", "The annex says tugs were") + annex.format("List"),
    )
    labels = [one.label for one in found.report.blocks if one.path.startswith("annex")]
    assert labels == ["Annex I", "1.", "2.", "Annex II", "1.", "2."]
    assert block(found, "The plan is").text == "The plan is in annex I."
    assert "Annex II says" in block(found, "tugs were").text


def test_annexes_without_words_are_two_unless_one_goes_on(tmp_path: Path) -> None:
    annex = "\n## Annex{}\n\n{}. It says so.\n"
    labels = [
        [one.label for one in found.report.blocks if one.path.startswith("annex")]
        for found in (
            made(tmp_path, FIRST + annex.format("", 1), SECOND + annex.format("", 1)),
            made(tmp_path, FIRST + annex.format("", 1), SECOND + annex.format(" (continued)", 2)),
        )
    ]
    assert labels == [["Annex I", "1.", "Annex II", "1."], ["Annex", "1.", "2."]]


def test_tables_and_their_captions_are_numbered_on(tmp_path: Path) -> None:
    table = "\nTable 1. {}\n\n| Year | Tugs |\n| --- | --- |\n| 2030 | {} |\n"
    found = made(
        tmp_path,
        FIRST.replace("Locks were discussed.", "Locks are in table 1.") + table.format("Locks", 3),
        SECOND.replace("Locks were praised.", "Tugs are in table 1.") + table.format("Tugs", 4),
    )
    assert [one.text for one in found.report.blocks if one.kind == "caption"] == [
        "Table 1. Locks",
        "Table 2. Tugs",
    ]
    assert block(found, "Tugs are in").text == "Tugs are in table 2."
    assert [one.rows[1] for one in found.report.blocks if one.rows] == [
        ("2030", "3"),
        ("2030", "4"),
    ]


def test_marks_and_notes_stay_with_their_words_when_numbers_before_them_grow(
    tmp_path: Path,
) -> None:
    many = "## I. Introduction\n\n" + "".join(f"{n}. Point {'x' * n}.\n\n" for n in range(1, 13))
    later = (
        "## II. Debate\n\n1. It spoke.\n\n2. See paragraph 1 above, *pro bono*, twice.[^1]\n\n"
        "[^1]: See paragraph 1 above.\n"
    )
    found = block(made(tmp_path, many, later), "pro bono")
    assert found.text == "See paragraph 13 above, pro bono, twice."
    (mark,) = found.marks
    assert found.text[mark.start : mark.end] == "pro bono"
    assert (found.notes[0].at, found.notes[0].text) == (len(found.text), "See paragraph 13 above.")


# -- references ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        (f"(see {STEM}, para. 2)", "(see para. 2 above)"),
        (f"(paragraph 2 of {STEM})", "(paragraph 2 above)"),
        (f"(see {STEM}/Add.1, paras. 1 and 2)", "(see paras. 4 and 5 above)"),
    ],
)
def test_a_part_cited_by_its_symbol_becomes_a_paragraph_of_the_report(
    said: str, becomes: str, tmp_path: Path
) -> None:
    third = f"## III. End\n\n1. It rose {said}.\n"
    found = made(tmp_path, FIRST, SECOND, third)
    assert block(found, "It rose").text == f"It rose {becomes}."
    (one,) = [ref for ref in find_references(found.report) if "rose" in ref.text]
    assert not one.external


def test_a_cited_paragraph_that_is_not_there_is_left_and_told(tmp_path: Path) -> None:
    words = f"See {STEM}, para. 9."
    found = made(tmp_path, FIRST, f"## III. End\n\n1. {words}\n")
    assert block(found, "See CSIW").text == words
    assert "REF206" in [one.code for one in found.findings]


def test_chinese_words_in_place_of_a_symbol_leave_no_space_behind(tmp_path: Path) -> None:
    first = f"## 一. 导言\n\n1. 工作组开会，见 {STEM}/Add.1 第 1 段。\n"
    second = f"## 二. 审议情况\n\n1. 讨论了船闸（见 {STEM} 号文件第 1 段）。\n"
    found = made(tmp_path, first, second, language="zh")
    assert block(found, "开会").text == "工作组开会，见下文第 2 段。"
    assert block(found, "船闸").text == "讨论了船闸（见上文第 1 段）。"


def test_other_documents_are_left_alone(tmp_path: Path) -> None:
    words = "See CSIW/COP/WG.3/2030/6, paras. 1 and 2."
    assert block(made(tmp_path, FIRST, f"## III. End\n\n1. {words}\n"), "See CSIW").text == words


def test_a_dangling_reference_is_told_and_left(tmp_path: Path) -> None:
    found = made(tmp_path, FIRST.replace("at noon", "as paragraph 77 says"), SECOND)
    (one,) = found.findings
    assert (one.code, one.values["numbers"]) == ("REF204", "77")


def test_a_part_that_is_cited_and_not_given_is_told(tmp_path: Path) -> None:
    words = f"It adopted {STEM}, {STEM}/Add.1 and {STEM}/Add.2."
    found = made(tmp_path, FIRST, f"{SECOND}\n3. {words}\n")
    assert [(one.code, one.values["symbol"]) for one in found.findings] == [
        ("SYM109", f"{STEM}/Add.2")
    ]


@pytest.mark.parametrize(
    "named", [f"{STEM} and {STEM}/Add.1", f"{STEM}, Add.1", f"{STEM} and Add.1", f"{STEM} 和 Add.1"]
)
def test_the_parts_may_be_named_where_the_adoption_is_told(tmp_path: Path, named: str) -> None:
    words = f"It adopted the present report ({named})."
    assert made(tmp_path, FIRST, f"{SECOND}\n3. {words}\n").findings == ()


def test_one_part_named_alone_is_told(tmp_path: Path) -> None:
    found = made(tmp_path, FIRST, f"{SECOND}\n3. It took up {STEM}, which was long.\n")
    assert [one.code for one in found.findings] == ["REF207"]


def test_a_renamed_section_takes_its_references_with_it(tmp_path: Path) -> None:
    parts = gathered(
        tmp_path,
        FIRST.replace("at noon", "; see chapter II, section A"),
        SECOND,
    )
    plan = proposed(parts)
    swapped = {"II/A": "II/B", "II/B": "II/A"}
    sections = [replace(one, path=swapped.get(one.path, one.path)) for one in plan.sections]
    sections[2], sections[3] = sections[3], sections[2]
    found = consolidated(parts, replace(plan, sections=tuple(sections)), Wanted())
    assert block(found, "It opened").text.endswith("see chapter II, section B.")
    assert [(b.label, b.text) for b in found.report.blocks if b.level == 2] == [
        ("A.", "Tugs"),
        ("B.", "Locks"),
    ]


# -- plans ---------------------------------------------------------------------------------
def test_a_unit_that_moves_is_said_to_have_moved(tmp_path: Path) -> None:
    parts = gathered(tmp_path, FIRST, SECOND)
    text = proposal(parts).decode()
    line = next(line for line in text.splitlines() if '"Add.1: II/A/para 1"' in line)
    other = next(line for line in text.splitlines() if '"Add.1: II/B/para 2"' in line)
    plan = read_plan(text.replace(line, "").replace(other, f"{other}\n{line}"), "p.toml")
    found = consolidated(parts, plan, Wanted())
    (row,) = [row for row in found.ledger.rows if row.fate is Fate.MOVED]
    assert (row.path, row.to) == ("II/A/para 1", "II/B/para 5")
    assert block(found, "Tugs were").text.endswith("(see paragraph 5 below).")


def test_what_is_left_out_needs_a_reason(tmp_path: Path) -> None:
    text = proposal(gathered(tmp_path, FIRST, SECOND)).decode()
    with pytest.raises(UsageError, match=r"\[\[drop\]\] no. 1: “reason” must be a text"):
        read_plan(f'{text}\n[[drop]]\nunit = "Add.1: II/A/para 1"\n', "p.toml")


def test_a_reference_to_what_is_dropped_is_bracketed_and_told(tmp_path: Path) -> None:
    parts = gathered(tmp_path, FIRST, SECOND)
    plan = proposed(parts)
    sections = tuple(
        replace(one, take=tuple(name for name in one.take if name != "Add.1: II/A/para 1"))
        for one in plan.sections
    )
    drops = (Dropping("Add.1: II/A/para 1", "withdrawn"),)
    found = consolidated(parts, replace(plan, sections=sections, drops=drops), Wanted())
    assert "see paragraph [1] above" in block(found, "Tugs were").text
    assert [one.code for one in found.findings] == ["REF203"]
    (row,) = [row for row in found.ledger.rows if row.fate is Fate.DROPPED]
    assert (row.reason, row.to) == ("withdrawn", "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Add.1: II/A/para 1", "Add.1: II/A/para 9"), "Is “Add.1: II/A/para 1” meant"),
        (('"Add.1: II/A/para 1",', ""), "says nothing of “Add.1: II/A/para 1”"),
        (("Add.1: II/A/para 1", "L.1: I/para 1"), "twice"),
        (('path = "II/B"', 'path = "II/A"'), "two sections with the path"),
        (('path = "II/B"', 'path = "IX"'), "which no part has"),
        (('parts = ["L.1", "Add.1"]', 'parts = ["L.1"]'), "The plan is for L.1"),
        (("2031/L.1", "2030/L.1"), "and the parts are of"),
        (("plan = 1", "plan = 2"), "plan = 1"),
        (("take = ", "takes = "), "there is no “takes”"),
        (("[[section]]", "[section]"), "no TOML file|two brackets"),
        (('path = "I"', "path = 1"), "must be a text"),
        (('path = "I"\n', ""), "“path” is missing"),
        (("parts =", "part ="), "is no part of a plan"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused_in_plain_words(
    change: tuple[str, str], said: str, tmp_path: Path
) -> None:
    parts = gathered(tmp_path, FIRST, SECOND)
    text = proposal(parts).decode()
    assert change[0] in text
    with pytest.raises(UsageError, match=said):
        consolidated(parts, read_plan(text.replace(*change), "plan.toml"), Wanted())


# -- lists of States -----------------------------------------------------------------------
LISTED = (
    "## I. Statements\n\n1. Statements were made by the representatives of the following {} "
    "States parties: {}.\n"
)
AGAIN = "Statements (continued)\n"
CHINESE = "## 一. 发言\n\n1. 下列 {} 个缔约国的代表作了发言：{}。\n"


def joined_plan(parts: Gathered, *units: str) -> Plan:
    plan = proposed(parts)
    (section,) = plan.sections
    take = tuple(name for name in section.take if name not in units)
    join = Joining(into="L.1: I/para 1", units=units, reason="one item")
    return replace(plan, sections=(replace(section, take=take),), joins=(join,))


def test_lists_of_states_are_joined_only_where_the_plan_says_so(tmp_path: Path) -> None:
    texts = (
        LISTED.format(3, "Peru, Togo and Jordan"),
        LISTED.format(3, "Chad, Peru and Yemen").replace(
            "Statements\n", "Statements (continued)\n"
        ),
    )
    parts = gathered(tmp_path, *texts)
    assert "Peru, Togo and Jordan." in block(made(tmp_path, *texts), "Togo").text
    assert '# into = "L.1: I/para 1"' in proposal(parts).decode()
    found = consolidated(parts, joined_plan(parts, "Add.1: I/para 1"), Wanted())
    assert block(found, "Togo").text == (
        "Statements were made by the representatives of the following 5 States parties: "
        "Chad, Jordan, Peru, Togo and Yemen."
    )
    (row,) = [row for row in found.ledger.rows if row.fate is Fate.JOINED]
    assert (row.to, row.reason) == ("I/para 1", "one item")


def test_chinese_lists_are_joined_in_the_same_order(tmp_path: Path) -> None:
    texts = (
        CHINESE.format(3, "秘鲁、多哥和约旦"),
        CHINESE.format(3, "乍得、秘鲁和也门").replace("发言\n", "发言（续）\n", 1),
    )
    parts = gathered(tmp_path, *texts, language="zh")
    found = consolidated(parts, joined_plan(parts, "Add.1: I/para 1"), Wanted())
    assert (
        block(found, "多哥").text == "下列 5 个缔约国的代表作了发言：乍得、约旦、秘鲁、多哥和也门。"
    )


def test_one_list_alone_is_put_in_order(tmp_path: Path) -> None:
    parts = gathered(tmp_path, LISTED.format(3, "Peru, Togo and Jordan"))
    found = consolidated(parts, joined_plan(parts), Wanted())
    assert block(found, "Togo").text.endswith("3 States parties: Jordan, Peru and Togo.")


@pytest.mark.parametrize(
    ("language", "first", "second", "opens"),
    [
        (
            "en",
            "## I. Statements\n\n1. Under agenda item 2, statements were made by: {}.\n",
            "## I. Statements (continued)\n\n1. Under agenda items 3 and 4, statements were made "
            "by: {}.\n",
            "Under agenda items 2, 3 and 4, statements were made by: Chad, Jordan, Peru,",
        ),
        (
            "zh",
            "## 一. 发言\n\n1. 在议程项目 2 下，下列 3 个缔约国作了发言：{}。\n",
            "## 一. 发言（续）\n\n1. 在议程项目 3 下，下列缔约国作了发言：{}。\n",
            "在议程项目 2 和 3 下，下列 5 个缔约国作了发言：乍得、约旦、秘鲁、",
        ),
    ],
)
def test_a_joined_list_names_the_agenda_items_of_all(
    language: str, first: str, second: str, opens: str, tmp_path: Path
) -> None:
    names = {"en": ("Peru, Togo and Jordan", "Chad, Peru and Yemen")}
    one, other = names.get(language, ("秘鲁、多哥和约旦", "乍得、秘鲁和也门"))
    parts = gathered(tmp_path, first.format(one), second.format(other), language=language)
    found = consolidated(parts, joined_plan(parts, "Add.1: I/para 1"), Wanted())
    assert block(found, "Togo" if language == "en" else "多哥").text.startswith(opens)
    assert not [one for one in found.findings if one.code in ("LST123", "REF208")]


def test_a_joined_list_whose_opening_is_not_true_of_all_is_told(tmp_path: Path) -> None:
    second = LISTED.format(3, "Chad, Peru and Yemen").replace("Statements\n", AGAIN)
    second = second.replace("Statements were", "In reply, statements were")
    parts = gathered(tmp_path, LISTED.format(3, "Peru, Togo and Jordan"), second)
    found = consolidated(parts, joined_plan(parts, "Add.1: I/para 1"), Wanted())
    (told,) = [one for one in found.findings if one.code == "LST123"]
    assert str(told.values["words"]).startswith("In reply")
    assert told.path == "I/para 1"
    assert (told.file or "").endswith("1.en.md")


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("Chad, Peru and Yemen. They spoke for long", "says more than its list"),
        ("Chad, Atlantis, Peru and Yemen", "in no table of States"),
        ("Peru", "no list of at least three"),
    ],
)
def test_a_join_that_would_lose_words_is_refused(second: str, said: str, tmp_path: Path) -> None:
    texts = (
        LISTED.format(3, "Peru, Togo and Jordan"),
        LISTED.format(3, second).replace("Statements\n", AGAIN),
    )
    parts = gathered(tmp_path, *texts)
    with pytest.raises(UsageError, match=said):
        consolidated(parts, joined_plan(parts, "Add.1: I/para 1"), Wanted())


def test_a_plan_keeps_its_sections_when_it_is_written_and_read(tmp_path: Path) -> None:
    parts = gathered(tmp_path, FIRST, SECOND)
    plan = proposed(parts)
    assert read_plan(proposal(parts).decode(), "p.toml") == plan
    assert plan.sections[0] == Section(
        path="I", source="I", take=("L.1: I/para 1", "L.1: I/para 2")
    )


# -- what only a person would see ----------------------------------------------------------
def test_a_section_c_is_the_third_and_no_hundred(tmp_path: Path) -> None:
    last = (
        "## II. Debate (continued)\n\n### C. Piers\n\n1. Piers were discussed.\n\n"
        "### D. Cranes\n\n2. Cranes were discussed (see sections C and D above).\n"
    )
    first = FIRST.replace("at noon", "; see chapter II, section C")
    found = made(tmp_path, first, SECOND, last)
    assert block(found, "Cranes were").text.endswith("(see sections C and D above).")
    assert block(found, "It opened").text.endswith("see chapter II, section C.")
    assert not found.findings


def test_a_section_named_without_its_chapter_is_found_in_another_part(tmp_path: Path) -> None:
    last = "## II. Debate (continued)\n\n### C. Piers\n\n1. Piers (see section B above).\n"
    found = made(tmp_path, FIRST, SECOND, last)
    assert block(found, "Piers (").text == "Piers (see section B above)."
    assert not found.findings


def test_a_plan_whose_sections_stand_out_of_order_is_refused(tmp_path: Path) -> None:
    parts = gathered(tmp_path, FIRST, SECOND)
    plan = proposed(parts)
    *before, one, other = plan.sections
    turned = replace(plan, sections=(*before, other, one))
    with pytest.raises(UsageError, match=r"section “II/A” behind “II/B”.*`source`"):
        consolidated(parts, turned, Wanted())


def test_an_addendum_without_text_is_told(tmp_path: Path) -> None:
    found = made(tmp_path, FIRST, "", SECOND)
    (one,) = found.findings
    assert (one.code, one.values["symbol"], one.file) == (
        "SYM130",
        "Add.1",
        str(tmp_path / "1.en.md"),
    )
    assert [total.name for total in found.ledger.sums()] == ["L.1", "Add.1", "Add.2"]


def test_a_note_that_says_ibid_behind_another_note_is_told(tmp_path: Path) -> None:
    first = (
        "## I. Introduction\n\n1. The Group met.[^1]\n\n## II. Debate\n\n"
        "2. Locks were discussed.[^2]\n\n[^1]: Locks of the north, p. 3.\n\n[^2]: Ibid., p. 4.\n"
    )
    second = (
        "## I. Introduction (continued)\n\n1. It closed.[^1]\n\n[^1]: Tides of the south, p. 9.\n"
    )
    found = made(tmp_path, first, second)
    assert [(one.code, one.values["old"], one.values["new"]) for one in found.findings] == [
        ("REF212", "Locks of the north, p. 3.", "Tides of the south, p. 9.")
    ]
    assert not made(
        tmp_path, first, second.replace("I. Introduction (continued)", "III. End")
    ).findings


def test_a_title_page_note_that_no_asterisk_leads_to_is_told(tmp_path: Path) -> None:
    parts = gathered(tmp_path, "[^*]: Reissued on 6 June 2031.\n\n" + FIRST)
    assert parts.parts[0].document.blocks[0].label == "*"
    for title, told in (("Draft report*", []), ("Report", ["*"])):
        found = consolidated(parts, None, Wanted(title=title)).findings
        assert [one.values["star"] for one in found if one.code == "MST140"] == told


def test_merged_cells_of_a_part_are_in_the_report(tmp_path: Path) -> None:
    words = "\n\n| Lock | Depth |\n| --- | --- |\n| North | 4 |\n"
    parts = gathered(tmp_path, FIRST + words, SECOND)
    (table,) = [one for one in parts.parts[0].document.blocks if one.rows]
    merged = (Merged(row=0, cell=0, across=2),)
    document = parts.parts[0].document
    blocks = tuple(replace(b, merged=merged) if b is table else b for b in document.blocks)
    wide = replace(parts.parts[0], document=replace(document, blocks=blocks))
    some = (wide, *parts.parts[1:])
    stock = stock_of(some)
    found = consolidated(replace(parts, parts=some, stock=stock), None, Wanted())
    assert [one.merged for one in found.report.blocks if one.rows] == [merged]
