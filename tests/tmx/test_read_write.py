"""TMX: what is written is read back, canonical and valid; what is met is read or refused."""

import gzip
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from toolkit.errors import MemoryStoreError, UsageError
from toolkit.model.identity import in_order, path_key
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.read import MOST_LANGUAGES, TmxReading, read_tmx
from toolkit.tmx.write import write_tmx

TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
    ),
    max_size=30,
)
WORDS = TEXT.map(str.strip).filter(bool)
DAY = st.dates().map(lambda day: day.isoformat()) | st.just("")
NAME = st.from_regex(r"x-[a-z]{3,8}", fullmatch=True).filter(lambda name: name != "x-path")

UNITS = st.builds(
    TranslationUnit,
    source=WORDS,
    target=WORDS,
    symbol=TEXT,
    target_symbol=TEXT,
    path=st.sampled_from(["", "I/para 1", "II/A/rec 12", "annex II/(a)"]),
    status=st.sampled_from(["aligned", "reviewed", "approved"]),
    confidence=st.none() | st.integers(0, 10_000).map(lambda n: n / 10_000),
    created=DAY,
    aligner=TEXT,
    previous=TEXT,
    following=TEXT,
    props=st.lists(st.tuples(NAME, TEXT), max_size=3).map(tuple),
    notes=st.lists(TEXT, max_size=2).map(tuple),
)


def write(units: Sequence[TranslationUnit]) -> bytes:
    return write_tmx(units, source_lang="en", target_lang="zh")


@given(st.lists(UNITS, max_size=6))
def test_what_is_written_is_read_back(units: list[TranslationUnit]) -> None:
    assert list(read_tmx(write(units)).units) == in_order(units)


@given(st.lists(UNITS, max_size=6))
def test_writing_what_was_read_gives_the_same_bytes(units: list[TranslationUnit]) -> None:
    data = write(units)
    assert write(read_tmx(data).units) == data


@given(st.lists(UNITS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(units: list[TranslationUnit], random) -> None:
    data = write(units)
    shuffled = units * 2
    random.shuffle(shuffled)
    assert write(shuffled) == data


@given(UNITS, UNITS)
def test_duplicates_become_one_whatever_comes_first(
    one: TranslationUnit, other: TranslationUnit
) -> None:
    twin = replace(
        other,
        **{
            name: getattr(one, name)
            for name in ("source", "target", "symbol", "path", "previous", "following")
        },
    )
    assert in_order([one, twin]) == in_order([twin, one])
    assert len(in_order([one, twin, one])) == 1


@given(st.lists(UNITS, min_size=1, max_size=4))
def test_the_file_is_valid_against_the_standard(units: list[TranslationUnit]) -> None:
    dtd = _dtd()
    if dtd is None:
        pytest.skip("the schema is not beside this checkout")
    root = etree.fromstring(write(units))
    assert dtd.validate(root), dtd.error_log


def _dtd() -> etree.DTD | None:
    path = Path(__file__).resolve().parents[3] / "shared" / "schema" / "tmx" / "tmx14.dtd"
    return etree.DTD(str(path)) if path.is_file() else None


def test_a_changed_translation_changes_four_lines_at_most() -> None:
    units = [
        TranslationUnit(source=f"Lamp {n}.", target=f"灯{n}。", symbol="LB/1", path=f"I/para {n}")
        for n in range(20)
    ]
    before = write(units).splitlines()
    after = write([*units[:7], replace(units[7], target="灯七。"), *units[8:]]).splitlines()
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) <= 2


def test_paths_are_in_the_order_of_a_document() -> None:
    paths = ["II/para 10", "IX/para 1", "II/para 9", "V/para 2", "annex I", "I/para 30"]
    assert sorted(paths, key=path_key) == [
        "I/para 30",
        "II/para 9",
        "II/para 10",
        "V/para 2",
        "IX/para 1",
        "annex I",
    ]


def test_header_and_source_segment_name_the_same_language() -> None:
    root = etree.fromstring(write([TranslationUnit(source="Lamp.", target="灯。")]))
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == "en"
    assert [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in root.iter("tuv")] == [
        "en",
        "zh",
    ]


def test_units_of_the_other_direction_are_turned_and_others_refused() -> None:
    chinese = TranslationUnit(source="灯。", target="Lamp.", source_lang="zh", target_lang="en")
    assert write([chinese]) == write([TranslationUnit(source="Lamp.", target="灯。")])
    with pytest.raises(UsageError, match="fr"):
        write([TranslationUnit(source="Lamp.", target="Lampe.", target_lang="fr")])


def test_control_characters_and_outer_blanks_are_left_out() -> None:
    unit = TranslationUnit(source=" La\x0cmp. ", target="灯\x1f。\n")
    (read,) = read_tmx(write([unit])).units
    assert (read.source, read.target) == ("Lamp.", "灯。")


# -- reading what others write ---------------------------------------------------------------


def tmx(
    body: str, header: str = '<header srclang="en"/>', root: str = '<tmx version="1.4">'
) -> bytes:
    return f"{root}{header}<body>{body}</body></tmx>".encode()


def tu(english: str, chinese: str, lang: str = "xml:lang", zh: str = "zh") -> str:
    return (
        f'<tu><tuv {lang}="en"><seg>{english}</seg></tuv>'
        f'<tuv {lang}="{zh}"><seg>{chinese}</seg></tuv></tu>'
    )


@pytest.mark.parametrize("zh", ["zh", "zh-CN", "ZH_CN", "zh-Hans", "zh-Hans-CN", " zh-cn "])
@pytest.mark.parametrize("lang", ["xml:lang", "lang"])
def test_language_codes_are_read_in_all_their_forms(lang: str, zh: str) -> None:
    (unit,) = read_tmx(tmx(tu("Lamp.", "灯。", lang, zh))).units
    assert (unit.source, unit.target, unit.target_lang) == ("Lamp.", "灯。", "zh")


@pytest.mark.parametrize("zh", ["zh-TW", "zh-Hant", "fr"])
def test_another_language_is_not_taken_for_chinese(zh: str) -> None:
    result = read_tmx(tmx(tu("Lamp.", "燈。", zh=zh)))
    assert result.units == ()
    told = {finding.code: finding.values for finding in result.findings}
    assert told.keys() - {"TMX106"} == {"TMX103", "TMX109"}
    assert (told["TMX109"]["language"], told["TMX109"]["count"]) == (zh, "1")


def test_segments_that_no_unit_is_made_of_are_told_by_language() -> None:
    more = "".join(
        f'<tuv lang="{lang}"><seg>{text}</seg></tuv>'
        for lang, text in (("FR", "Feu."), ("zh_hant", "燈。"), ("en-GB", "Lantern."))
    )
    body = tu("Lamp.", "灯。").replace("</tu>", f"{more}</tu>")
    result = read_tmx(tmx(body + body.replace("Lamp", "Wick") + tu("Feu.", "燈。", zh="fr")))
    assert [unit.source for unit in result.units] == ["Lamp.", "Wick."]
    told = [
        (one.code, one.values.get("language"), one.values["count"])
        for one in result.findings
        if one.code in ("TMX109", "TMX111")
    ]
    assert told == [
        ("TMX109", "fr", "3"),
        ("TMX109", "zh-Hant", "2"),
        ("TMX111", None, "2"),
    ]


def test_languages_beyond_measure_are_counted_together() -> None:
    many = "".join(
        f'<tuv lang="x-{number}"><seg>a</seg></tuv>' for number in range(MOST_LANGUAGES + 7)
    )
    reading = TmxReading(tmx(tu("Lamp.", "灯。").replace("</tu>", f"{many}</tu>")))
    assert len(list(reading.units())) == 1
    assert len(reading._first) == MOST_LANGUAGES + 1


def test_several_targets_are_several_units() -> None:
    body = tu("Lamp.", "灯。").replace("</tu>", '<tuv lang="zh-CN"><seg>灯盏。</seg></tuv></tu>')
    assert [unit.target for unit in read_tmx(tmx(body)).units] == ["灯。", "灯盏。"]


def test_a_memory_serves_both_directions() -> None:
    (unit,) = read_tmx(tmx(tu("Lamp.", "灯。")), source_lang="zh", target_lang="en").units
    assert (unit.source, unit.target, unit.source_lang) == ("灯。", "Lamp.", "zh")


def test_inline_codes_go_and_marked_words_stay() -> None:
    english = 'A <bpt i="1">[b]</bpt>bright<ept i="1">[/b]</ept> <hi>old</hi> lamp<!--x-->.'
    result = read_tmx(tmx(tu(english, "一盏<ph/>亮灯。")))
    assert result.units[0].source == "A bright old lamp."
    assert result.units[0].target == "一盏亮灯。"
    assert "TMX104" in {finding.code for finding in result.findings}


def test_a_namespace_is_read_and_a_foreign_element_is_not() -> None:
    root = '<tmx version="1.4" xmlns="http://www.lisa.org/tmx14" xmlns:e="urn:elsewhere">'
    body = tu("Lamp.", "灯。") + f"<e:x>{tu('No.', '不。')}</e:x>".replace(
        "<tu>", "<e:tu>"
    ).replace("</tu>", "</e:tu>")
    assert [unit.source for unit in read_tmx(tmx(body, root=root)).units] == ["Lamp."]


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: gzip.compress(text.encode("utf-8")),
        lambda text: ('<?xml version="1.0" encoding="GB18030"?>' + text).encode("gb18030"),
    ],
)
def test_encodings_and_compression_are_taken(encoded) -> None:
    data = encoded(tmx(tu("Lamp.", "灯。")).decode())
    assert [unit.target for unit in read_tmx(data).units] == ["灯。"]


def test_one_bad_unit_costs_that_unit_with_its_line_and_reason() -> None:
    bad = '\n<tu><tuv lang="en"/><tuv lang="zh"><seg>灯</seg></tuv></tu>\n<tu></tu>\n'
    result = read_tmx(tmx(tu("Lamp.", "灯。") + bad + tu("Oil.", "油。")))
    assert [unit.source for unit in result.units] == ["Lamp.", "Oil."]
    damaged = [finding for finding in result.findings if finding.code == "TMX101"]
    assert [finding.place for finding in damaged] == ["line 2", "line 3"]
    assert "no segments" in damaged[0].message


def test_what_else_a_unit_says_is_kept() -> None:
    body = tu("Lamp.", "灯。").replace(
        "<tu>",
        '<tu tuid="7" usagecount="3" creationdate="20190910T101112Z">'
        '<note>checked</note><prop type="client">LB</prop>',
    )
    (unit,) = read_tmx(tmx(body)).units
    assert (unit.id, unit.created, unit.notes) == ("7", "2019-09-10", ("checked",))
    assert dict(unit.props) == {
        "client": "LB",
        "@usagecount": "3",
        "@creationdate": "20190910T101112Z",
    }
    (again,) = read_tmx(write([unit])).units
    assert again == unit


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<html><body/></html>", "not a TMX file"),
        (b"just text", "not a TMX file"),
        (b'<map version="1.0"/>', "not a TMX file"),
        (tmx(tu("Lamp.", "灯。"))[:-10], "after 1 units"),
        (tmx(tu("Lamp.", "灯。")) * 2, "line 1"),
        (tmx(tu("La&mp.", "灯。")), "not well-formed"),
        (tmx(tu("La&m;p.", "灯。")), "line .*not defined"),
        (tmx(tu("La\x00mp.", "灯。")), "not well-formed"),
        (tmx(tu("La&#xD800;mp.", "灯。")), "not well-formed"),
        (tmx(tu("La&#1;mp.", "灯。")), "not well-formed"),
        (tmx(tu("Lamp.", "灯。")).decode().encode("gb18030"), "UTF-8"),
        (b'<?xml version="1.0" encoding="UTF-7"?><tmx/>', "utf-7"),
        (b'<?xml version="1.0" encoding="x-unknown"?><tmx/>', "x-unknown"),
        (gzip.compress(tmx(tu("Lamp.", "灯。")), mtime=0)[:-12], "damaged"),
        (b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body/></tmx>', "internal DTD subset"),
        (
            b'<!DOCTYPE tmx SYSTEM "a>[" [<!ENTITY % a SYSTEM "x">%a;]><tmx/>',
            "internal DTD",
        ),
        (b'<!--[--><!DOCTYPE tmx\n[<!ATTLIST tuv xml:lang CDATA "fr">]><tmx/>', "internal DTD"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'.encode("utf-16"), "internal DTD subset"),
        (gzip.compress(gzip.compress(b"<tmx/>", mtime=0), mtime=0), "twice"),
        (tmx("<tu>" + "<hi>" * 3000 + "</hi>" * 3000 + "</tu>"), "limit"),
    ],
)
def test_what_is_not_safe_or_not_tmx_is_one_clear_error(data: bytes, words: str) -> None:
    with pytest.raises(MemoryStoreError, match=words) as caught:
        read_tmx(data, file="lamps.tmx")
    assert "lamps.tmx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_system_dtd_is_not_fetched_and_its_entities_are_not_invented() -> None:
    data = b'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">' + tmx(
        tu("Lamp &nbsp;oil.", "灯油。") + tu("Lamp.", "灯。")
    )
    result = read_tmx(data)
    assert [unit.source for unit in result.units] == ["Lamp."]
    assert "&nbsp;" in next(f.message for f in result.findings if f.code == "TMX101")


def test_a_compressed_bomb_is_refused_early() -> None:
    bomb = gzip.compress(tmx(f"<!--{' ' * 1_000_000}-->" * 40))
    with pytest.raises(MemoryStoreError, match="MiB"):
        read_tmx(bomb)


def test_an_overlong_segment_costs_its_unit_only() -> None:
    result = read_tmx(tmx(tu("x" * 1_000_001, "灯。") + tu("Lamp.", "灯。")))
    assert [unit.source for unit in result.units] == ["Lamp."]


def test_malformed_language_codes_are_left_out_with_a_warning() -> None:
    result = read_tmx(tmx(tu("Lamp.", "灯。", zh="../../zh") + tu("Oil.", "油。")))
    assert [unit.source for unit in result.units] == ["Oil."]
    assert "TMX102" in {finding.code for finding in result.findings}


def test_findings_are_bounded() -> None:
    result = read_tmx(tmx("<tu/>" * 5000))
    assert len(result.findings) < 60
    assert "4950" in result.findings[-1].message


def test_every_collected_file_reads_or_gives_one_clear_error(shared: Path) -> None:
    files = [p for p in sorted((shared / "corpora" / "tmx").rglob("*.tmx")) if p.is_file()]
    assert len(files) > 100
    refused = []
    for path in files:
        try:
            data = write(read_tmx(path).units)
        except MemoryStoreError as error:
            refused.append((path.name, str(error)))
        else:
            assert write(read_tmx(data).units) == data
    assert len(refused) <= 3
    assert all(name in message for name, message in refused)
