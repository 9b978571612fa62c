"""What real clients need of a TMX: the rules that were found by trying a real one, one by one.

The tests under ``office`` give our memory to that client itself.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from toolkit.errors import UsageError
from toolkit.inline import Code, CodeKind
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.write import write_tmx

LAMP = TranslationUnit(source="Trim the lamp.", target="修剪灯芯。", path="II/rec 1")
OPEN = Code(at=5, kind=CodeKind.OPEN, id="1", native="<b>")
CLOSE = Code(at=13, kind=CodeKind.CLOSE, id="1", native="</b>")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def root(*units: TranslationUnit, **options: object) -> etree._Element:
    data = write_tmx(units, source_lang="en", target_lang="zh", **options)  # type: ignore[arg-type]
    return etree.fromstring(data)


def segments(*units: TranslationUnit, **options: object) -> list[str]:
    found = root(*units, **options).iter("seg")
    return [etree.tostring(seg, encoding="unicode", with_tail=False) for seg in found]


def test_1_exact_matches_have_the_very_words_and_nothing_else() -> None:
    assert segments(LAMP) == ["<seg>Trim the lamp.</seg>", "<seg>修剪灯芯。</seg>"]


def test_2_the_header_names_the_source_language() -> None:
    header = root(LAMP).find("header")
    assert header is not None
    assert header.get("srclang") == "en"


def test_3_one_chinese_a_file_whatever_region_its_units_came_from() -> None:
    traditional = replace(LAMP, target="修剪燈芯。", target_lang="zh-Hant")
    with pytest.raises(UsageError, match="different files"):
        root(LAMP, traditional)
    region = replace(LAMP, target_props=(("@xml:lang", "zh-CN"),))
    assert {tuv.get(XML_LANG) for tuv in root(region).iter("tuv")} == {"en", "zh"}


def test_4_every_unit_has_both_languages_and_no_third() -> None:
    for tu in root(LAMP, replace(LAMP, target="灯。")).iter("tu"):
        assert [tuv.get(XML_LANG) for tuv in tu.iter("tuv")] == ["en", "zh"]
    with pytest.raises(UsageError, match="fr"):
        root(replace(LAMP, target_lang="fr"))


def test_5_every_property_of_ours_begins_with_x() -> None:
    unit = replace(LAMP, symbol="LB/1", target_symbol="LB/1", confidence=0.5, aligner="a",
                   previous="b", following="c", props=(("", "d"),))  # fmt: skip
    kinds = [prop.get("type", "") for prop in root(unit).iter("prop")]
    assert len(kinds) >= 8
    assert all(kind.startswith("x-") for kind in kinds)


def test_6_no_remark_loses_its_words() -> None:
    term = (replace(OPEN, mark=True, native=""), replace(CLOSE, mark=True, native=""))
    seg = segments(replace(LAMP, source_codes=term))[0]
    assert "<hi" not in seg
    assert re.sub(r"<[^>]+>", "", seg) == LAMP.source


def test_7_a_segment_has_no_indentation_and_no_blanks_at_its_ends() -> None:
    (seg, _) = segments(replace(LAMP, source=" Trim\tthe  lamp. \n"))
    assert seg == "<seg>Trim\tthe  lamp.</seg>"
    assert root(LAMP).find("header").get("segtype") == "sentence"  # type: ignore[union-attr]


def test_8_tags_that_are_words_stay_words_and_level_1_has_no_codes() -> None:
    tagged = replace(LAMP, source="<t0/>Trim<t1/> the lamp.")
    assert "&lt;t0/&gt;Trim&lt;t1/&gt;" in segments(tagged)[0]
    assert segments(replace(LAMP, source_codes=(OPEN, CLOSE)), level=1)[0] == segments(LAMP)[0]


def test_9_we_never_pass_for_another_tool() -> None:
    header = root(LAMP).find("header")
    assert header is not None
    assert header.get("creationtool") == "undraft"


def test_10_of_two_targets_the_better_one_is_last() -> None:
    """A client that knows one target for a source takes the last in the file."""
    other = replace(LAMP, target="修剪灯。", status="approved")
    targets = [tuv.findtext("seg") for tuv in root(LAMP, other).iter("tuv")][1::2]
    assert targets[-1] == other.target
    assert [t.findtext("seg") for t in root(other, LAMP).iter("tuv")][1::2] == targets


def test_11_no_character_spoils_the_file() -> None:
    everything = "".join(map(chr, range(1, 0x3000))) + "\ud800\ufffe\U00020bb7"
    (unit, _) = segments(replace(LAMP, source=f"a{everything}z"))
    assert unit.endswith("\U00020bb7z</seg>")


def test_12_the_file_is_valid_against_the_dtd_it_names(shared: Path) -> None:
    data = write_tmx(
        [replace(LAMP, source_codes=(OPEN, CLOSE))], source_lang="en", target_lang="zh"
    )
    assert b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in data
    assert b'<tmx version="1.4">' in data
    dtd = etree.DTD(str(shared / "schema" / "tmx" / "tmx14.dtd"))
    assert dtd.validate(etree.fromstring(data)), dtd.error_log
