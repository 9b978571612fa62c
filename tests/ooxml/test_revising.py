"""A Word file changed in place, directly and as tracked changes."""

import pytest
from canon import canonical, other_parts
from wordxml import abstract, in_list, level, num, p, part, r, word

from toolkit.errors import InputError, UsageError
from toolkit.ooxml import lists
from toolkit.ooxml.changes import (
    AddComment,
    Change,
    DeleteParagraph,
    InsertParagraph,
    MoveParagraphs,
    RemoveComments,
    RemoveShading,
    ReplaceText,
    StartNumber,
    StopNumber,
    Tracking,
)
from toolkit.ooxml.package import open_package
from toolkit.ooxml.revising import Existing, WordText
from toolkit.ooxml.revisions import accept_all, count_revisions, reject_all
from toolkit.ooxml.styles import num_pr

TRACKED = Tracking("Editor", "2026-03-01T00:00:00Z")
MOVED = Tracking("Editor", "2026-03-01T00:00:00Z", moves=True)
BOLD = "<w:b/>"
INS = '<w:ins w:id="7" w:author="Other" w:date="2026-01-01T00:00:00Z">'
DEL = '<w:del w:id="8" w:author="Other" w:date="2026-01-01T00:00:00Z">'


def texts(data: bytes) -> list[str]:
    return [one.text for one in WordText.open(data, "t.docx").paragraphs]


def labels(data: bytes) -> list[str | None]:
    return [one.label for one in WordText.open(data, "t.docx").paragraphs]


def main(data: bytes) -> str:
    package = open_package(data, "t.docx")
    return package.parts[package.main].decode()


def done(data: bytes, *changes: Change, tracking: Tracking | None = None) -> bytes:
    return WordText.open(data, "t.docx").apply(changes, tracking)


def held(data: bytes, *changes: Change, tracking: Tracking = TRACKED) -> bytes:
    """Make changes both ways, hold the two against each other, and return the direct result."""
    direct = done(data, *changes)
    tracked = done(data, *changes, tracking=tracking)
    assert canonical(reject_all(tracked, "t.docx")) == canonical(reject_all(data, "t.docx"))
    assert canonical(accept_all(tracked, "t.docx")) == canonical(accept_all(direct, "t.docx"))
    assert texts(tracked) == texts(direct)
    assert count_revisions(tracked, "t.docx")
    return direct


# -- words -----------------------------------------------------------------------------------
def test_words_are_replaced_inside_one_run_and_keep_their_look() -> None:
    data = word(p(r("See paragraph 12 above", BOLD)))
    assert '<w:t xml:space="preserve">See paragraph 9 above</w:t>' in main(
        held(data, ReplaceText(0, 14, 16, "9"))
    )


def test_a_number_split_over_runs_is_one_number() -> None:
    data = word(p(r("See paragraph 1") + r("2", BOLD) + r(" above")))
    new = held(data, ReplaceText(0, 14, 16, "345"))
    assert texts(new) == ["See paragraph 345 above"]
    assert main(new).count("<w:r>") == 2


def test_several_changes_of_one_paragraph_name_offsets_as_they_were() -> None:
    data = word(p("recommendations 5, 7 and 9"))
    changes = [
        ReplaceText(0, 19, 20, "66"),
        ReplaceText(0, 16, 17, "44"),
        ReplaceText(0, 26, 26, "0"),
    ]
    assert texts(held(data, *changes)) == ["recommendations 44, 66 and 90"]


def test_soft_hyphens_are_not_counted_and_stay() -> None:
    data = word(p("recom\u00admendation 5"))
    new = held(data, ReplaceText(0, 15, 16, "6"))
    assert "recom\u00admendation 6" in main(new)


def test_words_across_a_hyperlink_and_a_content_control_are_replaced() -> None:
    link = '<w:hyperlink w:anchor="a">' + r("para") + "</w:hyperlink>"
    control = "<w:sdt><w:sdtPr/><w:sdtContent>" + r("graph 4") + "</w:sdtContent></w:sdt>"
    assert texts(held(word(p(link + control)), ReplaceText(0, 0, 11, "point 5"))) == ["point 5"]


def test_the_result_of_a_field_is_changed_and_its_code_is_not() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF _Ref12 \\n \\h </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    new = held(word(p(r("paragraph ") + field + r(" above"))), ReplaceText(0, 10, 12, "11"))
    assert texts(new) == ["paragraph 11 above"]
    assert "REF _Ref12" in main(new)


def test_tabs_and_breaks_are_written_as_words_own_signs() -> None:
    new = held(word(p("1. Text")), ReplaceText(0, 2, 3, "\t"))
    assert texts(new) == ["1.\tText"]
    assert "<w:tab/>" in main(new)


def test_words_of_a_note_are_changed_in_the_part_of_notes() -> None:
    notes = part("footnotes", '<w:footnote w:id="2">' + p("See paragraph 5.") + "</w:footnote>")
    body = p(r("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = word(body, footnotes=notes)
    new = held(data, ReplaceText(1, 14, 15, "6"))
    assert texts(new) == ["Text", "See paragraph 6."]
    assert main(new) == main(data)


def test_both_forms_of_a_text_box_are_changed() -> None:
    box = "<w:txbxContent>" + p("item 5") + "</w:txbxContent>"
    forms = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    new = done(word(p(r("Before") + forms)), ReplaceText(1, 5, 6, "6"))
    assert main(new).count("item 6") == 2


# -- tracked changes that are there already -------------------------------------------------
def test_what_somebody_inserted_is_deleted_inside_that_insertion() -> None:
    data = word(p(r("See ") + INS + r("paragraph 12") + "</w:ins>" + r(" above")))
    new = held(data, ReplaceText(0, 14, 16, "13"))
    assert texts(new) == ["See paragraph 13 above"]
    tracked = main(done(data, ReplaceText(0, 14, 16, "13"), tracking=TRACKED))
    assert "<w:ins" not in tracked.split("<w:ins", 1)[1].split("</w:ins>", 1)[0]


def test_what_somebody_deleted_is_not_text_and_stays_deleted() -> None:
    data = word(p(r("See ") + DEL + "<w:r><w:delText>old </w:delText></w:r></w:del>" + r("item 5")))
    assert texts(held(data, ReplaceText(0, 9, 10, "6"))) == ["See item 6"]


def test_existing_changes_are_accepted_or_refused_when_asked() -> None:
    data = word(p(r("See ") + INS + r("item 5") + "</w:ins>"))
    accepted = WordText.open(data, "t.docx", existing=Existing.ACCEPT).apply([])
    assert count_revisions(accepted, "t.docx") == 0
    assert texts(accepted) == ["See item 5"]
    with pytest.raises(InputError, match="holds 1 tracked changes"):
        WordText.open(data, "t.docx", existing=Existing.REFUSE)


# -- paragraphs ------------------------------------------------------------------------------
def test_a_paragraph_goes_with_its_footnote_and_leaves_the_ends_of_bookmarks() -> None:
    notes = part("footnotes", '<w:footnote w:id="2">' + p("A note.") + "</w:footnote>")
    start = '<w:bookmarkStart w:id="1" w:name="whole"/>'
    data = word(
        p(start + r("Gone") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + p(r("Stays") + '<w:bookmarkEnd w:id="1"/>'),
        footnotes=notes,
    )
    new = done(data, DeleteParagraph(0))
    assert texts(new) == ["Stays"]
    assert 'w:name="whole"' in main(new)


def test_a_deleted_paragraph_is_marked_with_its_end() -> None:
    data = word(p("One") + p("Two") + p("Three"))
    assert texts(held(data, DeleteParagraph(1))) == ["One", "Three"]


def test_the_last_paragraph_of_a_cell_stays_as_an_empty_one() -> None:
    cell = "<w:tc>" + p("Only") + "</w:tc>"
    data = word(
        p("Before") + f"<w:tbl><w:tr>{cell}<w:tc>{p('Other')}</w:tc></w:tr></w:tbl>" + p("End")
    )
    new = done(data, DeleteParagraph(1))
    assert texts(new) == ["Before", "", "Other", "End"]


def test_a_whole_table_goes_when_all_of_it_is_deleted() -> None:
    data = word(p("A") + f"<w:tbl><w:tr><w:tc>{p('B')}</w:tc></w:tr></w:tbl>" + p("C"))
    assert texts(held(data, DeleteParagraph(1))) == ["A", "C"]


def test_a_section_break_stays_where_its_paragraph_was() -> None:
    broken = "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>"
    data = word(p("A") + p("B", broken) + p("C"))
    assert "nextPage" in main(done(data, DeleteParagraph(1)))
    moved = done(data, MoveParagraphs((1,), 2))
    assert texts(moved) == ["A", "", "C", "B"]


def test_half_a_field_cannot_be_deleted() -> None:
    data = word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")) + p("B"))
    with pytest.raises(InputError, match="table of contents"):
        done(data, DeleteParagraph(0))


@pytest.mark.parametrize("tracking", [TRACKED, MOVED], ids=["as edits", "as moves"])
def test_paragraphs_move_with_the_changes_in_them(tracking: Tracking) -> None:
    data = word(p("5. Five", "<w:keepNext/>") + p("6. Six") + p("7. Seven"))
    changes = (
        MoveParagraphs((0,), 2),
        ReplaceText(0, 0, 1, "7"),
        ReplaceText(1, 0, 1, "5"),
        ReplaceText(2, 0, 1, "6"),
    )
    new = held(data, *changes, tracking=tracking)
    assert texts(new) == ["5. Six", "6. Seven", "7. Five"]
    assert main(new).index("keepNext") > main(new).index("Seven")


def test_fields_find_what_moved_whether_the_move_is_accepted_or_rejected() -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="_Ref5"/>' + r("5") + '<w:bookmarkEnd w:id="1"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF _Ref5 \\h </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("5") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    data = word(p(marked + r(". Five")) + p("6. Six") + p(r("See ") + field))
    tracked = done(data, MoveParagraphs((0,), 1), tracking=TRACKED)
    assert '"_Ref5"' in main(reject_all(tracked, "t.docx"))
    assert " REF _Ref5 " in main(reject_all(tracked, "t.docx"))
    accepted = main(accept_all(tracked, "t.docx"))
    assert accepted.index("6. Six") < accepted.index('"_Ref5_m1"') < accepted.index(". Five")
    assert " REF _Ref5_m1 " in accepted
    assert main(tracked).count('w:name="_Ref5"') == 1


def test_a_paragraph_may_stand_behind_one_that_moves_itself() -> None:
    data = word(p("A") + p("B") + p("C") + p("D"))
    new = held(data, MoveParagraphs((1,), 3), MoveParagraphs((3,), 1))
    assert texts(new) == ["A", "D", "C", "B"]


def test_a_paragraph_may_stand_behind_a_table_whose_cell_it_is_given_by_has_left_it() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{p('one')}</w:tc><w:tc>{p('two') + p('three')}</w:tc></w:tr></w:tbl>"
    )
    data = word(p("A") + table + p("B"))
    changes = (MoveParagraphs((2,), None), MoveParagraphs((0,), 2), InsertParagraph(2, 4, "new"))
    assert texts(done(data, *changes)) == ["two", "one", "three", "A", "new", "B"]
    tracked = done(data, *changes, tracking=TRACKED)
    assert texts(accept_all(tracked, "t.docx")) == ["two", "one", "three", "A", "new", "B"]
    assert texts(reject_all(tracked, "t.docx")) == texts(data)


@pytest.mark.parametrize("tracking", [None, TRACKED, MOVED], ids=["direct", "edits", "moves"])
@pytest.mark.parametrize("first", [0, 1], ids=["inserted first", "moved first"])
def test_a_table_moves_whole_with_what_is_inserted_in_it(
    first: int, tracking: Tracking | None
) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('one') + p('two')}</w:tc></w:tr></w:tbl>"
    data = word(p("A") + table + p("B"))
    changes = (InsertParagraph(1, 1, "new"), MoveParagraphs((1, 2), 3))
    new = done(data, changes[first], changes[1 - first], tracking=tracking)
    assert texts(accept_all(new, "t.docx")) == ["A", "B", "one", "new", "two"]
    assert main(accept_all(new, "t.docx")).count("<w:tbl>") == 1
    assert "<!--" not in main(new)
    if tracking is not None:
        assert canonical(reject_all(new, "t.docx")) == canonical(reject_all(data, "t.docx"))


def test_what_stands_behind_a_text_box_stands_behind_what_the_box_hangs_in() -> None:
    box = f"<w:txbxContent>{p('in the box') + p('there too')}</w:txbxContent>"
    shape = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    data = word(p("A") + p(shape + r("B")) + p("C") + p("D"))
    assert texts(data) == ["A", "B", "in the box", "there too", "C", "D"]
    assert texts(done(data, MoveParagraphs((1,), 2), InsertParagraph(2, 0, "new"))) == [
        *("A", "B", "in the box", "there too", "new", "C", "D")
    ]
    moved = held(data, MoveParagraphs((4,), 2), MoveParagraphs((0,), 3))
    assert texts(moved) == ["B", "in the box", "there too", "C", "A", "D"]
    inside = held(data, InsertParagraph(2, 2, "new"))
    assert texts(inside) == ["A", "B", "in the box", "new", "there too", "C", "D"]


def test_new_paragraphs_at_one_place_stand_in_the_order_given() -> None:
    data = word(p("A", "<w:keepNext/>") + p("B"))
    new = held(
        data, InsertParagraph(0, 0, "x"), InsertParagraph(0, 0, "y"), InsertParagraph(None, 1, "z")
    )
    assert texts(new) == ["z", "A", "x", "y", "B"]
    assert main(new).count("keepNext") == 3


def test_a_new_paragraph_counts_with_the_field_of_the_one_it_is_like() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> SEQ rec </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("5") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    data = word(p(r("Recommendation ") + field) + p("Body."))
    new = held(data, InsertParagraph(1, 0, "Recommendation 6"), InsertParagraph(1, 1, "[…]"))
    assert texts(new) == ["Recommendation 5", "Body.", "Recommendation 6", "[…]"]
    assert main(new).count("SEQ rec") == 2


def test_a_new_paragraph_behind_a_table_stands_in_its_last_cell_only_if_it_is_like_a_cell() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('cell')}</w:tc></w:tr></w:tbl>"
    data = word(p("A") + table + p("B"))
    behind = held(data, InsertParagraph(1, 0, "new"))
    assert "</w:tbl><w:p><w:r><w:t>new" in main(behind)
    inside = done(data, InsertParagraph(1, 1, "new"))
    assert "new</w:t></w:r></w:p></w:tc>" in main(inside)


def test_no_id_of_a_tracked_change_stands_twice() -> None:
    data = word(p(INS + r("one two") + "</w:ins>") + p("three") + p("four"))
    changes = (ReplaceText(0, 0, 3, "1"), DeleteParagraph(1), InsertParagraph(2, 2, "five"))
    tracked = main(done(data, *changes, tracking=TRACKED))
    ids = [piece.split('"')[0] for piece in tracked.split(' w:id="')[1:]]
    assert len(ids) == len(set(ids))


# -- numbers ---------------------------------------------------------------------------------
LISTS = part("numbering", abstract(0, level(0, "decimal", "%1.")) + num(1, 0))


def test_a_number_begins_anew_and_the_list_goes_on_from_it() -> None:
    body = "".join(p(text, in_list(1, 0)) for text in "ABCD")
    data = word(body, numbering=LISTS)
    new = done(data, StartNumber(2, 7))
    assert labels(new) == ["1.", "2.", "7.", "8."]
    tracked = done(data, StartNumber(2, 7), tracking=TRACKED)
    assert labels(tracked) == ["1.", "2.", "7.", "8."]
    assert labels(reject_all(tracked, "t.docx")) == ["1.", "2.", "3.", "4."]


ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize("tracking", [None, TRACKED], ids=["direct", "tracked"])
def test_a_list_that_begins_anew_by_itself_is_left_alone(tracking: Tracking | None) -> None:
    own = abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0, ANEW) + num(3, 0, ANEW)
    body = "".join(p("x", in_list(which, 0)) for which in (1, 2, 2, 2, 3, 3, 1))
    data = word(body, numbering=part("numbering", own))
    assert labels(data) == ["1.", "1.", "2.", "3.", "1.", "2.", "3."]
    new = done(data, StartNumber(2, 7), tracking=tracking)
    assert labels(new) == ["1.", "1.", "7.", "8.", "1.", "2.", "3."]


def test_a_list_begun_anew_can_begin_once_more() -> None:
    look = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val='
    own = num(1, 0, f'{look}"lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride>')
    every = part("numbering", abstract(0, level(0, "decimal", "%1.")) + own)
    data = word("".join(p(text, in_list(1, 0)) for text in "ABCD"), numbering=every)
    new = done(data, StartNumber(1, 2), StartNumber(3, 9))
    assert labels(data) == ["(d)", "(e)", "(f)", "(g)"]
    assert labels(new) == ["(d)", "(b)", "(c)", "(i)"]


def test_numbers_begun_anew_in_many_places_do_not_have_the_whole_text_read_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[object] = []
    monkeypatch.setattr(lists, "num_pr", lambda one: (read.append(one), num_pr(one))[1])
    data = word("".join(p("x", in_list(1, 0)) for _ in range(60)), numbering=LISTS)
    changes = [StartNumber(at, 60 - at) for at in range(0, 60, 2)]
    new = done(data, *changes, StopNumber(31))
    expected = [f"{60 - at + at % 2 * 2}." for at in range(60)]
    assert labels(new) == [*expected[:31], None, *expected[32:]]
    assert len(read) == 60


def test_a_paragraph_is_taken_out_of_its_list() -> None:
    body = "".join(p(text, in_list(1, 0)) for text in "ABC")
    data = word(body, numbering=LISTS)
    assert labels(done(data, StopNumber(1))) == ["1.", None, "2."]


# -- comments and colours --------------------------------------------------------------------
def test_a_comment_hangs_on_the_very_words_and_can_be_taken_off() -> None:
    data = word(p(r("See para") + r("graph 12 above", BOLD)))
    new = done(data, AddComment(0, 4, 16, "Which?\nThis?", "Editor"), ReplaceText(0, 14, 16, "13"))
    assert texts(new) == ["See paragraph 13 above"]
    shown = main(new)
    start, end = shown.index("<w:commentRangeStart"), shown.index("<w:commentRangeEnd")
    inside = "".join(
        piece.split("</w:t>")[0].split(">")[-1] for piece in shown[start:end].split("<w:t")[1:]
    )
    assert inside == "paragraph 13"
    assert texts(done(new, RemoveComments("Somebody else"))) == texts(new)
    bare = main(done(new, RemoveComments("Editor")))
    assert "comment" not in bare.split("<w:body>")[1]


def test_only_the_colours_named_are_taken_off() -> None:
    shaded = r("a", '<w:shd w:val="clear" w:fill="FFF2CC"/>') + r("b", '<w:shd w:fill="112233"/>')
    new = main(done(word(p(shaded)), RemoveShading(frozenset({"fff2cc"}))))
    assert "FFF2CC" not in new
    assert "112233" in new


# -- the rest of the file --------------------------------------------------------------------
def test_without_a_change_the_bytes_are_the_same() -> None:
    data = word(p("A"))
    assert done(data) == data


def test_every_other_part_keeps_its_bytes_and_the_main_one_its_head() -> None:
    styles = part(
        "styles", '<w:style w:styleId="X"  w:type="paragraph"><w:name w:val="X"/></w:style>'
    )
    data = word(p("item 5"), styles=styles)
    new = done(data, ReplaceText(0, 5, 6, "6"))
    assert other_parts(new) == other_parts(data)
    assert main(new) == main(data).replace("item 5", "item 6")


def test_changes_that_meet_are_refused() -> None:
    with pytest.raises(UsageError, match="meet"):
        done(word(p("abcdef")), ReplaceText(0, 0, 3, "x"), ReplaceText(0, 2, 4, "y"))


def test_a_damaged_file_is_not_written_back() -> None:
    broken = word("<w:p><w:r><w:t>A</w:t></w:p>")
    with pytest.raises(InputError, match="damaged"):
        WordText.open(broken, "t.docx")


def test_a_file_is_opened_anew_for_the_next_change() -> None:
    file = WordText.open(word(p("A")), "t.docx")
    file.apply([])
    with pytest.raises(UsageError, match="again"):
        file.apply([])


def test_words_exchanged_for_the_same_words_leave_the_part_byte_for_byte() -> None:
    data = word("<w:p ><w:r><w:t>See 12 and 14</w:t></w:r></w:p >")
    same = [ReplaceText(0, 4, 6, "12"), ReplaceText(0, 7, 10, "and")]
    assert main(done(data, *same)) == main(data)
    other = main(done(data, ReplaceText(0, 4, 6, "11")))
    assert "<w:p ><w:r><w:t>See 12" in main(data)
    assert "<w:p><w:r><w:t>See 11" in other
