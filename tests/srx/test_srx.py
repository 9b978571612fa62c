"""Segmentation by rules from an SRX file: which rule decides, for which language, and refusals."""

import time
from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.languages import by_code
from toolkit.srx import Segmenter, read_srx, rules
from toolkit.srx.expression import compiled

EN, ZH = by_code("en"), by_code("zh")


def rule(before: str, after: str = "", *, breaks: bool = True) -> str:
    said = "yes" if breaks else "no"
    return (
        f'<rule break="{said}"><beforebreak>{before}</beforebreak>'
        f"<afterbreak>{after}</afterbreak></rule>"
    )


def srx(groups: dict[str, str], maps: list[tuple[str, str]], cascade: str = "no") -> bytes:
    rules = "".join(
        f'<languagerule languagerulename="{name}">{body}</languagerule>'
        for name, body in groups.items()
    )
    lines = "".join(
        f'<languagemap languagepattern="{pattern}" languagerulename="{name}"/>'
        for pattern, name in maps
    )
    return (
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'
        f'<header segmentsubflows="yes" cascade="{cascade}"/><body>'
        f"<languagerules>{rules}</languagerules><maprules>{lines}</maprules></body></srx>"
    ).encode()


def english(data: bytes) -> Segmenter:
    found = read_srx(data, "rules.srx").segmenter(EN)
    assert found is not None
    return found


def pieces(segmenter: Segmenter, text: str) -> list[str]:
    return [span.of(text) for span in segmenter(text)]


STOP = rule(r"\.", r"\s")
KEEP = rule(r"\bLampl\.", r"\s", breaks=False)
TEXT = "See Lampl. Otto. He trims wicks."


def test_the_first_rule_that_fits_decides() -> None:
    maps = [(".*", "all")]
    kept = english(srx({"all": KEEP + STOP}, maps))
    assert pieces(kept, TEXT) == ["See Lampl. Otto.", "He trims wicks."]
    cut = english(srx({"all": STOP + KEEP}, maps))
    assert pieces(cut, TEXT) == ["See Lampl.", "Otto.", "He trims wicks."]


def test_with_cascade_all_fitting_lines_hold_in_the_order_of_the_map() -> None:
    groups = {"general": STOP, "english": KEEP}
    maps = [("en.*", "english"), (".*", "general")]
    both = english(srx(groups, maps, "yes"))
    assert pieces(both, TEXT) == ["See Lampl. Otto.", "He trims wicks."]
    only_first = english(srx(groups, maps, "no"))
    assert pieces(only_first, TEXT) == [TEXT]
    other_order = english(srx(groups, maps[::-1], "yes"))
    assert pieces(other_order, TEXT) == ["See Lampl.", "Otto.", "He trims wicks."]


def test_a_missing_side_fits_anything_and_nothing_is_lost() -> None:
    before_only = english(
        srx({"all": "<rule><beforebreak>;</beforebreak></rule>"}, [(".*", "all")])
    )
    assert pieces(before_only, "wicks;oil; glass;") == ["wicks;", "oil;", "glass;"]
    after_only = english(srx({"all": r"<rule><afterbreak>\n</afterbreak></rule>"}, [(".*", "all")]))
    assert pieces(after_only, "wicks\noil") == ["wicks", "oil"]


def test_each_language_has_its_own_rules_or_none() -> None:
    data = srx({"en": STOP, "han": rule("。")}, [("EN(-.*)?", "en"), ("ZH-CN", "han")])
    found = read_srx(data, "rules.srx")
    chinese = found.segmenter(ZH)
    assert chinese is not None
    assert pieces(chinese, "修剪灯芯。他来了。") == ["修剪灯芯。", "他来了。"]
    assert read_srx(srx({"en": STOP}, [("en", "en")]), "rules.srx").segmenter(ZH) is None


def test_a_rule_that_ends_at_every_place_it_may_end_is_found_there() -> None:
    overlapping = english(srx({"all": rule("aa", "a")}, [(".*", "all")]))
    assert pieces(overlapping, "aaaa") == ["aa", "a", "a"]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (r"\Qa.b\E", "xa.b y"),
        (r"\x{3002}", "x。y"),
        (r"[\v]", "x\u2028y"),
        (r"\v", "x\ny"),
        (r"(?U)\p{javaLowerCase}", "aB"),
        (r"[\p{Ll}&amp;&amp;[^x]]\.", "x.a.y"),
        (r"。[noauto]", "x。y"),
    ],
)
def test_expressions_of_icu_and_java_are_understood(before: str, text: str) -> None:
    found = english(srx({"all": rule(before)}, [(".*", "all")]))
    assert len(found(text)) == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no well-formed XML"),
        (b"<srx><body>", "no well-formed XML"),
        (b"<tmx/>", "its outermost element is tmx"),
        (b"<srx/>", "maps no language"),
        (srx({"a": STOP}, [(".*", "b")]), "rules named 'b'"),
        (srx({"a": STOP.replace('"yes"', '"maybe"')}, [(".*", "a")]), 'break="maybe"'),
        (srx({"a": STOP}, [("(", "a")]), "language pattern"),
        (srx({"a": rule("[")}, [(".*", "a")]), "rule 1 of 'a'"),
        (srx({"a": rule("a)(b")}, [(".*", "a")]), "rule 1 of 'a'"),
        (b'<!DOCTYPE srx [<!ENTITY x "y">]><srx><body>&x;</body></srx>', "entities"),
    ],
)
def test_a_bad_file_is_one_clear_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read_srx(data, "rules.srx").segmenter(EN)
    assert words in str(refused.value)
    assert str(refused.value).startswith("rules.srx")
    assert "\n" not in str(refused.value)


def test_an_expression_that_would_run_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = english(srx({"a": rule("", "(x+x+)+y")}, [(".*", "a")]))
    monkeypatch.setattr(rules, "SECONDS", 0.2)
    start = time.monotonic()
    with pytest.raises(InputError, match="rule 1 of 'a' takes too long"):
        endless("x" * 3000)
    assert time.monotonic() - start < 30


def test_rules_in_use_cut_both_languages(shared: Path) -> None:
    folder = shared / "corpora" / "srx"
    read = 0
    for path in sorted(folder.rglob("*.srx")):
        if not path.stat().st_size:
            continue
        found = read_srx(path.read_bytes(), path.name)
        for language, text in ((EN, "It rained. Was it wet?"), (ZH, "下雨了。湿吗？")):
            if segmenter := found.segmenter(language):
                assert "".join("".join(pieces(segmenter, text)).split()) == "".join(text.split())
                read += 1
    assert read > 30


def test_a_rule_set_in_use_knows_abbreviations(shared: Path) -> None:
    path = shared / "corpora" / "srx" / "pypi+choppa-srx" / "languagetool_segment.srx"
    found = read_srx(path.read_bytes(), path.name)
    text = "Mr. Holt trims wicks, e.g. on p. 4. It rained."
    english_rules, chinese_rules = found.segmenter(EN), found.segmenter(ZH)
    assert english_rules is not None
    assert chinese_rules is not None
    assert pieces(english_rules, text) == ["Mr. Holt trims wicks, e.g. on p. 4.", "It rained."]
    assert pieces(chinese_rules, "下雨了。湿吗？") == ["下雨了。", "湿吗？"]


def test_compiled_expressions_match_nothing_long() -> None:
    assert compiled("a", "b").search("xaby").span() == (2, 2)
