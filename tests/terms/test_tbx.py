"""TBX of every edition: what is read is written again and read again, and nothing is lost."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SAMPLES, SHARED
from toolkit.errors import InputError, UsageError
from toolkit.terms import Concept, Section, Status, Termbase, read_termbase, term_of
from toolkit.terms.tbx import read_tbx
from toolkit.terms.tbx_writing import write_tbx
from toolkit.terms.termbase import Node, Term

CORPUS = SHARED / "corpora" / "tbx"
FILES = sorted(CORPUS.rglob("*.tbx")) if CORPUS.is_dir() else []
XML = "{http://www.w3.org/XML/1998/namespace}"
LAMP = Concept(
    id="c1",
    sections=(
        Section("en", (term_of("lamp", status=Status.PREFERRED), term_of("lantern"))),
        Section("zh", (term_of("灯", bodies=("LB/COP",), note="不用于航标"),)),
    ),
)


def tree(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def words(root: etree._Element) -> Counter[str]:
    """Return every word of the texts and every value of an attribute but those of the root."""
    found: Counter[str] = Counter()
    for element in root.iter():
        if isinstance(element.tag, str):
            found.update(f"{element.text or ''} {element.tail or ''}".split())
            if element is not root:
                found.update(f"@{value}" for value in element.attrib.values())
    return found


@pytest.fixture(scope="module")
def schemas(shared: Path):
    folder = shared / "schema"
    dtd = etree.DTD(str(folder / "tbx" / "TBXcoreStructV02.dtd"))
    rng = etree.parse(str(folder / "tbx3" / "2020-10-16-TBXcoreGenericRNG.rng"))
    return dtd, etree.RelaxNG(rng)


def valid(root: etree._Element, schemas) -> bool:
    return schemas[0].validate(root) or schemas[1].validate(root.getroottree())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}"[:80])
def test_a_file_of_others_is_kept_whole_or_refused_in_a_line(path: Path, schemas) -> None:
    data = path.read_bytes()
    root = tree(data)
    if root is None:
        with pytest.raises(InputError) as refused:
            read_tbx(data, path.name)
        assert path.name in str(refused.value)
        assert "\n" not in str(refused.value)
        return
    base, findings = read_tbx(data, path.name)
    if not base.concepts:
        with pytest.raises(UsageError):
            write_tbx(base)
        return
    out, _ = write_tbx(base)
    again, said = read_tbx(out, "again.tbx")
    assert (again.concepts, again.back, again.lang) == (base.concepts, base.back, base.lang)
    assert not base.header or again.header == base.header
    assert not [one for one in said if one.code != "TRM206" and one.code != "TRM203"]
    if valid(root, schemas):
        made = tree(out)
        assert made is not None
        assert schemas[0].validate(made), schemas[0].error_log
        newer, _ = write_tbx(base, edition=3)
        assert schemas[1].validate(tree(newer).getroottree()), schemas[1].error_log  # type: ignore[union-attr]
        left_out = [one for one in findings if one.code in ("TRM201", "TRM202")]
        lost = words(root) - words(made)
        # The codes of an element that had no words went with it, and nothing else.
        assert not [word for word in lost if not (left_out and word.startswith("@"))], lost


def test_edition_2_has_no_namespace_and_no_doctype() -> None:
    """Other tools read nothing else."""
    out, _ = write_tbx(Termbase(concepts=(LAMP,)))
    root = tree(out)
    assert root is not None
    assert root.tag == "martif"
    assert b"<!DOCTYPE" not in out
    assert [one.get(f"{XML}lang") for one in root.iter("langSet")] == ["en", "zh"]


def test_both_editions_say_the_same() -> None:
    base = Termbase(concepts=(LAMP,))
    older, _ = write_tbx(base, edition=2)
    newer, _ = write_tbx(base, edition=3)
    assert older != newer
    assert read_tbx(older, "a")[0].concepts == read_tbx(newer, "b")[0].concepts == base.concepts


def test_what_edition_3_cannot_hold_is_told() -> None:
    parts = Node("termCompList", "", (("type", "lemma"),), (Node("termComp", "light"),))
    when = Node("transacGrp", children=(Node("transac", "x"), Node("date", "2030-06-03T10:00:00")))
    term = Term(Node("term", "light ship"), (parts, when))
    base = Termbase(concepts=(Concept("c1", (Section("en", (term,)),)),))
    older, nothing = write_tbx(base)
    assert b"<ntig>" in older
    assert nothing == ()
    assert read_tbx(older, "a")[0].concepts == base.concepts
    _, told = write_tbx(base, edition=3)
    assert sorted(one.message for one in told) == [
        "1 lists of parts of a term cannot be held by TBX 3 and were left out.",
        "1 times of day cannot be held by TBX 3 and were left out.",
    ]


def test_marked_up_words_are_one_term_and_keep_their_marks() -> None:
    data = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="en">'
        "<tig><term>fog <hi>signal</hi> station</term><note>a<hi>b</hi>c &lt; d</note></tig>"
        "</langSet></termEntry></body></text></martif>"
    )
    base, _ = read_tbx(data.encode(), "x.tbx")
    (term,) = base.concepts[0].terms("en")
    assert term.text == "fog signal station"
    out, _ = write_tbx(base)
    assert b"<term>fog <hi>signal</hi> station</term>" in out
    assert b"<note>a<hi>b</hi>c &lt; d</note>" in out


def test_what_a_group_around_a_term_says_is_kept() -> None:
    data = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="a"><langSet xml:lang="en">'
        '<ntig id="n1"><termGrp id="g1"><term>lamp</term><termNote type="termType">x</termNote>'
        "</termGrp><note>y</note></ntig></langSet></termEntry></body></text></martif>"
    )
    base, (told,) = read_tbx(data.encode(), "x.tbx")
    (term,) = base.concepts[0].terms("en")
    assert [one.words for one in term.details] == ["x", "y"]
    assert term.attributes == (("id", "n1"),)
    assert (told.code, told.values["name"]) == ("TRM207", "id")
    bare, nothing = read_tbx(data.replace(' id="n1"', "").encode(), "x.tbx")
    assert bare.concepts[0].terms("en")[0].attributes == (("id", "g1"),)
    assert nothing == ()
    assert read_tbx(write_tbx(bare)[0], "y.tbx")[0].concepts == bare.concepts


def test_a_status_in_any_words_is_understood() -> None:
    given = ("preferredTerm-admn-sts", "admittedTerm", "deprecatedTerm-admn-sts", "obsolete", "?")
    terms = [
        Term(Node("term", "x"), (Node("termNote", word, (("type", "administrativeStatus"),)),))
        for word in given
    ]
    assert [one.status for one in terms] == [
        Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.DEPRECATED, None,
    ]  # fmt: skip


def test_the_same_termbase_is_the_same_bytes() -> None:
    read = read_termbase((SAMPLES / "terms.csv").read_bytes(), "terms.csv")
    first, _ = write_tbx(read.termbase)
    second, _ = write_tbx(read_tbx(first, "first")[0])
    assert first == second


def test_the_table_of_the_page_is_what_the_corpus_holds(shared: Path, schemas) -> None:
    """docs/terms.md counts what was read; the figures are counted again here."""
    counts: Counter[str] = Counter()
    for path in FILES:
        root = tree(path.read_bytes())
        if root is None:
            counts["malformed"] += 1
            continue
        kind = etree.QName(root).localname
        kind = {"martif": "TBX 2", "TBX": "TBX-Min 2"}.get(kind, f"TBX 3, {root.get('style')}")
        counts[kind] += 1
        counts[f"{kind}, valid"] += valid(root, schemas)
        counts["terms"] += sum(
            len(section.terms)
            for concept in read_tbx(path.read_bytes(), path.name)[0].concepts
            for section in concept.sections
        )
    page = (SAMPLES.parent / "docs" / "terms.md").read_text(encoding="utf-8")
    for kind in ("TBX 2", "TBX 3, dca", "TBX 3, dct", "TBX-Min 2"):
        assert f"| {kind} | {counts[kind]} | {counts[f'{kind}, valid']} |" in page
    assert f"{counts['malformed']} malformed" in page
    assert f"{counts['terms']:,} terms" in page
