"""The canonical form of a file, and merging three of them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.inline import Segment
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.canonical import canonical, spelt
from toolkit.tmx.entry import Entry, Prop, Variant
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.read import TmxReading
from toolkit.tmx.three_way import CONFLICT, Merged, merge_three
from toolkit.tmx.write import stream_entries, write_tmx

HEADER = TmxHeader(source_lang="en")


def entry(source: str, target: str, path: str = "", **more: object) -> Entry:
    props = (Prop("x-path", path),) if path else ()
    texts = (("en", source), ("zh", target))
    variants = tuple(Variant(lang=lang, segment=Segment(text)) for lang, text in texts)
    return replace(Entry(variants=variants, props=props), **more)  # type: ignore[arg-type]


def form(*entries: Entry, header: TmxHeader = HEADER) -> bytes:
    return b"".join(stream_entries(*canonical(header, entries)))


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from(["Lamp.", "Oil.", "Wick."]),
        st.sampled_from(["灯。", "油。"]),
        st.sampled_from(["", "I/para 2", "I/para 10"]),
        id=st.sampled_from(["", "7"]),
    ),
    max_size=6,
)


@given(ENTRIES, st.integers(0, 5))
def test_the_order_of_a_file_does_not_matter(entries: list[Entry], seed: int) -> None:
    shuffled = entries * 2
    random.Random(seed).shuffle(shuffled)
    assert form(*shuffled) == form(*entries)


@given(ENTRIES)
def test_the_canonical_form_is_its_own(entries: list[Entry]) -> None:
    data = form(*entries)
    reading = TmxReading(data)
    found = list(reading.entries())
    assert form(*found, header=reading.header) == data


def test_a_unit_without_an_identifier_gets_one_of_its_content() -> None:
    _, (one,) = canonical(HEADER, [entry("Lamp.", "灯。")])
    _, (other,) = canonical(HEADER, [entry("Lamp.", "油。")])
    assert len(one.id) == 16
    assert one.id != other.id
    assert canonical(HEADER, [replace(one, id="own")])[1][0].id == "own"


def test_what_a_memory_writes_is_canonical_already() -> None:
    units = [
        TranslationUnit(source=f"Lamp {n}.", target="灯。", symbol="LB/1", path=f"I/para {n}")
        for n in (10, 9, 1)
    ]
    data = write_tmx(units, source_lang="en", target_lang="zh")
    reading = TmxReading(data)
    entries = list(reading.entries())
    assert form(*entries, header=reading.header) == data


@pytest.mark.parametrize(
    ("given_code", "code"),
    [
        ("ZH_cn", "zh-CN"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("EN", "en"),
        ("es-419", "es-419"),
        ("x-Private", "x-private"),
        ("*all*", "*all*"),
    ],
)
def test_languages_are_spelt_as_the_standard_does(given_code: str, code: str) -> None:
    assert spelt(given_code) == code


def test_the_header_names_the_source_language_as_the_segments_do() -> None:
    variants = tuple(Variant(lang=lang, segment=Segment("a")) for lang in ("zh_cn", "EN-gb"))
    header, (found,) = canonical(TmxHeader(source_lang="en"), [Entry(variants=variants)])
    assert header.source_lang == "en-GB"
    assert [variant.lang for variant in found.variants] == ["en-GB", "zh-CN"]


def test_all_languages_and_all_targets_stay() -> None:
    langs = ("en", "fr", "zh", "zh")
    variants = tuple(Variant(lang=lang, segment=Segment(str(n))) for n, lang in enumerate(langs))
    _, (found,) = canonical(HEADER, [Entry(variants=variants)])
    assert [(v.lang, v.segment.text) for v in found.variants] == [
        ("en", "0"), ("fr", "1"), ("zh", "2"), ("zh", "3"),
    ]  # fmt: skip


# -- three ways ------------------------------------------------------------------------------

LAMP, OIL, WICK = (
    entry("Lamp.", "灯。", "1"),
    entry("Oil.", "油。", "2"),
    entry("Wick.", "芯。", "3"),
)


def merge(before: list[Entry], ours: list[Entry], theirs: list[Entry]) -> Merged:
    return merge_three((HEADER, before), (HEADER, ours), (HEADER, theirs))


def texts(merged: Merged) -> list[tuple[str, str]]:
    return [(e.variants[0].segment.text, e.variants[1].segment.text) for e in merged.entries]


def test_changes_of_both_sides_are_taken() -> None:
    ours = [entry("Lamp.", "灯盏。", "1"), OIL]
    theirs = [LAMP, entry("Oil.", "灯油。", "2"), WICK]
    merged = merge([LAMP, OIL], ours, theirs)
    assert texts(merged) == [("Lamp.", "灯盏。"), ("Oil.", "灯油。"), ("Wick.", "芯。")]
    assert merged.conflicts == ()


def test_what_one_side_removed_is_gone() -> None:
    assert texts(merge([LAMP, OIL], [OIL], [LAMP, OIL])) == [("Oil.", "油。")]
    assert texts(merge([LAMP, OIL], [LAMP, OIL], [LAMP])) == [("Lamp.", "灯。")]


def test_the_same_change_on_both_sides_is_one() -> None:
    new = entry("Lamp.", "灯盏。", "1")
    merged = merge([LAMP], [new], [new])
    assert texts(merged) == [("Lamp.", "灯盏。")]
    assert merged.conflicts == ()


def test_different_changes_are_a_conflict_that_is_named_and_kept() -> None:
    merged = merge([LAMP], [entry("Lamp.", "灯盏。", "1")], [entry("Lamp.", "油灯。", "1")])
    assert sorted(texts(merged)) == [("Lamp.", "油灯。"), ("Lamp.", "灯盏。")]
    assert sorted(e.prop(CONFLICT) for e in merged.entries) == ["ours", "theirs"]
    (conflict,) = merged.conflicts
    assert (conflict.where, conflict.source) == ("1", "Lamp.")
    assert "changed differently" in conflict.what


def test_a_change_of_what_the_other_side_removed_is_a_conflict() -> None:
    merged = merge([LAMP], [], [entry("Lamp.", "灯盏。", "1")])
    assert [one.what for one in merged.conflicts] == ["removed here, changed there"]
    assert texts(merged) == [("Lamp.", "灯盏。")]


def test_different_parts_of_one_unit_can_change_on_both_sides() -> None:
    approved = replace(LAMP, props=(*LAMP.props, Prop("x-status", "approved")))
    merged = merge([LAMP], [approved], [entry("Lamp.", "灯盏。", "1")])
    assert merged.conflicts == ()
    assert texts(merged) == [("Lamp.", "灯盏。")]
    assert merged.entries[0].prop("x-status") == "approved"


def test_a_unit_with_an_identifier_of_its_own_is_known_by_it() -> None:
    named = replace(LAMP, id="lamp")
    changed = replace(entry("A lamp.", "灯。", "1"), id="lamp")
    theirs = replace(entry("Lamp.", "灯盏。", "1"), id="lamp")
    merged = merge([named], [changed], [theirs])
    assert len(merged.conflicts) == 1
    assert texts(merge([named], [changed], [named])) == [("A lamp.", "灯。")]


def test_two_translations_of_one_sentence_in_different_places_are_no_conflict() -> None:
    merged = merge([], [entry("Lamp.", "灯。", "1")], [entry("Lamp.", "灯盏。", "9")])
    assert len(merged.entries) == 2
    assert merged.conflicts == ()


@given(ENTRIES, ENTRIES)
def test_merging_with_an_unchanged_side_is_the_other_side(
    before: list[Entry], other: list[Entry]
) -> None:
    merged = merge(before, before, other)
    assert list(merged.entries) == canonical(HEADER, other)[1]
    assert merged.conflicts == ()
