"""Numbers that Word counts turned into text: what is seen stays, and nothing else changes."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SAMPLES
from tests.validity import faults, schema_faults
from toolkit.errors import InputError
from toolkit.ooxml.build import field, run, tag, val
from toolkit.ooxml.document import read_word
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.freezing import freeze
from toolkit.ooxml.records import Paragraph
from toolkit.ooxml.xml import Element, w
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.workflows.documents.reading import load
from toolkit.writers.docx import write
from toolkit.writers.house_style import house_style


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def shown(data: bytes) -> list[str]:
    """Return the paragraphs as they are seen: labels and words, tabs left out."""
    items = read_word(data, "a.docx").body
    found = (
        one
        for item in items
        for one in ((item,) if isinstance(item, Paragraph) else item.paragraphs())
    )
    return [f"{one.label or ''}{one.text}".replace("\t", "") for one in found]


def level(place: int, form: str, text: str, align: str, *, left: int, hang: int = 0) -> Element:
    return tag(
        "lvl", val("start", 1), val("numFmt", form), val("lvlText", text), val("lvlJc", align),
        tag("pPr", tag("ind", left=left, hanging=hang)), tag("rPr", tag("b")), ilvl=place,
    )  # fmt: skip


def counted(*content: Element, num: int = 1, at: int = 0) -> Element:
    place = tag("numPr", val("ilvl", at), val("numId", num))
    return tag("p", tag("pPr", place), *content)


def made(*paragraphs: Element, **levels: Element) -> bytes:
    """Return a Word file with these paragraphs; its list 1 has two levels, list 2 bullets."""
    editing = Editing.open(house_style("en"), "a.docx")
    root = editing.root(editing.main)
    holder = root.find(w("body"))
    assert holder is not None
    for one in list(holder)[:-1]:
        holder.remove(one)
    for place, one in enumerate(paragraphs):
        holder.insert(place, one)
    first = levels.get("first")
    numbers = tag(
        "abstractNum",
        level(0, "decimal", "%1.", "left", left=720, hang=360) if first is None else first,
        level(1, "lowerLetter", "(%2)", "left", left=1440, hang=360),
        abstractNumId=0,
    )
    bullets = tag("abstractNum", level(0, "bullet", "•", "left", left=720), abstractNumId=1)
    editing.add_word_part(
        "numbering.xml",
        "numbering",
        tag("numbering", numbers, bullets, *(
            tag("num", val("abstractNumId", one - 1), numId=one) for one in (1, 2)
        )),
    )  # fmt: skip
    return editing.finish()


def marked(name: str, number: int, *content: Element) -> list[Element]:
    start = tag("bookmarkStart", id=number, name=name)
    return [start, *content, tag("bookmarkEnd", id=number)]


def test_labels_are_typed_where_the_list_set_them_and_as_it_did() -> None:
    data = made(counted(run("Oil.")), counted(run("Wicks."), at=1), tag("p", run("Plain.")))
    done = freeze(data, "a.docx")
    assert (done.labels, shown(done.data)) == (2, ["1.Oil.", "(a)Wicks.", "Plain."])
    first, second, plain = body(done.data).iter(w("p"))
    assert first.find(f"{w('pPr')}/{w('numPr')}") is None
    indent = first.find(f"{w('pPr')}/{w('ind')}")
    assert indent is not None
    assert (indent.get(w("left")), indent.get(w("hanging"))) == ("720", "360")
    (stop,) = first.iter(w("tab"), w("tabs")).__next__()
    assert (stop.get(w("val")), stop.get(w("pos"))) == ("left", "720")
    (label, *_) = second.iter(w("r"))
    assert label.find(f"{w('rPr')}/{w('b')}") is not None
    assert plain.find(w("pPr")) is None


def test_a_label_that_ends_at_a_place_ends_there_still() -> None:
    right = level(0, "upperRoman", "%1.", "right", left=1267, hang=245)
    done = freeze(made(counted(run("Aims")), first=right), "a.docx")
    (paragraph,) = body(done.data).iter(w("p"))
    stops = [(one.get(w("val")), one.get(w("pos"))) for one in paragraph.iter(w("tab"))
             if one.get(w("pos"))]  # fmt: skip
    assert stops == [("right", "1022"), ("left", "1267")]
    assert [one.text for one in read_word(done.data, "a").body][:1] == ["\tI.\tAims"]


def test_bullets_contents_and_page_numbers_stay() -> None:
    contents = tag("p", *field('TOC \\o "1-3"', "Aims 2"), *field("PAGEREF _x \\h", "2"))
    data = made(counted(run("Oil."), num=2), contents)
    done = freeze(data, "a.docx")
    assert (done.labels, done.references, done.sequences) == (0, 0, 0)
    assert done.data == data


def test_references_say_the_number_that_is_counted_now() -> None:
    data = made(
        counted(*marked("_a", 1, run("Oil."))),
        counted(*marked("_b", 2, run("Wicks."))),
        counted(*marked("_c", 3, run("Lamps.")), at=1),
        tag("p", *field("REF _b \\n \\h", "7"), run(" and "), *field("REF _c \\r \\h", "2 (a)")),
        tag("p", *field("REF _a \\n \\p \\h", "1 above"), *field("REF _none \\h", "lost")),
    )
    done = freeze(data, "a.docx")
    assert done.references == 4
    assert done.renewed == (("7", "2"),)
    assert shown(done.data)[3:5] == ["2 and 2 (a)", "1 abovelost"]
    assert not list(body(done.data).iter(w("fldChar"), w("instrText")))


def test_sequences_are_counted_anew_and_what_repeats_them_follows() -> None:
    first = marked("_r", 1, *field("SEQ Table \\* ARABIC", "4"))
    data = made(
        tag("p", run("Table "), *first),
        tag("p", run("Table "), *field("SEQ Table \\* ROMAN", "II")),
        tag("p", run("Table "), *field("SEQ Table \\r 9", "9"), *field("SEQ Table \\c", "9")),
        tag("p", run("See "), *field("REF _r \\h", "4")),
    )
    done = freeze(data, "a.docx")
    assert (done.sequences, done.references) == (4, 1)
    assert shown(done.data)[:4] == ["Table 1", "Table II", "Table 99", "See 1"]
    assert done.renewed == (("4", "1"), ("4", "1"))


def test_a_simple_field_becomes_its_words() -> None:
    simple = tag("fldSimple", run("1"), instr=" REF _a \\n \\h ")
    done = freeze(made(counted(*marked("_a", 1, run("Oil."))), tag("p", simple)), "a.docx")
    assert shown(done.data)[1] == "1"
    assert not list(body(done.data).iter(w("fldSimple")))


def test_the_label_of_an_inserted_paragraph_is_an_insertion() -> None:
    mark = {"id": 5, "author": "Ana", "date": "2030-01-01T00:00:00Z"}
    new = counted(tag("ins", run("New."), **mark))
    properties = new.find(w("pPr"))
    assert properties is not None
    properties.append(tag("rPr", tag("ins", **{**mark, "id": 6})))
    data = made(counted(run("Oil.")), new)
    done = freeze(data, "a.docx")
    assert shown(done.data) == ["1.Oil.", "2.New."]
    original = read_word(done.data, "a.docx", original=True).body
    assert [one.text for one in original if isinstance(one, Paragraph)] == ["1.\tOil.", ""]
    assert faults(done.data) == []


def test_what_is_frozen_is_frozen_and_other_parts_are_untouched() -> None:
    data = made(counted(run("Oil.")), tag("p", run("Plain.")))
    done = freeze(data, "a.docx")
    again = freeze(done.data, "a.docx")
    assert (again.labels, again.data) == (0, done.data)
    before, after = parts(data), parts(done.data)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert before.keys() == after.keys()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_live_samples_read_the_same_when_frozen(shared: Path, language: str) -> None:
    for path in sorted(SAMPLES.glob(f"CSIW*.{language}.md")):
        document = load(str(path)).document
        live = write(document, numbers="live")
        done = freeze(live, "a.docx")
        assert done.renewed == ()
        assert not any(
            one.label for one in read_word(done.data, "a").body if isinstance(one, Paragraph)
        )
        assert faults(done.data) == []
        assert schema_faults(done.data, shared) == []
        one, two = (READER.read(d, "a.docx", ReadOptions()).document for d in (live, done.data))
        assert [(b.kind, b.label, b.path, b.text, b.notes) for b in two.blocks] == [
            (b.kind, b.label, b.path, b.text, b.notes) for b in one.blocks
        ]


def test_real_files_of_others_keep_their_words(shared: Path) -> None:
    for path in sorted((shared / "data" / "un-docx").glob("A_80_6_*.docx")):
        data = path.read_bytes()
        done = freeze(data, path.name)
        assert done.labels > 0
        assert shown(done.data) == shown(data)
        known = {*faults(data), *schema_faults(data, shared)}
        assert [f for f in (*faults(done.data), *schema_faults(done.data, shared))
                if f not in known] == []  # fmt: skip


def test_containers_in_containers_to_any_depth_are_gone_through() -> None:
    inner = tag("sdt", tag("sdtContent", tag("p", *field("SEQ Table", "1"))))
    for _ in range(900):
        inner = tag("sdt", tag("sdtContent", inner))
    done = freeze(made(counted(run("Oil.")), inner), "a.docx")
    assert (done.labels, done.sequences) == (1, 1)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(InputError):
        freeze(b"# Report\n", "report.md")
