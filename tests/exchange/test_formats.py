"""A desk written in each format and read again is the same desk."""

import csv
import io
import re
from collections.abc import Callable

import polib
import pytest
from hypothesis import given, settings

from tests.exchange.desks import SHA, desk_of, desks, lamps
from toolkit.errors import InputError, UsageError
from toolkit.exchange.codes import homeward
from toolkit.exchange.registry import read_exchange, writer_of
from toolkit.exchange.unit import ExchangeFile, State
from toolkit.exchange.xliff12_write import write_xliff12
from toolkit.inline import Segment
from toolkit.model.desk import Answered, Bilingual, Translation

FORMATS = {
    "xliff-1.2": (".xlf", {"version": "1.2"}),
    "xliff-2.1": (".xlf", {"version": "2.1"}),
    "po": (".po", {}),
    "tsv": (".tsv", {}),
    "xlsx": (".xlsx", {}),
}
EXPECTED = {
    Answered.REVIEWED: State.REVIEWED,
    Answered.WRITTEN: State.TRANSLATED,
    Answered.CONTEXT: State.TRANSLATED,
    Answered.EXACT: State.TRANSLATED,
    Answered.SUBSTITUTED: State.REVIEW,
    Answered.FUZZY: State.REVIEW,
    Answered.UNTRANSLATED: State.NEW,
}
STATELESS = {"po": {State.REVIEWED: State.TRANSLATED}}  # PO has no step beyond "not fuzzy"


def writer(name: str) -> Callable[[Bilingual], bytes]:
    suffix, given_ = FORMATS[name]
    write = writer_of(suffix, **given_)
    assert write is not None
    return write


def through(name: str, desk: Bilingual) -> ExchangeFile:
    return read_exchange(writer(name)(desk), f"desk{FORMATS[name][0]}")


def check_same(name: str, desk: Bilingual) -> None:
    file = through(name, desk)
    assert len(file.units) == len(desk.segments)
    for segment, one, unit in zip(desk.segments, desk.translations, file.units, strict=True):
        assert unit.id == segment.id
        source = homeward(segment.source, unit.source)
        assert source.segment == segment.source
        assert (source.missing, source.added) == ((), ())
        target = None
        if unit.target is not None:
            came = homeward(segment.source, unit.target)
            assert not came.added
            target = came.segment
        assert target == one.target
        state = EXPECTED[one.answered]
        assert unit.state is STATELESS.get(name, {}).get(state, state)


@pytest.mark.parametrize("name", FORMATS)
def test_words_codes_and_states_of_a_desk_come_back(name: str) -> None:
    check_same(name, lamps())


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_said_of_the_document_comes_back(name: str) -> None:
    file = through(name, lamps())
    assert (file.source_lang, file.target_lang) == ("en", "zh-CN")
    assert (file.original, file.sha256) == ("draft of the lamps.docx", SHA)
    assert file.symbol == "CSIW/2026/L.1"
    assert file.units[1].path == "III/para 2"
    assert any("Look at the place of: note." in note for note in file.units[1].notes)


@pytest.mark.parametrize("name", ["xliff-1.2", "xliff-2.1"])
def test_matches_come_back_with_score_and_origin(name: str) -> None:
    first, second = through(name, lamps()).units[1].matches
    assert (first.score, first.origin) == (88, "CSIW/2025/6, III/para 9")
    assert first.source == Segment("Trim the wick.")
    assert (second.score, second.target.text) == (80, "剪灯芯。")


@pytest.mark.parametrize("name", ["po", "tsv", "xlsx"])
def test_other_translations_stand_in_a_note_where_there_is_no_better_place(name: str) -> None:
    notes = "".join(through(name, lamps()).units[1].notes)
    assert "80" in notes
    assert "剪灯芯。" in notes


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60)
@given(desk=desks())
def test_any_desk_comes_back(name: str, desk: Bilingual) -> None:
    check_same(name, desk)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_desk_is_the_same_bytes(name: str) -> None:
    assert writer(name)(lamps()) == writer(name)(lamps())


def test_copied_targets_are_the_sources_and_translations_stand_beside() -> None:
    file = read_exchange(write_xliff12(lamps(), copied=True), "desk.xlf")
    assert all(unit.target == unit.source for unit in file.units)
    assert [match.target.text for match in file.units[2].matches] == ["2026 年 5 月 4 日通过。"]
    assert b"state=" not in write_xliff12(lamps(), copied=True)


def test_po_is_one_entry_a_segment_with_context_fuzzy_and_previous_words() -> None:
    data = writer("po")(lamps())
    file = polib.pofile(data.decode("utf-8"), wrapwidth=0)
    assert [entry.msgctxt for entry in file][:2] == ["III/para 1/p0.1", "III/para 2/p1.1"]
    assert file[0].msgstr == "夜⟦2/⟧里的⟦1⟧灯。⟦/1⟧"
    assert file[1].fuzzy
    assert file[1].previous_msgid == "Trim the wick."
    assert file[1].occurrences == [("draft%20of%20the%20lamps.docx", "2")]
    assert "codes: ⟦1⟧ bold, ⟦2⟧ note" in file[0].comment
    assert not file[4].fuzzy


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    text = writer("tsv")(lamps()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab"))
    assert rows[5][3] == "'=SUM(A1) \"quoted\" 'apostrophes'"
    assert rows[6][3:5] == ["'100", "''100"]
    assert rows[4][6] == "99"


def test_a_segment_too_long_for_a_cell_is_refused_and_another_format_named() -> None:
    desk = desk_of((Segment("a" * 40_000), Translation(target=None, answered=Answered.EXACT)))
    with pytest.raises(UsageError, match=r"longer than a cell .* Use \.xlf"):
        writer("xlsx")(desk)


def test_tables_of_others_are_read_by_the_names_of_their_columns() -> None:
    table = "No\tEnglish\tChinese\r\n1\tLamp.\t灯。\r\n2\tWick.\t\r\n"
    file = read_exchange(table.encode("utf-16"), "words.tsv")
    assert [(u.source.text, u.target and u.target.text) for u in file.units] == [
        ("Lamp.", "灯。"),
        ("Wick.", None),
    ]
    comma = 'en-GB,zh-CN,note\r\n"Lamp, lit.",灯。,ok\r\n'
    for data in (comma.encode(), comma.replace(",", ";").replace("p;", "p,").encode("utf-16")):
        (unit,) = read_exchange(data, "words.csv").units
        assert (unit.source.text, unit.notes) == ("Lamp, lit.", ("ok",))


@pytest.mark.parametrize("at", [0, 1, 3, 4, 9])
def test_a_column_put_into_a_table_of_ours_changes_nothing(at: int) -> None:
    text = writer("tsv")(lamps()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab"))
    heads = ["", "Chinese", *["讫"] * 9]
    wider = [[*row[:at], head, *row[at:]] for row, head in zip(rows, heads, strict=False)]
    made = io.StringIO()
    csv.writer(made, "excel-tab").writerows(wider)
    assert read_exchange(made.getvalue().encode(), "wide.tsv") == through("tsv", lamps())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"just a line\n", "no bilingual table"),
        (b"<html><body/></html>", "no XLIFF: its first element is <html>"),
        (b"PK\x03\x04 not a zip", "is damaged"),
        (b'msgid "a"\nmsgstr "b\n', r"line 2: .* was expected"),
        (b'msgid "a"\nmsgstr "b\\0"\n', "line 2: a NUL"),
        (b'msgid ""\nmsgstr "charset=utf-7"\n', "encoding is 'utf-7'"),
        (b'msgid ""\nmsgstr "charset=UTF-8"\n# \xff\n', "line 3: a byte that is not utf-8"),
        (b"source\ttarget\n\xff\xff\t\n", "no text in UTF-8"),
        ("source\ttarget\nLamp.\t灯。\n".encode("gbk"), "“Unicode Text”, or as .xlsx"),
    ],
)
def test_what_is_none_of_these_is_told_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_exchange(data, "given.dat")
    assert str(caught.value).startswith("given.dat")
    assert "\n" not in str(caught.value)


def test_line_ends_in_words_of_po_are_no_ends_of_lines_of_the_file() -> None:
    data = 'msgid "a\u2028b\u0085c"\nmsgstr "甲\u2028乙"\n#x unknown comment\n'.encode()
    (unit,) = read_exchange(data, "x.po").units
    assert unit.source.text == "a\u2028b\u0085c"
    assert re.fullmatch("甲\u2028乙", unit.target.text if unit.target else "")
