"""Inline codes of TMX as values and back: nothing is lost, and words are words only."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from toolkit.errors import MemoryStoreError
from toolkit.inline import Code, CodeKind, Segment, Subflow, compared
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.entry import Entry, Note, Prop, Variant
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.read import TmxReading, read_tmx
from toolkit.tmx.write import stream_entries, write_tmx

OPEN, CLOSE, ALONE = CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE


def read(seg: str, root: str = '<tmx version="1.4">') -> Segment:
    data = f'{root}<body><tu><tuv xml:lang="en"><seg>{seg}</seg></tuv></tu></body></tmx>'
    (entry,) = TmxReading(data.encode()).entries()
    return entry.variants[0].segment


def written(*entries: Entry, level: int = 2, header: TmxHeader | None = None) -> bytes:
    return b"".join(stream_entries(header or TmxHeader(source_lang="en"), entries, level=level))


def entry(segment: Segment) -> Entry:
    return Entry(variants=(Variant(lang="en", segment=segment),))


def again(segment: Segment) -> Segment:
    (found,) = TmxReading(written(entry(segment))).entries()
    return found.variants[0].segment


def test_a_pair_stands_at_its_words() -> None:
    segment = read(
        'Press <bpt i="1" x="2" type="bold">&lt;b&gt;</bpt>here<ept i="1">&lt;/b&gt;</ept>.'
    )
    assert segment.text == "Press here."
    opening, closing = segment.codes
    assert (opening.at, opening.id, opening.match) == (6, "1", "2")
    assert (opening.type, opening.native) == ("bold", "<b>")
    assert (closing.at, closing.kind, closing.native) == (10, CLOSE, "</b>")


def test_halves_and_placeholders_keep_what_they_are() -> None:
    segment = read(
        '<it pos="begin" x="1">[b]</it>a<ph assoc="b" type="image"/><it pos="end">[/b]</it>'
    )
    assert [(code.kind, code.isolated) for code in segment.codes] == [
        (OPEN, True),
        (ALONE, False),
        (CLOSE, True),
    ]
    assert segment.codes[1].extra == (("assoc", "b"),)
    assert again(segment) == segment


def test_a_remark_is_written_so_that_nobody_loses_its_words() -> None:
    segment = read('An <hi type="term">old</hi> lamp')
    assert segment.text == "An old lamp"
    assert [code.mark for code in segment.codes] == [True, True]
    data = written(entry(segment)).decode()
    assert "<hi" not in data
    assert re.search(r'<bpt i="1" type="x-hi-term"/>old<ept i="1"/>', data)
    assert again(segment) == segment


def test_text_within_a_code_is_kept_as_text_of_its_own() -> None:
    segment = read('See<ph>[fn <sub type="fnote">An <ph/>old note</sub> end]</ph>.')
    assert segment.text == "See."
    (code,) = segment.codes
    assert code.native == "[fn  end]"
    assert code.subflows[0] == Subflow(
        at=4, segment=Segment("An old note", (Code(at=3, kind=ALONE),)), type="fnote"
    )
    assert again(segment) == segment


def test_elements_of_other_formats_keep_their_words_and_become_codes() -> None:
    segment = read('Press <g id="1">here</g><x id="2"/>.')
    assert segment.text == "Press here."
    assert [code.native for code in segment.codes] == ['<g id="1">', "</g>", '<x id="2"/>']
    assert again(segment) == segment


def test_a_half_that_lost_its_other_half_is_written_as_one() -> None:
    segment = read('a<bpt i="1">[b]</bpt>b')
    assert segment.codes[0].isolated
    assert '<it pos="begin">[b]</it>' in written(entry(segment)).decode()
    assert again(segment) == segment


def test_level_1_has_words_alone() -> None:
    segment = read('a<bpt i="1">[b]</bpt>b<ept i="1"/> &amp; <ph/>')
    assert "<seg>ab &amp; </seg>" in written(entry(segment), level=1).decode()


TEXT = st.text(st.sampled_from("a灯 <&>\"'\n𠮷"), max_size=8)


@st.composite
def codes(draw: st.DrawFn, length: int, deep: bool = True) -> tuple[Code, ...]:
    found: list[Code] = []
    for number in range(draw(st.integers(0, 3))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, length)] * 2)))
        look = {"type": draw(st.sampled_from(["", "bold", "x-hi-x"][:2])), "native": draw(TEXT)}
        if draw(st.booleans()):
            mark = draw(st.booleans())
            # TMX says at the opening code alone what a pair is for.
            found.append(Code(at=start, kind=OPEN, id=str(number + 1), mark=mark, **look))
            found.append(Code(at=end, kind=CLOSE, id=str(number + 1), mark=mark, native=draw(TEXT)))
        else:
            inner = draw(TEXT) if deep else ""
            flows = (Subflow(at=0, segment=Segment(inner), type="t"),) if inner else ()
            found.append(Code(at=start, kind=ALONE, subflows=flows, match=draw(TEXT), **look))
    return tuple(sorted(found, key=lambda code: (code.at, code.kind is CLOSE)))


@st.composite
def coded(draw: st.DrawFn) -> Segment:
    text = draw(TEXT)
    return Segment(text, draw(codes(len(text))))


@given(coded())
def test_every_segment_survives_writing_and_reading(segment: Segment) -> None:
    assert again(segment) == segment


@given(coded(), coded())
def test_units_keep_their_codes_through_a_file(one: Segment, other: Segment) -> None:
    unit = TranslationUnit(
        source=f"a{one.text}b",
        target=f"甲{other.text}乙",
        source_codes=tuple(_moved(one.codes)),
        target_codes=tuple(_moved(other.codes)),
        source_props=(("@xml:lang", "en-GB"), ("@usagecount", "3"), ("client", "LB")),
        target_props=(("#note", "checked"),),
    )
    (found,) = read_tmx(write_tmx([unit], source_lang="en", target_lang="zh")).units
    assert found == unit
    assert not compared(found.source_codes, unit.source_codes)


def _moved(codes: tuple[Code, ...]) -> list[Code]:
    return [replace(code, at=code.at + 1) for code in codes]


# -- whole files -----------------------------------------------------------------------------


def test_everything_else_a_unit_says_survives() -> None:
    said = Entry(
        id="7",
        attributes=(("usagecount", "3"), ("changedate", "20260101T000000Z"), ("srclang", "en-GB")),
        props=(Prop("client", "LB", lang="fr"), Prop("x-attribute-foo", "bar")),
        notes=(Note("checked\n twice", lang="en", encoding="x"),),
        variants=(
            Variant(
                lang="en-GB",
                segment=Segment(" a "),
                attributes=(("creationid", "A"),),
                props=(Prop("p", ""),),
                notes=(Note("n"),),
            ),
            Variant(lang="fr", segment=Segment("b")),
            Variant(lang="fr", segment=Segment("c")),
        ),
    )
    header = TmxHeader(
        source_lang="en-GB",
        segtype="paragraph",
        attributes=(("creationdate", "20250101T000000Z"),),
        props=(Prop("x", "y"),),
        notes=(Note("z"),),
    )
    reading = TmxReading(written(said, header=header))
    assert list(reading.entries()) == [said]
    assert reading.header.props == header.props
    assert reading.header.notes == header.notes
    assert (reading.header.segtype, reading.header.attributes) == ("paragraph", header.attributes)


def test_attributes_the_standard_lacks_become_properties() -> None:
    data = b'<tmx><body><tu foo="1"><tuv xml:lang="en" bar="2"><seg>a</seg></tuv></tu></body></tmx>'
    (found,) = TmxReading(data).entries()
    assert found.props == (Prop("x-attribute-foo", "1"),)
    assert found.variants[0].props == (Prop("x-attribute-bar", "2"),)


def test_a_file_of_anything_but_units_is_given_up() -> None:
    junk = b"<tmx><body>" + b"<x/>" * 2_500_000
    with pytest.raises(MemoryStoreError, match="8 MiB"):
        list(TmxReading(junk).entries())


def test_every_collected_file_survives_a_round_trip(shared: Path) -> None:
    """Units, languages, properties, notes and codes are equal, and the new file is valid."""
    dtd = etree.DTD(str(shared / "schema" / "tmx" / "tmx14.dtd"))
    files = [p for p in sorted((shared / "corpora" / "tmx").rglob("*.tmx*")) if p.is_file()]
    refused, entries, coded = [], 0, 0
    for path in files:
        reading = TmxReading(path)
        try:
            before = list(reading.entries())
        except MemoryStoreError:
            refused.append(path.name)
            continue
        data = written(*before, header=reading.header)
        assert dtd.validate(etree.fromstring(data)), (path, dtd.error_log.last_error)
        twin = TmxReading(data)
        assert list(twin.entries()) == before, path
        assert (twin.header.props, twin.header.notes) == (
            reading.header.props,
            reading.header.notes,
        )
        entries += len(before)
        coded += sum(bool(v.segment.codes) for e in before for v in e.variants)
    assert len(files) > 100
    assert len(refused) <= 3
    assert entries > 5000
    assert coded > 300
